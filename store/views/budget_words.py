"""A week's budget in words, and where a week stands in its band."""

from __future__ import annotations

from store.records.kinds import BUDGET_KINDS
from store.records.me import Budget
from store.rules.budget import CEILINGS, BudgetBand
from store.words.durations import minutes_message
from store.words.kinds import budget_message
from store.words.message import Message

_BANDS: dict[BudgetBand, str] = {
    "under": "budget_band.under",
    "within": "budget_band.within",
    "over": "budget_band.over",
}


def budget_told(budget: Budget) -> Message:
    """All targets: "call 1 h, social 20 min at most; 2 h a week in all"."""
    kinds = tuple(
        Message(
            "budget_told.at_most" if kind in CEILINGS else "budget_told.target",
            {"kind": budget_message(kind), "time": minutes_message(budget.kinds[kind])},
        )
        for kind in BUDGET_KINDS
        if kind in budget.kinds
    )
    values = {"kinds": kinds, "total": minutes_message(budget.total)}
    if kinds:
        return Message("budget_told.both" if budget.total else "budget_told.kinds", values)
    return Message("budget_told.total" if budget.total else "budget_told.nothing", values)


def band_told(band: BudgetBand | None, *, ended: bool) -> Message | None:
    """Where minutes stand against what was meant; of a week that goes on nobody says "under".

    Args:
        band: of the minutes.
        ended: whether the week is over.
    """
    if band is None or (band == "under" and not ended):
        return None
    return Message(_BANDS[band])
