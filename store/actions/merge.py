"""Make one person of two cards: one stays, with all that is known of both."""

from __future__ import annotations

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.repointing import repointed
from store.actions.resolve import person_named
from store.records.change import Change, ChangeSet, remove
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.united_card import CHOOSABLE, LIST_FIELDS, Side, united
from store.words.message import Message, Refusal, UsageProblem


class Merge(Params, frozen=True, kw_only=True):
    """Whose card stays, whose goes, and what was chosen of each."""

    a: str
    b: str
    take: tuple[str, ...] = ()
    """Fields in which the value of `b` stands in the place of that of `a`."""
    sides: dict[str, Side] = msgspec.field(default_factory=dict)
    """By field `a`, `b` or, of lists and notes, `both`; what is named nowhere is put together."""


def merge(snapshot: Snapshot, params: Merge, context: Context) -> Outcome:
    """The two cards become one; whatever names the one that goes names the other from now on.

    Raises:
        UnknownProblem: where one of both is not known.
        Refusal: where both are the same card.
        UsageProblem: where a field is not one to choose a side of.
    """
    stays, goes = person_named(snapshot, params.a), person_named(snapshot, params.b)
    if stays.id == goes.id:
        raise Refusal("same_person", "problem.same_card", name=stays.name)
    moved = repointed(snapshot, PersonId(stays.id), PersonId(goes.id))
    card = united(stays, goes, _sides(params), context.today, moved.aside)
    card = msgspec.structs.replace(
        card,
        deferrals=tuple(
            msgspec.structs.replace(each, row=moved.kept_as.get(each.row, each.row))
            for each in card.deferrals
        ),
    )
    changes = [*moved.changes, remove(goes)]
    if card != stays:
        changes.insert(0, Change("people", stays.id, stays, card))
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=stays.id,
        about=card.name,
        said=_said(card, goes),
    )


def _said(card: Person, goes: Person) -> Message:
    if card.name == goes.name:
        return Message("said.merged_namesakes", {"name": card.name})
    return Message("said.merged", {"name": card.name, "other": goes.name})


def _sides(params: Merge) -> dict[str, Side]:
    sides: dict[str, Side] = {**dict.fromkeys(params.take, "b"), **params.sides}
    for field, side in sides.items():
        if field not in CHOOSABLE:
            fields = ", ".join(CHOOSABLE)
            raise UsageProblem("bad_field", "problem.no_side", field=field, fields=fields)
        if side == "both" and field not in LIST_FIELDS:
            raise UsageProblem("bad_side", "problem.not_both", field=field)
    return sides


MERGE = Action("merge", Merge, merge)
