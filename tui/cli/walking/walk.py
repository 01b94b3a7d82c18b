"""The walk: one person at a time in sentences, a letter and Enter for each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from store.actions.service import Done, Service
from store.records.clean import clean_line
from store.records.ids import PersonId
from store.views.spoken import sentence
from store.views.today import row_waiting
from store.words.message import Message, Problem
from store.words.spoken_words import SpokenWords
from tui.cli.session import Session
from tui.cli.walking.acts import Acts
from tui.cli.walking.going import Going
from tui.cli.walking.host import Turn
from tui.cli.walking.letters import Letters, Typed
from tui.cli.walking.road import Road
from tui.cli.walking.route import Route
from tui.cli.walking.speech import Speech
from tui.cli.walking.telling import Telling
from tui.cli.walking.turning import Turning
from tui.history_words import by_session

ABOUT_NOBODY = frozenset("kgGpbauU?")
"""Letters that mean what they mean whoever is told about."""

ABOUT_PERSON = frozenset("cnwr<>PA")
"""Letters that are about a person, whatever becomes of a row of theirs."""


class Walk:
    """Goes along a road until it is left."""

    def __init__(
        self,
        session: Session,
        words: SpokenWords,
        letters: Letters,
        speech: Speech,
        road: Road,
    ) -> None:
        """Stand before the first stop."""
        self.session = session
        self._letters = letters
        self.words = words
        self.speech = speech
        self.road = road
        self.route = Route(())
        self.visited: PersonId | None = None
        self.over = False
        self._telling = Telling(session, words, speech)
        self._turning = Turning(self, self._telling)
        self._day = session.today
        self._unread: Message | None = None
        """Why the data cannot be read, where that was just told."""
        acts, going = Acts(self), Going(self)
        self._table: Mapping[str, Callable[[str], None]] = {
            **acts.table(),
            **going.table(),
            **self._turning.table(),
            "w": self._why,
            "?": self._help,
            "q": self._leave,
        }

    @property
    def service(self) -> Service:
        """The data."""
        return self.session.service

    def run(self) -> None:
        """Tell about one after the other until there is nothing more to be read, or `q`."""
        self.speech.say(*self.road.opening())
        self.route = Route(self.road.stops())
        self.tell()
        while not self.over:
            line = self.speech.ask(self._prompt())
            if line is None:
                return
            self._obey(line)

    # Hearing ----------------------------------------------------------------------------------

    def _prompt(self) -> str:
        turn = self.turn
        if turn is None:
            id = "walk.letters_end"
        else:
            id = "walk.letters" if turn.row is not None else "walk.letters_no_row"
        return self.words.say("walk.prompt", letters=self.words.say(id))

    def _obey(self, line: str) -> None:
        typed = self._letters.read(line)
        if typed is None:
            self.say("walk.unknown", text=clean_line(line)[:20], letters=self._letters.listed())
        elif typed.letter == "q" or self._still_there(typed):
            known = self.turn
            try:
                self._table[typed.letter](typed.rest)
            except Problem as problem:
                self._refused(problem, known)

    def _refused(self, problem: Problem, known: Turn | None) -> None:
        """Say why; or that the row went elsewhere while a question about it was open."""
        self.route.follow(self.road.stops())
        if known is not None and self.lost:
            self.say("walk.gone", name=known.person.name)
            self.return_to_road()
        elif problem.message != self._unread:
            self._tell_problem(problem)

    def asked(self, letter: str, question: str, *, empty: bool = False) -> str | None:
        """Ask for a line; None where it was left, and that is said."""
        self.speech.say(question)
        typed = self._letters.of(letter)
        line = self.speech.ask(self.words.say("walk.prompt", letters=typed))
        if line is None:
            self.over = True
            return None
        text = clean_line(line)
        if self._letters.leaves(line) or not (text or empty):
            self.say("walk.left")
            return None
        return text

    # Saying -----------------------------------------------------------------------------------

    def say(self, id: str, /, **values: object) -> None:
        """Say one sentence."""
        self.speech.say(sentence(self.words.say(id, **values)))

    def _tell_problem(self, problem: Problem) -> None:
        message = by_session(problem.message, self.service.session)
        self.speech.say(sentence(self.words.tell(message, self.session.today)))

    @property
    def turn(self) -> Turn | None:
        """Who is told about now, and their row where they have one."""
        stop = self.route.here
        id = self.visited or (stop.person if stop is not None else None)
        person = self.service.snapshot.people.get(id) if id is not None else None
        if person is None:
            return None
        row = None if self.visited is not None or stop is None else stop.row
        return Turn(person, row or row_waiting(self.service.ties(), person.id))

    def tell(self) -> None:
        """Tell about whoever is next, or that there is nobody more."""
        stop = self.route.here
        if self.visited is not None:
            self._telling.person(self.visited)
        elif stop is not None:
            self._telling.stop(stop, self.route.place(stop))
        else:
            self._telling.end(*self.road.closing(any_left=self.route.any_left))

    def _why(self, rest: str) -> None:
        turn = self.turn
        if turn is None:
            self.say("walk.nobody_here")
        else:
            self._telling.figures(PersonId(turn.person.id), turn.row)

    def _help(self, rest: str) -> None:
        self.speech.say(*self._letters.told(self.words))

    def _leave(self, rest: str) -> None:
        self.over = True
        if not self.route.ended:
            self.speech.say(*self.road.leaving())

    # After an act -----------------------------------------------------------------------------

    def acted(self, done: Done, also: Sequence[str], *, moves: bool) -> None:
        """Say what was done, and go on: after what ends a row, or where the row has gone."""
        self._turning.forget()
        parts = [sentence(self.words.tell(done.said, self.session.today)), *also]
        if done.change_set:
            parts.append(self.words.say("walk.undoable"))
        self.speech.say(" ".join(parts))
        self.tidy()
        self.route.follow(self.road.stops())
        if self.visited is not None:
            if moves:
                self.return_to_road()
        elif moves:
            self.route.next()
            self.tell()
        elif self.route.here is None and not self.route.ended:
            self.route.settle()
            self.tell()

    def tidy(self) -> None:
        """Put the files in order where they have grown; what was done is done all the same."""
        try:
            self.service.tidy("large")
        except Problem as problem:
            self._tell_problem(problem)

    def return_to_road(self) -> None:
        """From somebody visited back to where one was."""
        self.visited = None
        self.route.settle()
        self.tell()

    def visit(self, person: PersonId) -> None:
        """Turn to somebody, whether or not they are on the road."""
        self.visited = person
        self.tell()

    # What others do ---------------------------------------------------------------------------

    @property
    def lost(self) -> bool:
        """Whether whoever was told about is there no more."""
        if self.visited is not None:
            return self.visited not in self.service.snapshot.people
        return self.route.here is None and not self.route.ended

    def _still_there(self, typed: Typed) -> bool:
        """Take in what others have done; whether what was typed means still the same."""
        known = self.turn
        try:
            changed = self.service.refresh()
        except Problem as problem:
            self._unread = problem.message
            self._tell_problem(problem)
            return True
        self._unread = None
        if not changed and self._day == self.session.today:
            return True
        self._day = self.session.today
        ended = self.route.ended
        self.route.follow(self.road.stops())
        self._turning.offer_back(self.service.replaced())
        if not self.lost and self.route.ended == ended:
            return True
        if self.lost and known is not None:
            self.say("walk.gone", name=known.person.name)
            if typed.letter in ABOUT_PERSON and known.person.id in self.service.snapshot.people:
                self.visited = PersonId(known.person.id)
                return True
        if typed.letter not in ABOUT_NOBODY:
            self.return_to_road()
            return False
        self.visited = None
        self.route.settle()
        return True
