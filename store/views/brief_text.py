"""A brief as text under headings, for the command line and for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from store.views.brief import Brief, Coming, Door
from store.views.brief_standing import standing_told
from store.views.dossier_text import Section, Told
from store.views.owed import Owed
from store.views.phrases import kind_word, owed_line, promised_line, shared_line
from store.views.why import LastTalk
from store.words.dated_lines import dated_line
from store.words.dates import day as day_said
from store.words.dates import day_dated
from store.words.durations import minutes as minutes_said
from store.words.language_names import language_word
from store.words.quotation_marks import nested
from store.words.sentences import CUT, shortened
from store.words.width import width
from store.words.words import Words

DOT = " · "

NAMES = 8
"""Names told one after the other at most."""


NAME = 100
"""Cells of a name at most."""

QUESTION = 165
"""Cells of the question at most: it is not cut in the middle."""

ALWAYS = 4
"""Pieces told even where there is little room: what is open is of so many kinds."""


class Room(NamedTuple):
    """How much is told."""

    cells: int
    """Of one piece, at most; what is longer is cut and marked."""
    items: int
    """Pieces under a heading, at most."""


def brief_text(brief: Brief, words: Words, today: date, room: Room) -> tuple[Section, ...]:
    """The sections that hold anything, who it is first."""
    whole = Room(QUESTION, ALWAYS)
    kinds = Room(room.cells, max(room.items, ALWAYS))
    told = (
        (brief.name, _plain((_who(brief, words),)), room),
        (words.say("brief.intent"), _plain((_intent(brief, words),)), room),
        (words.say("brief.standing"), _plain(standing_told(brief, words, today)), kinds),
        (words.say("pane.why.common"), _plain(_doors(brief, words, today)), room),
        (words.say("brief.news"), _news(brief, words, today), room),
        (words.say("brief.question"), _plain((_question(brief, words, today),)), whole),
        (words.say("brief.between"), _between(brief, words, today, room.items), kinds),
        (words.say("brief.wishes"), _wishes(brief, words), room),
        (words.say("brief.talks"), _talks(brief, words, today), room),
        (words.say("brief.knows"), _plain((_names(brief, words),)), room),
        (words.say("brief.dates"), _dates(brief, words, today), room),
        (
            words.say("brief.notes"),
            _plain(dated_line(each, words) for each in brief.notes.splitlines()),
            room,
        ),
    )
    kept = (Section(shortened(title, NAME), _cut(tuple(some), most)) for title, some, most in told)
    return tuple(each for number, each in enumerate(kept) if each.told or number == 0)


def _plain(texts: Iterable[str]) -> Iterator[Told]:
    return (Told("", text) for text in texts if text.strip())


def _cut(told: tuple[Told, ...], room: Room) -> tuple[Told, ...]:
    """As much as there is room for, and a sign where whole pieces are left out."""
    kept = [_shortened(each, room.cells) for each in told[: room.items]]
    if len(told) > len(kept) and not kept[-1].text.endswith(CUT):
        kept[-1] = _shortened(Told(kept[-1].label, f"{kept[-1].text} {CUT}"), room.cells)
    return tuple(kept)


def _shortened(told: Told, most: int) -> Told:
    return Told(told.label, shortened(told.text, most - width(told.label) - 2))


def _who(brief: Brief, words: Words) -> str:
    work = ", ".join(filter(None, (brief.title, brief.org)))
    spoken = ", ".join(language_word(each, words) for each in brief.languages)
    prefers = avoids = ""
    if brief.prefers is not None:
        prefers = words.say("pane.why.prefers", kind=kind_word(brief.prefers, words))
    if brief.avoids:
        kinds = ", ".join(kind_word(each, words) for each in brief.avoids)
        avoids = words.say("brief.avoids", kinds=kinds)
    return DOT.join(filter(None, (work, ", ".join(brief.cities), spoken, prefers, avoids)))


def _intent(brief: Brief, words: Words) -> str:
    if brief.state == "deceased":
        return brief.intent
    return brief.intent or words.say("brief.no_intent")


def _doors(brief: Brief, words: Words, today: date) -> Iterator[str]:
    for each in brief.doors:
        yield _door(each, words, today)


def _door(door: Door, words: Words, today: date) -> str:
    shared = shared_line(door.shared, words)
    if door.opener is None:
        return shared
    first = nested(words.tell(door.opener, today), words.language)
    said = words.say("pane.why.quoted", text=first)
    return words.say("dossier.labelled", label=shared, text=said)


def _news(brief: Brief, words: Words, today: date) -> Iterator[Told]:
    for each in brief.news:
        yield Told(day_said(each.on, words.language, today), each.text)


def _question(brief: Brief, words: Words, today: date) -> str:
    return words.tell(brief.question, today) if brief.question is not None else ""


def _between(brief: Brief, words: Words, today: date, items: int) -> Iterator[Told]:
    if brief.promised:
        told = [promised_line(each, words, today) for each in brief.promised]
        yield Told(words.say("pane.why.promised"), _listed(told, items, words, "; "))
    owed: tuple[tuple[str, tuple[Owed, ...]], ...] = (
        (words.say("pane.why.to_give"), brief.give),
        (words.say("pane.why.to_thank"), brief.thank),
        (words.say("pane.why.to_tell"), brief.tell),
        (words.say("brief.asked"), brief.ask),
    )
    for label, some in owed:
        if some:
            yield Told(label, _listed([owed_line(each, words) for each in some], items, words))


def _wishes(brief: Brief, words: Words) -> Iterator[Told]:
    if brief.needs:
        yield Told(words.say("brief.needs"), ", ".join(brief.needs))
    if brief.offers:
        yield Told(words.say("brief.offers"), ", ".join(brief.offers))


def _talks(brief: Brief, words: Words, today: date) -> Iterator[Told]:
    for each in brief.talks:
        said = DOT.join(filter(None, (_how(each, words), each.note)))
        yield Told(_when(each, words, today), said)


def _when(talk: LastTalk, words: Words, today: date) -> str:
    if talk.approximate:
        return words.say("pane.why.about", day=day_dated(talk.on, words.language, today))
    return day_said(talk.on, words.language, today)


def _how(talk: LastTalk, words: Words) -> str:
    kind = kind_word(talk.kind, words)
    return f"{kind}, {minutes_said(talk.minutes, words)}" if talk.minutes else kind


def _names(brief: Brief, words: Words) -> str:
    return _listed([each.name for each in brief.knows], NAMES, words)


def _listed(texts: list[str], most: int, words: Words, between: str = ", ") -> str:
    more = len(texts) - most
    kept = texts[:most]
    if more > 0:
        kept.append(words.say("brief.more", n=more))
    return between.join(kept)


def _dates(brief: Brief, words: Words, today: date) -> Iterator[Told]:
    for each in brief.dates:
        yield Told(day_said(each.on, words.language, today), _date(each, words))


def _date(coming: Coming, words: Words) -> str:
    name = coming.name or words.say("reason.short.birthday")
    if not coming.years or coming.years < 0:
        return name
    return words.say("brief.years", name=name, n=coming.years)
