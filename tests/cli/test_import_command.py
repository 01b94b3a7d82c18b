"""`import` at the command line: sums, what differs, one by one, and from the standard input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.formats.csv.targets import TARGETS
from tui.cli import import_progress
from tui.cli.main import CommandLine

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\n{more}END:VCARD\r\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: exit status, standard output and error."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return cards(tmp_path, one("1", "Ann Bee", "ORG:Acme\r\nTEL:0612345678\r\n"), one("2", "Bob"))


def one(uid: str, name: str, more: str = "") -> str:
    return CARD.format(uid=uid, name=name, more=more)


def cards(folder: Path, *texts: str) -> Path:
    path = folder / "book.vcf"
    path.write_text("".join(texts))
    return path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at a terminal who types these lines."""

    def typed(lines: str) -> None:
        monkeypatch.setattr("tui.cli.intake.is_answerable", lambda: True)
        monkeypatch.setattr("tui.cli.confirming.is_answerable", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))

    return typed


def people(run: Run) -> dict[str, str]:
    """Names with organisations."""
    found = []
    for name in ("Ann Bee", "Bob", "Zoe Adler"):
        status, out, _ = run("show", name, "--json")
        if status == 0:
            value = json.loads(out)
            found.append((name, value["org"]))
    return dict(found)


def test_the_answer_says_how_many_of_each_kind(run: Run, book: Path) -> None:
    status, out, _ = run("import", str(book))
    assert (status, out.splitlines()[0]) == (0, "People: 2 new.")
    status, out, _ = run("import", str(book), "--json")
    assert json.loads(out) == {
        "new": 0,
        "changed": 0,
        "same": 2,
        "me": 0,
        "differs": 0,
        "interactions": 0,
        "records": 0,
        "left": 0,
        "refused": [],
    }


def test_what_was_set_aside_is_told_with_file_line_reason_and_text(
    run: Run, tmp_path: Path
) -> None:
    path = cards(tmp_path, one("1", "Ann Bee"), "BEGIN:VCARD\r\nFN:Never ends\r\n")
    out = run("import", str(path))[1]
    (line,) = [each for each in out.splitlines() if "book.vcf:" in each]
    assert line.strip().startswith(f"{path}:6: ")
    (refused,) = json.loads(run("import", str(path), "--json")[1])["refused"]
    assert (refused["file"], refused["line"]) == (str(path), 6)
    assert refused["text"]
    assert refused["text"] in out


def test_a_dry_run_shows_each_person_before_and_after_and_writes_nothing(
    run: Run, tmp_path: Path, book: Path
) -> None:
    run("add", "Ann Bee", "--org", "Globex")
    data = (tmp_path / "a.json").read_bytes()
    out = run("import", str(book), "--dry-run")[1]
    assert "  Ann Bee\n" in out
    assert "nothing → 0612345678" in out
    assert "Globex ← Acme" in out
    assert "new job" not in out
    assert "Bob (new)" in out
    assert (tmp_path / "a.json").read_bytes() == data


def test_what_the_file_says_otherwise_is_shown_and_stays(run: Run, tmp_path: Path) -> None:
    run("import", str(cards(tmp_path, one("1", "Ann Bee", "ORG:Acme\r\n"))))
    other = cards(tmp_path, one("1", "Ann Bee", "ORG:Globex\r\nTITLE:CTO\r\n"))
    status, out, _ = run("import", str(other))
    assert status == 0
    assert "1 card differs from the files; what is here stays." in out
    assert people(run) == {"Ann Bee": "Acme"}
    shown = run("import", str(other), "--as", "ask")[1]
    assert "Acme ← Globex" in shown
    assert people(run) == {"Ann Bee": "Acme"}


def changed_book(run: Run, folder: Path) -> Path:
    """Ann differs and gains, Bob gains, Zoe is new and another Ann resembles the first."""
    run("import", str(cards(folder, one("1", "Ann Bee", "ORG:Acme\r\n"), one("2", "Bob"))))
    return cards(
        folder,
        one("1", "Ann Bee", "ORG:Globex\r\nTEL:0612345678\r\n"),
        one("2", "Bob", "ORG:Initech\r\n"),
        one("3", "Zoe Adler", "ORG:Lichen\r\n"),
    )


