"""What the letters of a person share: whom they mean, carrying out, and doing it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.actions.action import Params
from store.actions.service import Done
from store.records.person import Person
from store.views.spoken import sentence
from store.views.today import TodayRow
from store.words.message import Message
from tui.card_deeds import CardDeed, said_instead
from tui.cli.walking.host import Host
from tui.typed.capture import Capture, read_capture


class Doing:
    """Carries acts out in a walk, and remembers the last one."""

    def __init__(self, host: Host) -> None:
        """Bind the walk."""
        self.host = host
        self.last: Callable[[], None] | None = None
        """Does the last of these acts, on whoever is told about then."""

    def row(self) -> TodayRow | None:
        """The row that is meant; says so where there is none."""
        turn = self.host.turn
        if turn is None:
            self.host.say("walk.nobody_here")
        elif turn.row is None:
            self.host.say("walk.no_row", name=turn.person.name)
        return None if turn is None else turn.row

    def person(self) -> Person | None:
        """Who is meant; says so where there is nobody."""
        turn = self.host.turn
        if turn is None:
            self.host.say("walk.nobody_here")
        return None if turn is None else turn.person

    def asked(
        self, letter: str, id: str, name: str = "", *, empty: bool = False, **values: object
    ) -> str | None:
        """Ask about somebody; None where the question was left."""
        question = self.host.words.say(id, name=name, **values)
        return self.host.asked(letter, question, empty=empty)

    def read(self, text: str) -> Capture:
        """How a talk was, in one line."""
        return read_capture(text, self.host.session.today, self.host.words.language)

    def kept(self, told: Capture) -> tuple[str, ...]:
        """How a line was understood, as far as the answer does not say it."""
        today, words = self.host.session.today, self.host.words
        kept = []
        if told.on is not None and told.on < today:
            kept.append(words.say("walk.on_day", day=words.day(told.on, today)))
        if told.note:
            kept.append(sentence(words.say("walk.kept", note=told.note)))
        return tuple(kept)

    def perform(
        self,
        name: str,
        *several: Params,
        said: Message | None = None,
        also: Sequence[str] = (),
        moves: bool = False,
    ) -> Done:
        """Carry an action out as one step of undo, and say so.

        Args:
            name: the action.
            several: its parameters, once for each person.
            said: told instead of what the action says.
            also: sentences behind that.
            moves: whether the walk goes on by it.

        Raises:
            Problem: where it is refused.
        """
        done = self.host.session.service.perform_many(name, several)
        if said is not None:
            done = said_instead(done, said, len(several))
        self.host.acted(done, also, moves=moves)
        return done

    def do(self, deed: CardDeed) -> None:
        """Set something on a card.

        Raises:
            Problem: where it is refused.
        """
        asked = () if deed.asked is None else (sentence(self.host.words.tell(deed.asked)),)
        self.perform(deed.action, *deed.several, said=deed.said, also=asked)
