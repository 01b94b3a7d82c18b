"""The invented network that is looked at before bringing one's own; held in memory alone."""

from __future__ import annotations

from datetime import date

from store.actions.commit import Keeper
from store.records.kinds import Language

PEOPLE = 150
SEED = 1


def demo_keeper(today: date, language: Language) -> Keeper:
    """Keeps the demo network as it stands on a day."""
    from store.actions.demo.network import demo_snapshot
    from store.disk.memory_keeper import MemoryKeeper

    return MemoryKeeper(demo_snapshot(PEOPLE, SEED, today, language))
