"""`forget`: afterwards no file under data or state tells of the person."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.actions.edit import Edit
from store.actions.note import Note
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.records.ids import PersonId
from store.words.message import Problem, Refusal
from tui.cli.main import CommandLine
from tui.drafts import Drafts

DAY = "2026-11-20"
NAME = "Zéphyrine Quillfeather"
SECRETS = (
    "Zéphyrine",
    "Quillfeather",
    "zeph@quill.example",
    "612345678",
    "collects tin lanterns",
    "owes me a long letter",
    "spoke of her divorce",
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "a.json"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "arrosoir"


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def ran(*words: str, typed: str = "", lang: str = "en") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        arguments = ["--data", str(path), "--today", DAY, "--lang", lang, *words]
        status = CommandLine(arguments).run()
        assert isinstance(status, int)
        return status, *capsys.readouterr()

    return ran


def session_on(path: Path) -> Service:
    keeper = FileKeeper(path)
    return Service(keeper, ACTIONS, clock_on(date(2026, 11, 20)), fresh_id, Settings())


@pytest.fixture
def zephyrine(run: Run, state: Path) -> str:
    """Somebody with all that can be held, others who speak of her, drafts and backups."""
    name = NAME
    card = ("--email", "zeph@quill.example", "--phone", "+33 6 12 34 56 78")
    answer = run("add", name, *card, "--note", "collects tin lanterns", "--json")
    id = str(json.loads(answer[1])["id"])
    run("add", "Bo Ek")
    run("log", name, "--kind", "call", "--note", "spoke of her divorce")
    run("log", name, "Bo Ek", "--kind", "call")
    run("follow-up", name, "--on", "2026-12-01", "--why", "owes me a long letter")
    run("note", "Bo Ek", f"met through {name}, zeph@quill.example")
    run("backup", "now")
    run("edit", name, "--name", "Zéphyrine Quillfeather-Ek")
    run("edit", "Zéphyrine Quillfeather-Ek", "--name", name, "--phone", "06 12 34 56 78")
    drafts = Drafts(state / "drafts.json")
    drafts.keep(f"note:{id}", "half a thought")
    drafts.keep("add", name)
    return id


def told(folder: Path) -> list[tuple[str, str]]:
    """Which files still hold which secret."""
    found = []
    for each in sorted(folder.rglob("*")):
        if each.is_file():
            text = each.read_text(encoding="utf-8", errors="surrogateescape")
            found += [(each.name, secret) for secret in SECRETS if secret in text]
    return found


def test_the_dossier_names_the_copies_and_drafts_that_hold_the_person(
    run: Run, zephyrine: str
) -> None:
    held = json.loads(run("dossier", zephyrine, "--json")[1])["elsewhere"]
    assert any("now-" in each for each in held)
    assert any("draft" in each for each in held)
    assert "brouillon" in run("dossier", zephyrine, lang="fr")[1]


def test_no_file_holds_the_person_with_a_second_session_open_and_backups_present(
    run: Run, zephyrine: str, path: Path, tmp_path: Path
) -> None:
    second = session_on(path)
    assert PersonId(zephyrine) in second.snapshot.people
    before = told(tmp_path)
    assert {secret for _, secret in before} == set(SECRETS) - {"612345678"}
    assert any(name.startswith("now-") for name, _ in before)
    status, out, _ = run("forget", zephyrine, "--json", typed="zéphyrine quillfeather\n")
    assert status == 0
    assert told(tmp_path) == []
    answer = json.loads(out)
    assert answer["id"] == zephyrine
    assert any(name.startswith("now-") for name in answer["rewritten"])
    assert ("notes", "redacted") in {(m["field"], m["kind"]) for m in answer["mentions"]}
    second.refresh()
    assert PersonId(zephyrine) not in second.snapshot.people
    second.perform("note", Note(person="Bo Ek", text="still here"))
    second.tidy("idle")
    second.close()
    assert told(tmp_path) == []
    assert run("show", "Bo Ek")[1].count("[…]") >= 1


def test_no_file_holds_the_id_of_somebody_who_stood_on_other_cards(
    run: Run, zephyrine: str, tmp_path: Path
) -> None:
    assert run("apart", "Bo Ek", zephyrine)[0] == 0
    run("backup", "now")

    def holding() -> list[str]:
        files = (each for each in tmp_path.rglob("*") if each.is_file())
        return [each.name for each in files if zephyrine.encode() in each.read_bytes()]

    assert holding()
    assert run("forget", NAME, "--yes")[0] == 0
    assert holding() == []
    assert run("doctor")[0] == 0


def test_a_session_that_has_not_looked_cannot_bring_them_back(
    run: Run, zephyrine: str, path: Path, tmp_path: Path
) -> None:
    second = session_on(path)
    assert run("forget", NAME, "--yes")[0] == 0
    with pytest.raises(Problem):
        second.perform("edit", Edit(person=zephyrine, org="Aubier"))
    for _ in second.history():
        try:
            second.undo()
        except Refusal:
            break
    second.tidy("idle")
    second.close()
    assert told(tmp_path) == []


def test_undo_goes_on_with_what_concerns_others(run: Run, zephyrine: str) -> None:
    run("note", "Bo Ek", "sings")
    run("forget", NAME, "--yes")
    assert "sings" in run("show", "Bo Ek")[1]
    assert run("undo")[0] == 0
    assert "sings" not in run("show", "Bo Ek")[1]
    history = run("history")[1]
    assert "forgotten" in history
    assert "Zéphyrine" not in history


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "Zéphyrine\n"])
def test_without_the_name_in_full_nothing_is_touched(
    run: Run, zephyrine: str, path: Path, typed: str
) -> None:
    before = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    status, _, err = run("forget", zephyrine, typed=typed)
    assert status == 1
    assert err.count("\n") == 1
    after = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    assert after == before


def test_a_later_import_refuses_them_and_does_not_say_who(
    run: Run, zephyrine: str, tmp_path: Path
) -> None:
    card = tmp_path / "later.vcf"
    card.write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Z. Quillfeather\r\nEMAIL:zeph@quill.example\r\n"
        "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo\r\nEND:VCARD\r\n"
    )
    run("forget", NAME, "--yes")
    status, out, _ = run("import", str(card), "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["new"] == 1
    assert [each["file"] for each in answer["refused"]] == [str(card)]
    assert "Quillfeather" not in answer["refused"][0]["why"]


def test_in_a_batch_the_name_comes_with_the_order(
    run: Run, zephyrine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = [
        {"id": 1, "action": "forget", "params": {"person": zephyrine}},
        {
            "id": 2,
            "action": "forget",
            "params": {"person": zephyrine, "name": "Zéphyrine Quillfeather"},
        },
    ]
    stream = io.TextIOWrapper(io.BytesIO("\n".join(map(json.dumps, orders)).encode()))
    session = session_on(tmp_path / "data" / "a.json")
    from store.words.words import Words
    from tui.cli.batch import run_batch
    from tui.cli.main import VERBS
    from tui.cli.session import Session

    answers = [
        json.loads(line)
        for _, line in run_batch(Session(session, Words("en"), asks=False), VERBS, stream.buffer)
    ]
    assert [each["ok"] for each in answers] == [False, True]
    assert answers[0]["error"]["code"] == "needs_confirmation"
    session.close()
    assert told(tmp_path) == []


def test_where_it_breaks_off_it_can_be_asked_for_again(
    run: Run, zephyrine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr("store.disk.purging.purged_history", broken)
        assert run("forget", NAME, "--yes")[0] != 0
    assert run("show", zephyrine)[0] == 0
    assert run("forget", NAME, "--yes")[0] == 0
    assert told(tmp_path) == []


def test_a_damaged_copy_that_holds_the_name_goes(
    run: Run, zephyrine: str, path: Path, tmp_path: Path
) -> None:
    folder = path.with_name("a.json.backups")
    (folder / "daily-2026-11-01.json").write_text('{"people": {"1": {"name": "Zéphyrine Quillfe')
    (folder / "daily-2026-11-02.json").write_text('{"people": "Zéphyrine Quillfeather')
    kept = path.with_name("a.json.kept-20261101-101010")
    kept.write_bytes(path.read_bytes())
    answer = json.loads(run("forget", NAME, "--yes", "--json")[1])
    assert answer["removed"] == ["daily-2026-11-02.json"]
    assert kept.name in answer["rewritten"]
    assert [each for each in told(tmp_path) if each[0] != "daily-2026-11-01.json"] == []


def test_forgetting_is_said_in_french(run: Run, zephyrine: str) -> None:
    assert "sans retour" in run("forget", zephyrine, lang="fr")[2]
    assert run("forget", NAME, "--yes", lang="fr")[1].startswith("Oublié")


def test_copies_of_a_synchronising_program_are_named_and_left(
    run: Run, zephyrine: str, path: Path
) -> None:
    run("backup", "now")
    twin = path.with_name("a.sync-conflict-20261120-101010-ABCDEFG.json")
    twin.write_bytes(path.read_bytes())
    other = path.with_name("a (1).json")
    other.write_text("{}")
    before = twin.read_bytes(), other.read_bytes()
    held = run("dossier", zephyrine, "--json")[1]
    assert [each for each in json.loads(held)["elsewhere"] if twin.name in each]
    assert other.name not in held
    status, out, _ = run("forget", NAME, "--yes", lang="fr")
    assert status == 0
    (line,) = (each for each in out.splitlines() if twin.name in each)
    assert "contiennent encore cette personne" in line
    assert other.name not in out
    assert (twin.read_bytes(), other.read_bytes()) == before


@pytest.mark.parametrize(
    ("lang", "left", "redacted"),
    [
        (
            "en",
            "  The name alone still stands with Bo Ek (notes)",
            "  Taken out with Bo Ek (notes)",
        ),
        ("fr", "  Le nom seul se lit encore chez Bo Ek (notes)", "  Retiré chez Bo Ek (notes)"),
    ],
)
def test_where_others_speak_of_them_is_told_in_words(
    run: Run, zephyrine: str, lang: str, left: str, redacted: str
) -> None:
    run("note", "Bo Ek", "saw Quillfeather")
    run("event", "add", "Zéphyrine", "--on", "2026-12-01")
    lines = run("forget", NAME, "--yes", lang=lang)[1].splitlines()
    assert any(each.startswith(left) for each in lines)
    assert any(each.startswith(redacted) for each in lines)
    assert not any("properties" in each or "events" in each for each in lines)


def test_a_read_only_session_forgets_nobody(run: Run, zephyrine: str, path: Path) -> None:
    service = Service(
        FileKeeper(path, read_only=True),
        ACTIONS,
        clock_on(date(2026, 11, 20)),
        fresh_id,
        Settings(),
    )
    with pytest.raises(Problem, match="read_only"):
        service.forget(zephyrine, "00" * 32)


def test_yes_stands_for_the_typed_name_only_where_the_name_was_given(
    run: Run, zephyrine: str
) -> None:
    assert run("forget", zephyrine, "--yes")[0] == 1
    assert run("show", zephyrine)[0] == 0
    assert run("forget", "zephyrine quillfeather", "--yes")[0] == 0
