"""What `import` tells: in an order that reads, and no more than is new."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.import_columns import UNKNOWN_SHOWN
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]
CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:{uid}\r\nFN:{name}\r\n{more}END:VCARD\r\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE ...`: exit status, standard output and error."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        status = CommandLine(["--data", str(tmp_path / "a.json"), "--lang", lang, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def cards(folder: Path, count: int, more: str = "") -> str:
    path = folder / "book.vcf"
    told = (CARD.format(uid=n, name=f"Ann {n}", more=more) for n in range(count))
    path.write_text("".join(told))
    return str(path)


def table(folder: Path, header: str, *rows: str) -> str:
    path = folder / "book.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return str(path)


def test_what_cards_carry_is_counted_and_not_printed(run: Run, tmp_path: Path) -> None:
    run("import", cards(tmp_path, 1, "X-A:one\r\n"))
    path = cards(tmp_path, 1, "X-A:one\r\nX-B:two\r\nX-C:three\r\nTEL:0612345678\r\n")
    out = run("import", path, "--dry-run")[1]
    assert "2 more properties of the card" in out
    assert "nothing → 0612345678" in out
    assert "X-B" not in out
    assert "VERSION" not in out


def test_somebody_new_who_resembles_another_shows_no_properties(run: Run, tmp_path: Path) -> None:
    run("add", "Ann 0", "--phone", "0712345678")
    out = run("import", cards(tmp_path, 1, "TEL:0612345678\r\nX-A:one\r\n"), "--dry-run")[1]
    assert "resembles Ann 0" in out
    assert "properties" not in out
    assert "X-A" not in out


def test_the_pieces_set_aside_follow_their_heading(run: Run, tmp_path: Path) -> None:
    path = cards(tmp_path, 1)
    Path(path).write_text(Path(path).read_text() + "BEGIN:VCARD\r\nFN:Never ends\r\n")
    lines = run("import", path, "--dry-run")[1].splitlines()
    heading = lines.index("  1 piece set aside:")
    assert lines.index("  Ann 0 (new)") < heading
    assert "book.vcf:" in lines[heading + 1]


def test_a_dry_run_says_that_it_was_one(run: Run, tmp_path: Path) -> None:
    path = cards(tmp_path, 1)
    said = "This was a dry run: nothing has changed."
    assert run("import", path, "--dry-run")[1].splitlines()[-1] == said
    assert said not in run("import", path)[1]
    assert said not in run("import", path, "--dry-run")[1]


def test_columns_that_fill_a_field_are_named_and_empty_ones_counted(
    run: Run, tmp_path: Path
) -> None:
    unknown = [f"Own {n}" for n in range(UNKNOWN_SHOWN + 3)]
    empty = [f"Empty {n}" for n in range(20)]
    header = ",".join(["Name", "E-mail", *unknown, *empty])
    row = ",".join(["Ann Bee", "ann@x.example", *(f"v{n}" for n in range(len(unknown))), *empty])
    path = table(tmp_path, header, row.replace("Empty", "")[: row.index("Empty")].rstrip(","))
    out = " ".join(run("import", path, "--dry-run")[1].split())
    assert "Name=name, E-mail=email, Own 0=other" in out
    assert "Empty" not in out
    assert f"Own {UNKNOWN_SHOWN}=" not in out
    assert f"{3 + 20} more columns, encoding" in out


def test_a_column_that_no_table_has_is_told(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, "Name,Remark", "Ann Bee,tall")
    typed = ("--map", "Remark=note", "--map", "remark=tag")
    out = run("import", path, "--dry-run", *typed)[1]
    assert "No table has a column “remark”" in out
    assert "“Remark”" not in out


def test_the_question_tells_of_nobody_who_would_go(run: Run, tmp_path: Path) -> None:
    run("import", cards(tmp_path, 30))
    path = cards(tmp_path, 30, "TEL:0612345678\r\n")
    status, _, err = run("import", path)
    assert (status, err.split(".")[0]) == (1, "This would change 30 people")
    status, out, _ = run("import", path, "--json")
    assert (status, json.loads(out)["error"]["code"]) == (1, "needs_confirmation")


def test_what_differs_names_the_way_to_take_it(run: Run, tmp_path: Path) -> None:
    run("import", cards(tmp_path, 1, "ORG:Acme\r\n"))
    out = run("import", cards(tmp_path, 1, "ORG:Globex\r\n"))[1]
    assert "what is here stays. --as ask goes through such cards." in out


def test_no_folder_to_export_into_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    run("add", "Ann Bee")
    status, out, err = run("export", "--out", str(tmp_path / "none" / "a.vcf"))
    assert (status, out) == (1, "")
    assert err.startswith("There is no folder ")
