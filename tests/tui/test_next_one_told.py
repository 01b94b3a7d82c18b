"""Where nobody is due the next one is told, on a line of their own, behind the curtain too."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from store.views.today import TodaySummary, TodayView
from store.words.words import Words
from tui.phrasing.follow_up_rows import Manner, follow_up_rows

TODAY = date(2026, 11, 20)


def told(language: Language, *, waiting: int = 0, curtain: bool = False) -> list[str]:
    summary = TodaySummary(
        shown=0,
        minutes=0,
        waiting=waiting,
        done_names=(),
        done_minutes=0,
        finished=False,
        next_name="Zoé Adler",
        next_on=date(2026, 11, 30),
    )
    manner = Manner(everything=False, airy=False, curtain=curtain, needle="")
    rows = follow_up_rows(TodayView(rows=(), summary=summary), Words(language), TODAY, manner)
    return [row.name for row in rows]


@pytest.mark.parametrize(
    ("language", "curtain", "said"),
    [
        ("en", False, "Next: Zoé Adler, Mon 30 Nov."),
        ("en", True, "Next: Z. A., Mon 30 Nov."),
        ("fr", False, "Ensuite\N{NO-BREAK SPACE}: Zoé Adler, lun. 30 nov."),
    ],
)
def test_who_comes_next_stands_below_that_nobody_is_due(
    language: Language, curtain: bool, said: str
) -> None:
    assert told(language, curtain=curtain)[1] == said
