"""`import`: address books from files and folders, or from the standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.confirming import confirm, is_answerable
from tui.cli.import_lines import import_lines
from tui.cli.import_progress import ProgressLine
from tui.cli.import_typed import choices_of, names_of, piped_of
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional
from tui.intake import commit_plan, read_plan

if TYPE_CHECKING:
    from store.formats.choices import Choices
    from store.formats.plan import ImportHow, Plan
    from store.records.snapshot import Snapshot


def _import(session: Session, given: Given) -> Answer:
    """Read, plan, ask where that is wanted or the plan is a big one, commit as one step of undo.

    Nothing is written before all is answered; whoever breaks off has changed nothing.
    """
    # The formats take longer to load than the other commands take to run.
    from store.formats.plan import needs_confirmation, plan_answer

    how = _how(given)
    dry = bool(given.get("dry_run"))
    asks = how == "ask" and not dry and session.asks and is_answerable()
    seen = session.service.snapshot
    choices = choices_of(given)
    plan = _read(session, given, "merge" if asks else how, choices)
    if asks:
        plan = _asked(session, plan, seen)
    if not dry and plan.change_set:
        if needs_confirmation(plan, seen) and not given.get("yes"):
            confirm(session, len(plan.changed), len(plan.removed))
        commit_plan(session.service, plan, seen)
    value = plan_answer(plan, session.words)
    return Answer(
        value=value,
        lines=lambda: import_lines(
            session,
            plan,
            seen,
            done=bool(plan.change_set) and not dry,
            people=dry or (how == "ask" and not asks),
            dry=dry,
            typed=choices.columns,
        ),
        status=0 if plan.files else 1,
    )


def _read(session: Session, given: Given, how: ImportHow, choices: Choices) -> Plan:
    names = names_of(given)
    progress = ProgressLine(session.words, wanted=session.asks)
    try:
        return read_plan(
            session.service,
            [name for name in names if name != "-"],
            how,
            only_format=cast("str | None", given.get("format")),
            progress=progress,
            choices=choices,
            piped=piped_of(names, free=session.asks),
        )
    finally:
        progress.clear()


def _asked(session: Session, plan: Plan, seen: Snapshot) -> Plan:
    from store.formats.choosing import chosen
    from tui.cli.import_asking import Asking

    return chosen(plan, Asking(session, plan, seen).decisions(), seen)


def _how(given: Given) -> ImportHow:
    from store.formats.plan import IMPORT_HOWS

    wanted = given.get("as", "merge")
    for each in IMPORT_HOWS:
        if each == wanted:
            return each
    raise UsageProblem("bad_parameter", "problem.bad_value", name="as")


IMPORT = Verb(
    name="import",
    help="cli.help.import",
    parameters=(
        positional("paths", many=True),
        Parameter(name="format"),
        Parameter(name="dry_run", shape="flag"),
        Parameter(name="as", choices=("skip", "merge", "ask")),
        Parameter(name="charset", value="NAME"),
        Parameter(name="map", many=True, value="COLUMN=FIELD"),
        Parameter(name="yes", shape="flag"),
    ),
    run=_import,
)
