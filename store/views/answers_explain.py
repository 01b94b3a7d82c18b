"""A row taken apart as a JSON answer; its sentences are in the user's language."""

from __future__ import annotations

from datetime import date

from store.records.record import Document
from store.views.explain import Explained
from store.words.words import Words


def explain_answer(explained: Explained, words: Words, today: date) -> Document:
    """Figures with their rules and sources, and what takes the row off the list."""
    return {
        "figures": [
            {
                "what": words.tell(each.what, today),
                "rule": words.tell(each.rule, today),
                "source": each.source,
            }
            for each in explained.figures
        ],
        "leaves": [words.tell(each, today) for each in explained.leaves],
    }
