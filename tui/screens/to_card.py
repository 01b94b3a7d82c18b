"""From a list to the screen of the person under its cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records.ids import PersonId
from tui.requests import CardWanted

if TYPE_CHECKING:
    from tui.screens.people import People
    from tui.screens.today import Today


def card_of_today(screen: Today) -> None:
    """Whoever was gone to, or is under the cursor of the heat, or of the list."""
    if screen.heat.chosen:
        here, among = screen.heat.person, screen.heat.ids
    else:
        row = screen.row
        here, among = (PersonId(row.person) if row is not None else None), screen.people_listed
    screen.post_message(CardWanted(screen.visited or here, among))


def card_of_people(screen: People) -> None:
    """Whoever is under the cursor."""
    key = screen.list.key
    screen.coming.going_to_card()
    person = PersonId(key) if key is not None else None
    screen.post_message(CardWanted(person, screen.list.ids))
