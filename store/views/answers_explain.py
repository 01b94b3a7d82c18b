"""A row taken apart as a JSON answer; its sentences are in the user's language."""

from __future__ import annotations

from datetime import date

from store.records.record import Document
from store.views.answers_today import plain_value
from store.views.explain import Explained
from store.views.explain_figure import Figure
from store.words.words import Words


def explain_answer(explained: Explained, words: Words, today: date) -> Document:
    """Figures with their names, values, rules and sources, and what takes the row off the list."""
    return {
        "figures": [_figure(each, words, today) for each in explained.figures],
        "leaves": [words.tell(each, today) for each in explained.leaves],
    }


def _figure(figure: Figure, words: Words, today: date) -> Document:
    return {
        "name": figure.name,
        "value": plain_value(figure.value),
        "what": words.tell(figure.what, today),
        "rule": words.tell(figure.rule, today),
        "source": figure.source,
    }
