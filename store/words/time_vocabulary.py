"""The words by which people call a kind of time: a kind of contact, or one of the budget alone."""

from __future__ import annotations

import msgspec

from store.records.kinds import BUDGET_KINDS, KINDS, BudgetKind, Kind, budget_kind
from store.words.fold import fold
from store.words.kind_vocabulary import KIND_WORDS, SHORTEST_PREFIX, kind_told

TIME_WORDS: dict[str, BudgetKind] = {
    "writing": "writing",
    "ecrire": "writing",
    "ecriture": "writing",
    "ecrits": "writing",
    "messages": "writing",
    "emails": "writing",
    "e-mails": "writing",
    "mails": "writing",
    "courriels": "writing",
    "preparing": "preparing",
    "preparation": "preparing",
    "preparer": "preparing",
    "calls": "call",
    "appels": "call",
    "meetings": "in_person",
    "rencontres": "in_person",
    "de vive voix": "in_person",
    "events": "event",
    "evenements": "event",
}
"""Those that mean a kind of the budget, and no single contact; both languages, folded."""


WHOLE_WORDS = frozenset({*KINDS, *BUDGET_KINDS, *KIND_WORDS, *TIME_WORDS})
"""Words that mean a kind as they stand, and no beginning of one; folded."""


class TimeTold(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of time."""

    kind: BudgetKind
    contact: Kind | None = None
    """The kind of contact that was named; None where the budget's kind was."""
    minutes: int | None = None
    """What the word means: "lunch" is 90."""


def time_told(text: str) -> TimeTold | None:
    """A kind of time by its code, a word of either language, or the beginning of one."""
    word = " ".join(fold(text).split())
    if word in ("writing", "preparing"):
        return TimeTold(kind="writing" if word == "writing" else "preparing")
    if word in TIME_WORDS:
        return TimeTold(kind=TIME_WORDS[word])
    told = kind_told(word)
    if told is not None:
        return TimeTold(kind=budget_kind(told.kind), contact=told.kind, minutes=told.minutes)
    if len(word) < SHORTEST_PREFIX:
        return None
    begun = {TIME_WORDS[known] for known in TIME_WORDS if known.startswith(word)}
    return TimeTold(kind=begun.pop()) if len(begun) == 1 else None


def is_time_word(text: str) -> bool:
    """Whether a text is a code or a whole word for a kind of time, and no beginning of one."""
    return " ".join(fold(text).split()) in WHOLE_WORDS
