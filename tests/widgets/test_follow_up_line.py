"""A line of the follow-ups where there is little room: no figure is cut in the middle."""

from __future__ import annotations

import pytest
from rich.style import Style

from widgets.follow_ups import FollowUpRow, FollowUps
from widgets.line import paint

TIMED = FollowUpRow(
    id="A",
    sign="●",
    name="Marie-Hélène",
    reason="11 mois / ~13 j",
    reason_brief="11 mois",
    due=("message, 5 min", "5 min"),
)


def drawn(row: FollowUpRow, width: int) -> str:
    pane = FollowUps()
    pane.show((row,), None)
    line = pane.line_of(row, width)
    return "".join(segment.text for segment in paint(line, width, lambda tone: Style(), {}))


@pytest.mark.parametrize("width", range(30, 60))
def test_a_second_figure_is_there_in_full_or_not_at_all(width: int) -> None:
    text = drawn(TIMED, width)
    assert "11 mois / ~13 j " in text or ("11 mois " in text and "/" not in text)
    assert text.rstrip().endswith("5 min")


def test_the_minutes_give_way_before_the_figure_does() -> None:
    texts = [drawn(TIMED, width) for width in range(30, 60)]
    first = next(text for text in texts if "~13 j" in text)
    assert "message" not in first
    assert "message, 5 min" in texts[-1]


def test_beside_a_band_the_brief_reason_stands_too() -> None:
    row = FollowUpRow(
        id="B", sign="●", name="Bo", reason="6 mois / ~27 j", reason_brief="6 mois", band="cold"
    )
    assert "6 mois / ~27 j" in drawn(row, 40)
    assert "…" not in drawn(row, 20)
    assert "6 mois" in drawn(row, 20)


def test_words_of_ones_own_are_cut_as_before() -> None:
    row = FollowUpRow(id="C", sign="◆", name="Bo", reason="send the plan of the house", due=("",))
    assert "…" in drawn(row, 20)
