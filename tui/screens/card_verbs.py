"""Verbs that set something on a card: rhythm, layer, pin, and letting the tie fade."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from store.actions.action import Params
from store.words.message import Message
from tui.card_deeds import CardDeed, fade_turned, layer_shifted, pin_turned, rhythm_set
from tui.screens.questions import rhythm_question
from tui.screens.targets import Targets
from tui.screens.verb_host import Deed, Host, targets_shown
from tui.typed.rhythm import read_rhythm


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
        self._do(rhythm_set(targets.people, days))

    def shift_layer(self, *, closer: bool) -> None:
        """One layer closer or farther."""
        self._remember(partial(self.shift_layer, closer=closer))
        deed = layer_shifted(targets_shown(self._host).people, closer=closer)
        if deed is None:
            self._host.say(self._host.words.say("tui.layer_end"))
        else:
            self._do(deed)

    def pin(self) -> None:
        """To the top of their place in Today; back where all of them are there."""
        self._remember(self.pin)
        self._do(pin_turned(targets_shown(self._host).people))

    def fade(self) -> None:
        """Let the ties fade; take them up again where all of them have."""
        self._remember(self.fade)
        targets = targets_shown(self._host)
        self._do(fade_turned(targets.people), targets.then)

    def _do(self, deed: CardDeed, then: str | None = None) -> None:
        self._hand_in(deed.action, deed.several, then, deed.said)
