"""Edit a person."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome
from store.actions.approximate import told_interaction
from store.actions.card_fields import card_fields
from store.actions.card_params import CardParams
from store.actions.new_job import new_job
from store.actions.resolve import person_named
from store.records.change import Change, ChangeSet, alter, make
from store.records.clean import clean_line
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class Edit(CardParams, frozen=True, kw_only=True):
    """A person, and the fields to set anew."""

    person: str
    name: str | None = None
    last: date | None = None
    """The day of the last real talk, roughly; kept as an approximate interaction."""


def edit(snapshot: Snapshot, params: Edit, context: Context) -> Outcome:
    """Set fields of a card.

    Raises:
        UnknownProblem: where the person, or somebody whom the card names, is not known.
        UsageProblem: where a value cannot be meant.
        Refusal: where the new name is empty, or the card would name its own person.
    """
    person = person_named(snapshot, params.person)
    fields = card_fields(params, person, snapshot)
    if params.name is not None:
        fields["name"] = clean_line(params.name)
        if not fields["name"]:
            raise Refusal("empty_name", "problem.empty_name")
    fields |= new_job(person, fields, context.today)
    changes: list[Change] = []
    changed = alter(person, **fields)
    if changed.after != person:
        changes.append(changed)
    if params.last is not None:
        changes.append(make(told_interaction(PersonId(person.id), params.last, context)))
    name = str(fields.get("name", person.name))
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=person.id,
        about=name,
        said=Message("said.edited", {"name": name}),
    )


EDIT = Action("edit", Edit, edit)
