"""What is too large for the data file, as far as a card shows it."""

from __future__ import annotations

from store.records.attachment import digest_in
from store.records.person import Person


def digests_on(card: Person) -> tuple[str, ...]:
    """The parts that a card refers to, each once, in its order."""
    if not card.properties:
        return ()
    found = (digest_in(each.value) for each in card.properties)
    return tuple(dict.fromkeys(each for each in found if each is not None))
