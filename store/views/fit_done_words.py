"""How some minutes at hand were spent, as one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.records.kinds import Kind
from store.views.code_words import budget_word
from store.views.fit_done import FitDone
from store.views.fit_words import step_count
from store.views.spoken import sentence
from store.words.durations import minutes as minutes_said
from store.words.words import Words

LENGTHS = (4, 2, 1)
"""Names in a row at most, of a sentence and of shorter ones; of more, how many others there are."""

_WITH: dict[Kind, tuple[str, str]] = {
    "in_person": ("fit_done.in_person", "fit_done.meetings"),
    "video": ("fit_done.video", "fit_done.video_calls"),
    "call": ("fit_done.call", "fit_done.calls"),
    "message": ("fit_done.message", "fit_done.messages"),
    "email": ("fit_done.email", "fit_done.emails"),
    "social": ("fit_done.social", "fit_done.words"),
    "event": ("fit_done.event", "fit_done.events"),
}
"""One contact of a kind, and several."""

_NOTED: dict[Kind, str] = {
    "in_person": "fit_done.noted.in_person",
    "video": "fit_done.noted.video",
    "call": "fit_done.noted.call",
    "message": "fit_done.noted.message",
    "email": "fit_done.noted.email",
    "social": "fit_done.noted.social",
    "event": "fit_done.noted.event",
}
"""Plans of a kind that happened on a day gone by."""


def done_sentences(done: FitDone, spent: int, left: int, words: Words) -> tuple[str, ...]:
    """The sentence at the end of some minutes, in several lengths, the longest first.

    "38 min: a call with Björn, messages to Amélie and Tomás. 7 min left."; the last of them names
    nobody, for where there is no room for names or they are not to be read.

    Args:
        done: what was logged meanwhile.
        spent: minutes that have gone by.
        left: of those at hand; nothing is said of it where there are none.
        words: of a language.
    """
    noted = (words.say(_NOTED[kind], n=n) for kind, n in done.noted)
    rest = (*noted, *(budget_word(kind, words) for kind in done.times))
    told = [tuple(_named(done, most, words)) for most in LENGTHS]
    plain = (*(step_count(talks.kind, talks.n, words) for talks in done.talks), *_kept(done, words))
    several = dict.fromkeys(", ".join((*what, *rest)) for what in (*told, plain))
    return tuple(_whole(what, spent, left, words) for what in several)


def _named(done: FitDone, most: int, words: Words) -> Iterator[str]:
    given = _given(done)
    for talks in done.talks:
        names = listed([given[name] for name in talks.names], most, words)
        one, many = _WITH[talks.kind]
        yield words.say(one if talks.n == 1 else many, names=names)
    if done.closed:
        names = listed([given[name] for name in done.closed], most, words)
        yield words.say("fit_done.kept", names=names)


def _whole(what: str, spent: int, left: int, words: Words) -> str:
    time = minutes_said(spent, words) if spent > 0 else words.say("fit_done.moment")
    id = "fit_done.what" if what else "fit_done.nothing"
    parts = [sentence(words.say(id, time=time, what=what))]
    if left > 0:
        parts.append(words.say("fit_done.left", time=minutes_said(left, words)))
    return " ".join(parts)


def _kept(done: FitDone, words: Words) -> Iterator[str]:
    if done.closed:
        yield words.say("fit_done.kept_plain", n=len(done.closed))


def listed(texts: Sequence[str], most: int, words: Words) -> str:
    """Names in a row: "Amélie, Priya and Tomás"; of more than so many the first, and how many."""
    if len(texts) > most:
        first, others = ", ".join(texts[:most]), len(texts) - most
        return words.say("list.and_others", names=first, n=others)
    if len(texts) < 2:
        return "".join(texts)
    return words.say("list.and", names=", ".join(texts[:-1]), name=texts[-1])


def _given(done: FitDone) -> dict[str, str]:
    """Everybody by their first name; by the whole of it where two have the same."""
    names = {
        name for each in (*(talks.names for talks in done.talks), done.closed) for name in each
    }
    first = {name: name.split()[0] if name.split() else name for name in names}
    known = list(first.values())
    return {name: short if known.count(short) == 1 else name for name, short in first.items()}
