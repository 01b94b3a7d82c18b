"""Commands that change something: each runs one action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.actions.add import Add
from store.actions.deceased import Deceased
from store.actions.delete import Delete
from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.follow_up import Promise
from store.actions.give import Give
from store.actions.log import Log
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.actions.pause import PauseClock
from store.actions.service import Done, Service
from store.actions.snooze import Snooze
from store.actions.sort import EndSorting, Sort
from store.actions.trip import Trip
from store.records.record import Json
from store.words.message import Problem, UsageProblem
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.spellings import RESPELL
from tui.cli.traits import TRAIT
from tui.cli.twins import APART, MERGE
from tui.cli.verb import Given, Verb, action_verb, positional
from tui.cli.week_time import BUDGET, SPENT

PERSON = positional("person")
ROW = positional("row")

MOST_STEPS = 200
"""Steps that undo and redo take in one go."""


def _turns(turn: Callable[[Service], Done], session: Session, given: Given) -> Answer:
    """Undo or redo N times; stops at the first that cannot be and keeps what was done."""
    steps = given.get("n", 1)
    try:
        count = int(str(steps))
    except ValueError:
        count = 0
    if not 1 <= count <= MOST_STEPS:
        raise UsageProblem("bad_count", "problem.bad_count", most=MOST_STEPS)
    lines: list[str] = []
    ids: list[Json] = []
    for _ in range(count):
        try:
            done = turn(session.service)
        except Problem:
            if not lines:
                raise
            break
        lines.append(session.tell(done.said))
        ids.append(done.id)
    return Answer(value={"id": ids[-1], "ids": ids}, lines=lambda: lines)


COUNT = positional("n", required=False)

WRITES: tuple[Verb, ...] = (
    action_verb("add", "cli.help.add", Add, positional("name")),
    action_verb("edit", "cli.help.edit", Edit, PERSON),
    action_verb("log", "cli.help.log", Log, positional("people", many=True)),
    action_verb("note", "cli.help.note", Note, PERSON, positional("text")),
    action_verb("follow-up", "cli.help.follow_up", Promise, PERSON),
    action_verb("give", "cli.help.give", Give, PERSON),
    action_verb("done", "cli.help.done", MarkDone, ROW),
    action_verb("snooze", "cli.help.snooze", Snooze, ROW),
    action_verb("pass", "cli.help.pass", Pass, ROW),
    action_verb("fade", "cli.help.fade", Fade, PERSON),
    action_verb("pause", "cli.help.pause", PauseClock, positional("person", required=False)),
    action_verb("trip", "cli.help.trip", Trip, positional("city")),
    SPENT,
    BUDGET,
    action_verb("deceased", "cli.help.deceased", Deceased, PERSON),
    action_verb("delete", "cli.help.delete", Delete, PERSON),
    TRAIT,
    RESPELL,
    MERGE,
    APART,
    action_verb("sort", "cli.help.sort", Sort, PERSON),
    action_verb("end-sorting", "cli.help.end_sorting", EndSorting),
    Verb(
        name="undo",
        help="cli.help.undo",
        parameters=(COUNT,),
        run=partial(_turns, Service.undo),
    ),
    Verb(
        name="redo",
        help="cli.help.redo",
        parameters=(COUNT,),
        run=partial(_turns, Service.redo),
    ),
)
