"""Pairs that may be doubled, as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from store.records.ids import PersonId
from store.records.record import Document, Json
from store.records.snapshot import Snapshot
from store.rules.twins import Twins


def twins_answer(pair: Twins, snapshot: Snapshot) -> Document:
    """One pair: `a` is the card that would stay, `score` from 0 to 1."""
    return {
        "a": _person(pair.a, snapshot),
        "b": _person(pair.b, snapshot),
        "score": round(pair.score, 4),
        "likelihood": pair.likelihood,
        "because": list[Json](
            [
                {"code": each.code, "value": each.value or None, "weight": round(each.weight, 2)}
                for each in pair.because
            ]
        ),
    }


def _person(id: PersonId, snapshot: Snapshot) -> Document:
    return {"id": id, "name": snapshot.people[id].name}
