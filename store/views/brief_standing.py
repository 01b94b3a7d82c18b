"""How one stands with a person, in a few short lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.views.brief import Brief
from store.views.code_words import band_word, rhythm_word, state_word
from store.views.phrases import LAYER_WORDS
from store.words.dates import day as day_said
from store.words.dates import day_of_month
from store.words.durations import silence
from store.words.words import Words

DOT = " · "

SILENT_FROM_DAYS = 7
"""Shorter silences are none."""


def standing_told(brief: Brief, words: Words, today: date) -> Iterator[str]:
    """Since when and through whom; how close and in which rhythm; the silence, what is planned."""
    yield DOT.join(filter(None, _origin(brief, words, today)))
    yield DOT.join(filter(None, _tie(brief, words)))
    yield DOT.join(filter(None, _now(brief, words, today)))


def _origin(brief: Brief, words: Words, today: date) -> Iterator[str]:
    if brief.met is not None:
        yield words.say("brief.met", day=day_of_month(brief.met, words.language, today))
    elif brief.first is not None:
        yield words.say("brief.since", day=day_of_month(brief.first, words.language, today))
    yield brief.where
    if brief.through is not None:
        yield words.say("brief.through", name=brief.through.name)


def _tie(brief: Brief, words: Words) -> Iterator[str]:
    if brief.layer is not None:
        yield words.say(LAYER_WORDS[brief.layer])
    if brief.state != "tended":
        yield state_word(brief.state, words)
    elif brief.band is not None and brief.talks:
        # Without a talk the line below says so.
        yield band_word(brief.band, words)
    gap = brief.standing.usual_gap_days
    if gap is not None and brief.standing.silent_days is not None:
        yield rhythm_word(gap, brief.standing.contacts, words)


def _now(brief: Brief, words: Words, today: date) -> Iterator[str]:
    silent = brief.standing.silent_days or 0
    if not brief.talks:
        yield words.say("tie.never")
    elif brief.standing.silent_days == 0:
        yield words.say("tie.spoke_today")
    elif silent >= SILENT_FROM_DAYS:
        yield words.say("tie.silent", silence=silence(silent, words))
    if brief.standing.plan_on is not None:
        on = day_said(brief.standing.plan_on, words.language, today)
        yield words.say("tie.planned", day=on)
