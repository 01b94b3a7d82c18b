"""Stop the clock for some days, for one person or for everybody."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.me import ME
from store.records.person import Pause
from store.records.snapshot import Snapshot
from store.words.day_messages import until_day
from store.words.message import Message, UsageProblem


class PauseClock(Params, frozen=True, kw_only=True, rename={"start": "from"}):
    """From which day until which, both included; without a person, everybody's clock stops."""

    start: date
    until: date
    person: str = ""


def pause(snapshot: Snapshot, params: PauseClock, context: Context) -> Outcome:
    """Days that count for nothing.

    Raises:
        UnknownProblem: where the person is not known.
        UsageProblem: where the last day comes before the first.
    """
    if params.until < params.start:
        raise UsageProblem("bad_period", "problem.bad_period", until=params.until)
    added = Pause(start=params.start, until=params.until)
    over = params.until < context.today
    last = params.until if over else until_day(params.until, context.today)
    values: dict[str, object] = {"start": params.start, "until": last}
    if not params.person:
        me = snapshot.me
        change = me_change(snapshot, pauses=(*me.pauses, added))
        said = Message("said.paused_all_over" if over else "said.paused_all", values)
        return Outcome(change_set=ChangeSet((change,)), id=ME, said=said)
    person = person_named(snapshot, params.person)
    return Outcome(
        change_set=ChangeSet((alter(person, pauses=(*person.pauses, added)),)),
        id=person.id,
        about=person.name,
        said=Message(
            "said.paused_over" if over else "said.paused", {"name": person.name, **values}
        ),
    )


PAUSE = Action("pause", PauseClock, pause)
