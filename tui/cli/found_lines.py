"""People found, in lines of the terminal's width: the name, and beside it what matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store.records.clean import clean_line
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.field_words import field_word
from store.words.width import fit, width
from store.words.words import Words
from store.words.wrapping import wrap
from tui.cli.paragraphs import NARROWEST

if TYPE_CHECKING:
    from store.search.find import Hit

NAME = 24
"""Cells for a name at most."""

GAP = "  "


def found_lines(
    hits: Sequence[Hit], snapshot: Snapshot, words: Words, today: date, columns: int
) -> Iterator[str]:
    """Each with the fields that matched besides the name; else with who they are.

    Args:
        hits: the best first.
        snapshot: where they were found.
        words: the language.
        today: until when contacts count.
        columns: cells of a line.
    """
    names = [clean_line(hit.person.name) for hit in hits]
    wide = min(NAME, max(map(width, names), default=0))
    room = max(columns - wide - len(GAP), NARROWEST)
    for hit, name in zip(hits, names, strict=True):
        text = clean_line(_matched(hit, words) or _about(hit.person, snapshot, words, today))
        first, *others = wrap(text, room) or [""]
        yield f"{fit(name, wide)}{GAP}{first}".rstrip()
        yield from (f"{' ' * (wide + len(GAP))}{line}" for line in others)


def _matched(hit: Hit, words: Words) -> str:
    return " · ".join(
        words.say("dossier.labelled", label=field_word(each.field, words), text=each.value.strip())
        for each in hit.matched
        if each.field != "name"
    )


def _about(person: Person, snapshot: Snapshot, words: Words, today: date) -> str:
    """The title, the organisation and the last contact: found by name, or by a filter alone."""
    last = _last_contact(person, snapshot, today)
    told = "" if last is None else words.say("cli.search.last", day=words.day(last, today))
    return " · ".join(filter(None, (person.title, person.org, told)))


def _last_contact(person: Person, snapshot: Snapshot, today: date) -> date | None:
    talks = snapshot.interactions_of(PersonId(person.id))
    return max((each.on for each in talks if not each.planned and each.on <= today), default=None)
