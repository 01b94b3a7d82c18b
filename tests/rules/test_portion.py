"""How far the rows that wait are read for those that Today shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.records.ids import PersonId
from store.rules.due import Due
from store.rules.portion import of_today
from store.rules.reason import Reason

TODAY = date(2026, 11, 20)
LEAST = 5


def turn(number: int, minutes: int) -> Due:
    return Due(
        id=str(number),
        person=PersonId(str(number)),
        name="",
        group="cooling",
        reason=Reason("rhythm"),
        band=None,
        layer=None,
        step="call",
        minutes=minutes,
        due=None,
        order=(2, True, True, 0.0, 0, "", str(number)),
    )


def shown(rows: list[Due], minutes: int, read: list[str]) -> list[str]:
    """The rows shown; `read` takes the ids of all that were looked at."""

    def each_read() -> Iterator[Due]:
        for row in rows:
            read.append(row.id)
            yield row

    found = of_today(
        each_read(),
        today=TODAY,
        resumes=TODAY + timedelta(days=3),
        seats=9,
        minutes=minutes,
        least=LEAST,
        begun=False,
    )
    return [row.id for row in found]


def test_once_no_step_fits_any_more_nothing_further_is_read() -> None:
    read: list[str] = []
    rows = [turn(1, 20), turn(2, 20), turn(3, 5), *(turn(n, 5) for n in range(4, 99))]
    assert shown(rows, 28, read) == ["1", "3"]
    assert read == ["1", "2", "3", "4"]


def test_where_nothing_fits_the_first_opens_the_day_and_no_more_is_read() -> None:
    read: list[str] = []
    assert shown([turn(n, 20) for n in range(99)], 4, read) == ["0"]
    assert read == ["0", "1"]
