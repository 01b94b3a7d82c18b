"""The rows of the pane of slots: hours under each other, and a sign that more follow."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len
from rich.style import Style

from store.words.words import Words
from tui.phrasing.time_slots import SlotDays, SlotManner, when_said
from widgets.slot_list import SlotList, SlotRow
from widgets.tone import Tone

TODAY = date(2026, 11, 27)
DAYS = (TODAY, date(2026, 11, 30), date(2026, 12, 1))


def said(language: str, *days: date, roomy: bool = True) -> list[str]:
    words = Words("fr" if language == "fr" else "en")
    cells = SlotDays(set(days), words, TODAY)
    manner = SlotManner(today=TODAY, roomy=roomy)
    return [when_said(day, "09:00", cells, manner) for day in days]


def test_hours_stand_under_each_other_in_both_languages() -> None:
    assert said("en", *DAYS) == ["today   09:00", "Mon 30  09:00", "Tue  1  09:00"]
    assert said("fr", *DAYS[1:]) == ["lun.  30  09:00", "mar. 1er  09:00"]
    for language in ("en", "fr"):
        for roomy in (True, False):
            assert len({cell_len(each) for each in said(language, *DAYS, roomy=roomy)}) == 1


def test_a_slot_at_no_time_has_no_blank_end() -> None:
    words = Words("en")
    cells = SlotDays({TODAY}, words, TODAY)
    assert when_said(TODAY, "", cells, SlotManner(today=TODAY, roomy=True)) == "today"


class Low(SlotList):
    """A pane of three lines."""

    @property
    def inner_height(self) -> int:
        return 3

    @property
    def inner_width(self) -> int:
        return 60

    def style_of(self, tone: Tone) -> Style:
        return Style()

    def refresh_inner(self, y: int) -> None:
        pass


def drawn(rows: int) -> list[str]:
    pane = Low()
    told = tuple(SlotRow(id=f"{each}", when="09:00", what=f"call {each}") for each in range(rows))
    pane.show(told, ())
    return ["".join(each.text for each in pane.segments_at(y, 60)) for y in range(3)]


def test_a_sign_in_the_last_cell_tells_that_more_follow() -> None:
    assert [line[-1] for line in drawn(4)] == [" ", " ", "▼"]
    assert all(cell_len(line) == 60 for line in drawn(4))
    assert not any("▼" in line for line in drawn(3))
