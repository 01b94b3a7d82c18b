"""Slots and free time in lines of eighty cells, in which no slot goes without a name."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.ids import PersonId, SlotId
from store.records.kinds import LANGUAGES, Language
from store.rules.free_time import Span
from store.rules.slots import SlotStanding
from store.views.slots import BookedSlot, SlotsView
from store.words.width import width
from store.words.words import Words
from tui.cli.slot_lines import booked_lines, slots_lines

TODAY = date(2026, 11, 20)
LONG = "Maximiliane Freifrau von Hohenstein-Waldburg zu Zeil und Trauchburg"
IDS = [f"01M87N4QD38Y0Z1ZABVFTSTA{number}" for number in range(40, 45)]


def slot(
    id: str, on: date, at: str, name: str = "", standing: SlotStanding = "to_come"
) -> BookedSlot:
    person = PersonId(f"P-{name}") if name else None
    return BookedSlot(
        id=SlotId(id), kind="call", on=on, at=at, minutes=90, person=person, name=name,
        count=1, standing=standing, band=None,
    )  # fmt: skip


def booked(*slots: BookedSlot, language: Language = "en") -> list[str]:
    return list(booked_lines(slots, Words(language), TODAY, 80))


def test_the_id_stands_last_where_there_is_room_for_it() -> None:
    (line,) = booked(slot(IDS[0], TODAY, "17:30", "Björn Ek"))
    assert line == f"today 17:30  1 h 30  call Björn Ek  to come  {IDS[0]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_and_what_names_a_slot_is_whole(language: Language) -> None:
    slots = (
        slot(IDS[0], date(2027, 1, 14), "17:30", LONG, "missed"),
        slot(IDS[1], date(2026, 11, 24), "09:00", "Tobias Möbius", "missed"),
        slot(IDS[2], date(2026, 11, 24), "", "", "missed"),
        slot(IDS[3], date(2026, 11, 24), "", "", "missed"),
        slot(IDS[4], date(2026, 11, 24), "", "Ada", "missed"),
    )
    lines = booked(*slots, language=language)
    assert max(map(width, lines)) <= 80
    whole = " ".join(" ".join(lines).split())
    assert LONG in whole
    assert [id for id in IDS if id in whole] == IDS[2:4], "nothing else names these two"
    spans = tuple(Span(TODAY, hour * 60, hour * 60 + 30) for hour in range(8, 20))
    view = SlotsView(booked=(slot(IDS[0], TODAY, "17:30", LONG),), proposed=(), spans=spans)
    told = list(slots_lines(view, Words(language), TODAY, 80))
    assert max(map(width, told)) <= 80
    assert LONG in " ".join(" ".join(told).split())
