"""A last talk told from memory."""

from __future__ import annotations

from datetime import date

from store.actions.action import Context
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.words.message import Refusal


def told_interaction(person: PersonId, on: date, context: Context) -> Interaction:
    """The last real talk as the user remembers it: a call, its day a guess.

    Raises:
        Refusal: where the day has not come yet.
    """
    if on > context.today:
        raise Refusal("future_last", "problem.future_last", day=on)
    return Interaction(
        id=context.new_id(), people=(person,), kind="call", on=on, minutes=0, approximate=True
    )
