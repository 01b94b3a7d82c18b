"""Half a year of mornings after an import: 150 people sorted at once, eight contacts a week.

    python tests/benchmarks/half_year.py [SEED ...]

Somebody who does what Today proposes, in its order, on working days: six a week, and two more with
whoever comes to mind; where a morning shows fewer they go on with those that could wait. Now and
then they pass a row over, put it off, or promise to get back. What they write is answered more
often than not. All goes through the real actions. Prints how many rows a morning shows, how many
wait, the minutes and contacts a week, and for how long people are left alone.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence

from half_year_user import DAYS, MONTH, QUARTER, HalfYear, User


def said(seed: int, lived: HalfYear) -> str:
    """One half year in a few lines."""
    shown = sorted(morning.shown for morning in lived.mornings)
    waiting = [lived.waiting_on(day) for day in (0, MONTH, QUARTER, DAYS - 1)]
    left = {layer: (gaps[len(gaps) // 2], gaps[-1]) for layer, gaps in lived.longest_left.items()}
    most = shown[len(shown) * 9 // 10]
    weeks = DAYS / 7
    return (
        f"seed {seed}\n"
        f"  rows a morning: {statistics.median(shown):g}, p90 {most}, max {shown[-1]}; "
        f"empty mornings in a row: {lived.longest_empty()}\n"
        f"  waiting on the first morning, after a month, three, six: {waiting}\n"
        f"  a week: {statistics.fmean(lived.weeks):.0f} minutes (most {max(lived.weeks)}), "
        f"{lived.contacts / weeks:.1f} contacts, {lived.passed / weeks:.1f} passed or put off\n"
        f"  longest without a contact, days (median, most) by layer: {left}\n"
        f"  bands on the first morning: {lived.mornings[0].bands}\n"
        f"  bands on the last: {lived.mornings[-1].bands}\n"
    )


def main(seeds: Sequence[int]) -> None:
    """One half year a seed."""
    for seed in seeds:
        sys.stdout.write(said(seed, User(seed).live(DAYS)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or range(1, 6))
