"""A whole network read from its document, or from a data file of this program.

Bounds: as much as a file may hold (`store.formats.walk.MOST_BYTES`), `MOST_RECORDS` records, of
which one is held twice at a time, `MOST_BAD` of them; of what is set aside the first are told each.
"""

from __future__ import annotations

import base64
import binascii
import re

from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow, decode
from store.formats.whole.cleaning import TooDeepError, cleaned
from store.formats.whole.document import Whole
from store.formats.whole.scanning import DamagedError, Flaw, Scanner
from store.formats.whole.shape import FORMAT, VERSION
from store.records.attachment import MOST_BYTES, digest_of, is_digest
from store.records.clean import clean_line
from store.records.document import BadDocumentError, from_document
from store.records.kinds import TABLES, TableName
from store.records.me import ME
from store.records.record import Json, Record
from store.records.tables import RECORD_TYPES
from store.words.message import Message
from store.words.reader_message import reader_message

MOST_RECORDS = 1_000_000
"""Of all tables together; what comes after them is left out and said."""

MOST_BAD = 10_000
"""Records that are no good; after so many the document is not what it says it is."""

STEP = 100
"""Records after which is told how many there were."""

LONGEST_ID = 100
"""Signs of an id; ours have 26."""

SHOWN = 40
"""Signs of a name or an id in a sentence."""

_META = "_meta"
_HEAD = frozenset({"exported", "whole", "private"})
"""What the document says of itself besides `format` and `version`; nothing hangs on it here."""

_DATA_FILE = rb'\s*"_meta"\s*:\s*\{\s*"1"\s*:\s*\{[^{}]*"app"'
_OURS = re.compile(rb'\s*\{(?:[^{}]*"format"|%s)\s*:\s*"arrosoir"' % _DATA_FILE)
"""The format is named before the first table, or the head of a data file is there."""


def looks_like_whole(head: bytes, name: str) -> bool:
    """Whether a file begins as our document or our data file does; its name does not matter."""
    return _OURS.match(as_narrow(head)) is not None


def read_whole(data: bytes, shown_path: str, known: Known) -> Reading:
    """Read a document; what cannot be read of it is set aside with its table and id.

    Args:
        data: the bytes of the file, in any Unicode encoding.
        shown_path: for what is set aside.
        known: told how many records are read.
    """
    reading = _Reading(decode(data), shown_path, known)
    reading.read()
    return reading.reading()


WHOLE = Format(name="json", looks_like=looks_like_whole, read=read_whole)
"""A network as this program exports it, or keeps it."""


class _EnoughError(Exception):
    """The rest is not read."""

    def __init__(self, at: int, why: Message) -> None:
        super().__init__(why.id)
        self.at = at
        self.why = why


