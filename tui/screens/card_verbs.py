"""Verbs that set something on a card: rhythm, layer, pin, and letting the tie fade."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from store.actions.action import Params
from store.records.ids import PersonId
from store.words.message import Message
from tui.card_deeds import (
    CardDeed,
    fade_turned,
    layer_shifted,
    pin_turned,
    rhythm_set,
    with_minutes,
)
from tui.screens.questions import rhythm_question
from tui.screens.targets import Targets
from tui.screens.verb_host import Deed, Host, targets_shown
from tui.typed.rhythm import read_rhythm
from tui.weekly_known import WeeklyKnown


class HandIn(Protocol):
    """Hands acts of one name to the writer, as one step of undo."""

    def __call__(
        self,
        name: str,
        several: Sequence[Params],
        then: str | None = None,
        said: Message | None = None,
        asked: Message | None = None,
    ) -> None:
        """Hand them in.

        Args:
            name: of the action.
            several: its parameters, once for each person.
            then: the row on which the cursor stands afterwards.
            said: told instead of what the action says.
            asked: what it makes of the minutes of a week, told behind.
        """


class CardVerbs:
    """The verbs, by the id of their command."""

    def __init__(self, host: Host, hand_in: HandIn, remember: Callable[[Deed], None]) -> None:
        """Bind the screen, the way to the writer, and who is told what `.` does from now on."""
        self._host = host
        self._hand_in = hand_in
        self._remember = remember
        self._weekly = WeeklyKnown()

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
        if self._host.fresh is not None:
            # Done by the time a number is typed.
            self._weekly.begin(self._host.fresh)
        asked = partial(self._asked, targets)
        question = rhythm_question(self._host.words, targets, asked)
        self._host.ask(question, partial(self._rhythm_set, targets))

    def _asked(self, targets: Targets, days: int) -> tuple[str, ...]:
        """What another rhythm would ask of a week; empty where nobody is there any more."""
        from store.views.shift_words import what_if_said
        from store.views.what_if import altered, what_if_all

        fresh = self._host.fresh
        if fresh is None:
            return ()
        snapshot, ties = fresh.snapshot, fresh.ties
        cards = [
            altered(snapshot.people[PersonId(each.id)], cadence=days)
            for each in targets.people
            if each.id in snapshot.people
        ]
        told = what_if_all(snapshot, ties, cards, self._weekly.of(fresh))
        return what_if_said(told, self._host.words) if cards else ()

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
            fresh = self._host.fresh
            self._do(deed if fresh is None else with_minutes(deed, fresh.snapshot, fresh.ties))

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
        self._hand_in(deed.action, deed.several, then, deed.said, deed.asked)
