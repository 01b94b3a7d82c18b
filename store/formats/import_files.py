"""Files read one at a time, each in the format it is found to be in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from store.formats.choices import Choices
from store.formats.format import Format
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.own_card import completed
from store.formats.registry import FORMATS, HEAD_BYTES, formats_and_broken, tell
from store.formats.soundness import is_sound
from store.formats.walk import MOST_BYTES, Found, at_once, walk
from store.records.identity import keys_of
from store.records.snapshot import Snapshot
from store.words.message import Message, UsageProblem

Progress = Callable[[int, int, str, int], None]
"""Told how many files are done, of how many, the path of the one that is read, and how many records
of it are read so far."""

TABLE, TABLE_NAMES = "csv", (".csv", ".tsv")
"""The format of tables, and how the names of such files end."""

PASTED = "-"
"""How text is shown that comes from no file."""


class Source:
    """The files under some paths, as readings."""

    def __init__(
        self,
        paths: Iterable[str],
        snapshot: Snapshot,
        progress: Progress | None = None,
        only_format: str | None = None,
        today: date | None = None,
        choices: Choices = Choices(),  # noqa: B008 - immutable
        piped: bytes | None = None,
    ) -> None:
        """Find the files.

        Args:
            paths: files and folders.
            snapshot: what is there.
            progress: what it raises ends the reading.
            only_format: the one format to read.
            today: tells what is past.
            choices: how to read what files do not say.
            piped: what came on the standard input.

        Raises:
            UsageProblem: where there is no format of that name.
        """
        self._formats, broken = formats_and_broken()
        if only_format is not None:
            self._formats = _named(only_format, self._formats)
        self._only = only_format is not None
        self._texts = [data for data in (piped, choices.pasted.encode("utf-8", "replace")) if data]
        if piped is not None and not piped:
            self._texts.append(b"")
        names = tuple(paths)
        found = walk(names) if names or not self._texts else walk(())
        self._files = found.files
        self._known = Known(
            me=snapshot.me,
            sources={key for person in snapshot.people.values() for key in keys_of(person)},
            choices=choices,
            today=today,
            step=self._step,
        )
        self._sources: set[str] = set(self._known.sources)
        self._progress = progress
        self._at: tuple[int, int, str, int] = (0, 0, "", 0)
        self._stop: BaseException | None = None
        self.refused: list[Refused] = [
            *(Refused(file="", line=0, why=why) for why in broken),
            *found.refused,
        ]
        """What could not be reached or told; complete once all readings are taken."""
        self.files = 0
        """How many were read."""

    # Going on ---------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Tell again how far the reading has come; raises what ends it."""
        self._tell(*self._at)

    def _step(self, count: int) -> None:
        done, total, name, _ = self._at
        self._tell(done, total, name, count)

    def _tell(self, done: int, total: int, name: str, read: int) -> None:
        self._at = done, total, name, read
        if self._progress is None:
            return
        try:
            self._progress(done, total, name, read)
        except BaseException as stop:
            # Whatever a reader makes of it, the reading ends.
            self._stop = stop
            raise

    # Reading ----------------------------------------------------------------------------------

    def readings(self) -> Iterator[Reading]:
        """What each file holds; a file is read when its turn comes, and let go of after it."""
        total = len(self._files) + len(self._texts)
        for done, found in enumerate(self._files):
            self._tell(done, total, found.shown, 0)
            yield from self._taken(self._read(found), found.shown)
        for done, data in enumerate(self._texts, start=len(self._files)):
            self._tell(done, total, PASTED, 0)
            yield from self._taken(self._read_text(data), PASTED)
        self._tell(total, total, "", 0)

    def _taken(self, reading: Reading | Message, shown: str) -> Iterator[Reading]:
        if isinstance(reading, Message):
            self.refused.append(Refused(file=shown, line=0, why=reading))
            return
        self.files += _gave_something(reading)
        self._sources.update(key for person in reading.people for key in person.sources)
        # Whose export it is tells from whom its letters come.
        me = self._known.me if reading.me is None else completed(self._known.me, reading.me)
        self._known = msgspec.structs.replace(self._known, me=me, sources=self._sources)
        yield reading

    def _read(self, found: Found) -> Reading | Message:
        try:
            with open(found.path, "rb", opener=at_once) as file:
                head = file.read(HEAD_BYTES)
                told = self._told(head, found.path.name, walked=found.walked)
                if isinstance(told, Message):
                    return told
                if told.read_file is None:
                    if found.size > MOST_BYTES:
                        return Message("import.too_big")
                    file.seek(0)  # Read in one: to put two pieces together takes twice the room.
                    data = file.read(MOST_BYTES + 1)
        except PermissionError:
            return Message("import.no_permission")
        except OSError:
            return Message("import.unreadable")
        if told.read_file is not None:
            return self._read_by(told, found.path, found.shown)
        if len(data) > MOST_BYTES:
            # It has grown since it was found.
            return Message("import.too_big")
        return self._read_by(told, data, found.shown)

    def _read_text(self, data: bytes) -> Reading | Message:
        told = self._told(data[:HEAD_BYTES], PASTED, walked=False)
        if isinstance(told, Message):
            return told
        return self._read_by(told, data, PASTED)

    def _read_by(self, told: Format, what: bytes | Path, shown: str) -> Reading | Message:
        try:
            if isinstance(what, bytes):
                reading = told.read(what, shown, self._known)
            else:
                assert told.read_file is not None
                reading = told.read_file(what, shown, self._known)
            sound = is_sound(reading, strictly=told not in FORMATS)
        except Exception as error:
            if self._stop is not None:
                raise self._stop from error
            if isinstance(error, OSError):
                return Message("import.unreadable")
            return Message("import.reader_failed", {"format": told.name})
        if self._stop is not None:
            raise self._stop
        if not sound:
            return Message("import.reader_failed", {"format": told.name})
        return msgspec.structs.replace(reading, file=shown)

    def _told(self, head: bytes, name: str, *, walked: bool) -> Format | Message:
        formats = self._formats
        if walked and not self._only:
            formats = tuple(each for each in formats if not each.named_only)
        told = tell(head, name, formats)
        if self._is_table(told, name) and not walked:
            told = next((each for each in formats if each.name == TABLE), told)
        if isinstance(told, Format):
            return told
        if told.id == "import.empty_file":
            return told
        if walked:
            return Message("import.not_an_address_book")
        if self._only and told.id != "import.binary":
            # The user named both the file and its format: the format may say what is wrong.
            return self._formats[0]
        return told

    def _is_table(self, told: Format | Message, name: str) -> bool:
        """Whether a file that nothing says much of is to be read as a table all the same.

        The user has named its columns, or it is called one: they are shown then, to be named.
        """
        if isinstance(told, Format):
            return told.named_only and bool(self._known.choices.columns)
        if told.id in ("import.empty_file", "import.binary"):
            return False
        return bool(self._known.choices.columns) or name.lower().endswith(TABLE_NAMES)


def _named(name: str, formats: tuple[Format, ...]) -> tuple[Format, ...]:
    named = tuple(each for each in formats if each.name == name)
    if not named:
        names = ", ".join(each.name for each in formats)
        raise UsageProblem("unknown_format", "import.no_such_format", name=name, names=names)
    return named


def _gave_something(reading: Reading) -> bool:
    """Whether a file could be read: an empty one of a known format can, a broken one cannot."""
    told = (reading.people, reading.interactions, reading.records, reading.letters)
    if any(told) or reading.me is not None or reading.whole is not None:
        return True
    return not any(each.line == 0 for each in reading.refused)
