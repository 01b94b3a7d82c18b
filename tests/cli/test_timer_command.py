"""`timer start` on the command line: a name, a kind of time, or a kind and then a name."""

from __future__ import annotations

import pytest
from test_command_line import Run, run

from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.words.message import UnknownProblem
from tui.cli.timer_words import started_for

__all__ = ["run"]

NAMES = ("Björn Ek", "Callie Vidal", "Video Sam", "Prepa")


def network(*names: str) -> Snapshot:
    people: dict[str, Record] = {name: Person(id=name, name=name) for name in names}
    return snapshot_of({"people": people})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("björn ek", {"person": "Björn Ek"}),
        ("préparation", {"kind": "préparation"}),
        ("call", {"kind": "call"}),
        ("video sam", {"person": "Video Sam"}),
        ("call Björn Ek", {"kind": "call", "person": "Björn Ek"}),
        ("en personne björn ek", {"kind": "en personne", "person": "Björn Ek"}),
        ("de vive voix", {"kind": "de vive voix"}),
        ("préparation diapos du salon", {"kind": "préparation", "note": "diapos du salon"}),
        ("prepa", {"person": "Prepa"}),
        ("visi", {"kind": "visi"}),
    ],
)
def test_a_name_goes_first_then_a_kind_of_time(text: str, told: dict[str, object]) -> None:
    assert started_for(text, network(*NAMES)) == told


@pytest.mark.parametrize(
    ("text", "id", "person"),
    [
        ("xyzzy", "problem.nobody_named", "xyzzy"),
        ("call xyzzy", "problem.nobody_named", "xyzzy"),
        ("call björn", "problem.which_person", "björn"),
        ("cal", "problem.which_person", "cal"),
        ("préparation björn", "problem.which_person", "björn"),
    ],
)
def test_what_is_neither_says_which_name_nobody_has(text: str, id: str, person: str) -> None:
    with pytest.raises(UnknownProblem) as caught:
        started_for(text, network(*NAMES))
    assert (caught.value.message.id, caught.value.message.values["person"]) == (id, person)


def test_a_status_line_takes_no_style_from_a_name_and_marks_a_forgotten_timer(run: Run) -> None:
    run("add", "Ana #[fg=red]##[x")
    run("timer", "start", "Ana #[fg=red]##[x")
    assert "#[" not in run("timer").out
    assert run("--today", "2026-11-22", "timer").out.startswith("? ")


def test_started_told_and_stopped_by_words(run: Run) -> None:
    run("add", "Björn Ek")
    started = run("timer", "start", "préparation", "diapos", lang="fr").out
    assert started == "Chrono lancé\xa0: préparation.\n"
    assert run("timer").out == "preparing 0:00:00\n"
    assert run("timer", "stop", lang="fr").out == "Noté\xa0: préparation, 1 min.\n"
    assert run("timer", "start", "call", "Björn Ek").out == "Timer started: call with Björn Ek.\n"
    stopped = run("timer", "stop", "--minutes", "12", "--kind", "coffee").out
    assert stopped.startswith("Björn Ek: in person, 12 min")
    assert run("timer", "start", "--person", "Björn Ek", "prépa").status == 0
    assert run("timer", "drop").status == 0
    assert run("timer", "start", "call", "Nobody").status == 3
    assert run("timer", "start", "--person", "Björn Ek", "gardening").status == 2
