"""Say that two cards which resemble each other are those of two people."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import Change, ChangeSet, alter
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class SetApart(Params, frozen=True, kw_only=True):
    """The two, and whether to leave the question open again."""

    a: str
    b: str
    back: bool = False
    """They may be one person after all."""


def set_apart(snapshot: Snapshot, params: SetApart, context: Context) -> Outcome:
    """The two are not shown as doubled any more; kept on one card, which is enough.

    Raises:
        UnknownProblem: where one of both is not known.
        Refusal: where both are the same card.
    """
    one, other = person_named(snapshot, params.a), person_named(snapshot, params.b)
    if one.id == other.id:
        raise Refusal("same_person", "problem.same_card", name=one.name)
    changes: list[Change] = []
    apart = other.id in one.distinct_from or one.id in other.distinct_from
    if params.back:
        for mine, theirs in ((one, other), (other, one)):
            if theirs.id in mine.distinct_from:
                left = tuple(each for each in mine.distinct_from if each != theirs.id)
                changes.append(alter(mine, distinct_from=left))
    elif not apart:
        held = (*one.distinct_from, PersonId(other.id))
        changes.append(alter(one, distinct_from=held))
    id = "said.not_apart" if params.back else "said.apart"
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=one.id,
        about=f"{one.name}, {other.name}",
        said=Message(id, {"name": one.name, "other": other.name}),
    )


SET_APART = Action("apart", SetApart, set_apart)
