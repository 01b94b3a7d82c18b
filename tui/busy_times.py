"""The times that the user's calendars have taken, read again only where a file has changed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import msgspec

from store.clock import local_wall
from store.records.me import Me
from store.rules.busy import Busy, joined_busy
from store.words.message import Message
from tui.intake import expanded

if TYPE_CHECKING:
    from store.formats.ics.busy import ToLocal
    from store.formats.ics.calendar_files import CalendarFound
    from store.formats.incoming import Refused

# The formats take longer to load than most commands take to run: they are loaded when needed.

MOST_BYTES = 20 * 1024 * 1024
"""Of one file."""

MOST_BYTES_IN_ALL = 60 * 1024 * 1024

AROUND = timedelta(days=42)
"""What is read beyond the days asked for, so that the weeks before and after are there at once."""

HEAD_BYTES = 4096
"""By which a file is known to be a calendar."""

Read = tuple[tuple[Busy, ...], "tuple[Refused, ...]"]


class _Held(msgspec.Struct, frozen=True):
    """What a file said when it was read last."""

    stamp: tuple[int, int, int]
    days: tuple[date, date]
    read: Read


class LongestTaken(msgspec.Struct, frozen=True):
    """The longest time without a gap that one calendar has taken."""

    file: str
    """As it is shown; a stranger may have named it."""
    busy: Busy


class BusyTimes:
    """Calendar files and folders of such; may be asked in any thread."""

    def __init__(
        self,
        paths: Sequence[str],
        me: Me = Me(),  # noqa: B008 - immutable
        local: ToLocal = local_wall,
        charset: str = "",
    ) -> None:
        """Make ready; nothing is read yet.

        Args:
            paths: files, or folders of them, as in the settings: `~` is the home.
            me: by whose addresses and name it is known what the user has declined.
            local: puts a moment on the user's clock.
            charset: the encoding of files that are not UTF-8.
        """
        self.paths = tuple(paths)
        self._me = me
        self._local = local
        self._charset = charset
        self._held: dict[str, _Held] = {}
        self._refused = False
        self._lock = threading.Lock()

    def read(self, days: tuple[date, date]) -> Read:
        """What is taken from the first to the last of some days, and what could not be read.

        Never raises, and takes seconds at most, whatever lies there: to be asked off the screen.
        """
        if not self.paths:
            return (), ()
        with self._lock:
            return self._read(days)

    def held(self) -> tuple[Busy, ...]:
        """What is taken in all the days that were read last, those around the ones asked for."""
        with self._lock:
            return joined_busy(each for known in self._held.values() for each in known.read[0])

    def longest(self, days: tuple[date, date]) -> LongestTaken | None:
        """What takes longest in some days, as far as they were read; waits for no reading."""
        held = self._held
        found = (
            LongestTaken(file, cut)
            for file, known in held.items()
            for each in known.read[0]
            if (cut := _cut(each, days)).start < cut.until
        )
        return max(found, key=lambda each: each.busy.until - each.busy.start, default=None)

    def read_none(self) -> bool:
        """Whether the last reading met with refusals alone, so that nothing is known of the days.

        A folder without calendars is no refusal.
        """
        with self._lock:
            return self._refused and not any(map(_taken_in, self._held.items()))

    def files_read(self) -> int:
        """How many files the last reading could make something of."""
        with self._lock:
            return sum(map(_taken_in, self._held.items()))

    def _read(self, days: tuple[date, date]) -> Read:
        from store.formats.ics.calendar_files import calendar_files

        files, refused = calendar_files(map(expanded, self.paths))
        wide = _around(days)
        held: dict[str, _Held] = {}
        room = MOST_BYTES_IN_ALL
        for file in files:
            room -= file.size
            known = self._held.get(file.shown)
            if known is None or known.stamp != file.stamp or not _within(days, known.days):
                read = self._read_file(file, wide) if room >= 0 else _refused(file, _TOO_BIG)
                known = _Held(file.stamp, wide, read)
            held[file.shown] = known
        self._held = held
        times = (each for known in held.values() for each in known.read[0])
        told = (each for known in held.values() for each in known.read[1])
        said = (*refused, *told)
        self._refused = bool(said)
        return joined_busy(_cut(each, days) for each in times), said

    def _read_file(self, file: CalendarFound, days: tuple[date, date]) -> Read:
        from store.formats.ics.busy import busy_times
        from store.formats.ics.reader import looks_like_calendar
        from store.formats.walk import at_once

        try:
            with open(file.path, "rb", opener=at_once) as stream:
                data = stream.read(MOST_BYTES + 1)
        except PermissionError:
            return _refused(file, "import.no_permission")
        except (OSError, MemoryError):
            return _refused(file, "import.unreadable")
        if len(data) > MOST_BYTES:
            return _refused(file, _TOO_BIG)
        if not data.strip():
            return (), ()
        if not looks_like_calendar(data[:HEAD_BYTES], file.path.name):
            return _refused(file, "busy.no_calendar")
        try:
            return busy_times(data, file.shown, days, self._local, self._me, self._charset)
        except Exception:  # noqa: BLE001 - whatever a stranger's file brings about, the day goes on
            return _refused(file, "import.unreadable")


_TOO_BIG = "busy.too_big"


def _refused(file: CalendarFound, why: str) -> Read:
    from store.formats.incoming import Refused

    return (), (Refused(file=file.shown, line=0, why=Message(why)),)


def _taken_in(held: tuple[str, _Held]) -> bool:
    """Whether a file was read, be it that some pieces of it were not."""
    return not any(each.line == 0 and each.file == held[0] for each in held[1].read[1])


def _around(days: tuple[date, date]) -> tuple[date, date]:
    first, last = days
    first = first - AROUND if first - date.min > AROUND else date.min
    return first, last + AROUND if date.max - last > AROUND else date.max


def _within(days: tuple[date, date], wide: tuple[date, date]) -> bool:
    return wide[0] <= days[0] and days[1] <= wide[1]


def _cut(busy: Busy, days: tuple[date, date]) -> Busy:
    first = datetime.combine(days[0], time.min)
    if days[1] == date.max:
        return Busy(max(busy.start, first), busy.until)
    end = datetime.combine(days[1] + timedelta(days=1), time.min)
    return Busy(max(busy.start, first), min(busy.until, end))
