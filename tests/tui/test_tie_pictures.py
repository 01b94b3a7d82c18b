from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, LANGUAGES, Language
from store.views.tie_gaps import TieGaps
from store.views.tie_year import TieYear, tie_year
from store.words.width import width
from store.words.words import Words
from tui.phrasing.gap_picture import CUT, LINE, OPEN, gap_lines
from tui.phrasing.spans import Drawn, Span, flowed, plain
from tui.phrasing.year_picture import wrote_first, year_lines

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
ENGLISH = Words("en")


def year_of(*days_ago: int) -> TieYear:
    talks = [
        Interaction(
            id=str(days),
            people=(PersonId("A"),),
            kind=KINDS[days % len(KINDS)],
            on=TODAY - timedelta(days=days),
        )
        for days in days_ago
    ]
    return tie_year(talks, 30.0, (), MONDAY, TODAY)


def drawn(year: TieYear, cells: int, language: Language = "en") -> list[str]:
    return [plain(line) for line in year_lines(year, "Zoë", Words(language), cells, clock=True)]


def test_with_room_the_months_stand_apart_under_their_names() -> None:
    head, talk, gap, *_ = drawn(year_of(3, 40, 200), 76)
    assert "Dec  Jan   Feb  Mar  Apr   May  Jun  Jul   Aug  Sep  Oct   Nov" in head
    assert len(talk) == len(gap)
    assert talk.count(" ") == 13
    assert head.index("Jan") == head.index("Dec") + 5


def test_with_less_each_week_has_a_cell_and_each_month_a_letter() -> None:
    head, talk, gap, *_ = drawn(year_of(3, 40, 200), 57)
    assert head.split() == list("DJFMAMJJASON")
    assert len(talk.removeprefix("talk ")) == len(gap.removeprefix("gap  ")) == 52


def test_with_little_a_fortnight_has_a_cell_and_no_talk_is_lost() -> None:
    _, talk, *_ = drawn(year_of(3, 40, 200), 40)
    cells = talk.removeprefix("talk ")
    assert len(cells) == 26
    assert sum(cell != "·" for cell in cells) == 3
    assert drawn(year_of(3), 20) == []


def test_without_a_clock_there_is_no_row_of_silence() -> None:
    lines = year_lines(year_of(3), "Zoë", ENGLISH, 76, clock=False)
    assert not any("░" in plain(line) for line in lines)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (6, 3, "you wrote first 6 times, Zoë 3"),
        (1, 0, "you wrote first once"),
        (0, 2, "Zoë wrote first 2 times"),
        (0, 0, ""),
    ],
)
def test_who_wrote_first_is_said_without_a_pronoun(mine: int, theirs: int, said: str) -> None:
    year = TieYear(weeks=year_of(3).weeks, mine=mine, theirs=theirs)
    assert wrote_first(year, "Zoë", ENGLISH) == said


@given(
    days=st.lists(st.integers(0, 800), min_size=1, max_size=40),
    cells=st.integers(30, 160),
    language=st.sampled_from(LANGUAGES),
)
def test_no_line_is_wider_than_it_may_be(days: list[int], cells: int, language: Language) -> None:
    assert all(width(line) <= cells for line in drawn(year_of(*days), cells, language))
    gaps = TieGaps(gaps=tuple(days), usual=30.0, silent=days[0])
    assert all(width(plain(line)) <= cells for line in gap_lines(gaps, Words(language), cells))


def gaps_drawn(*gaps: int, usual: float | None = 20.0, silent: int = 0) -> list[str]:
    told = TieGaps(gaps=gaps, usual=usual, silent=silent)
    return [plain(line) for line in gap_lines(told, ENGLISH, 57)]


def test_bars_are_as_high_as_their_gaps_and_the_usual_gap_is_a_line() -> None:
    *rows, numbers, legend = gaps_drawn(10, 20, 40)
    assert numbers.split() == ["10", "20", "40"]
    heights = [sum(row[column] not in f" {LINE}" for row in rows) for column in (0, 4, 8)]
    assert heights == [1, 2, 4]
    assert sum(LINE in row for row in rows) == 1
    assert legend.startswith(f"{LINE}{LINE} usually every ~3 weeks")


def test_a_gap_beyond_the_picture_is_cut_and_its_days_say_how_long() -> None:
    rows = gaps_drawn(10, 400)
    assert CUT in rows[0]
    assert "400" in rows[4]


def test_the_silence_that_lasts_is_drawn_open() -> None:
    rows = gaps_drawn(10, 12, silent=30)
    assert OPEN in rows[3]
    assert rows[-1].endswith("silence so far")
    assert not any(OPEN in row for row in gaps_drawn(10, 12))


def test_where_room_is_short_the_oldest_gaps_are_left_out() -> None:
    numbers = gaps_drawn(*range(10, 50))[4].split()
    assert numbers[-1] == "49"
    assert len(numbers) == 14


def test_without_a_gap_there_is_no_picture_and_without_a_clock_no_line() -> None:
    assert gaps_drawn(silent=5) == []
    assert not any(LINE in row for row in gaps_drawn(10, 12, usual=None))


def test_items_flow_on_as_many_lines_as_they_need() -> None:
    items: list[Drawn] = [(Span("one"),), (Span("two"),), (Span("three"),)]
    assert [plain(line) for line in flowed(items, 9)] == ["one  two", "three"]
