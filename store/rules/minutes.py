"""How long a contact takes: the defaults, and the user's own median once it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from store.records.kinds import KINDS, BudgetKind, Kind

ENOUGH = 5
"""Contacts of a kind with minutes noted, after which the own median stands."""

UNKNOWN_MINUTES = 20
"""Where the settings leave a kind out."""


def usual_minutes(
    noted: Mapping[Kind, Sequence[int]], defaults: Mapping[Kind, int]
) -> dict[Kind, int]:
    """Minutes of each kind.

    Args:
        noted: minutes noted for contacts of each kind, in any order.
        defaults: minutes by the settings.
    """
    return {
        kind: round(median(noted[kind]))
        if len(noted.get(kind, ())) >= ENOUGH
        else defaults.get(kind, UNKNOWN_MINUTES)
        for kind in KINDS
    }


def budget_kind(kind: Kind) -> BudgetKind:
    """The kind of the week's budget in which a contact counts."""
    return "writing" if kind == "message" or kind == "email" else kind
