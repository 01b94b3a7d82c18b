"""What somebody last told of themselves, and a question drawn from it.

The question quotes the note and ends in `[…]`: a fact of the record, never an invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, takewhile

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot
from store.views.news_care import confided, hard
from store.views.news_day import Foreseen, foreseen
from store.views.news_words import of_them, sought, what_of_theirs
from store.words.dates import is_near
from store.words.fold import fold
from store.words.message import Message
from store.words.sentences import sentences, shortened

QUOTED = 90
"""Cells of a note that are quoted at most."""

TOLD = 3
"""Pieces of news told at most."""

NOTES = 20
"""Notes looked through at most, the latest ones."""


_WORD = re.compile(r"\w+")
_PASSED = ("opener.news_passed", "opener.news_passed_on")
_AHEAD = ("opener.news_ahead", "opener.news_ahead_on")


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that they told."""

    text: str
    """A sentence of the note, without its closing point."""
    on: date
    """The day of the talk."""


def news_of(snapshot: Snapshot, person: PersonId, today: date) -> News | None:
    """Their last news: of the freshest note the first sentence that tells something of them.

    None where no note of a talk does. Plans are no talks; what was told in confidence, and what
    the user did, is no news.
    """
    return next(_all_news(snapshot, person, today), None)


def last_news(
    snapshot: Snapshot, person: PersonId, today: date, most: int = TOLD
) -> tuple[News, ...]:
    """Their last pieces of news, the freshest note first, its sentences in their order."""
    return tuple(islice(_all_news(snapshot, person, today), most))


def next_question(snapshot: Snapshot, person: PersonId, today: date) -> Message | None:
    """What to ask them next, after what they told; None where nothing is known, or they have died.

    Something that was to come and has come since the last talk is asked about first, then what
    they were looking for, what is to come, and else their last news. Where these are hard, the
    question quotes nothing.
    """
    card = snapshot.people.get(person)
    if card is not None and card.status == "deceased":
        return None
    first = news_of(snapshot, person, today)
    if _is_hard(snapshot, person, today, first):
        return Message("opener.news_gently")
    if first is None:
        return None
    known = _all_news(snapshot, person, today)
    freshest = tuple(takewhile(lambda each: each.on == first.on, known))
    last = _last_talk(snapshot, person, today)
    passed = _passed(snapshot, person, today, last)
    if passed is not None:
        return passed
    wanted = next((each for each in freshest if sought(each.text)), None)
    if wanted is not None:
        return Message("opener.news_sought", {"news": _quote(wanted)})
    for each in freshest:
        ahead = foreseen(each.text, each.on)
        if ahead is not None and ahead.on >= today:
            return _dated(_AHEAD, each, ahead)
    return _plain(freshest[0], last, today)


def _is_hard(snapshot: Snapshot, person: PersonId, today: date, first: News | None) -> bool:
    """Whether the last note, or any since the day of the last news, tells of something hard.

    Read whole: what is no news, as told in confidence, says how they are all the same.
    """
    noted = tuple(islice(_noted(snapshot, person, today), NOTES))
    latest = noted[:1] if first is None else (talk for talk in noted if talk.on >= first.on)
    return any(hard(talk.note) for talk in latest)


def _passed(snapshot: Snapshot, person: PersonId, today: date, last: date) -> Message | None:
    """About something that has come since the last talk."""
    for each in last_news(snapshot, person, today, TOLD * 2):
        when = foreseen(each.text, each.on)
        if when is None or sought(each.text) or hard(each.text):
            continue
        if last <= when.on < today:
            return _dated(_PASSED, each, when)
    return None


def _dated(ids: tuple[str, str], news: News, when: Foreseen) -> Message:
    """With the day, where one was named: "on Thursday" says little a month later."""
    plain, with_day = ids
    if not when.exact:
        return Message(plain, {"news": _quote(news)})
    return Message(with_day, {"news": _quote(news), "day": when.on})


def _plain(news: News, last: date, today: date) -> Message:
    if news.on == last:
        return Message("opener.news", {"news": _quote(news)})
    id = "opener.news_earlier_near" if is_near(news.on, today) else "opener.news_earlier"
    return Message(id, {"news": _quote(news), "day": news.on})


def _quote(news: News) -> str:
    return shortened(news.text, QUOTED)


def _talks(snapshot: Snapshot, person: PersonId, today: date) -> Iterator[Interaction]:
    """Those that have been, the latest first."""
    for talk in reversed(snapshot.interactions_of(person)):
        if not talk.planned and talk.on <= today:
            yield talk


def _noted(snapshot: Snapshot, person: PersonId, today: date) -> Iterator[Interaction]:
    return (talk for talk in _talks(snapshot, person, today) if talk.note)


def _last_talk(snapshot: Snapshot, person: PersonId, today: date) -> date:
    return next(_talks(snapshot, person, today)).on


def _all_news(snapshot: Snapshot, person: PersonId, today: date) -> Iterator[News]:
    seen: set[str] = set()
    for talk in islice(_noted(snapshot, person, today), NOTES):
        for text in _told(snapshot, talk, person):
            key = fold(text)
            if key not in seen:
                seen.add(key)
                yield News(text=text, on=talk.on)


def _told(snapshot: Snapshot, talk: Interaction, person: PersonId) -> Iterator[str]:
    """The sentences of a note that tell of one of those who were there.

    Of a note that speaks of confidence nothing is told: which sentences it means, it does not say.
    """
    if confided(talk.note):
        return
    for text in map(what_of_theirs, sentences(talk.note)):
        if of_them(text) and not _of_another(snapshot, talk, person, text):
            yield text


def _of_another(snapshot: Snapshot, talk: Interaction, person: PersonId, text: str) -> bool:
    """Whether a note about several names another one of them, and not this person."""
    if len(talk.people) == 1:
        return False
    words = set(_WORD.findall(fold(text)))
    named = {id for id in talk.people if id in snapshot.people and words & _names(snapshot, id)}
    return bool(named) and person not in named


def _names(snapshot: Snapshot, id: PersonId) -> set[str]:
    card = snapshot.people[id]
    return {word for name in (card.name, *card.nicknames) for word in _WORD.findall(fold(name))}
