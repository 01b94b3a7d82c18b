from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from store.words.glyphs import ASCII
from widgets.bar import bar
from widgets.frame import HEAVY, ROUND, Strokes, bottom, top
from widgets.line import Line, Piece, cut_to, line, pad_to, paint
from widgets.paragraph import SPACE, Paragraph, laid_out
from widgets.safe_text import content, guard, guard_lines, rich_text
from widgets.week import Meter, meter_line
from widgets.wrapping import wrap

HOSTILE = "Eve\x1b[2J\x9b1m[@click=app.quit]x[/]\u202eevil\x07"


def text_of(each: Line, width: int) -> str:
    return "".join(segment.text for segment in paint(each, width, lambda tone: Style(), {}))


def test_the_guard_takes_controls_and_keeps_layout() -> None:
    assert guard("  Amélie  ") == "  Amélie  "
    assert guard(HOSTILE) == "Eve[2J1m[@click=app.quit]x[/]evil"
    assert guard("  a\x1bb ") == "  ab "
    assert guard_lines("one\ntwo\x1b[m") == ["one", "two[m"]


def test_guarded_text_is_never_read_as_markup() -> None:
    assert content("[b]x[/b][@click=app.quit]y").plain == "[b]x[/b][@click=app.quit]y"
    assert content("[/]").spans == []
    assert rich_text("[red]x").plain == "[red]x"


@pytest.mark.parametrize("width", [10, 24, 46])
def test_frames_fill_their_width_whatever_the_titles(width: int) -> None:
    for marks in (HEAVY, ROUND):
        for title, aside in (("Follow-ups", "5 today, about 40 min"), ("", ""), ("é" * 60, "x")):
            assert cell_len("".join(top(width, title, aside, marks))) == width
        assert cell_len(bottom(width, marks)) == width


def test_a_frame_lets_the_right_title_go_first() -> None:
    edge = "".join(top(20, "Follow-ups", "5 today, about 40 min", ROUND))
    assert edge == "╭─ Follow-ups ─────╮"


def test_a_line_keeps_its_right_end_and_cuts_the_left() -> None:
    assert text_of(line("Amélie Roussel", right=[Piece("today")]), 16) == "Amélie Ro… today"
    assert text_of(line("a"), 4) == "a   "


def test_wide_characters_count_two_cells() -> None:
    assert cut_to("日本語の名前", 7) == "日本語…"
    assert cell_len(pad_to("日本語", 8)) == 8


def test_ascii_goes_through_one_table() -> None:
    segments = paint(line("▶ ◆ Amélie"), 12, lambda tone: Style(), ASCII)
    assert "".join(segment.text for segment in segments) == "> ! Amélie  "


def test_a_bar_shows_what_is_spent_and_an_even_pace() -> None:
    assert "".join(piece.text for piece in bar(10, 30, 60, 45, tone="done")) == "█████░░┊░░"
    assert "".join(piece.text for piece in bar(10, 90, 60, 45, tone="done")) == "██████████"
    assert "".join(piece.text for piece in bar(10, 0, 0, None, tone="done")) == "░" * 10
    # A hand in the data file may write anything.
    for spent, full in ((-(10**30), "░"), (10**400, "█")):
        assert "".join(piece.text for piece in bar(10, spent, 60, 45, tone="done"))[0] == full


def test_a_meter_keeps_its_figures_where_room_is_short() -> None:
    meter = Meter(label="call", spent=30, target=40, pace=20, text="0:30 of 0:40")
    assert text_of(meter_line(meter, 30), 30).endswith(" 0:30 of 0:40")


def test_wrapping_breaks_between_words_and_long_ones_anywhere() -> None:
    assert wrap("finds hiring hard", 8) == ["finds", "hiring", "hard"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("日本", 1) == ["日", "本"]


def test_an_address_longer_than_a_line_is_broken_where_it_parts() -> None:
    assert wrap("jean-baptiste.lefevre@universite.example", 27) == [
        "jean-baptiste.lefevre",
        "@universite.example",
    ]
    assert wrap("aubier.example/people/amelie-roussel", 27) == [
        "aubier.example/people/",
        "amelie-roussel",
    ]
    assert wrap("jean@aubier.example", 27) == ["jean@aubier.example"]


def test_paragraphs_hang_under_their_lead_and_blank_lines_go_first() -> None:
    sign = (Piece(" ● "),)
    text = (Paragraph("one two three", lead=sign), SPACE, Paragraph("end"))
    lines = [text_of(each, 12).rstrip() for each in laid_out(text, 12, 10)]
    assert lines == [" ● one two", "   three", "", "end"]
    assert len(laid_out(text, 12, 3)) == 3


def test_in_ascii_too_the_pane_with_the_focus_has_a_frame_of_its_own() -> None:
    def plain(marks: Strokes) -> str:
        return ("".join(top(12, "Heat", "", marks)) + marks.down + bottom(12, marks)).translate(
            ASCII
        )

    assert plain(HEAVY) == "#= Heat ===##" + "#==========#"
    assert plain(ROUND) == "+- Heat ---+|" + "+----------+"
