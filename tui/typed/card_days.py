"""Days on a card as people write them: when somebody was met, and other days with their names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.actions.card import read_date
from store.records.kinds import Language
from store.records.partial_date import month_and_day
from store.records.person import Anniversary
from store.words.day_text import read_day
from store.words.message import UsageProblem
from store.words.partial_day import read_partial_day


def read_met(text: str, today: date, language: Language) -> date:
    """A day that lies behind.

    Raises:
        UsageProblem: where it cannot be meant; of a year or a month alone, that a day is needed.
    """
    try:
        return read_day(text, today, language, past=True)
    except UsageProblem as problem:
        if _lacks_day(text, today, language):
            raise UsageProblem("bad_line", "form.needs_day", text=text.strip()) from problem
        raise


def _lacks_day(text: str, today: date, language: Language) -> bool:
    try:
        return month_and_day(read_partial_day(text, today, language)) is None
    except UsageProblem:
        return False


def read_named_day(part: str, known: Iterable[Anniversary], today: date, language: Language) -> str:
    """A name and its day as `edit` takes them; "wedding 12 June 2015" is read as well.

    Raises:
        UsageProblem: where there is no name, or no day with its month.
    """
    try:
        read_date(part, tuple(known))
    except UsageProblem as problem:
        words = part.split()
        for place in range(1, len(words)):
            on = _yearly(" ".join(words[place:]), today, language)
            if on:
                return f"{' '.join(words[:place])}={on}"
        raise UsageProblem("bad_line", "form.bad_date", text=part) from problem
    return part


def _yearly(text: str, today: date, language: Language) -> str:
    """A partial date of which month and day are told; empty for other texts."""
    try:
        on = read_partial_day(text, today, language)
    except UsageProblem:
        return ""
    return on if month_and_day(on) is not None else ""
