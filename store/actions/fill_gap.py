"""Take a proposal: write on a card what is probably so."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.actions.trait import with_trait
from store.records.change import ChangeSet, alter
from store.records.clean import clean_line
from store.records.snapshot import Snapshot
from store.rules.proposal import Gap
from store.words.message import Message, UsageProblem


class FillGap(Params, frozen=True, kw_only=True):
    """Whose card, and what is written there."""

    person: str
    what: Gap
    value: str


def fill_gap(snapshot: Snapshot, params: FillGap, context: Context) -> Outcome:
    """Add a tag or a city, or set the organisation where there is none; nothing is replaced.

    Raises:
        UnknownProblem: where the person is not known.
        UsageProblem: where the value is empty.
    """
    person = person_named(snapshot, params.person)
    value = clean_line(params.value)
    if not value:
        raise UsageProblem("empty_value", "problem.empty_value")
    fields: dict[str, object]
    if params.what == "org":
        fields = {} if person.org else {"org": value}
    else:
        fields = with_trait(person, params.what, value, remove=False)
    return Outcome(
        change_set=ChangeSet((alter(person, **fields),) if fields else ()),
        id=person.id,
        about=person.name,
        said=Message("said.trait_added", {"name": person.name, "value": value}),
    )


FILL_GAP = Action("fill-gap", FillGap, fill_gap)
