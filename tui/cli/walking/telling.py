"""Says people aloud: a stop with its place on the road, a person, the arithmetic of a row."""

from __future__ import annotations

from store.actions.replaced import Replaced, value_text
from store.records.ids import PersonId
from store.search.similar import similar
from store.views.explain import explain, explain_person
from store.views.shared_ground import SharedGround
from store.views.spoken import sentence, told, told_figures
from store.views.today import TodayRow
from store.views.why import why_view
from store.words.field_words import field_message
from store.words.spoken_words import SpokenWords
from tui.cli.session import Session
from tui.cli.walking.route import Stop
from tui.cli.walking.speech import BLANK, Speech


class Telling:
    """Remembers the heading said last, so that it is said where it changes and not again."""

    def __init__(self, session: Session, words: SpokenWords, speech: Speech) -> None:
        """Nothing is said yet."""
        self._session = session
        self._words = words
        self._speech = speech
        self._heading = ""
        self._ground = SharedGround(similar)

    def stop(self, stop: Stop, place: tuple[int, int] | None) -> None:
        """A stop: its heading where that is another one, its place, and the person.

        Args:
            stop: whom it is about.
            place: which of how many; None where that is not said.
        """
        lead = [] if stop.heading == self._heading else [stop.heading]
        self._heading = stop.heading
        if place is not None:
            lead.append(sentence(self._words.say("sorting.aside", place=place[0], total=place[1])))
        self.person(stop.person, " ".join(lead), stop.aside)

    def person(self, id: PersonId, lead: str = "", aside: str = "") -> None:
        """A person, after a blank line; `lead` and `aside` stand around who it is."""
        service = self._session.service
        why = why_view(service.snapshot, service.ties(), id, self._ground)
        first, *others = told(why, self._words, self._session.today)
        first = " ".join(filter(None, (lead, first, aside)))
        self._speech.say(BLANK, first, *filter(None, others))

    def end(self, *paragraphs: str) -> None:
        """What comes after the last stop; whatever follows has its heading again."""
        self._heading = ""
        self._speech.say(BLANK, *paragraphs)

    def figures(self, person: PersonId, row: TodayRow | None) -> None:
        """The arithmetic of a row, or how a tie stands without one."""
        service = self._session.service
        snapshot, ties = service.snapshot, service.ties()
        if row is None:
            opened = explain_person(snapshot, ties, person)
        else:
            opened = explain(snapshot, ties, row)
        self._speech.say(*told_figures(opened, self._words, self._session.today))

    def replaced(self, replaced: Replaced) -> None:
        """A value of one's own that another session has written over."""
        value = replaced.values[0]
        text = self._words.say(
            "walk.replaced",
            field=self._words.tell(field_message(value.field)),
            about=replaced.about,
            mine=value_text(value.mine),
            theirs=value_text(value.theirs),
        )
        self._speech.say(text)
