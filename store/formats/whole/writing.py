"""The whole network, or some people of it, written as one JSON document (see the package)."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator

import msgspec

from store.formats.exported import ExportFormat, Wanted
from store.formats.whole.excerpt import excerpt
from store.formats.whole.shape import FORMAT, LISTED, VERSION
from store.records.card_parts import digests_on
from store.records.document import to_document
from store.records.ids import PersonId
from store.records.me import ME
from store.records.person import Person
from store.records.record import EXTRA, Document, Record
from store.records.snapshot import Snapshot

_EXTRA_KEY = f'"{EXTRA}"'.encode()

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What a terminal obeys or an eye cannot see: JSON has another way to write it."""

_PIECE = 3 * (1 << 18)
"""Bytes of a part that are written at once; a multiple of three, as base64 goes."""


def _write(wanted: Wanted) -> Iterator[str]:
    snapshot = wanted.snapshot
    whole = set(wanted.people) >= snapshot.people.keys()
    if not whole:
        snapshot = excerpt(snapshot, wanted.people)
    head: Document = {
        "format": FORMAT,
        "version": VERSION,
        "exported": wanted.now.isoformat(timespec="seconds"),
        "whole": whole,
        "private": wanted.private,
    }
    yield _encoded(head)[:-1]
    order = dict.fromkeys(each for each in wanted.people if each in snapshot.people)
    yield from _listed("people", (snapshot.people[each] for each in order), wanted.private)
    for table in LISTED:
        if table != "people":
            yield from _listed(table, snapshot.tables[table].values(), wanted.private)
    me = snapshot.tables["me"].get(ME)
    own = "null" if me is None else _encoded({"id": ME, **to_document(me)})
    yield f',\n"me":{own}'
    yield from _parts(snapshot, order, wanted)
    yield "}\n"


def _listed(table: str, records: Iterable[Record], private: bool) -> Iterator[str]:
    yield f',\n"{table}":['
    lead = "\n"
    for record in records:
        yield lead + _record(record, private)
        lead = ",\n"
    yield "]"


def _record(record: Record, private: bool) -> str:
    if isinstance(record, Person) and record.private_notes and not private:
        record = msgspec.structs.replace(record, private_notes="")
    data = msgspec.json.encode(record)
    if _EXTRA_KEY in data:
        # Fields that this version does not know.
        document = to_document(record)
        if isinstance(record, Person) and not private:
            document.pop("private_notes", None)
        return _encoded(document)
    return _HIDDEN.sub(_escaped, data.decode())


def _parts(snapshot: Snapshot, people: Iterable[PersonId], wanted: Wanted) -> Iterator[str]:
    yield ',\n"parts":{'
    lead = "\n"
    for digest in dict.fromkeys(_digests(snapshot, people)):
        part = wanted.part(digest)
        if part is not None:
            yield f'{lead}"{digest}":"'
            for start in range(0, len(part), _PIECE):
                yield base64.b64encode(part[start : start + _PIECE]).decode("ascii")
            yield '"'
            lead = ",\n"
    yield "}"


def _digests(snapshot: Snapshot, people: Iterable[PersonId]) -> Iterator[str]:
    for person in people:
        yield from digests_on(snapshot.people[person])


def _encoded(document: Document) -> str:
    return _HIDDEN.sub(_escaped, msgspec.json.encode(document).decode())


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


JSON = ExportFormat(name="json", extension=".json", write=_write)
"""All that the data file holds of people, in a form that comes back in whole."""
