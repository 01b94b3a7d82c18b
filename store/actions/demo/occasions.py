"""Birthdays that come, one that comes every four years, and a new job."""

from __future__ import annotations

import msgspec

from store.actions.demo.card import LEAP_DAY
from store.actions.demo.ledger import Known, Ledger
from store.actions.demo.tie import INNER

NEW_JOB = 6
"""Days since the new job was noted."""


def tell_occasions(ledger: Ledger) -> None:
    """A birthday within the week, one on 29 February, and in a wider network a new job."""
    for known in ledger.cast(1, "steady", "slipped", "cadenced", "met_once", nearest=999):
        day = ledger.day(-ledger.chance.between(1, 5))
        year = ledger.day(0).year - ledger.chance.between(28, 60)
        leap = (day.month, day.day) == (2, 29)
        birthday = LEAP_DAY if leap else f"{year:04d}-{day:%m-%d}"
        # A message takes five minutes: the row fits even the shortest share of a week.
        _set(ledger, known, birthday=birthday, prefers="message")
    for known in ledger.cast(1, "steady"):
        _set(ledger, known, birthday=LEAP_DAY)
    if len(ledger.known) <= INNER:
        return
    for known in ledger.cast(1, "steady", nearest=150):
        _set(ledger, known, new_job_on=ledger.day(NEW_JOB))


def _set(ledger: Ledger, known: Known, **fields: object) -> None:
    ledger.replace(known, msgspec.structs.replace(known.person, **fields))
