"""`import`: address books from files and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.confirming import confirm
from tui.cli.gaps import gaps_found
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional
from tui.intake import commit_plan, imported_message, read_plan

if TYPE_CHECKING:
    from store.formats.plan import ImportHow, Plan

SHOWN = 20
"""Refused pieces told one by one in plain text; --json tells all."""


def _import(session: Session, given: Given) -> Answer:
    """Read, plan, ask where the plan is a big one, commit as one step of undo."""
    # The formats take longer to load than the other commands take to run.
    from store.formats.plan import needs_confirmation

    names = given.get("paths")
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list | tuple) or not names:
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name="paths")
    service = session.service
    seen = service.snapshot
    plan = read_plan(
        service,
        [str(name) for name in names],
        _how(given),
        only_format=cast("str | None", given.get("format")),
    )
    if not given.get("dry_run") and plan.change_set:
        if needs_confirmation(plan, seen) and not given.get("yes"):
            confirm(session, len(plan.changed), len(plan.removed))
        commit_plan(service, plan, seen)
    return _told(session, plan, done=bool(plan.change_set) and not given.get("dry_run"))


def _how(given: Given) -> ImportHow:
    from store.formats.plan import IMPORT_HOWS

    wanted = given.get("as", "merge")
    for each in IMPORT_HOWS:
        if each == wanted:
            return each
    raise UsageProblem("bad_parameter", "problem.bad_value", name="as")


def _told(session: Session, plan: Plan, *, done: bool) -> Answer:
    from store.formats.plan import plan_answer

    value = plan_answer(plan, session.words)
    return Answer(
        value=value, lines=lambda: _lines(session, plan, done), status=0 if plan.files else 1
    )


def _lines(session: Session, plan: Plan, done: bool) -> list[str]:
    lines = [session.tell(imported_message(plan))]
    for refused in plan.refused[:SHOWN]:
        place = f"{refused.file}:{refused.line}" if refused.line else refused.file
        lines.append(f"  {place}: {session.tell(refused.why)}")
    if len(plan.refused) > SHOWN:
        lines.append("  " + session.words.say("cli.more_refused", n=len(plan.refused) - SHOWN))
    gaps = len(gaps_found(session)) if done else 0
    if gaps:
        lines.append(session.words.say("cli.gaps.after_import", n=gaps))
    return lines


IMPORT = Verb(
    name="import",
    help="cli.help.import",
    parameters=(
        positional("paths", many=True),
        Parameter(name="format"),
        Parameter(name="dry_run", shape="flag"),
        Parameter(name="as", choices=("skip", "merge", "ask")),
        Parameter(name="yes", shape="flag"),
    ),
    run=_import,
)
