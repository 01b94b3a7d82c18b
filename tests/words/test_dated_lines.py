from __future__ import annotations

import pytest

from store.words.dated_lines import dated_line, dated_lines
from store.words.words import Words

EN, FR = Words("en"), Words("fr")


def test_a_line_that_begins_with_a_day_tells_it_in_the_users_language() -> None:
    line = "2026-11-26: Cherche un stage"
    assert dated_line(line, EN) == "26 Nov 2026: Cherche un stage"
    assert dated_line(line, FR) == "26 nov. 2026\N{NO-BREAK SPACE}: Cherche un stage"
    assert dated_line("2026-12-01 : Part", FR) == "1er déc. 2026\N{NO-BREAK SPACE}: Part"


@pytest.mark.parametrize(
    "line",
    ["", "Cherche", "2026-02-31: x", "the 2026-11-26: x", "2026-11-26", "2026-11-26:", "26/11: x"],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert dated_line(line, FR) == line


def test_each_line_of_a_text_is_told() -> None:
    assert dated_lines("a\n\n2026-11-26: b\n", EN) == "a\n\n26 Nov 2026: b\n"
