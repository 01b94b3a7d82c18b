"""What was written, read into the same store again, changes nothing and brings nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from incoming_cards import done, plan, store
from test_vcard_real_files import FILES
from written_cards import BOTH, version_of

from store.formats.exported import ExportFormat, Wanted
from store.formats.incoming import Reading
from store.formats.vcard.reader import read_vcards
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot
from store.words.words import Words


def _again(snapshot: Snapshot, first: Reading, form: ExportFormat) -> Reading:
    wanted = Wanted(
        snapshot=snapshot,
        people=tuple(snapshot.people),
        words=Words("fr"),
        now=datetime(2026, 11, 20, tzinfo=UTC),
        private=True,
        part=first.parts.get,
    )
    return read_vcards("".join(form.write(wanted)).encode(), "again.vcf")


@pytest.mark.skipif(not FILES, reason="no real cards")
@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_real_files(form: ExportFormat) -> None:
    for path in FILES:
        first = read_vcards(path.read_bytes(), path.name)
        snapshot = done(EMPTY, first)
        assert not plan(snapshot, _again(snapshot, first, form)).change_set, path.name


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_people_whom_the_user_has_typed(form: ExportFormat) -> None:
    ada, namesake = "01J9ZZZZZZZZZZZZZZZZZZZZZX", "01J9ZZZZZZZZZZZZZZZZZZZZZY"
    snapshot = store(
        Person(id=ada, name="Ada Lovelace", emails=("a@b",), knows=(PersonId(namesake),)),
        Person(id=namesake, name="Ada Lovelace", distinct_from=(PersonId(ada),)),
        Person(id="P3", name="Bob", sources=("linkedin:bob",), through=PersonId(ada)),
    )
    assert not plan(snapshot, _again(snapshot, Reading(), form)).change_set


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_a_card_goes_by_the_same_uid_wherever_it_has_been(form: ExportFormat) -> None:
    here = store(Person(id="P1", name="Ada"), Person(id="P2", name="Bob", sources=("linkedin:b",)))
    first = _again(here, Reading(), form)
    there = done(EMPTY, first)
    assert {each.sources for each in _again(there, first, form).people} == {
        each.sources for each in first.people
    }
    assert "uid:arrosoir-P2" in first.people[1].sources
    assert not plan(here, _again(there, first, form)).change_set
