"""A row of the heat as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from store.records.record import Document
from store.views.answers_person import iso
from store.views.heat import HeatRow


def heat_answer(row: HeatRow) -> Document:
    """A row; the chance of loss is neither capped nor rounded, and is not calibrated."""
    return {
        "person": {"id": row.person, "name": row.name},
        "layer": row.layer,
        "band": row.band,
        "p_lost": row.p_lost,
        "usual_gap_days": row.usual_gap_days,
        "silent_days": row.silent_days,
        "turns_cold_on": iso(row.turns_cold_on),
    }
