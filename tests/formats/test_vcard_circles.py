"""Circles go out as cards of groups, and come back as the circles that they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from incoming_cards import plan, store
from written_cards import BOTH, version_of

from store.formats.exported import ExportFormat, Wanted
from store.formats.vcard.reader import read_vcards
from store.records.circle import Circle
from store.records.ids import CircleId, PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.words import Words

ANA = Person(id="A", name="Ana Ek", emails=("ana@ek.example",), sources=("uid:ana-1",))
BO = Person(id="B", name="Bo Sand")
CLUB = Circle(
    id="C", name="Chess, and tea", people=(PersonId("A"), PersonId("B")), notes="On Mondays"
)
WHOLE = store(ANA, BO, CLUB)


def written(snapshot: Snapshot, form: ExportFormat, *people: str) -> bytes:
    wanted = Wanted(
        snapshot=snapshot,
        people=tuple(map(PersonId, people)),
        words=Words("en"),
        now=datetime(2026, 11, 20, 12, tzinfo=UTC),
    )
    return "".join(form.write(wanted)).encode()


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_into_an_empty_network_they_come_back(form: ExportFormat) -> None:
    made = plan(store(), read_vcards(written(WHOLE, form, "A", "B"), "x.vcf"))
    after = store().apply(made.change_set)
    (circle,) = after.circles.values()
    assert (circle.name, circle.notes) == (CLUB.name, CLUB.notes)
    assert [after.people[id].name for id in circle.people] == ["Ana Ek", "Bo Sand"]
    assert len(after.people) == 2


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_into_the_same_network_nothing_changes(form: ExportFormat) -> None:
    assert not plan(WHOLE, read_vcards(written(WHOLE, form, "A", "B"), "x.vcf")).change_set


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_a_circle_of_which_somebody_stays_does_not_go(form: ExportFormat) -> None:
    assert b"group" not in written(WHOLE, form, "A")
    assert b"Chess" in written(WHOLE, form, "B", "A")
    assert CircleId("C") in WHOLE.circles
