"""Verbs that set something on a card: rhythm, layer, pin, and letting the tie fade."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal, Protocol

import msgspec

from store.actions.action import Params
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.service import Done
from store.records.kinds import LAYERS, Layer
from store.words.message import Message
from tui.screens.questions import rhythm_question
from tui.screens.targets import Targets
from tui.screens.verb_host import Deed, Host, targets_shown
from tui.typed.rhythm import OWN_RHYTHM, SEEN_ANYWAY, read_rhythm


class HandIn(Protocol):
    """Hands acts of one name to the writer, as one step of undo."""

    def __call__(
        self,
        name: str,
        several: Sequence[Params],
        then: str | None = None,
        said: Message | None = None,
    ) -> None:
        """Hand them in; `said` is told instead of what the action says."""


class CardVerbs:
    """The verbs, by the id of their command."""

    def __init__(self, host: Host, hand_in: HandIn, remember: Callable[[Deed], None]) -> None:
        """Bind the screen, the way to the writer, and who is told what `.` does from now on."""
        self._host = host
        self._hand_in = hand_in
        self._remember = remember

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {
            "person.rhythm": self.rhythm,
            "person.closer": partial(self.shift_layer, closer=True),
            "person.farther": partial(self.shift_layer, closer=False),
            "person.pin": self.pin,
            "person.fade": self.fade,
        }

    def rhythm(self) -> None:
        """Ask every how many days."""
        targets = targets_shown(self._host)
        self._host.ask(
            rhythm_question(self._host.words, targets), partial(self._rhythm_set, targets)
        )

    def _rhythm_set(self, targets: Targets, text: str) -> None:
        days = read_rhythm(text)
        if days is not None:
            self._remember(lambda: self._set_rhythm(targets_shown(self._host), days))
            self._set_rhythm(targets, days)

    def _set_rhythm(self, targets: Targets, days: int) -> None:
        ids = {SEEN_ANYWAY: "tui.rhythm.set_anyway", OWN_RHYTHM: "tui.rhythm.set_own"}
        said = Message(ids.get(days, "tui.rhythm.set_every"), {"name": targets.last, "n": days})
        self._edit([Edit(person=p.id, cadence=days) for p in targets.people], said)

    def shift_layer(self, *, closer: bool) -> None:
        """One layer closer or farther."""
        self._remember(partial(self.shift_layer, closer=closer))
        moved = [
            (person, layer)
            for person in targets_shown(self._host).people
            if (layer := next_layer(person.layer, closer=closer)) is not None
        ]
        if not moved:
            self._host.say(self._host.words.say("tui.layer_end"))
            return
        last, layer = moved[-1]
        id = "tui.layer.set" if layer else "tui.layer.none"
        said = Message(id, {"name": last.name, "layer": layer})
        self._edit([Edit(person=person.id, layer=each) for person, each in moved], said)

    def pin(self) -> None:
        """To the top of their place in Today; back where all of them are there."""
        self._remember(self.pin)
        targets = targets_shown(self._host)
        pinned = not all(person.pinned for person in targets.people)
        said = Message("tui.pin.on" if pinned else "tui.pin.off", {"name": targets.last})
        self._edit([Edit(person=p.id, pinned=pinned) for p in targets.people], said)

    def _edit(self, several: list[Edit], said: Message) -> None:
        self._hand_in("edit", list(several), said=said)

    def fade(self) -> None:
        """Let the ties fade; take them up again where all of them have."""
        self._remember(self.fade)
        targets = targets_shown(self._host)
        back = all(person.status == "faded" for person in targets.people)
        faded = [Fade(person=person.id, back=back) for person in targets.people]
        self._hand_in("fade", list(faded), targets.then)


def said_instead(done: Done, said: Message, people: int) -> Done:
    """What is told instead of "changed", where something did change."""
    if not done.change_set:
        return done
    if people > 1:
        said = Message("said.many", {"n": people, "said": said})
    return msgspec.structs.replace(done, said=said)


def next_layer(layer: Layer | None, *, closer: bool) -> Layer | Literal[0] | None:
    """One layer closer or farther; 0 takes it away, None where there is none to go to."""
    if layer is None:
        return LAYERS[-1] if closer else None
    index = LAYERS.index(layer) + (-1 if closer else 1)
    if index < 0:
        return None
    return LAYERS[index] if index < len(LAYERS) else 0
