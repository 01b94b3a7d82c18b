"""The week on Today, where there are more meters than lines."""

from __future__ import annotations

import msgspec
import pytest

from store.records.kinds import Language
from store.words.words import Words
from tui.phrasing.week_meters import meters_left_out
from widgets.week import Meter, Week, fitting

SPENT = (10, 0, 40, 5, 30, 20, 0)


def meter(label: str, spent: int) -> Meter:
    return Meter(label=label, spent=spent, target=0, pace=None, text=f"0:{spent:02}")


METERS = (*(meter(f"kind {place}", each) for place, each in enumerate(SPENT)), meter("week", 105))


def names(height: int) -> list[str | int]:
    return [each if isinstance(each, int) else each.label for each in fitting(METERS, height)]


def test_those_with_most_minutes_stay_in_their_order_and_the_number_of_the_others_is_said() -> None:
    assert names(6) == ["kind 0", "kind 2", "kind 4", "kind 5", 3, "week"]
    assert names(7) == ["kind 0", "kind 2", "kind 3", "kind 4", "kind 5", 2, "week"]
    assert names(8) == [each.label for each in METERS]
    assert names(2) == [7, "week"]
    assert names(1) == ["week"]
    assert names(0) == []
    assert fitting((), 3) == ()


class Told(Week):
    """A pane of a height that remembers which lines it drew again."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.drawn: list[int] = []

    @property
    def inner_height(self) -> int:
        return self._height

    @property
    def inner_width(self) -> int:
        return 46

    def refresh_inner(self, y: int) -> None:
        self.drawn.append(y)


@pytest.mark.parametrize("height", [1, 2, 6, 8, 12])
def test_every_line_that_shows_something_else_is_drawn_again_and_no_other(height: int) -> None:
    pane = Told(height)
    pane.show(METERS)
    for place in range(len(METERS)):
        before = [pane.line_at(y) for y in range(height)]
        pane.drawn.clear()
        changed = list(METERS)
        changed[place] = msgspec.structs.replace(METERS[place], text="9:59", spent=599)
        pane.show(tuple(changed))
        after = [pane.line_at(y) for y in range(height)]
        assert pane.drawn == [y for y in range(height) if before[y] != after[y]]
        pane.show(METERS)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "+2 more, 6 shows them"), ("fr", "+2 autres, 6 les montre")]
)
def test_it_is_said_where_the_others_are(language: Language, said: str) -> None:
    assert meters_left_out(2, Words(language), "6") == said
    pane = Told(7)
    pane.show(METERS, lambda count: meters_left_out(count, Words(language), "6"))
    assert pane.line_at(5).left[-1].text == said
