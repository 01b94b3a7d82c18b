"""What one letter sets on cards: rhythm, layer, pin, letting the tie fade; and what is said of it.

The screen and the walk hand them in alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from store.actions.action import Params
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.service import Done
from store.records.kinds import LAYERS, Layer
from store.records.person import Person
from store.views.phrases import LAYER_WORDS
from store.words.message import Message
from tui.typed.rhythm import OWN_RHYTHM, SEEN_ANYWAY

LAYER_SET, LAYER_NONE = "tui.layer.set", "tui.layer.none"


class CardDeed(msgspec.Struct, frozen=True, kw_only=True):
    """One action for some people, one step of undo."""

    action: str
    several: tuple[Params, ...]
    said: Message | None = None
    """Told instead of what the action says; None leaves it at that."""


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


def said_instead(done: Done, said: Message, people: int) -> Done:
    """What is told instead of "changed", where something did change."""
    if not done.change_set:
        return done
    if people > 1 and said.id in (LAYER_SET, LAYER_NONE):
        said = _layer_held(done)
    elif people > 1:
        said = Message("said.many", {"n": people, "said": said})
    return msgspec.structs.replace(done, said=said)


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


def next_layer(layer: Layer | None, *, closer: bool) -> Layer | Literal[0] | None:
    """One layer closer or farther; 0 takes it away, None where there is none to go to."""
    if layer is None:
        return LAYERS[-1] if closer else None
    index = LAYERS.index(layer) + (-1 if closer else 1)
    if index < 0:
        return None
    return LAYERS[index] if index < len(LAYERS) else 0
