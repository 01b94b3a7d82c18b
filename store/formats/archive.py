"""Any zip of address books (Google Takeout, iCloud, Nextcloud): each member by what it holds.

A zip within the zip is opened too, one within that is not. Members that are no address books are
counted and passed over.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import chain

import msgspec

from store.formats.format import Format, takes
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.archive import is_export, is_member, is_of_export, read_members
from store.formats.own_card import completed
from store.formats.zip_members import (
    Budget,
    NotReadError,
    head_of,
    inflated,
    is_archive,
    opened,
    shown_member,
)
from store.records.clean import clean_line
from store.words.message import Message

HEAD_BYTES = 64 * 1024
"""How much of a member is looked at to tell its format."""

FIRST_BYTES = 1024
"""How much of it tells whether it is text at all."""

DEPTH = 1
"""Archives within archives that are opened."""

_TABLES = ("csv", "linkedin")

Formats = Callable[[], Sequence[Format]]


def archive_of(formats: Formats) -> Format:
    """The format of zips whose members are of other formats, asked for when one is read."""

    def read(data: bytes, shown_path: str, known: Known) -> Reading:
        return read_any_archive(data, shown_path, known, formats())

    return Format(name="zip", looks_like=looks_like_archive, read=read)


def looks_like_archive(head: bytes, name: str) -> bool:
    """Whether the first bytes are those of a zip; a document in a zip is none."""
    return (
        is_archive(head)
        and b"[Content_Types].xml" not in head[:200]
        and (not head[30:].startswith(b"mimetypeapplication/"))
    )


def read_any_archive(
    data: bytes, shown_path: str, known: Known, formats: Sequence[Format]
) -> Reading:
    """All that the members of a zip give; never raises for what they are.

    Inflated are `zip_members.MOST_BYTES` at most, of `MOST_ENTRIES` members, those of archives
    within it among them.

    Args:
        data: the whole file.
        shown_path: the path as the user sees it.
        known: what is known; members know what those before them have brought.
        formats: those that a member may be in.
    """
    walk = _Members(known, [each for each in formats if not each.named_only])
    walk.take_archive(data, shown_path, 0)
    return walk.reading()


class _Members:
    """The members of an archive while they are read."""

    def __init__(self, known: Known, formats: Sequence[Format]) -> None:
        self._stop: BaseException | None = None
        self._told_step = known.step
        # One set for all: a copy for each of many members would take long.
        self._sources = set(known.sources)
        self._known = msgspec.structs.replace(known, step=self._step, sources=self._sources)
        self._formats = formats
        self._budget = Budget()
        self._readings: list[Reading] = []
        self._refused: list[Refused] = []
        self._passed_over: dict[str, int] = {}
        self._within: dict[str, Callable[[str], bool]] = {}
        """Archive with an export of the network, to what stands in the folder of that."""
        self._seen = 0

    def take_archive(self, data: bytes, shown: str, depth: int) -> None:
        """Read all members of an archive."""
        try:
            archive = opened(data, self._budget)
        except NotReadError as refusal:
            self._refuse(shown, str(refusal))
            return
        with archive:
            members = [info for info in archive.infolist() if not _is_hidden(info)]
            if is_export(archive):
                self._add(read_members(archive, shown, self._known, self._budget))
                members = [info for info in members if not is_member(info.filename)]
                self._within[shown] = is_of_export(archive)
            for info in members:
                if self._budget.work < 0:
                    self._refuse(shown, "import.zip_too_big")
                    break
                self._take(archive, info, shown, depth)

    def _take(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, above: str, depth: int
    ) -> None:
        shown = shown_member(above, info.filename)
        self._seen += 1
        if self._seen % 100 == 0:
            self._step(sum(len(each.people) for each in self._readings))
        try:
            head = head_of(archive, info, FIRST_BYTES)
            if is_archive(head):
                self._take_inner(archive, info, shown, depth)
                return
            told = self._told(archive, info, head)
            if told is None or self._is_of_export(told, info.filename, above):
                self._pass_over(info.filename, above)
                return
            data = inflated(archive, info, self._budget)
        except NotReadError as refusal:
            self._refuse(shown, str(refusal))
            return
        self._read(told, data, shown)

    def _is_of_export(self, told: Format, name: str, above: str) -> bool:
        """Whether a member is another table of the network: they name strangers as well."""
        within = self._within.get(above)
        return within is not None and told.name in _TABLES and within(name)

    def _pass_over(self, name: str, above: str) -> None:
        within = self._within.get(above)
        if within is None or not within(name):
            self._passed_over[above] = self._passed_over.get(above, 0) + 1

    def _read(self, told: Format, data: bytes, shown: str) -> None:
        try:
            reading = told.read(data, shown, self._known)
        except Exception as error:
            if self._stop is not None:
                raise self._stop from error
            why = Message("import.reader_failed", {"format": told.name})
            self._refused.append(Refused(file=shown, line=0, why=why))
            return
        if reading.whole is not None and any(each.whole is not None for each in self._readings):
            self._refuse(shown, "import.zip_second_whole")
            return
        self._add(reading)

    def _step(self, count: int) -> None:
        try:
            self._told_step(count)
        except BaseException as stop:
            # Whatever a reader makes of it, the reading ends.
            self._stop = stop
            raise

    def _take_inner(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, depth: int
    ) -> None:
        if depth >= DEPTH:
            self._refuse(shown, "import.zip_nested")
            return
        self.take_archive(inflated(archive, info, self._budget), shown, depth + 1)

    def _told(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, first: bytes) -> Format | None:
        if not first.strip() or _is_binary(first):
            return None
        head = head_of(archive, info, HEAD_BYTES) if len(first) == FIRST_BYTES else first
        name = clean_line(info.filename.rpartition("/")[2])
        return next((each for each in self._formats if takes(each, head, name)), None)

    def _add(self, reading: Reading) -> None:
        self._readings.append(reading)
        self._sources.update(key for person in reading.people for key in person.sources)
        me = self._known.me if reading.me is None else completed(self._known.me, reading.me)
        self._known = msgspec.structs.replace(self._known, me=me)

    def _refuse(self, shown: str, why: str) -> None:
        self._refused.append(Refused(file=shown, line=0, why=Message(why)))

    def reading(self) -> Reading:
        """All that was read, as one."""
        refused = [*self._refused, *(each for one in self._readings for each in one.refused)]
        for shown, count in self._passed_over.items():
            why = Message("import.zip_passed_over", {"n": count})
            refused.append(Refused(file=shown, line=0, why=why))
        return together(self._readings, refused)


def together(readings: Sequence[Reading], refused: Iterable[Refused]) -> Reading:
    """Several readings as one; of tables of no known program, the first is shown."""
    told = [each.me for each in readings if each.me is not None]
    return Reading(
        people=tuple(chain.from_iterable(each.people for each in readings)),
        interactions=tuple(chain.from_iterable(each.interactions for each in readings)),
        records=tuple(chain.from_iterable(each.records for each in readings)),
        ties=tuple(chain.from_iterable(each.ties for each in readings)),
        letters=tuple(chain.from_iterable(each.letters for each in readings)),
        whole=next((each.whole for each in readings if each.whole is not None), None),
        parts={digest: part for each in readings for digest, part in each.parts.items()},
        sketch=next((each.sketch for each in readings if each.sketch is not None), None),
        me=reduce(completed, told) if told else None,
        refused=tuple(refused),
        left=sum(each.left for each in readings),
        own=sum(each.own for each in readings),
    )


def _is_hidden(info: zipfile.ZipInfo) -> bool:
    name = info.filename.replace("\\", "/")
    return info.is_dir() or "__MACOSX" in name or name.rpartition("/")[2].startswith(".")


def _is_binary(first: bytes) -> bool:
    """Whether a member is a picture or the like: NULs where it is not UTF-16."""
    return first.count(0) > len(first) * 2 // 3 or (
        0 in first and not first.startswith((b"\xff\xfe", b"\xfe\xff")) and not _is_wide(first)
    )


def _is_wide(first: bytes) -> bool:
    even, odd = first[::2].count(0), first[1::2].count(0)
    return max(even, odd) > len(first) // 4 and min(even, odd) * 10 <= max(even, odd)
