"""Networks with every field of every record, drawn at random; a new field is among them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from store.formats.exported import Wanted
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.whole.cleaning import TEXTS
from store.formats.whole.reader import WHOLE
from store.formats.whole.writing import JSON
from store.records.attachment import digest_of, reference_to
from store.records.ids import PersonId
from store.records.kinds import TABLES
from store.records.lost import without_lost
from store.records.me import ME
from store.records.record import Part, Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import RECORD_TYPES
from store.words.words import Words

MOST_FIELDS = 8

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
WORDS = Words("en")

PICTURE = b"iVBORw0KGgo" * 3000
PARTS = {digest_of(PICTURE): PICTURE}

SIGNS = "aé\"\\/{}[]:,;' -=@🙂‍œ0"
"""Among them what JSON escapes, and a joiner."""

LINES = st.text(SIGNS, max_size=6)
TEXTS_OF_LINES = st.text(f"{SIGNS}\n\t", max_size=8)
VERBATIM = st.sampled_from(["", "x", "a\x07b", "\x1b[31m", reference_to(digest_of(PICTURE))])
EXTRA = st.sampled_from([{}, {}, {}, {"colour": "red", "deep": [{"a": None, "b": [1, 2.5]}]}])


def _ids(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"{kind}{number}" for number in range(4)])


@cache
def _fields(kind: type[Record | Part]) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind)
    return {
        name: EXTRA if name == "extra" else _strategy(hints[name], name, kind.__name__)
        for name in kind.__struct_fields__
    }


def _strategy(wanted: Any, name: str, owner: str) -> st.SearchStrategy[Any]:
    if isinstance(wanted, NewType):
        return _ids(wanted.__name__.removesuffix("Id"))
    if get_origin(wanted) is Literal:
        return st.sampled_from(get_args(wanted))
    if get_origin(wanted) in (Union, UnionType):
        kinds = [each for each in get_args(wanted) if each is not NoneType]
        return st.none() | st.one_of([_strategy(each, name, owner) for each in kinds])
    if get_origin(wanted) is tuple:
        return st.lists(_strategy(get_args(wanted)[0], name, owner), max_size=2).map(tuple)
    if get_origin(wanted) is dict:
        keys, values = (_strategy(each, name, owner) for each in get_args(wanted))
        return st.dictionaries(keys, values, max_size=2)
    if isinstance(wanted, type) and issubclass(wanted, Part):
        return st.builds(wanted, **_fields(wanted))
    return _plain(wanted, name, owner)


def _plain(wanted: Any, name: str, owner: str) -> st.SearchStrategy[Any]:
    if wanted is str:
        if owner == "Property":
            return VERBATIM
        return TEXTS_OF_LINES if name in TEXTS else LINES
    if wanted is bool:
        return st.booleans()
    if wanted is int:
        return st.integers(0, 100_000)
    if wanted is date:
        return st.dates(date(1900, 1, 1), date(2100, 1, 1))
    if wanted is datetime:
        return st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds it
    raise AssertionError(f"no strategy for {wanted} ({owner}.{name})")


@st.composite
def _records(draw: st.DrawFn, kind: type[Record], id: str) -> Record:
    """A record of which some fields are set, besides those that must be."""
    fields = _fields(kind)
    musts = [each.name for each in msgspec.structs.fields(kind) if each.required]
    some = draw(st.lists(st.sampled_from(sorted(fields.keys() - {"id"})), max_size=MOST_FIELDS))
    values = {name: draw(fields[name]) for name in dict.fromkeys((*musts, *some)) if name != "id"}
    return kind(**{**values, "id": id})


@st.composite
def networks(draw: st.DrawFn, most: int = 3) -> Snapshot:
    """A network in which every name leads somewhere."""
    tables: dict[Any, dict[str, Record]] = {}
    for table in TABLES:
        kind = RECORD_TYPES[table]
        ids = st.just(ME) if table == "me" else _ids(kind.__name__)
        for id in draw(st.lists(ids, max_size=most, unique=True)):
            tables.setdefault(table, {})[id] = draw(_records(kind, id))
    snapshot = snapshot_of(tables)
    return snapshot.apply(without_lost(snapshot))


def written(
    snapshot: Snapshot, people: tuple[PersonId, ...] | None = None, *, private: bool = True
) -> str:
    """The document of a network, or of some people of it."""
    wanted = Wanted(
        snapshot=snapshot,
        people=tuple(snapshot.people) if people is None else people,
        words=WORDS,
        now=NOW,
        private=private,
        part=PARTS.get,
    )
    return "".join(JSON.write(wanted))


def read(document: str | bytes) -> Reading:
    """What a document gives."""
    data = document.encode() if isinstance(document, str) else document
    assert WHOLE.looks_like(data[: 64 * 1024], "x")
    return WHOLE.read(data, "network.json", Known())
