"""Two who are marked in the list of people, made one."""

from __future__ import annotations

from store.records.ids import PersonId
from store.records.person import Person
from tui.requests import MergingWanted
from tui.writer import Fresh


def merging_of(fresh: Fresh, people: tuple[Person, ...]) -> MergingWanted | None:
    """What asks for two people to be laid side by side; None where they are not two."""
    # Loaded only for the one act that needs it.
    from store.rules.twins import stays_and_goes

    if len(people) != 2:
        return None
    one, other = (PersonId(each.id) for each in people)
    return MergingWanted(stays_and_goes(fresh.snapshot, one, other))
