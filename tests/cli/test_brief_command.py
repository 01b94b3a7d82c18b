"""`brief`: one page before a meeting, as text, Markdown and JSON; it only reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from store.disk.new_file import write_new
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.views.dossier_text import Section, Told
from store.words.width import width
from tui.cli.main import CommandLine
from tui.phrasing.brief_page import Page, page_lines

TODAY = "2026-11-20"
EVIL = "# Eve [x](http://evil.example) <b>\x1b[2J *loud*"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command over Amélie, of whom something is noted, and over a card that a stranger wrote."""
    monkeypatch.setenv("COLUMNS", "72")

    def call(*words: str, lang: str = "en", today: str = TODAY) -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        outcome = CommandLine(["--data", path, "--today", today, "--lang", lang, *words]).run()
        assert isinstance(outcome, int)
        return outcome, capsys.readouterr().out

    card = ("--city", "Lyon", "--org", "Aubier", "--intent", "learn how a lab lives")
    call("add", "Amélie Roussel", *card, "--note", "Phone before nine.")
    note = "Her book comes out on Thursday."
    call("log", "Amélie Roussel", "--kind", "call", "--on", "2026-10-19", "--note", note)
    call("follow-up", "Amélie Roussel", "--on", "2026-12-01", "--why", "send the plan")
    call("add", EVIL, "--org", EVIL, "--intent", EVIL, "--note", EVIL)
    return call


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "Amélie Roussel",
                "Aubier · Lyon",
                "",
                "Why you come   learn how a lab lives",
                "How you stand  in touch since 19 Oct",
                "Their news     Mon 19 Oct  Her book comes out on Thursday",
                "To ask next    “Her book comes out on Thursday” (Thu 22 Oct): how did it",
                "Between you    Promised  send the plan · 1 Dec",
                "Last talks     Mon 19 Oct  call, 20 min · Her book comes out on",
                "Not to forget  Phone before nine.",
            ],
        ),
        (
            "fr",
            [
                "Amélie Roussel",
                "Aubier · Lyon",
                "",
                "Pourquoi se voir   learn how a lab lives",
                "Où vous en êtes    en contact depuis le 19 oct.",
                "Ses nouvelles      lun. 19 oct.  Her book comes out on Thursday",
                "À lui demander     «\N{NO-BREAK SPACE}Her book comes out on Thursday",
                "Entre vous         Promis  send the plan · 1er déc.",
                "Derniers échanges",
                "À ne pas oublier   Phone before nine.",
            ],
        ),
    ],
)
def test_the_page_is_in_the_language_and_within_the_width(
    run: Run, lang: str, said: list[str]
) -> None:
    status, out = run("brief", "amelie", lang=lang)
    assert status == 0
    lines = out.splitlines()
    rest = iter(lines)
    assert [each for each in said if not any(line.startswith(each) for line in rest)] == []
    assert max(map(width, lines)) <= 72
    assert len(lines) <= 40


def test_a_narrow_terminal_has_titles_above(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    _, out = run("brief", "amelie")
    lines = out.splitlines()
    assert lines[lines.index("Not to forget") + 1] == "  Phone before nine."
    assert max(map(width, lines)) <= 40


def test_markdown_holds_our_headings_and_nobody_elses(run: Run) -> None:
    _, out = run("brief", "amelie", "--markdown")
    lines = out.splitlines()
    assert lines[:5] == ["# Amélie Roussel", "", "Aubier · Lyon", "", "## Why you come"]
    assert "- **Promised** send the plan · 1 Dec" in lines
    _, out = run("brief", "# Eve", "--markdown")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(out)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    assert len(headings) == out.count("\n## ") + 1
    assert headings[1:] == ["Why you come", "How you stand", "Not to forget"]
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "strong_open", "strong_close", "softbreak"}
    assert not {"html_block", "fence", "code_block"} & {token.type for token in tokens}
    assert "\x1b" not in out


def test_programs_get_the_same(run: Run) -> None:
    status, out = run("brief", "Amélie Roussel", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["person"]["name"] == "Amélie Roussel"
    assert answer["intent"] == "learn how a lab lives"
    assert answer["news"] == [{"text": "Her book comes out on Thursday", "on": "2026-10-19"}]
    assert answer["question"].startswith("“Her book comes out on Thursday” (Thu 22 Oct)")
    assert [each["what"] for each in answer["promised"]] == ["send the plan"]
    assert answer["talks"][0]["kind"] == "call"


def test_nothing_that_a_terminal_obeys_comes_out(run: Run) -> None:
    for options in ((), ("--markdown",), ("--json",)):
        _, out = run("brief", "# Eve", *options)
        assert all(line.isprintable() for line in out.splitlines())
        assert "loud" in out


def test_private_notes_are_no_part_of_it(run: Run, tmp_path: Path) -> None:
    person = Person(id="Z", name="Zoé Zarka", notes="Likes tea.", private_notes="SECRET")
    path = tmp_path / "z.json"
    write_new(path, snapshot_of({"people": {"Z": person}}))
    for options in ((), ("--markdown",), ("--json",)):
        _, out = run("--data", str(path), "brief", "zoe", *options)
        assert "Likes tea" in out
        assert "SECRET" not in out
    assert "SECRET" in run("--data", str(path), "dossier", "zoe")[1], "it is there"


def test_reading_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = run("history", "--json")[1], (tmp_path / "a.json").read_bytes()
    run("brief", "Amélie Roussel")
    assert (run("history", "--json")[1], (tmp_path / "a.json").read_bytes()) == before


def test_somebody_unknown_is_refused(run: Run) -> None:
    status, out = run("brief", "Nobody Here", "--json")
    assert status == 3
    assert json.loads(out)["error"]["code"] == "unknown_person"


def test_days_stand_in_a_column() -> None:
    told = (Told("3 Sep", "Moving."), Told("16 Oct", "Hiring is hard, and takes all week."))
    section = Section("Their news", told)
    page = Page((Section("Ada", ()), section), airy=False)
    assert list(page_lines(page, 60)) == [
        "Ada",
        "Their news  3 Sep   Moving.",
        "            16 Oct  Hiring is hard, and takes all week.",
    ]
