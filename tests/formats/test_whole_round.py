"""A network goes out in one document and comes back in: the same, and laid in twice as once."""

from __future__ import annotations

import json

import msgspec
from any_whole import PARTS, networks, read, written
from hypothesis import given

from store.formats.incoming import Reading
from store.formats.whole.planning import laid_in
from store.records.kinds import TABLES
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot, snapshot_of


def laid(snapshot: Snapshot, reading: Reading) -> Snapshot:
    assert reading.whole is not None
    assert not reading.refused
    return snapshot.apply(laid_in(snapshot, reading.whole).change_set)


def without_private_notes(snapshot: Snapshot) -> Snapshot:
    people: dict[str, Record] = {
        id: msgspec.structs.replace(each, private_notes="") for id, each in snapshot.people.items()
    }
    tables = {name: dict(table) for name, table in snapshot.tables.items()}
    return snapshot_of({**tables, "people": people})


@given(networks())
def test_all_of_it_comes_back(snapshot: Snapshot) -> None:
    assert laid(EMPTY, read(written(snapshot))) == snapshot


@given(networks())
def test_without_private_notes_all_else_comes_back(snapshot: Snapshot) -> None:
    document = written(snapshot, private=False)
    assert laid(EMPTY, read(document)) == without_private_notes(snapshot)
    assert json.loads(document)["private"] is False


@given(networks())
def test_it_goes_out_the_same_each_time(snapshot: Snapshot) -> None:
    document = written(snapshot)
    assert written(laid(EMPTY, read(document)), tuple(snapshot.people)) == document


@given(networks(most=2), networks(most=2))
def test_laid_into_another_it_takes_nothing_away_and_twice_is_once(
    snapshot: Snapshot, document: Snapshot
) -> None:
    reading = read(written(document))
    once = laid(snapshot, reading)
    assert reading.whole is not None
    for change in laid_in(once, reading.whole).change_set.changes:
        assert change.after is not None
        assert change.before is not None
        assert msgspec.structs.asdict(change.before) == msgspec.structs.asdict(change.after)
        raise AssertionError(change.id)
    for table in TABLES:
        for id, record in snapshot.tables[table].items():
            kept = once.tables[table][id]
            if not isinstance(record, Person) and table != "me":
                assert kept == record


@given(networks())
def test_the_data_file_can_be_read_in_its_place(snapshot: Snapshot) -> None:
    tables = {
        name: {str(place): each for place, each in enumerate(snapshot.tables[name].values(), 1)}
        for name in TABLES
    }
    meta = {"1": {"app": "arrosoir", "schema": 2}}
    reading = read(msgspec.json.encode({"_meta": meta, **plain(tables)}))
    assert [each.why.id for each in reading.refused] == ["import.json.data_file"]
    assert reading.whole is not None
    assert EMPTY.apply(laid_in(EMPTY, reading.whole).change_set) == snapshot


def plain(tables: object) -> dict[str, object]:
    """As the data file has them: unknown fields beside the others."""
    from store.records.document import _spread

    found = _spread(msgspec.to_builtins(tables))
    assert isinstance(found, dict)
    return dict(found)


@given(networks())
def test_pictures_go_along_with_the_cards_that_show_them(snapshot: Snapshot) -> None:
    reading = read(written(snapshot))
    shown = any(
        each.value.startswith("arrosoir-part:")
        for card in snapshot.people.values()
        for each in card.properties
    )
    assert dict(reading.parts) == (PARTS if shown else {})


@given(networks())
def test_it_is_one_record_a_line_and_nothing_that_a_terminal_obeys(snapshot: Snapshot) -> None:
    document = written(snapshot)
    assert all(sign.isprintable() or sign in "\n‍" for sign in document)
    records = sum(len(table) for table in snapshot.tables.values())
    assert document.count("\n") <= records + 20
