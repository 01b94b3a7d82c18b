"""A slot named by its day and hour, as it is listed or as one would say it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.actions.slot_meant import slot_meant
from store.actions.slot_when import When, read_when
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import Slot
from store.views.slot_words import when_words
from store.words.message import Problem
from store.words.words import Words

TODAY = date(2026, 11, 20)
"""A Friday."""
TUESDAY = date(2026, 11, 24)


def slot(id: str, on: date, at: str = "", **fields: object) -> Slot:
    return Slot(id=id, kind="writing", on=on, at=at, minutes=15, count=3, **fields)  # type: ignore[arg-type]


def holding(*slots: Slot) -> Snapshot:
    people = {"B": Person(id="B", name="Björn Ek"), "T": Person(id="T", name="Tue")}
    return snapshot_of({"people": dict(people), "slots": {each.id: each for each in slots}})


WEEK = holding(
    slot("past", TODAY - timedelta(days=3), "17:30"),
    slot("morning", TODAY, "09:30", person=PersonId("B")),
    slot("evening", TODAY, "17:30"),
    slot("open", TODAY + timedelta(days=1)),
    slot("tuesday", TUESDAY, "09:30"),
    slot("said", TUESDAY, "11:00", state="kept"),
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("17:30", "evening"),
        ("at 17h30", "evening"),
        ("5:30 pm", "evening"),
        ("tue 9:30", "tuesday"),
        ("9h30 mardi", "tuesday"),
        ("mardi à 9h30", "tuesday"),
        ("24 nov 11:00", "said"),
        ("last tuesday 17:30", "past"),
        ("tomorrow", "open"),
        ("demain", "open"),
        ("friday 17:30", "evening"),
        ("11:00", "said"),
        ("Björn Ek", "morning"),
        ("evening", "evening"),
    ],
)
def test_day_and_hour_name_a_slot_and_so_do_person_and_id(text: str, wanted: str) -> None:
    assert slot_meant(WEEK, text, TODAY, "coming").id == wanted


def test_the_beginning_of_an_id_names_the_slot_and_nothing_else() -> None:
    ids = ("01M87N4QD38Y0Z1ZABVFTSTA40", "01M87N4QD38Y0Z1ZABVFTSTA41", "01M88")
    found = holding(*(slot(each, TODAY + timedelta(days=place)) for place, each in enumerate(ids)))
    assert slot_meant(found, "01M88", TODAY, "coming").id == "01M88"
    assert slot_meant(found, "01m88", TODAY, "coming").id == "01M88"
    for text, code in (
        ("01M8", "ambiguous_slot"),
        ("01M9", "unknown_slot"),
        ("01M", "unknown_slot"),
    ):
        with pytest.raises(Problem) as caught:
            slot_meant(found, text, TODAY, "coming")
        assert (caught.value.code, caught.value.status) == (code, 3)


def test_of_several_of_one_hour_the_nearest_day_is_meant() -> None:
    at_dusk = holding(
        slot("a", TODAY - timedelta(days=9), "17:30"),
        slot("b", TODAY - timedelta(days=1), "17:30"),
        slot("c", TODAY + timedelta(days=1), "17:30"),
        slot("d", TODAY + timedelta(days=9), "17:30"),
    )
    assert slot_meant(at_dusk, "17:30", TODAY, "come").id == "b"
    assert slot_meant(at_dusk, "17:30", TODAY, "coming").id == "c"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_is_named_by_what_the_list_says_of_it(language: Language) -> None:
    for each in WEEK.slots.values():
        text = when_words(each.on, each.at, Words(language), TODAY)
        assert slot_meant(WEEK, text, TODAY, "coming") == each, text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("17:45", "unknown_slot"),
        ("sunday", "unknown_slot"),
        ("friday", "ambiguous_slot"),
        ("26:30", "unknown_slot"),
        ("01M8", "unknown_slot"),
        ("01m", "unknown_slot"),
        ("3d", "unknown_slot"),
        ("24 nov 2026 and 3 days", "unknown_slot"),
        ("somebody", "unknown_person"),
        ("Tue", "no_slot"),
    ],
)
def test_what_names_none_or_several_is_told(text: str, code: str) -> None:
    with pytest.raises(Problem) as caught:
        slot_meant(WEEK, text, TODAY, "coming")
    assert caught.value.code == code
    told = [Words(each).tell(caught.value.message, TODAY) for each in LANGUAGES]
    if code == "ambiguous_slot":
        assert told[0].startswith("Which slot is “friday”? message with Björn Ek, today at 09:30 (")


def test_a_name_is_no_day_and_a_page_is_not_read() -> None:
    assert read_when("Marie May", TODAY) is None
    assert read_when("", TODAY) is None
    assert read_when("17:30 " * 4000, TODAY) is None
    assert read_when("17:30", TODAY) == When(at="17:30")
