"""The last twelve months of a tie in twelve cells, each as high as the nearest way one talked."""

from __future__ import annotations

from itertools import groupby

from store.views.tie_year import NEARNESS, TieYear, Way
from tui.phrasing.spans import Drawn, joined
from tui.phrasing.year_picture import MIDDLE, WAYS

MONTHS = 12


def months_strip(year: TieYear) -> Drawn:
    """A cell a month, the present one last."""
    months = groupby(year.weeks, lambda week: (week.start + MIDDLE).month)
    nearest: list[Way] = [
        max((week.way for week in weeks), key=NEARNESS.index) for _, weeks in months
    ]
    return joined(WAYS[way] for way in nearest[-MONTHS:])
