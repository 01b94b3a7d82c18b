"""Some minutes at hand, and how many of them are spent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

MINUTE = timedelta(minutes=1)


class MinutesAtHand(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes told at a moment, perhaps in the place of others told before.

    What is spent is the larger of what the clock has gone on by and of what was logged
    meanwhile. The clock alone would say "45 left" to somebody who has made three calls and notes
    them one after the other in a minute; what is logged alone would give back the time that went
    by without a word.
    """

    minutes: int
    """At hand from `since` on."""
    since: datetime
    """An instant, with its zone."""
    began: datetime
    """When the first of those told one after the other began to run."""
    logged: int = 0
    """Minutes logged since `began` when these were told."""
    gone: timedelta = timedelta()
    """What those told before have taken."""

    @classmethod
    def told(cls, minutes: int, now: datetime) -> MinutesAtHand:
        """So many from now on, after none."""
        return cls(minutes=minutes, since=now, began=now)

    def told_anew(self, minutes: int, now: datetime, logged: int) -> MinutesAtHand:
        """So many from now on, whatever is left of these.

        Args:
            minutes: at hand.
            now: an instant.
            logged: minutes logged since `began`.
        """
        gone = self.gone + self._taken(now, logged)
        return MinutesAtHand(minutes=minutes, since=now, began=self.began, logged=logged, gone=gone)

    @property
    def whole(self) -> int:
        """Minutes at hand in all, with what those told before have taken."""
        return self.gone // MINUTE + self.minutes

    def spent(self, now: datetime, logged: int) -> int:
        """Whole minutes spent in all, those told before among them.

        Args:
            now: an instant; one before `since`, where the clock was set back, is none gone by.
            logged: minutes logged since `began`.
        """
        return (self.gone + self._taken(now, logged)) // MINUTE

    def left(self, now: datetime, logged: int) -> int:
        """Minutes left of those told last; below nothing where more is spent."""
        return self.minutes - self._taken(now, logged) // MINUTE

    def _taken(self, now: datetime, logged: int) -> timedelta:
        """Of those told last."""
        # Two times of one zone are subtracted as its clock shows them: summer time would count.
        clock = now.astimezone(UTC) - self.since.astimezone(UTC)
        return max(timedelta(), clock, (logged - self.logged) * MINUTE)
