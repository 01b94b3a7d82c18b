"""Put something by for somebody whom it fits: an article, an idea, a recommendation."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, make
from store.records.clean import clean_line
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.kinds import Weight
from store.records.snapshot import Snapshot
from store.rules.promises import Gift
from store.words.message import Message, Refusal


class Give(Params, frozen=True, kw_only=True):
    """For whom, and what."""

    person: str
    kind: Gift = "article"
    note: str = ""
    """What it is, in one line."""
    weight: Weight = "small"


def give(snapshot: Snapshot, params: Give, context: Context) -> Outcome:
    """An entry of the ledger that is open until it is given.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where the person has died.
    """
    person = person_named(snapshot, params.person)
    if person.status == "deceased":
        raise Refusal("deceased", "problem.deceased_waits", name=person.name)
    said = "said.to_give_on_card" if person.status == "faded" else "said.to_give"
    waiting = Exchange(
        id=context.new_id(),
        person=PersonId(person.id),
        direction="given",
        kind=params.kind,
        weight=params.weight,
        on=context.today,
        note=clean_line(params.note),
    )
    return Outcome(
        change_set=ChangeSet((make(waiting),)),
        id=waiting.id,
        about=person.name,
        said=Message(said, {"name": person.name}),
    )


GIVE = Action("give", Give, give)
