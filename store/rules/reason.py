"""Why a row is there: a code with its numbers, never prose."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

ReasonCode = Literal[
    "follow_up",
    "thanks",
    "news",
    "event",
    "plan_passed",
    "birthday",
    "date",
    "new_job",
    "over_cadence",
    "rhythm",
    "met_once",
    "not_yet",
    "dormant",
    "give",
]
REASON_CODES: tuple[ReasonCode, ...] = get_args(ReasonCode)

ReasonValue = int | float | str | date
"""A count, a span in days, a word of the vocabularies, a day, or text of the user's own."""


class Reason(msgspec.Struct, frozen=True, gc=False):
    """A code and what fills its sentence."""

    code: ReasonCode
    values: dict[str, ReasonValue] = {}
