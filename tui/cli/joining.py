"""`join`: another copy of the data file, merged into this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from store.records.record import Json
from store.records.snapshot import Snapshot
from store.views.attached import with_parts_told
from store.words.field_words import field_word
from store.words.message import Message, UsageProblem
from tui.cli.answer import Answer
from tui.cli.confirming import confirm
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional
from tui.intake import expanded

if TYPE_CHECKING:
    from store.actions.joining import Joined, Kept

SHOWN = 20
"""Differences told one by one in plain text; --json tells all."""

LONGEST = 60
"""Signs of a value in plain text."""


def _join(session: Session, given: Given) -> Answer:
    """Read, lay together, ask where much would change, commit as one step of undo."""
    # Loaded only for the one command that needs it.
    from store.actions.sweeping import sweep_of, sweeps
    from tui.other_copy import commit_joined, joined, joined_message, read_copy

    name = given.get("file")
    if not isinstance(name, str) or not name:
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name="file")
    path = expanded(name)
    if session.path is not None and path.resolve() == session.path.resolve():
        raise UsageProblem("join_itself", "problem.join_itself", path=name)
    plan = joined(session.service, read_copy(path))
    seen = session.service.snapshot
    if not given.get("dry_run") and plan.change_set:
        if sweeps(plan.change_set, seen) and not given.get("yes"):
            sweep = sweep_of(plan.change_set)
            confirm(session, len(sweep.changed), len(sweep.removed))
        commit_joined(session.service, plan, path.name, seen)
    said = joined_message(plan)
    return Answer(value=_value(plan, seen), lines=lambda: _lines(session, plan, seen, said))


def _value(plan: Joined, seen: Snapshot) -> dict[str, Json]:
    """The stable keys; the first four count people."""
    kept: list[Json] = [
        {
            "table": each.table,
            "id": each.id,
            "about": each.about,
            "field": each.field,
            "ours": with_parts_told(each.field, each.ours),
            "theirs": with_parts_told(each.field, each.theirs),
        }
        for each in plan.kept
    ]
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "removed": len(plan.removed),
        "same": plan.same,
        "records": _other_records(plan),
        "kept": kept,
        "forgotten": plan.forgotten,
        "removed_here": plan.removed_here,
        "forgotten_there": [
            {"id": person, "name": seen.people[person].name} for person in plan.forgotten_there
        ],
        "alike": plan.alike,
    }


def _other_records(plan: Joined) -> int:
    """How many records change that are not cards of people."""
    return sum(change.table != "people" for change in plan.change_set.changes)


def _lines(session: Session, plan: Joined, seen: Snapshot, said: Message) -> Iterator[str]:
    say = session.words.say
    yield session.tell(said)
    records = _other_records(plan)
    if records:
        yield say("cli.join.records", n=records)
    if plan.kept:
        yield say("cli.join.kept", n=len(plan.kept))
        for each in plan.kept[:SHOWN]:
            yield "  " + _difference(session, each)
        if len(plan.kept) > SHOWN:
            yield "  " + say("cli.more_refused", n=len(plan.kept) - SHOWN)
    if plan.removed_here:
        yield say("cli.join.removed_here", n=plan.removed_here)
    if plan.forgotten:
        yield say("cli.join.forgotten", n=plan.forgotten)
    if plan.forgotten_there:
        names = ", ".join(seen.people[person].name for person in plan.forgotten_there)
        yield say("cli.join.forgotten_there", names=names)
    if plan.alike:
        yield say("cli.join.alike", n=plan.alike)


def _difference(session: Session, kept: Kept) -> str:
    field = field_word(kept.field, session.words)
    return session.words.say(
        "cli.join.difference",
        what=f"{kept.about}, {field}" if kept.about else field,
        ours=_short(with_parts_told(kept.field, kept.ours)),
        theirs=_short(with_parts_told(kept.field, kept.theirs)),
    )


def _short(value: Json) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        text = ", ".join(map(str, value))
    else:
        text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


JOIN = Verb(
    name="join",
    help="cli.help.join",
    parameters=(
        positional("file"),
        Parameter(name="dry_run", shape="flag"),
        Parameter(name="yes", shape="flag"),
    ),
    run=_join,
)
