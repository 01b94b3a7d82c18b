"""`untouched`: who, since when; looking changes nothing unless it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

TODAY = "2026-11-20"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command over Léa (2015, talked to in 2024), Odile (2019) and Rémi (2021-11-21)."""

    def call(*words: str, lang: str = "en", today: str = TODAY) -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        outcome = CommandLine(["--data", path, "--today", today, "--lang", lang, *words]).run()
        assert isinstance(outcome, int)
        return outcome, capsys.readouterr().out

    call("add", "Léa Petit", today="2015-01-01")
    call("log", "Léa Petit", "--kind", "call", today="2024-05-06")
    call("add", "Odile Martin", today="2019-03-04")
    call("add", "Rémi Duval", today="2021-11-21")
    return call


def names(out: str) -> list[str]:
    return [row["person"]["name"] for row in json.loads(out)]


def acts(run: Run) -> list[str]:
    return [entry["action"] for entry in json.loads(run("history", "--json")[1])]


def test_it_lists_who_and_since_when(run: Run) -> None:
    status, out = run("untouched", "--json")
    assert status == 0
    (row,) = json.loads(out)
    assert set(row) == {"person", "since"}
    assert set(row["person"]) == {"id", "name"}
    assert (row["person"]["name"], row["since"]) == ("Odile Martin", "2019-03-04")
    assert run("untouched")[1].split() == ["Odile", "Martin", "4", "Mar", "2019"]
    assert run("untouched", lang="fr")[1].split() == ["Odile", "Martin", "4", "mars", "2019"]


def test_other_years_may_be_asked_for(run: Run) -> None:
    _, out = run("untouched", "--years", "2", "--json")
    assert names(out) == ["Odile Martin", "Rémi Duval", "Léa Petit"]


@pytest.mark.parametrize("years", ["0", "-1", "51"])
def test_years_that_cannot_be_are_refused(run: Run, years: str) -> None:
    status, out = run("untouched", "--years", years, "--json")
    assert status == 2
    assert json.loads(out)["error"] == {"code": "bad_years", "message": "Years go from 1 to 50."}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "No card has been untouched for 20 years.\n"),
        ("fr", "Aucune fiche n'est sans mouvement depuis 20 ans.\n"),
    ],
)
def test_nobody_is_an_answer_too(run: Run, lang: str, said: str) -> None:
    assert run("untouched", "--years", "20", "--json") == (0, "[]\n")
    assert run("untouched", "--years", "20", lang=lang) == (0, said)


def test_looking_is_noted_only_where_that_is_asked_for(run: Run) -> None:
    before = acts(run)
    listed = run("untouched", "--json")
    assert acts(run) == before
    assert run("untouched", "--looked-over", "--json") == listed
    assert run("untouched", "--looked-over", "--json") == listed
    assert acts(run) == ["look-over", *before]
    assert "look over untouched cards" in run("undo")[1]
