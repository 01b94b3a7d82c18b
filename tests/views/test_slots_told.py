"""Slots and timers in dossiers and in the history, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.records.change import ChangeSet, alter
from store.records.ids import PersonId, SlotId
from store.records.kinds import Language
from store.records.lost import without_lost
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import Slot, TimeEntry
from store.views.dossier import dossier
from store.views.dossier_values import record_text
from store.views.field_changes import field_changes
from store.words.words import Words

ADA = PersonId("A")
SLOT = Slot(
    id="S",
    kind="writing",
    on=date(2026, 11, 20),
    at="17:30",
    minutes=15,
    person=ADA,
    count=3,
    state="missed",
    note="the roof",
)
TIMER = TimeEntry(
    id="T",
    kind="call",
    contact="call",
    on=date(2026, 11, 20),
    person=ADA,
    started=datetime(2026, 11, 20, 8, 50, tzinfo=UTC),
    slot=SlotId("S"),
)
CARD = Person(id=ADA, name="Ada")


def network(*slots: Slot) -> Snapshot:
    return snapshot_of(
        {"people": {ADA: CARD}, "slots": {each.id: each for each in slots},
         "time_entries": {"T": TIMER}}
    )  # fmt: skip


IN_ENGLISH = {
    "S": "writing · time: 17:30 · minutes: 15 · how many: 3 · state: did not happen · the roof",
    "T": "call · started: 20 Nov 2026 08:50 · contact: call · slot: 2026-11-20 17:30",
}
IN_FRENCH = {
    "S": "écrits · heure : 17:30 · minutes : 15 · combien : 3 · état : n'a pas eu lieu · the roof",
    "T": "appels · début : 20 nov. 2026 08:50 · contact : appel · créneau : 2026-11-20 17:30",
}


@pytest.mark.parametrize(("language", "wanted"), [("en", IN_ENGLISH), ("fr", IN_FRENCH)])
def test_a_dossier_tells_a_slot_and_a_timer(language: Language, wanted: dict[str, str]) -> None:
    every = dossier(network(SLOT), ADA).held.values()
    held = {each.id: each for records in every for each in records}
    words = Words(language)
    told = {
        id: record_text(each.table, each.fields, each.links, words) for id, each in held.items()
    }
    assert _parts(told) == _parts(wanted)


def _parts(texts: dict[str, str]) -> dict[str, set[str]]:
    """The order of fields is not at issue, nor are the blanks before a colon."""
    return {id: set(text.replace("\u00a0", " ").split(" · ")) for id, text in texts.items()}


def test_the_history_names_the_slot_of_a_timer_by_its_day() -> None:
    quiet = Slot(id="S", kind="call", on=date(2026, 11, 20), minutes=15)
    change = ChangeSet((alter(TIMER, slot=None),))
    (record,) = field_changes(change, network(quiet), Words("en"))
    assert [(each.field, each.before) for each in record.fields] == [("slot", "2026-11-20")]


def test_a_timer_whose_slot_is_gone_names_it_no_more() -> None:
    found = network().apply(without_lost(network()))
    assert [each.slot for each in found.time_entries.values()] == [None]
