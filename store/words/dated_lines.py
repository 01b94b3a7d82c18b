"""Lines of notes that begin with a day, as it is told to people; what is stored stays ISO."""

from __future__ import annotations

import re
from datetime import date

from store.words.dates import day_of_month
from store.words.words import Words

_DATED = re.compile(r"(\d{4}-\d\d-\d\d)\s?: ?(?=\S)")


def dated_line(line: str, words: Words) -> str:
    """A line with its day in words: "26 Nov 2026: Moves"; any other line as it is."""
    found = _DATED.match(line)
    if found is None:
        return line
    try:
        on = date.fromisoformat(found[1])
    except ValueError:
        return line
    day = day_of_month(on, words.language)
    return words.say("dossier.labelled", label=day, text=line[found.end() :])


def dated_lines(text: str, words: Words) -> str:
    """The same for each line of a text."""
    return "\n".join(dated_line(each, words) for each in text.split("\n"))
