"""Let a tie fade, or take it up again."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class Fade(Params, frozen=True, kw_only=True):
    """Whose tie; `back` takes it up again."""

    person: str
    back: bool = False


def fade(snapshot: Snapshot, params: Fade, context: Context) -> Outcome:
    """No heat, no queue; still found by search.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where the person has died.
    """
    person = person_named(snapshot, params.person)
    if person.status == "deceased":
        raise Refusal("deceased", "problem.deceased", name=person.name)
    wanted = "active" if params.back else "faded"
    changes = () if person.status == wanted else (alter(person, status=wanted),)
    return Outcome(
        change_set=ChangeSet(changes),
        id=person.id,
        about=person.name,
        said=Message("said.taken_up" if params.back else "said.faded", {"name": person.name}),
    )


FADE = Action("fade", Fade, fade)
