"""Help: one calm sentence a command, within the terminal's width, with what has to be given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.records.kinds import LANGUAGES
from store.words.width import width
from store.words.words import Words
from tui.cli.errands import ERRANDS
from tui.cli.main import VERBS, CommandLine

Told = Callable[..., list[str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """The lines of `arrosoir ... --help` on a terminal of so many columns."""

    def call(*words: str, lang: str = "en", columns: int = 80) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        assert CommandLine(["--lang", lang, *words, "--help"]).run() == 0
        return capsys.readouterr().out.splitlines()

    return call


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_is_told_in_sentences(language: str) -> None:
    words = Words("fr" if language == "fr" else "en")
    helps = (*(each.help for each in VERBS.values()), *(each.help for each in ERRANDS))
    said = [words.say(each) for each in helps]
    assert [each for each in said if not each[0].isupper() or not each.endswith(".")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", [(), ("trait",), ("edit",), ("search",), ("merge",)])
def test_help_is_as_wide_as_the_terminal(
    told: Told, language: str, columns: int, command: tuple[str, ...]
) -> None:
    lines = told(*command, lang=language, columns=columns)
    assert max(map(width, lines)) <= columns


def test_texts_go_on_below_their_beginning(told: Told) -> None:
    lines = told(columns=60)
    number = next(n for n, line in enumerate(lines) if line.startswith("  trait  "))
    assert lines[number + 1].startswith(" " * lines[number].index("Add"))


def test_options_that_have_to_be_given_stand_in_the_first_line(told: Told) -> None:
    assert told("respell")[0].startswith("arrosoir respell --what ")
    assert told("respell", columns=200)[0].endswith(" --from TEXT ... --to TEXT")
    assert told("follow-up", columns=200)[0].endswith("PERSON --on DATE")


def test_what_a_value_is_is_told(told: Told) -> None:
    assert "  --met DATE" in told("edit")
    assert "  --take FIELD ..." in told("merge")
    assert told("trait", columns=200)[0].startswith("arrosoir trait PERSON tag|school|city|")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("search", "insa", "-lyon"), 0),
        (("search", "-lyon", "--limit", "1", "insa", "--json"), 0),
        (("search", "-hugo", "insa"), 0),
        (("query-address", "-zz insa"), 0),
        (("note", "Ana", "- a bike"), 0),
        (("edit", "Ana", "--cadence", "-1"), 0),
        (("search", "--limit", "-1", "insa"), 2),
        (("search", "insa", "--limit"), 2),
        (("search", "--smell", "insa"), 2),
        (("today", "-x"), 2),
    ],
)
def test_what_begins_with_a_minus_is_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], status: int
) -> None:
    data = ("--data", str(tmp_path / "a.json"))
    CommandLine([*data, "add", "Ana", "--school", "INSA Rennes", "--email", "a@x.example"]).run()
    assert CommandLine([*data, *words]).run() == status
    assert "arrosoir search" not in capsys.readouterr().out, "nobody asked for help"


def test_help_has_a_short_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert CommandLine(["search", "-h"]).run() == 0
    assert capsys.readouterr().out.startswith("arrosoir search")
