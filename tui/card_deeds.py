"""What one letter sets on cards: rhythm, layer, pin, letting the tie fade; and what is said of it.

The screen and the walk hand them in alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from store.actions.action import Params
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.service import Done
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.layer_steps import next_layer
from store.views.phrases import LAYER_WORDS
from store.views.ties import Ties
from store.words.message import Message
from tui.typed.rhythm import OWN_RHYTHM, SEEN_ANYWAY

LAYER_SET, LAYER_NONE = "tui.layer.set", "tui.layer.none"
WITH_MINUTES = "capacity.said"


class CardDeed(msgspec.Struct, frozen=True, kw_only=True):
    """One action for some people, one step of undo."""

    action: str
    several: tuple[Params, ...]
    said: Message | None = None
    """Told instead of what the action says; None leaves it at that."""
    asked: Message | None = None
    """What it makes of the minutes of a week, told behind that; None where nothing."""


def rhythm_set(people: Sequence[Person], days: int) -> CardDeed:
    """Every so many days; 0 is seen anyway, -1 the rhythm that the contacts show."""
    ids = {SEEN_ANYWAY: "tui.rhythm.set_anyway", OWN_RHYTHM: "tui.rhythm.set_own"}
    id = ids.get(days, "tui.rhythm.set_every")
    said = Message(id, {"name": people[-1].name if people else "", "n": days})
    several = tuple(Edit(person=person.id, cadence=days) for person in people)
    return CardDeed(action="edit", several=several, said=said)


def layer_shifted(people: Sequence[Person], *, closer: bool) -> CardDeed | None:
    """One layer closer or farther; None where nobody can go that way."""
    moved = [
        (person, layer)
        for person in people
        if (layer := next_layer(person.layer, closer=closer)) is not None
    ]
    if not moved:
        return None
    last, layer = moved[-1]
    id = LAYER_SET if layer else LAYER_NONE
    said = Message(id, {"name": last.name, "layer": layer})
    several = tuple(Edit(person=person.id, layer=each) for person, each in moved)
    return CardDeed(action="edit", several=several, said=said)


def with_minutes(deed: CardDeed, snapshot: Snapshot, ties: Ties) -> CardDeed:
    """A deed that says what another layer or rhythm makes of the minutes of a week.

    Args:
        deed: of `edit`.
        snapshot: the records before it.
        ties: everybody's standing in that snapshot.
    """
    # Few keys come here; the program starts without it.
    from store.views.shift_words import shift_told
    from store.views.what_if import altered, shift_of

    cards = [
        altered(snapshot.people[PersonId(each.person)], layer=each.layer, cadence=each.cadence)
        for each in deed.several
        if isinstance(each, Edit) and each.person in snapshot.people
    ]
    unlayered = all(each.layer is None and each.cadence_days is None for each in cards)
    taken = all(isinstance(each, Edit) and each.layer == 0 for each in deed.several)
    supposed = ties.day.usual if unlayered and taken else None
    told = shift_told(shift_of(snapshot, ties, cards), supposed)
    return msgspec.structs.replace(deed, asked=told)


def pin_turned(people: Sequence[Person]) -> CardDeed:
    """To the top of their place in Today; back where all of them are there."""
    pinned = not all(person.pinned for person in people)
    id = "tui.pin.on" if pinned else "tui.pin.off"
    said = Message(id, {"name": people[-1].name if people else ""})
    several = tuple(Edit(person=person.id, pinned=pinned) for person in people)
    return CardDeed(action="edit", several=several, said=said)


def fade_turned(people: Sequence[Person]) -> CardDeed:
    """Let the ties fade; take them up again where all of them have."""
    back = all(person.status == "faded" for person in people)
    several = tuple(Fade(person=person.id, back=back) for person in people)
    return CardDeed(action="fade", several=several)


def said_instead(done: Done, said: Message, people: int, asked: Message | None = None) -> Done:
    """What is told instead of "changed", where something did change.

    Args:
        done: what was done.
        said: told instead.
        people: how many it was done for.
        asked: what it makes of the minutes of a week, told behind.
    """
    if not done.change_set:
        return done
    if people > 1 and said.id in (LAYER_SET, LAYER_NONE):
        said = _layer_held(done)
    elif people > 1:
        said = Message("said.many", {"n": people, "said": said})
    if asked is not None:
        said = Message(WITH_MINUTES, {"said": said, "shift": asked})
    return msgspec.structs.replace(done, said=said)


def briefer_of(message: Message) -> Iterator[Message]:
    """What is told where there is no room for all of it, the longest first.

    What was done stands in each; of the minutes less is told, at last nothing.
    """
    said, shift = message.values.get("said"), message.values.get("shift")
    if message.id != WITH_MINUTES or not isinstance(said, Message):
        return
    # Few keys come here; the program starts without it.
    from store.views.shift_words import briefer

    for each in briefer(shift) if isinstance(shift, Message) else ():
        yield Message(WITH_MINUTES, {"said": said, "shift": each})
    yield said


def _layer_held(done: Done) -> Message:
    """How many have gone one layer on, and how many the one where most of them went now holds."""
    gone = [each.after for each in done.change_set.changes if isinstance(each.after, Person)]
    layer = Counter(each.layer for each in gone).most_common(1)[0][0]
    if layer is None:
        return Message("tui.layer.none_many", {"n": len(gone)})
    held = sum(
        each.layer == layer and each.status == "active"
        for each in done.snapshot.people.plain().values()
    )
    holds = Message("tui.layer.holds", {"layer": Message(LAYER_WORDS[layer]), "n": held})
    return Message("tui.layer.many", {"n": len(gone), "holds": holds})
