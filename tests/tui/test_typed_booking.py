"""A slot told in one line, and when such a line means one rather than time that was spent."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of
from tui.typed.booking import TypedSlot, completed, day_of, is_booking, read_booking
from tui.typed.slot_time import TypedTime, read_slot_time

TODAY = date(2026, 11, 20)
"""A Friday."""
TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 20, 10, 14)  # noqa: DTZ001 - on the user's clock


def network() -> Snapshot:
    names = {"H": "Hélène Garnier", "S": "Sam Jones", "M": "Zoë Adler", "T": "Tomás Herrera"}
    people = {id: Person(id=id, name=name) for id, name in names.items()}
    return snapshot_of({"people": dict(people)})


PEOPLE = network()


def read(text: str, language: Language = "en", *, meant: bool = False) -> TypedSlot:
    return read_booking(text, PEOPLE, TODAY, language, meant=meant)


def told(typed: TypedSlot) -> tuple[object, ...]:
    name = "" if typed.person is None else typed.person.name
    return (typed.kind, name, typed.on, typed.at, typed.minutes, typed.count, typed.note)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("call Hélène tue 9h30 25", ("call", "Hélène Garnier", TUESDAY, "09:30", 25, 1, "")),
        ("helene call 25 min tue at 9:30", ("call", "Hélène Garnier", TUESDAY, "09:30", 25, 1, "")),
        ("mardi 9h30 appel Hélène", ("appel", "Hélène Garnier", TUESDAY, "09:30", None, 1, "")),
        ("Zoë Adler tomorrow", ("", "Zoë Adler", TODAY + timedelta(days=1), "", None, 1, "")),
        ("3 messages today 17:30 15", ("messages", "", TODAY, "17:30", 15, 3, "")),
        ("20 messages", ("messages", "", None, "", None, 20, "")),
        ("20 preparing tomorrow slides",
         ("preparing", "", TODAY + timedelta(days=1), "", 20, 1, "slides")),
        ("call Sam Jones tue 9h30", ("call", "Sam Jones", TUESDAY, "09:30", None, 1, "")),
        ("call sam 9h30 25", ("call", "Sam Jones", None, "09:30", 25, 1, "")),
        ("3 appels sam 9h30", ("appels", "", date(2026, 11, 21), "09:30", None, 3, "")),
        ("coffee Tomsa tue 17h 1h", ("coffee", "Tomás Herrera", TUESDAY, "17:00", 60, 1, "")),
        ("preparing talk 17h30", ("preparing", "", None, "17:30", None, 1, "talk")),
        ("", ("", "", None, "", None, 1, "")),
    ],
)  # fmt: skip
def test_facts_stand_in_any_order_around_a_name_or_a_note(
    text: str, wanted: tuple[object, ...]
) -> None:
    assert told(read(text)) == wanted


def test_with_somebody_meant_other_words_are_a_note() -> None:
    typed = read("tue 9h30 25 Zoë and the roof", meant=True)
    assert told(typed) == ("", "", TUESDAY, "09:30", 25, 1, "Zoë and the roof")


@pytest.mark.parametrize(
    "text",
    [
        "call Hélène tue 9h30 25",
        "call Hélène tue 25",
        "3 messages today 17:30 15",
        "messages 17h30",
        "preparing 20 slides tomorrow",
        "preparing 20 slides 27 nov",
        "writing at noon",
        "Zoë 9h30",
        "3 messages monday 9:00",
    ],
)
def test_a_time_or_a_day_to_come_and_for_what_is_a_slot(text: str) -> None:
    assert is_booking(read(text), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "preparing 20 slides",
        "preparing 20 slides monday",
        "preparing 1h30 slides",
        "preparing 9h30",
        "preparing 20 slides 14 nov",
        "3 messages monday",
        "20 writing yesterday",
        "call Hélène yesterday 25",
        "call Hélène",
        "tue 9h30 25",
        "writing 20 today",
        "preparing 3d 20",
    ],
)
def test_all_else_stays_time_that_was_spent(text: str) -> None:
    assert not is_booking(read(text), NOW)


def test_an_hour_alone_is_the_next_of_it() -> None:
    assert day_of(read("Zoë 17h"), NOW) == TODAY
    assert day_of(read("Zoë 9h30"), NOW) == TODAY + timedelta(days=1)
    assert day_of(read("Zoë"), NOW) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_written_out_where_it_stands(language: Language) -> None:
    assert completed("call hél", PEOPLE, TODAY, language) == "call Hélène Garnier "
    assert completed("call Hélène Garnier ", PEOPLE, TODAY, language) == "call Hélène Garnier "
    assert completed("hel 9h30 25", PEOPLE, TODAY, language) == "Hélène Garnier 9h30 25"
    assert completed("preparing slides", PEOPLE, TODAY, language) == "preparing slides"


def test_an_hour_and_a_half_is_a_length_and_no_time_of_the_night() -> None:
    assert read_slot_time("tomorrow 1h30", TODAY, "en") == TypedTime(
        on=TODAY + timedelta(days=1), minutes=90
    )
    assert read_slot_time("at 1h30", TODAY, "en") == TypedTime(at="01:30")


def test_a_pasted_page_is_read_at_once() -> None:
    assert read("call " + "tue 9h30 Hélène " * 3000).kind == "call"
