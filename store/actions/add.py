"""Add a person."""

from __future__ import annotations

from datetime import date

import msgspec

from store.actions.action import Action, Context, Outcome
from store.actions.approximate import told_interaction
from store.actions.card_fields import card_fields
from store.actions.card_params import CardParams
from store.records.change import ChangeSet, make
from store.records.clean import clean_line
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class Add(CardParams, frozen=True, kw_only=True):
    """A name, and whatever else of the card is known."""

    name: str
    last: date | None = None
    """The day of the last real talk, roughly; kept as an approximate interaction."""


def add(snapshot: Snapshot, params: Add, context: Context) -> Outcome:
    """A new person; two people may bear the same name.

    Raises:
        Refusal: where nothing is left of the name once it is clean.
    """
    name = clean_line(params.name)
    if not name:
        raise Refusal("empty_name", "problem.empty_name")
    blank = Person(id=context.new_id(), name=name, added=context.today)
    person = msgspec.structs.replace(blank, **card_fields(params, blank, snapshot))
    changes = [make(person)]
    if params.last is not None:
        talk = told_interaction(PersonId(person.id), params.last, context)
        changes.append(make(talk))
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=person.id,
        about=name,
        said=Message("said.added", {"name": name}),
    )


ADD = Action("add", Add, add)
