"""Files read one at a time, each in the format it is found to be in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.own_card import completed
from store.formats.registry import HEAD_BYTES, Format, all_formats, tell
from store.formats.walk import MOST_BYTES, Found, walk
from store.records.identity import keys_of
from store.records.snapshot import Snapshot
from store.words.message import Message, UsageProblem

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and the path of the next one."""


class Source:
    """The files under some paths, as readings."""

    def __init__(
        self,
        paths: Iterable[str],
        snapshot: Snapshot,
        progress: Progress | None = None,
        only_format: str | None = None,
    ) -> None:
        """Find the files.

        Raises:
            UsageProblem: where there is no format of that name.
        """
        self._formats = all_formats()
        if only_format is not None:
            named = tuple(each for each in self._formats if each.name == only_format)
            if not named:
                names = ", ".join(each.name for each in self._formats)
                raise UsageProblem(
                    "unknown_format", "import.no_such_format", name=only_format, names=names
                )
            self._formats = named
        self._only = only_format is not None
        self._walk = walk(paths)
        self._progress = progress
        self._known = {key for person in snapshot.people.values() for key in keys_of(person)}
        self._me = snapshot.me
        self.refused: list[Refused] = list(self._walk.refused)
        """What could not be reached or told; complete once all readings are taken."""
        self.files = 0
        """How many were read."""

    def readings(self) -> Iterator[Reading]:
        """What each file holds; a file is read when its turn comes, and let go of after it."""
        total = len(self._walk.files)
        for done, found in enumerate(self._walk.files):
            self._tell(done, total, found.shown)
            reading = self._read(found)
            if reading is not None:
                self.files += _gave_something(reading)
                if reading.me is not None:
                    # Whose export it is tells from whom its letters come.
                    self._me = completed(self._me, reading.me)
                self._known.update(key for person in reading.people for key in person.sources)
                yield reading
        self._tell(total, total, "")

    def _read(self, found: Found) -> Reading | None:
        try:
            with found.path.open("rb") as file:
                head = file.read(HEAD_BYTES)
                told = self._told(head, found)
                if isinstance(told, Message):
                    self._refuse(found, told)
                    return None
                data = head + file.read(MOST_BYTES + 1 - len(head))
        except PermissionError:
            self._refuse(found, Message("import.no_permission"))
            return None
        except OSError:
            self._refuse(found, Message("import.unreadable"))
            return None
        if len(data) > MOST_BYTES:
            self._refuse(found, Message("import.too_big"))
            return None
        try:
            reading = told.read(data, found.shown, Known(me=self._me, sources=self._known))
        except Exception:  # noqa: BLE001 - formats come from third parties; one broken is not fatal
            self._refuse(found, Message("import.reader_failed", {"format": told.name}))
            return None
        return msgspec.structs.replace(reading, file=found.shown)

    def _told(self, head: bytes, found: Found) -> Format | Message:
        told = tell(head, found.path.name, self._formats)
        if isinstance(told, Format):
            return told
        if told.id == "import.empty_file":
            return told
        if found.walked:
            return Message("import.not_an_address_book")
        if self._only and told.id != "import.binary":
            # The user named both the file and its format: the format may say what is wrong.
            return self._formats[0]
        return told

    def _refuse(self, found: Found, why: Message) -> None:
        self.refused.append(Refused(file=found.shown, line=0, why=why))

    def _tell(self, done: int, total: int, name: str) -> None:
        if self._progress is not None:
            self._progress(done, total, name)


def _gave_something(reading: Reading) -> bool:
    """Whether a file could be read: an empty one of a known format can, a broken one cannot."""
    if reading.people or reading.interactions or reading.me is not None:
        return True
    return not any(each.line == 0 for each in reading.refused)
