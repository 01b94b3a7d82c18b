"""What fits into some minutes as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from store.records.record import Document
from store.rules.fit import needed
from store.views.answers_today import today_answer
from store.views.fit import Fit


def fit_answer(fit: Fit) -> Document:
    """The minutes, the rows that are in and those that are out, each with a code that tells why."""
    return {
        "minutes": fit.asked,
        "used": fit.minutes,
        "left": fit.left,
        "rows": [
            {**today_answer(row), "why": why}
            for row, why in zip(fit.rows, fit.reasons, strict=True)
        ],
        "left_out": [{**today_answer(row), "why": why} for row, why in fit.left_out],
    }


def counted_answer(fit: Fit) -> Document:
    """The rows once more, each with the minutes that it needs and what it counts for in them.

    A promise counts for nothing here (`null`): it is kept before anything is weighed.
    """
    told = fit_answer(fit)
    weighed: Document = {}
    rows = {"rows": fit.rows, "left_out": tuple(row for row, _ in fit.left_out)}
    for name, each in rows.items():
        answers = told[name]
        kept = answers if isinstance(answers, list) else []
        weighed[name] = [
            {**answer, "needs": needed(row), "gain": fit.counted.get(row.id)}
            for answer, row in zip(kept, each, strict=True)
            if isinstance(answer, dict)
        ]
    return weighed