class _Reading:
    def __init__(self, text: str, shown_path: str, known: Known) -> None:
        self._text = text
        self._scanner = Scanner(text)
        self._known = known
        self._path = shown_path
        self._aside = SetAside(shown_path)
        self._counted = (0, 1)
        """Up to where lines were counted, and the line there."""
        self._tables: dict[TableName, dict[str, Record]] = {}
        self._parts: dict[str, bytes] = {}
        self._records = 0
        self._bad = 0
        self._ours = False

    def reading(self) -> Reading:
        """What there was."""
        if not self._ours:
            aside = SetAside(self._path)
            aside.add(0, Message("import.json.foreign"))
            return Reading(refused=aside.refused())
        tables = {name: tuple(records.values()) for name, records in self._tables.items()}
        return Reading(whole=Whole(tables=tables), parts=self._parts, refused=self._aside.refused())

    def read(self) -> None:
        """Go through all of it, as far as it can be read."""
        scanner = self._scanner
        try:
            for name in scanner.members():
                self._member(name)
            scanner.end()
        except DamagedError as damage:
            id = "import.json.too_deep" if damage.deep else "import.json.breaks_off"
            self._set_aside(damage.at, Message(id))
        except _EnoughError as enough:
            self._set_aside(enough.at, enough.why)
        self._known.step(self._records)

    def _member(self, name: str) -> None:
        table = next((each for each in TABLES if each == name), None)
        at = self._scanner.at
        if table == "me":
            self._me(at)
        elif table is not None:
            self._table(table, at)
        elif name == "parts":
            self._read_parts(at)
        else:
            value, _ = self._scanner.value()
            self._said_of_itself(name, value, at)

    def _said_of_itself(self, name: str, value: Json, at: int) -> None:
        if name == "format":
            self._ours = self._ours or value == FORMAT
        elif name == "version":
            if isinstance(value, int) and value > VERSION:
                self._set_aside(at, Message("import.json.newer", {"version": value}))
        elif name == _META:
            one = value.get("1") if isinstance(value, dict) else None
            self._ours = self._ours or (isinstance(one, dict) and one.get("app") == FORMAT)
            self._set_aside(at, Message("import.json.data_file"))
        elif name not in _HEAD and value:
            self._set_aside(at, Message("import.json.unknown_table", {"table": _shown(name)}))

    def _table(self, table: TableName, at: int) -> None:
        scanner = self._scanner
        if scanner.is_at("["):
            for number in scanner.items():
                self._take(table, str(number))
        elif scanner.is_at("{"):
            for key in scanner.members():
                self._take(table, key)
        else:
            scanner.value()
            self._set_aside(at, Message("import.json.no_table", {"table": table}))

    def _me(self, at: int) -> None:
        value, flaws = self._scanner.value()
        if isinstance(value, dict) and value.keys() == {ME}:
            # A table of one document, as in a data file.
            self._keep("me", ME, value[ME], flaws, at)
        elif value:
            self._keep("me", ME, value, flaws, at)

    def _take(self, table: TableName, place: str) -> None:
        at = self._scanner.at
        value, flaws = self._scanner.value()
        self._keep(table, place, value, flaws, at)

    def _keep(
        self, table: TableName, place: str, value: Json, flaws: frozenset[Flaw], at: int
    ) -> None:
        self._records += 1
        if not self._records % STEP:
            self._known.step(self._records)
        if self._records > MOST_RECORDS:
            raise _EnoughError(at, Message("import.json.too_many", {"n": MOST_RECORDS}))
        record = _record(table, value, flaws)
        if not isinstance(record, Message):
            held = self._tables.setdefault(table, {})
            if record.id not in held:
                held[record.id] = record
                return
            record = Message("import.json.same_id")
        values = {"table": table, "id": _id_of(value, place), "what": record}
        self._refuse(at, Message("import.json.record", values))

    def _refuse(self, at: int, why: Message) -> None:
        self._set_aside(at, why)
        self._bad += 1
        if self._bad >= MOST_BAD:
            raise _EnoughError(self._scanner.at, Message("import.json.too_bad", {"n": MOST_BAD}))

    def _read_parts(self, at: int) -> None:
        scanner = self._scanner
        if not scanner.is_at("{"):
            scanner.value()
            self._set_aside(at, Message("import.json.no_table", {"table": "parts"}))
            return
        for name in scanner.members():
            at = scanner.at
            value, _ = scanner.value()
            part = _part(name, value)
            if part is None:
                self._refuse(at, Message("import.json.part", {"id": _shown(name)}))
            else:
                self._parts[name] = part

    def _set_aside(self, at: int, why: Message) -> None:
        counted, line = self._counted
        if at >= counted:
            line += self._text.count("\n", counted, at)
            self._counted = (at, line)
        self._aside.add(line, why, self._text[at : at + 4 * SHOWN])


def _record(table: TableName, value: Json, flaws: frozenset[Flaw]) -> Record | Message:
    """The record, or what is wrong with it."""
    if not isinstance(value, dict):
        return Message("read.unfitting")
    if flaws:
        return Message("import.json.twice" if "twice" in flaws else "import.json.number")
    try:
        record = from_document(RECORD_TYPES[table], cleaned(value))
    except TooDeepError:
        return Message("read.too_deep")
    except BadDocumentError as error:
        return reader_message(str(error))
    if not _is_id(record.id) or (table == "me" and record.id != ME):
        return Message("import.json.bad_id")
    return record


def _is_id(id: str) -> bool:
    return 0 < len(id) <= LONGEST_ID and id.isprintable() and id == id.strip()


def _id_of(value: Json, place: str) -> str:
    """The id of a record that is set aside, or its place in its table."""
    id = value.get("id") if isinstance(value, dict) else None
    return _shown(id if isinstance(id, str) and id else place)


def _shown(text: str) -> str:
    return clean_line(text[:SHOWN])


def _part(name: str, value: Json) -> bytes | None:
    """What is kept under a digest; None where it is not that."""
    if not is_digest(name) or not isinstance(value, str) or len(value) > MOST_BYTES * 2:
        return None
    try:
        part = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return None
    return part if len(part) <= MOST_BYTES and digest_of(part) == name else None
