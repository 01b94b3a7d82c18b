"""Several sessions on one file: nothing is lost, nobody is refused, nobody waits for long."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from forked import forked
from orders import Desk
from sizes import times
from stock import opened_by_tinydb
from stretches import (
    Stretch,
    begun,
    nothing_between,
    outcome_of,
    tidies_at_times,
    whole,
    work_of,
)

LONGEST_WAIT = 2.5
"""Seconds that a commit may wait for all the others."""


@pytest.mark.parametrize(("sessions", "changes"), [(2, times(500)), (4, times(200))])
@pytest.mark.parametrize("between", [nothing_between, tidies_at_times], ids=["commits", "tidying"])
def test_sessions_at_once_lose_nothing(
    sessions: int, changes: int, between: Callable[[Desk, int], None], tmp_path: Path
) -> None:
    """Guards the lock, the catching up under it, merging field by field, and that a checkpoint of
    one session takes nothing from another."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    tasks = [Stretch(who, changes) for who in range(sessions)]
    with ExitStack() as stack:
        children = [
            stack.enter_context(
                forked(work_of(path, task, between if not task.who else nothing_between))
            )
            for task in tasks
        ]
        outcomes = [outcome_of(child) for child in children]
    assert [outcome.refused for outcome in outcomes] == [[]] * sessions
    assert max(outcome.longest for outcome in outcomes) < LONGEST_WAIT
    whole(path, tasks).tidy("idle")
    assert len(opened_by_tinydb(path)["people"]) == 1 + sessions * len(range(0, changes, 5))
