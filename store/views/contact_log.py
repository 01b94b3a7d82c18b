"""Contacts of the week and minutes noted, kept up change by change and day by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from store.records.change import ChangeSet
from store.records.ids import InteractionId
from store.records.interaction import Interaction
from store.rules.minutes import Tally, recounted, tallied


class ContactLog(msgspec.Struct, frozen=True):
    """What the contacts come to, whoever they were with."""

    today: date
    start: date
    """The first day of the week that holds today."""
    week: dict[InteractionId, Interaction]
    """Contacts of this week up to today."""
    ahead: dict[InteractionId, Interaction]
    """Contacts noted for a day to come without being plans."""
    tally: Tally
    """Minutes noted up to today, today's included."""

    @classmethod
    def of(cls, talks: Iterable[Interaction], today: date, start: date) -> ContactLog:
        """Look at all contacts.

        Args:
            talks: all interactions; read twice.
            today: the day.
            start: the first day of its week.
        """
        newest = [talk for talk in talks if talk.on >= start]
        week = {InteractionId(talk.id): talk for talk in newest if _is_done(talk, today)}
        ahead = {InteractionId(talk.id): talk for talk in newest if _is_ahead(talk, today)}
        this_day = (talk for talk in week.values() if talk.on == today)
        tally = recounted(tallied(talks, today), (), this_day)
        return cls(today, start, week, ahead, tally)

    def before_today(self) -> Tally:
        """The minutes noted until yesterday."""
        return recounted(self.tally, (talk for talk in self.week.values() if talk.on == self.today))

    def on(self, today: date, start: date) -> ContactLog:
        """The log of a later day.

        Args:
            today: the day.
            start: the first day of its week.
        """
        come = {id: talk for id, talk in self.ahead.items() if talk.on <= today}
        week = {id: talk for id, talk in (self.week | come).items() if talk.on >= start}
        ahead = {id: talk for id, talk in self.ahead.items() if id not in come}
        return ContactLog(today, start, week, ahead, recounted(self.tally, (), come.values()))

    def after(self, change_set: ChangeSet) -> ContactLog:
        """The log after a change."""
        changes = [each for each in change_set.changes if each.table == "interactions"]
        if not changes:
            return self
        week, ahead = dict(self.week), dict(self.ahead)
        gone: list[Interaction] = []
        come: list[Interaction] = []
        for change in changes:
            id = InteractionId(change.id)
            before, talk = change.before, change.after
            if isinstance(before, Interaction) and _is_done(before, self.today):
                gone.append(before)
            kept = talk if isinstance(talk, Interaction) else None
            done = kept is not None and _is_done(kept, self.today)
            if kept is not None and done:
                come.append(kept)
            _put(week, id, kept if kept and done and kept.on >= self.start else None)
            _put(ahead, id, kept if kept and _is_ahead(kept, self.today) else None)
        tally = recounted(self.tally, gone, come)
        return ContactLog(self.today, self.start, week, ahead, tally)


def _put(
    talks: dict[InteractionId, Interaction], id: InteractionId, talk: Interaction | None
) -> None:
    """Put a contact where it was, at the end where it was not, or take it out."""
    if talk is None:
        talks.pop(id, None)
    else:
        talks[id] = talk


def _is_done(talk: Interaction, today: date) -> bool:
    return not talk.planned and talk.on <= today


def _is_ahead(talk: Interaction, today: date) -> bool:
    return not talk.planned and talk.on > today
