"""One person in sentences, for whoever listens or reads Braille: what the detail pane shows.

Every sentence is whole, with its full stop; what there is nothing to say about is left out.
Private notes are none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.records.kinds import Band, Layer
from store.rules.tie import State
from store.views.explain import Explained
from store.views.phrases import kind_word, owed_line, reason_long, shared_line
from store.views.stay_messages import stay_told
from store.views.why import LastTalk, Owed, Why
from store.words.dates import day_named
from store.words.day_messages import for_day
from store.words.durations import minutes as minutes_said
from store.words.lowered import lowered
from store.words.message import Message
from store.words.quotation_marks import quoted
from store.words.spoken_words import SpokenWords

GAP = "[…]"
"""Stands at the end of a first line, where the user goes on."""

_BANDS: dict[Band, str] = {
    "hot": "spoken.band_hot",
    "warm": "spoken.band_warm",
    "cooling": "spoken.band_cooling",
    "cold": "spoken.band_cold",
    "frozen": "spoken.band_frozen",
    "dormant": "spoken.band_dormant",
}
"""A tie without a talk is told by its reason."""

_LAYERS: dict[Layer, str] = {
    5: "spoken.layer_5",
    15: "spoken.layer_15",
    50: "spoken.layer_50",
    150: "spoken.layer_150",
}

_STATES: dict[State, str] = {
    "paused": "spoken.paused",
    "seen_anyway": "spoken.seen_anyway",
    "faded": "spoken.faded",
    "deceased": "spoken.deceased",
}


def sentence(text: str) -> str:
    """A text as a sentence: a capital at its beginning, a full stop where it has no end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?…:" or text[-2:] in (".”", "!”", "?”") else f"{text}."
    return ended[0].upper() + ended[1:]


def told(why: Why, words: SpokenWords, today: date) -> Iterator[str]:
    """A person in paragraphs, those first that help to decide."""
    yield _who(why, words)
    yield _now(why, words, today)
    yield _last(why.last, words, today)
    yield from _between(why, words, today)
    yield _in_common(why, words)
    yield _to_begin(why, words, today)


def _who(why: Why, words: SpokenWords) -> str:
    """Name, work and place, closeness, and how the tie is."""
    card = ", ".join(filter(None, (why.title, why.org, *why.cities)))
    parts = [sentence(why.name), sentence(card)]
    if why.layer is not None:
        parts.append(words.say(_LAYERS[why.layer]))
    state, band = _STATES.get(why.state), why.band
    if state is not None:
        parts.append(words.say(state))
    elif band is not None and band in _BANDS:
        parts.append(words.say(_BANDS[band]))
    if why.intent:
        parts.append(_labelled(words.say("pane.why.intent"), why.intent, words))
    return " ".join(filter(None, parts))


def _now(why: Why, words: SpokenWords, today: date) -> str:
    reasons = [sentence(reason_long(each, words, today)) for each in why.now]
    if not reasons:
        return ""
    return f"{sentence(words.say('pane.why.now'))} {' '.join(reasons)}"


def _last(last: LastTalk | None, words: SpokenWords, today: date) -> str:
    if last is None:
        return ""
    day = words.day(last.on, today)
    if last.approximate:
        day = words.say("spoken.about", day=day_named(last.on, words.language, today))
    how = [kind_word(last.kind, words)]
    if last.minutes:
        how.append(minutes_said(last.minutes, words))
    head = _labelled(words.say("pane.why.last"), ", ".join((day, *how)), words)
    return f"{head} {sentence(' '.join(last.note.split()))}".strip()


def _between(why: Why, words: SpokenWords, today: date) -> Iterator[str]:
    """What is open between the user and them."""
    for each in why.promised:
        text = f"{owed_line(each, words)}, {words.tell(for_day(each.on, today), today)}"
        yield _labelled(words.say("pane.why.promised"), text, words)
    owed: tuple[tuple[str, tuple[Owed, ...]], ...] = (
        (words.say("pane.why.to_give"), why.give),
        (words.say("pane.why.to_thank"), why.thank),
        (words.say("pane.why.to_tell"), why.tell),
    )
    for label, some in owed:
        if some:
            yield _labelled(label, ", ".join(owed_line(each, words) for each in some), words)


def _in_common(why: Why, words: SpokenWords) -> str:
    if not why.common:
        return ""
    shared = ", ".join(shared_line(each, words) for each in why.common)
    return _labelled(words.say("pane.why.common"), shared, words)


def _to_begin(why: Why, words: SpokenWords, today: date) -> str:
    """The step, their preference where it is another one, and a first line."""
    if why.step is None:
        return ""
    step = [kind_word(why.step, words)]
    if why.minutes:
        step.append(minutes_said(why.minutes, words))
    parts = [_labelled(words.say("pane.why.begin"), ", ".join(step), words)]
    if why.stay is not None:
        parts.append(sentence(words.tell(stay_told(why.stay, today), today)))
    if why.prefers is not None and why.prefers != why.step:
        parts.append(sentence(words.say("pane.why.prefers", kind=kind_word(why.prefers, words))))
    if why.opener is not None:
        parts.append(words.say("spoken.opener", text=_opener(why.opener, words, today)))
    return " ".join(parts)


def _opener(opener: Message, words: SpokenWords, today: date) -> str:
    """A first line without the sign for what the user adds."""
    return sentence(words.tell(opener, today).removesuffix(GAP).rstrip(" \N{NO-BREAK SPACE}:"))


def _labelled(label: str, text: str, words: SpokenWords) -> str:
    return sentence(words.say("spoken.labelled", label=label, text=" ".join(text.split())))


def told_figures(explained: Explained, words: SpokenWords, today: date) -> Iterator[str]:
    """The arithmetic, a paragraph a figure: the number, the rule it obeys, whose finding it is."""
    yield f"{sentence(explained.name)} {sentence(reason_long(explained.reason, words, today))}"
    for figure in explained.figures:
        parts = [words.tell(figure.what, today), words.tell(figure.rule, today)]
        if figure.source:
            parts.append(words.say("spoken.source", source=quoted(figure.source, words.language)))
        yield " ".join(sentence(each) for each in parts)
    if explained.leaves:
        first, *others = (words.tell(each, today) for each in explained.leaves)
        head = _labelled(words.say("pane.why.leaves"), lowered(first), words)
        yield " ".join((head, *(sentence(each) for each in others)))
