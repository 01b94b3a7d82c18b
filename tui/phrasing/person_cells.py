"""One row of the list of people: what stands in each column, with the letters found marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from store.records.people_columns import COLUMNS, Column
from store.views.code_words import state_word
from store.views.people import Found, Matched, PersonRow
from store.words import dates
from store.words.durations import silence_short
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.marked_text import together, told_first
from widgets.band_glyph import band_piece
from widgets.found_values import FoundValue, marked
from widgets.line import Piece
from widgets.people_list import PersonCells, Titles

NEAR_DAYS = 200
"""Within so many days a day is told by itself, beyond by its month and year."""

_SAID_BEFORE: Mapping[str, str] = {
    "nicknames": "match.nicknames",
    "employers": "match.employers",
    "tags": "match.tags",
    "circles": "match.circles",
    "needs": "match.needs",
    "offers": "match.offers",
    "notes": "match.notes",
    "where": "match.where",
    "dates": "match.dates",
}
"""Fields whose values do not say by themselves what they are."""

_TITLES: Mapping[Column, str] = {
    "matched": "column.matched",
    "org": "column.org",
    "title": "column.title",
    "city": "column.city",
    "school": "column.school",
    "layer": "column.layer",
    "last": "column.last",
    "met": "column.met",
    "turn": "column.turn",
    "email": "column.email",
}

_CHOICES: Mapping[Column, str] = {
    **_TITLES,
    "matched": "column.choice.matched",
    "layer": "column.choice.layer",
    "band": "column.choice.band",
    "last": "column.choice.last",
    "met": "column.choice.met",
    "turn": "column.choice.turn",
}
"""Where the title of a column is too short to choose it by."""

Pieces = tuple[Piece, ...]


def phrase_with(
    words: Words, curtain: bool, today: date, columns: tuple[Column, ...]
) -> Callable[[PersonRow], PersonCells]:
    """What makes the cells of a row, when it is looked at."""

    def phrase(row: PersonRow) -> PersonCells:
        return person_cells(row, words, curtain, today, columns)

    return phrase


def person_cells(
    row: PersonRow,
    words: Words,
    curtain: bool,
    today: date,
    columns: tuple[Column, ...] = COLUMNS,
) -> PersonCells:
    """One row; behind the curtain only the initials and how the tie stands."""
    makers: Mapping[Column, Callable[[], Pieces]] = {
        "matched": lambda: (),
        "org": lambda: _plain(row.org, "org", row.matched),
        "title": lambda: _plain(row.title, "title", row.matched),
        "city": lambda: _plain(row.city, "cities", row.matched),
        "school": lambda: _plain(row.school, "schools", row.matched),
        "email": lambda: _plain(row.email, "emails", row.matched),
        "layer": lambda: _dim(str(row.layer) if row.layer else ""),
        "band": lambda: (band_piece(row.band),) if row.band is not None else (),
        "last": lambda: _dim(_silence(row.last_days, words)),
        "met": lambda: _dim(_day(row.met, words, today)),
        "turn": lambda: _dim(_day(row.turn, words, today)),
    }
    shown = [each for each in columns if not curtain or each in _OF_THE_TIE]
    told = () if curtain else _about(row, words, org="org" not in columns)
    return PersonCells(
        name=_name(row, curtain),
        state="" if curtain else _state(row, words),
        found=told if "matched" in shown else (),
        cells={column: makers[column]() for column in shown},
    )


_OF_THE_TIE: frozenset[Column] = frozenset({"layer", "band", "last", "turn"})
"""What may be read behind the curtain."""


def shown_columns(columns: tuple[Column, ...], *, found: bool) -> tuple[Column, ...]:
    """Those that are shown: where nothing is searched what matched would be the employer again."""
    twice = "matched" in columns and "org" in columns and not found
    return tuple(each for each in columns if not (twice and each == "matched"))


def titles_of(columns: tuple[Column, ...], words: Words, *, found: bool) -> Titles:
    """What stands over the columns.

    Args:
        columns: those that are wished for.
        words: the language.
        found: whether something is searched: then a column tells what matched.
    """
    said = {each: _TITLES.get(each, "") for each in shown_columns(columns, found=found)}
    if "matched" in said and not found:
        said["matched"] = "column.org"
    return Titles(
        name=words.say("column.name"),
        columns={each: words.say(id) if id else "" for each, id in said.items()},
    )


def column_choice(column: Column, words: Words) -> str:
    """A column where it is chosen."""
    return words.say(_CHOICES[column])


def _name(row: PersonRow, curtain: bool) -> Pieces:
    dim = row.state in ("faded", "deceased")
    if curtain:
        return (Piece(name_shown(row.name, curtain), "dim" if dim else "text"),)
    spans = [
        span
        for each in row.matched
        if each.field == "name" and row.name.startswith(each.value)
        for span in each.spans
    ]
    return marked(row.name, spans, "dim" if dim else "text")


def _state(row: PersonRow, words: Words) -> str:
    """What stands beside the name of those who are tended no more."""
    return state_word(row.state, words) if row.state in ("faded", "deceased") else ""


def _about(row: PersonRow, words: Words, *, org: bool) -> tuple[FoundValue, ...]:
    """What matched besides the name; where nothing did, where they work.

    Args:
        row: whose.
        words: the language.
        org: whether that is told here, and not in a column of its own.
    """
    matched = [each for each in together(row.matched) if each.field != "name"]
    if not matched:
        return (FoundValue(row.org),) if row.org and org else ()
    return tuple(_found(each, words) for each in told_first(matched))


def _found(found: Found, words: Words) -> FoundValue:
    """A value, after the word for its field where it does not say that by itself."""
    id = _SAID_BEFORE.get(found.field)
    return FoundValue(found.value, found.spans, "" if id is None else words.say(id))


def _silence(days: int | None, words: Words) -> str:
    if days is None:
        return ""
    return silence_short(days, words) if days else words.say("date.today_brief")


def _plain(text: str, field: str, matched: Matched) -> Pieces:
    spans = (
        span for each in matched if (each.field, each.value) == (field, text) for span in each.spans
    )
    return marked(text, spans, "dim")


def _dim(text: str) -> Pieces:
    return (Piece(text, "dim"),) if text else ()


def _day(day: date | None, words: Words, today: date) -> str:
    if day is None:
        return ""
    if abs((day - today).days) <= NEAR_DAYS:
        return dates.day_of_month(day, words.language, day)
    return f"{dates.month_short(day, words.language)} {day.year}"
