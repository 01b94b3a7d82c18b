"""Turn a proposal down: it is not made again."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.clean import clean_line
from store.records.snapshot import Snapshot
from store.words.message import Message, UsageProblem


class DeclineGap(Params, frozen=True, kw_only=True):
    """Whose card, and the key of what is not so."""

    person: str
    gap: str
    """As `store.rules.proposal` makes it: `city:lyon`."""


def decline_gap(snapshot: Snapshot, params: DeclineGap, context: Context) -> Outcome:
    """Note on a card that something proposed for it is not so.

    Raises:
        UnknownProblem: where the person is not known.
        UsageProblem: where the key is empty.
    """
    person = person_named(snapshot, params.person)
    gap = clean_line(params.gap)
    if not gap:
        raise UsageProblem("empty_value", "problem.empty_value")
    known = gap in person.declined
    change = alter(person, declined=(*person.declined, gap))
    return Outcome(
        change_set=ChangeSet() if known else ChangeSet((change,)),
        id=person.id,
        about=person.name,
        said=Message("said.gap_declined", {"name": person.name}),
    )


DECLINE_GAP = Action("decline-gap", DeclineGap, decline_gap)
