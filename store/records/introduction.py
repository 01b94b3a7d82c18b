"""Two people whom the user brings together."""

from __future__ import annotations

from datetime import date

from store.records.ids import PersonId
from store.records.kinds import IntroductionState
from store.records.record import Record


class Introduction(Record, frozen=True, kw_only=True):
    """An introduction, from the idea to what came of it."""

    a: PersonId
    b: PersonId
    on: date
    why: str = ""
    state: IntroductionState = "proposed"
    outcome: str = ""
