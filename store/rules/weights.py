"""How much a contact weighs, by kind and by who wrote."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.records.kinds import KINDS, Kind

WRITTEN: frozenset[Kind] = frozenset({"message", "email"})
TALKS: frozenset[Kind] = frozenset({"in_person", "video", "call", "event"})

FULL = 1.0
UNANSWERED = 0.4
"""The weight of what only I wrote: it is easily forgotten (A1)."""

GLANCE = 0.1
"""The weight of a sign on a social network."""


class Weights(msgspec.Struct, frozen=True):
    """The weights of contacts, each between 0 and 1."""

    answered: dict[Kind, float]
    """Of each kind; of what is written once they were heard from."""
    mine: dict[Kind, float]
    """Of each kind where I began, as long as nothing has come back."""


def weights_of(kinds: Mapping[Kind, float], unanswered: float) -> Weights:
    """The weights that the settings ask for.

    Args:
        kinds: of each kind; one left out weighs in full.
        unanswered: what remains of a written contact as long as only I wrote.
    """
    answered = {kind: kinds.get(kind, FULL) for kind in KINDS}
    mine = {kind: answered[kind] * (unanswered if kind in WRITTEN else FULL) for kind in KINDS}
    return Weights(answered, mine)


PLAIN = weights_of({"social": GLANCE}, UNANSWERED)
"""As the rules have them."""
