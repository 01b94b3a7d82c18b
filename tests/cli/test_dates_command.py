"""Dates of the year on the command line: `--date`, `show`, and the rows that they bring."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out, err."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        options = ["--data", str(tmp_path / "a.json"), "--today", "2026-11-20", "--lang", lang]
        status = CommandLine([*options, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def ada(run: Run) -> str:
    told = run("add", "Ada", "--date", "wedding=2015-11-21", "--date", "start=--11-24", "--json")
    return str(json.loads(told[1])["id"])


def test_the_option_repeats_and_an_edit_replaces_the_list(run: Run, ada: str) -> None:
    assert json.loads(run("show", "Ada", "--json")[1])["dates"] == [
        {"name": "wedding", "on": "2015-11-21"},
        {"name": "start", "on": "--11-24"},
    ]
    assert run("edit", "Ada", "--date", "move to Lyon=--02-29")[0] == 0
    assert json.loads(run("show", "Ada", "--json")[1])["dates"] == [
        {"name": "move to Lyon", "on": "--02-29"}
    ]


def test_show_prints_them_in_words(run: Run, ada: str) -> None:
    assert "  other dates  wedding (21 Nov 2015), start (24 Nov)\n" in run("show", "Ada")[1]
    said = run("show", "Ada", lang="fr")[1]
    assert "  autres dates  wedding (21 nov. 2015), start (24 nov.)\n" in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "“wedding=soon” is not a date with its name: write wedding=2015-06-12"),
        ("fr", "« wedding=soon » n'est pas une date avec son nom : écrivez mariage=2015-06-12"),
    ],
)
def test_a_wrong_one_is_refused_with_how_to_write_it(
    run: Run, ada: str, lang: str, said: str
) -> None:
    status, _, err = run("edit", "Ada", "--date", "wedding=soon", lang=lang)
    assert status == 2
    assert said in err.replace("\N{NO-BREAK SPACE}", " ")


def test_a_row_answers_programs_and_can_be_put_off_and_done(run: Run, ada: str) -> None:
    rows = json.loads(run("today", "--json")[1])
    assert [(row["id"], row["group"], row["reason"]) for row in rows] == [
        (
            f"date:{ada}:11-21",
            "occasion",
            {"code": "date", "on": "2026-11-21", "days": 1, "years": 11, "name": "wedding"},
        ),
        (
            f"date:{ada}:11-24",
            "occasion",
            {"code": "date", "on": "2026-11-24", "days": 4, "name": "start"},
        ),
    ]
    assert run("snooze", f"date:{ada}:11-21", "--until", "2d")[0] == 0
    assert [row["id"] for row in json.loads(run("today", "--json")[1])] == [f"date:{ada}:11-24"]
    assert run("done", f"date:{ada}:11-24")[0] == 0
    assert json.loads(run("today", "--json")[1]) == []


def test_the_days_of_what_is_said_read_well(run: Run, ada: str) -> None:
    assert run("snooze", "Ada", "--until", "tomorrow")[1] == "Ada, again tomorrow.\n"
    assert run("follow-up", "Ada", "--on", "tomorrow")[1] == "Ada, follow-up tomorrow.\n"
    assert run("follow-up", "Ada", "--on", "3w")[1] == "Ada, follow-up on Fri 11 Dec.\n"
    pause = ("pause", "Ada", "--from", "today", "--until")
    assert "jusqu'à demain" in run(*pause, "demain", lang="fr")[1]
    assert "jusqu'au ven. 11 déc." in run(*pause, "2026-12-11", lang="fr")[1]
