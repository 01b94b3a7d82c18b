from __future__ import annotations

from datetime import date, timedelta

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.rules.minutes import ENOUGH, recounted, tallied, usual_minutes

TODAY = date(2026, 11, 20)


def calls(minutes: int, **fields: object) -> list[Interaction]:
    """As many as make an own median."""
    on = TODAY - timedelta(days=9)
    values: dict[str, object] = {"kind": "call", "on": on, "minutes": minutes, **fields}
    return [
        Interaction(id=f"I{n}", people=(PersonId("A"),), **values)  # type: ignore[arg-type]
        for n in range(ENOUGH)
    ]


def test_what_was_guessed_or_planned_makes_no_own_minutes() -> None:
    guessed, planned = calls(99, approximate=True), calls(98, planned=True)
    tally = tallied([*guessed, *planned], TODAY)
    assert usual_minutes(tally, {"call": 20})["call"] == 20
    assert recounted(tally, guessed, planned) == tally
    known = tallied([*calls(40), *guessed], TODAY)
    assert usual_minutes(known, {"call": 20})["call"] == 40
    assert usual_minutes(recounted(tally, (), calls(50)), {"call": 20})["call"] == 50


def test_what_is_of_today_waits_for_the_morning() -> None:
    assert usual_minutes(tallied(calls(40, on=TODAY), TODAY), {"call": 20})["call"] == 20
