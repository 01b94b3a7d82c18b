"""Letters about a person, with or without a row: talks, notes, the card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from store.actions.add import Add
from store.actions.log import Log
from store.actions.note import Note
from store.records.ids import PersonId
from store.records.kinds import Kind
from store.views.phrases import kind_word
from tui.card_deeds import (
    CardDeed,
    fade_turned,
    layer_shifted,
    pin_turned,
    rhythm_set,
    with_minutes,
)
from tui.cli.walking.doing import Doing
from tui.typed.capture import Capture
from tui.typed.rhythm import read_rhythm


class PersonActs:
    """The acts on people. Each raises a `Problem` where it is refused."""

    def __init__(self, doing: Doing) -> None:
        """Bind what carries them out."""
        self._doing = doing

    def table(self) -> Mapping[str, Callable[[str], None]]:
        """Letter to act."""
        return {
            "c": self.talked,
            "n": self.note,
            "r": self.rhythm,
            "<": partial(self.shift_layer, closer=True),
            ">": partial(self.shift_layer, closer=False),
            "P": self.pin,
            "A": self.fade,
            "a": self.add,
        }

    def talked(self, rest: str = "") -> None:
        """A talk in one line; a day to come plans it."""
        turn = self._doing.host.turn
        person = self._doing.person()
        if person is None or turn is None:
            return
        kind: Kind = turn.row.step if turn.row is not None else person.prefers or "call"
        told = kind_word(kind, self._doing.host.words)
        text = rest or self._doing.asked("c", "walk.ask.talked", person.name, empty=True, kind=told)
        if text is not None:
            self._log(self._doing.read(text), kind)

    def _log(self, told: Capture, kind: Kind) -> None:
        person = self._doing.person()
        if person is None:
            return
        params = Log(
            people=(person.id,),
            kind=told.kind or kind,
            minutes=told.minutes,
            note=told.note,
            on=told.on,
        )
        self._doing.perform("log", params, also=self._doing.kept(told))
        self._doing.last = partial(self._log, told, kind)

    def note(self, rest: str = "") -> None:
        """One line to keep."""
        person = self._doing.person()
        if person is None:
            return
        text = rest or self._doing.asked("n", "walk.ask.note", person.name)
        if text is not None:
            self._doing.perform("note", Note(person=person.id, text=text))
            self._doing.last = partial(self.note, text)

    def rhythm(self, rest: str = "") -> None:
        """Every how many days."""
        person = self._doing.person()
        if person is None:
            return
        text = rest or self._doing.asked("r", "walk.ask.rhythm", person.name)
        if text is None:
            return
        days = read_rhythm(text)
        if days is None:
            self._doing.host.say("tui.rhythm.unread")
            return
        self._doing.do(self._counted(rhythm_set((person,), days)))
        self._doing.last = partial(self.rhythm, text)

    def shift_layer(self, rest: str = "", *, closer: bool) -> None:
        """One layer closer or farther."""
        person = self._doing.person()
        if person is None:
            return
        deed = layer_shifted((person,), closer=closer)
        if deed is None:
            self._doing.host.say("tui.layer_end")
            return
        self._doing.do(self._counted(deed))
        self._doing.last = partial(self.shift_layer, closer=closer)

    def _counted(self, deed: CardDeed) -> CardDeed:
        """A deed that says what it makes of the minutes of a week."""
        service = self._doing.host.session.service
        return with_minutes(deed, service.snapshot, service.ties())

    def pin(self, rest: str = "") -> None:
        """To the top of their group, or back."""
        person = self._doing.person()
        if person is not None:
            self._doing.do(pin_turned((person,)))
            self._doing.last = self.pin

    def fade(self, rest: str = "") -> None:
        """Let the tie fade, or take it up again."""
        person = self._doing.person()
        if person is not None:
            self._doing.do(fade_turned((person,)))
            self._doing.last = self.fade

    def add(self, rest: str = "") -> None:
        """Somebody new, who is told about next."""
        name = rest or self._doing.asked("a", "walk.ask.add")
        if name is not None:
            done = self._doing.perform("add", Add(name=name))
            self._doing.host.visit(PersonId(done.id))
