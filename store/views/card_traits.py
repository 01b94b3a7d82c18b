"""What a card may share with others."""

from __future__ import annotations

from store.records.me import Me
from store.records.person import Person
from store.rules.step import is_trip
from store.rules.traits import Traits


def traits_of(card: Person | Me) -> Traits:
    """What a card may share with others; where the user is on a trip is no city of theirs."""
    employers = (card.org, *card.employers) if card.org else card.employers
    trips = isinstance(card, Me)
    return Traits(
        schools=card.schools,
        employers=employers,
        employment=card.employment,
        cities=tuple(city for city in card.cities if not (trips and is_trip(city))),
        passions=card.passions,
        fields=card.fields,
        languages=card.languages,
        titles=(card.title,) if card.title else (),
    )
