"""The only place that asks what time it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime

from store.records.ids import ENTROPY_BYTES, ulid

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""


def system_clock() -> datetime:
    """Now, in the zone of this machine."""
    return datetime.now().astimezone()


def clock_on(day: date) -> Clock:
    """A clock whose date is always `day` and whose time runs on."""

    def now() -> datetime:
        return datetime.combine(day, system_clock().timetz())

    return now


def local_wall(moment: datetime) -> datetime:
    """What the clock of this machine shows at a moment, without a zone; summer time as it is then.

    Args:
        moment: with its zone; one without is on this machine's clock already.

    Raises:
        OverflowError: at the ends of the calendar, where there is no such day here.
    """
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment


def fresh_key() -> str:
    """A new secret key, from the system's chance: 32 bytes, hexadecimal."""
    return os.urandom(32).hex()


def fresh_id() -> str:
    """A new ULID, from the system's time and chance."""
    return ulid(int(datetime.now().astimezone().timestamp() * 1000), os.urandom(ENTROPY_BYTES))
