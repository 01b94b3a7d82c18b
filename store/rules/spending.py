"""Minutes added up contact by contact: by week, by kind and by person, in one pass."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import BudgetKind, Kind, budget_kind
from store.records.time_entry import TimeEntry
from store.rules.budget import WEEK, minutes_of
from store.rules.time_shares import share_out


class Spending:
    """Minutes added up, contact by contact."""

    def __init__(self, since: int, until: int, first: int, usual: Mapping[Kind, int]) -> None:
        """Nothing yet; days are ordinals, `first` that of the first of the weeks."""
        self.kinds: dict[BudgetKind, int] = {}
        self.people: dict[PersonId, int] = {}
        self.weeks: dict[int, int] = {}
        self._since, self._until, self._first, self._usual = since, until, first, usual

    def add(self, talks: Iterable[Interaction], known: Container[PersonId]) -> None:
        """Contacts that were had, and who of those named is known."""
        usual = self._usual
        for talk in talks:
            minutes = minutes_of(talk, usual)
            if minutes and self._counted(budget_kind(talk.kind), talk.on, minutes):
                named = talk.people
                if len(named) > 1 or (named[:1] and named[0] not in known):
                    named = tuple(each for each in dict.fromkeys(named) if each in known)
                share_out(minutes, named, self.people)

    def add_time(self, entries: Iterable[TimeEntry], known: Container[PersonId]) -> None:
        """Time beside contacts; a timer that runs has no minutes yet."""
        for entry in entries:
            minutes = entry.minutes or 0
            if minutes and self._counted(entry.kind, entry.on, minutes):
                whose = entry.person
                share_out(minutes, (whose,) if whose and whose in known else (), self.people)

    def _counted(self, kind: BudgetKind, on: date, minutes: int) -> bool:
        """Count minutes for their week, and within the span for their kind; whether within."""
        day = on.toordinal()
        week = (day - self._first) // WEEK
        self.weeks[week] = self.weeks.get(week, 0) + minutes
        if not self._since <= day <= self._until:
            return False
        self.kinds[kind] = self.kinds.get(kind, 0) + minutes
        return True
