"""`capacity`: the promise, the seats, who takes most, and what a change would make of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out and err."""

    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        words = ("--data", path, "--today", "2026-11-20", "--lang", lang, *words)
        status = CommandLine(list(words)).run()
        assert isinstance(status, int)
        told = capsys.readouterr()
        return status, told.out + told.err

    return call


def test_the_command_line_tells_what_rhythms_ask_for(run: Run) -> None:
    run("add", "Ada Ek", "--layer", "15")
    run("add", "Bo Sand", "--cadence", "7")
    run("add", "Cy Lund", "--cadence", "0")
    status, out = run("capacity")
    assert status == 0
    said = "Your rhythms promise 8.1 min a week; the budget is 2 h."
    assert out.startswith(f"{said}\n2 people count.")
    assert "Without minutes: 1 seen anyway." in out
    assert "  layer 15        1 of 15      3.1 min" in out
    assert out.index("Bo Sand") < out.index("Ada Ek")
    assert "Ada Ek" not in run("capacity", "--limit", "1")[1]
    assert "Bo Sand" not in run("capacity", "--layer", "15")[1]
    _, french = run("capacity", lang="fr")
    assert french.startswith("Vos rythmes promettent 8,1 min par semaine")
    assert re.search(r"Bo Sand +7 j fixé +5,0 +5,0 +=", french) is not None


def test_one_person_is_told_with_what_was_set_and_why_a_layer_moves_it(run: Run) -> None:
    run("add", "Ada Ek", "--layer", "150")
    run("add", "Bo Sand", "--cadence", "90", "--layer", "5")
    for day in ("2026-11-01", "2026-10-01", "2026-09-01"):
        run("log", "Bo Sand", "--kind", "call", "--minutes", "10", "--on", day)
    told = " ".join(run("capacity", "Bo Sand")[1].split())
    assert "Bo Sand: about 0.8 min a week." in told
    assert "every 90 days, as you set; in fact every ~4 weeks." in told
    assert "One layer farther: as now." in told
    assert "The rhythm you set counts: a layer changes nothing here." in told
    ada = " ".join(run("capacity", "Ada Ek")[1].split())
    assert "Without a layer: no minutes so far." in ada
    assert "A layer changes the gap supposed at first" in ada
    answer = json.loads(run("capacity", "Bo Sand", "--json")[1])
    assert (answer["every_days"], answer["rhythm_set"]) == (90, True)
    assert 40 < answer["usual_gap_days"] < 60


def test_what_if_is_what_the_command_says_once_it_is_done(run: Run) -> None:
    run("add", "Ada Ek", "--layer", "15")
    run("add", "Bo Sand", "--cadence", "7")
    said = run("capacity", "Ada Ek", "--layer", "5")[1]
    assert "Then about 6.7 min a week instead of 3.1 min; 12 min in all." in said
    asked = json.loads(run("capacity", "Ada Ek", "--layer", "5", "--cadence", "30", "--json")[1])
    assert asked["what_if"]["before"] == asked["weekly"]
    run("edit", "Ada Ek", "--layer", "5", "--cadence", "30")
    after = json.loads(run("capacity", "--json")[1])
    assert asked["what_if"]["total_after"] == after["minutes"]
    none = json.loads(run("capacity", "Ada Ek", "--layer", "0", "--cadence", "-1", "--json")[1])
    assert none["what_if"]["not_counted"] == "not_yet"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("capacity", "--cadence", "30"), 2),
        (("capacity", "Ada Ek", "--cadence", "-2"), 2),
        (("capacity", "Ada Ek", "--layer", "7"), 2),
        (("capacity", "Nobody"), 3),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Run, words: tuple[str, ...], status: int) -> None:
    run("add", "Ada Ek")
    assert run(*words)[0] == status
