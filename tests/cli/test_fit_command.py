"""`fit MINUTES`: the rows that fill some minutes, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from walk_trial import TODAY, network

from store.disk.new_file import write_new
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Amélie (20 min) and Tomás (5 min) were promised something, Björn (20 min) is due a call."""
    path = tmp_path / "network.json"
    write_new(path, network())

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        there = ["--data", str(path), "--today", TODAY.isoformat(), "--lang", lang]
        status = CommandLine([*there, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out.replace("\N{NO-BREAK SPACE}", " "), err

    return call


def test_it_tells_the_whole_each_row_with_its_reason_and_what_would_come_next(run: Run) -> None:
    status, out, err = run("fit", "30")
    assert (status, err) == (0, "")
    first, amelie, tomas, after = out.splitlines()
    assert first == "30 min: 1 call, 1 message, 5 left"
    assert amelie.startswith("  Amélie Roussel")
    assert amelie.endswith("the intro to Jean-Marc · call, 20 min · promised")
    assert tomas.endswith("message, 5 min · promised")
    assert after == "Next would come Björn Ek (20 min): longer than what is left"


def test_in_french_and_with_hours(run: Run) -> None:
    _, out, _ = run("fit", "1h30", lang="fr")
    assert out.startswith("1 h 30 : 2 appels, 1 message, reste 45\n")
    assert out.endswith("le temps suffit\n")
    _, out, _ = run("fit", "20 min", lang="fr")
    assert "Promis, mais trop long pour ce temps : Tomás Herrera (5 min)" in out


def test_programs_get_every_row_once_each_with_a_code(run: Run) -> None:
    _, out, _ = run("fit", "30", "--json")
    answer = json.loads(out)
    assert [answer[key] for key in ("minutes", "used", "left")] == [30, 25, 5]
    assert [(row["person"]["name"], row["why"]) for row in answer["rows"]] == [
        ("Amélie Roussel", "promised"),
        ("Tomás Herrera", "promised"),
    ]
    assert [(row["person"]["name"], row["why"]) for row in answer["left_out"]] == [
        ("Björn Ek", "long")
    ]
    _, today, _ = run("today", "--json")
    rows = {row["id"]: row for row in json.loads(today)}
    for row in answer["rows"] + answer["left_out"]:
        assert rows[row["id"]] == {name: value for name, value in row.items() if name != "why"}


def test_explained_it_opens_the_rows_that_fit(run: Run) -> None:
    _, out, _ = run("fit", "20", "--explain", "--json")
    answer = json.loads(out)
    assert answer["rows"][0]["explain"]
    assert not any("explain" in row for row in answer["left_out"])
    assert [(row["gain"], row["needs"]) for row in answer["rows"]] == [(None, 20)]
    gains = {row["person"]["name"]: row["gain"] for row in answer["left_out"]}
    assert gains["Tomás Herrera"] is None, "a promise is not weighed"
    assert gains["Björn Ek"] > 0
    _, out, _ = run("fit", "20", "--explain")
    assert "Amélie Roussel: Promised for Tue 17 Nov" in out
    assert f"Björn Ek (20 min): {gains['Björn Ek']:.3f}; longer than what is left" in out


def test_it_says_what_it_cannot_do_and_that_nothing_fits(run: Run, tmp_path: Path) -> None:
    status, out, err = run("fit", "lots")
    assert (status, out) == (2, "")
    assert "lots" in err
    status, out, _ = run("fit", "3")
    assert (status, out.splitlines()[0]) == (0, "Nothing of today fits into 3 min")
    status, out, _ = run("--data", str(tmp_path / "none.json"), "fit", "45")
    assert (status, out) == (0, "Nobody is due.\n")
    status, out, _ = run("--data", str(tmp_path / "none.json"), "fit", "45", "--json")
    assert json.loads(out) == {"minutes": 45, "used": 0, "left": 45, "rows": [], "left_out": []}