@pytest.mark.parametrize(
    ("typed", "lang", "ann", "bob"),
    [
        ("y\ny\n", "en", "Acme", "Initech"),
        ("t\nn\n", "en", "Globex", ""),
        ("x\n\nn\na\n", "en", "Acme", "Initech"),
        ("a\n", "en", "Acme", "Initech"),
        ("f\no\n", "fr", "Globex", "Initech"),
        ("T\n", "en", "Globex", "Initech"),
        ("N\n", "en", "Acme", ""),
        ("n\nt\n", "fr", "Acme", "Initech"),
    ],
)
def test_ask_goes_through_people_one_by_one(
    run: Run,
    answers: Callable[[str], None],
    tmp_path: Path,
    typed: str,
    lang: str,
    ann: str,
    bob: str,
) -> None:
    path = changed_book(run, tmp_path)
    answers(typed)
    status, _, err = run("import", str(path), "--as", "ask", "--yes", lang=lang)
    assert status == 0, err
    assert "Acme ← Globex" in err
    assert people(run) == {"Ann Bee": ann, "Bob": bob, "Zoe Adler": "Lichen"}


@pytest.mark.parametrize("typed", ["q\n", "", "y\nq\n"])
def test_whoever_stops_has_changed_nothing(
    run: Run, answers: Callable[[str], None], tmp_path: Path, typed: str
) -> None:
    path = changed_book(run, tmp_path)
    before = run("history", "--json")[1]
    answers(typed)
    status, _, err = run("import", str(path), "--as", "ask")
    assert (status, err.endswith("Stopped; nothing has changed.\n")) == (1, True)
    assert run("history", "--json")[1] == before


def test_a_twin_is_taken_as_the_one_they_resemble(
    run: Run, answers: Callable[[str], None], tmp_path: Path
) -> None:
    run("add", "Ann Bee", "--phone", "0712345678")
    path = cards(tmp_path, one("9", "Ann Bee", "TEL:0612345678\r\nORG:Acme\r\n"))
    answers("s\n")
    status, out, err = run("import", str(path), "--as", "ask", "--yes")
    assert status == 0
    assert "resembles Ann Bee" in err
    assert out.splitlines()[0] == "People: 1 changed."
    assert json.loads(run("show", "Ann Bee", "--json")[1])["phones"] == ["0712345678", "0612345678"]


def test_many_changes_ask_once_more_after_the_questions(
    run: Run, answers: Callable[[str], None], tmp_path: Path
) -> None:
    path = changed_book(run, tmp_path)
    answers("a\nn\n")
    status, _, err = run("import", str(path), "--as", "ask", "--json")
    assert status == 1
    assert "This would change 2 people" in err


def test_the_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(one("1", "Ann Bee").encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert run("import", "-")[1].splitlines()[0] == "People: 1 new."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Zoe Adler\nBob\n")))
    assert run("import", "-", "--format", "names")[1].splitlines()[0] == "People: 2 new."


def test_a_batch_reads_its_orders_from_the_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = json.dumps({"id": 1, "action": "import", "params": {"paths": ["-"]}}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(order.encode())))
    status, out, _ = run("batch")
    assert (status, json.loads(out)["ok"]) == (1, False)


def test_columns_and_encoding_of_a_table_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("Qui;Boîte=ici;Quoi\nZoé Bée;Aé;x\n".encode("cp1252"))
    words = ("--map", "Qui=name", "--map", "Boîte=ici=org", "--map", "Quoi=", "--charset", "cp1252")
    status, _, err = run("import", str(path), *words)
    assert status == 0, err
    assert json.loads(run("show", "Zoé Bée", "--json")[1])["org"] == "Aé"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "Qui=nom"), ", ".join(TARGETS)),
        (("--map", "Qui"), "Column=field"),
        (("--charset", "klingon"), "klingon"),
        (("--format", "nothing"), "vcard"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_problem(
    run: Run, book: Path, words: tuple[str, ...], said: str
) -> None:
    status, _, err = run("import", str(book), *words)
    assert status == 2
    assert said in err


def test_progress_is_told_on_a_terminal_alone_and_wiped_away(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_progress, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(import_progress, "AGAIN_SECONDS", 0.0)
    assert run("import", str(book), "--dry-run")[2] == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True, raising=False)
    err = run("import", str(book), "--dry-run")[2]
    assert "File 1 of 1: " in err
    assert "\n" not in err
    assert err.split("\r")[-1] == ""
    assert not err.split("\r")[-2].strip()


def test_an_interrupt_leaves_nothing_written(
    run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: object, *at: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_progress.ProgressLine, "__call__", interrupted)
    assert run("import", str(book))[0] == 130
    monkeypatch.undo()
    assert json.loads(run("history", "--json")[1]) == []


def test_a_broken_plug_in_is_a_hint_and_no_failure(
    run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "site" / "letters-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: letters\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[arrosoir.formats]\nletters = nowhere:LETTERS\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    status, out, _ = run("import", str(book))
    assert status == 0
    assert "The added format “letters” of letters cannot be loaded" in " ".join(out.split())
    findings = json.loads(run("doctor", "--json")[1])
    (told,) = [each for each in findings if each["check"] == "plugins"]
    assert told["ok"] is False
    assert "letters" in told["message"]
