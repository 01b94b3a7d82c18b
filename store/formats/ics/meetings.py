"""Meetings as they go into the store: one interaction a day, and each person once."""

from __future__ import annotations

from collections import Counter

from store.formats.ics.attendee import Attendee
from store.formats.ics.company import Company
from store.formats.ics.series import Occurrence
from store.formats.incoming import IncomingInteraction, Whom
from store.records.interaction import Interaction
from store.records.person import Person


class Meetings:
    """Collects the meetings of a file."""

    def __init__(self) -> None:
        """None yet."""
        self._taken: dict[str, IncomingInteraction] = {}
        self._names: dict[str, Counter[str]] = {}
        self._people: dict[str, Attendee] = {}

    def take(self, occurrence: Occurrence, company: Company, source: str, planned: bool) -> None:
        """Keep a meeting, once for each stable key."""
        if source in self._taken:
            return
        first, *others = (self._whom(each) for each in company.people)
        event = occurrence.event
        self._taken[source] = IncomingInteraction(
            with_source=first.source,
            with_name=first.name,
            with_email=first.email,
            also=tuple(others),
            interaction=Interaction(
                id="",
                people=(),
                kind=event.kind,
                on=occurrence.day,
                minutes=event.minutes,
                note=event.title,
                by=company.by,
                planned=planned,
                source=source,
            ),
        )

    def interactions(self) -> tuple[IncomingInteraction, ...]:
        """All meetings, by day."""
        return tuple(sorted(self._taken.values(), key=_by_day))

    def people(self) -> tuple[Person, ...]:
        """Everybody who was at one of them and can be known again, in the order of the file."""
        return tuple(
            Person(
                id="",
                name=self._best_name(key, attendee),
                emails=(attendee.email,) if attendee.email else (),
                sources=(key,),
            )
            for key, attendee in self._people.items()
        )

    def _whom(self, attendee: Attendee) -> Whom:
        key = attendee.key
        if key:
            self._people.setdefault(key, attendee)
            if attendee.name:
                self._names.setdefault(key, Counter())[attendee.name] += 1
        return Whom(source=key, email=attendee.email, name=attendee.shown)

    def _best_name(self, key: str, attendee: Attendee) -> str:
        """The name most often written, of those that are more than a first name."""
        names = self._names.get(key)
        if not names:
            return attendee.shown
        return max(names, key=lambda name: (" " in name, names[name]))


def _by_day(incoming: IncomingInteraction) -> tuple[str, str]:
    return incoming.interaction.on.isoformat(), incoming.interaction.source
