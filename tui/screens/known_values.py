"""The values that the lines of a form may be completed from, looked up once each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import get_args

from store.actions.card_form import CardField
from store.records.ids import PersonId
from store.records.kinds import KINDS, LAYERS
from store.rules.card_values import CardValue, names_on
from store.views.phrases import kind_word
from store.views.written import values_of
from store.words.fold import fold
from store.words.language_names import language_word
from store.words.zones import zone_names
from tui.phrasing.card_lines import Card, name_of

_KINDS: Mapping[str, CardValue] = {each: each for each in get_args(CardValue)} | {"org": "employer"}
"""Parameter to the kind of value it takes."""


class KnownValues:
    """Of one card, among everybody's."""

    def __init__(self, card: Card) -> None:
        """Nothing is looked up yet."""
        self._card = card
        self._found: dict[str, tuple[str, ...]] = {}

    def has(self, field: CardField) -> bool:
        """Whether a field is completed at all."""
        return field.param in _KINDS or field.shape in (
            *("person", "people"),
            *("kind", "kinds", "layer", "zone"),
        )

    def of(self, field: CardField) -> tuple[str, ...]:
        """The values of a field, the likeliest first."""
        if field.param not in self._found:
            self._found[field.param] = self._values(field)
        return self._found[field.param]

    def _values(self, field: CardField) -> tuple[str, ...]:
        card = self._card
        if field.shape in ("kind", "kinds"):
            return tuple(kind_word(each, card.words) for each in KINDS)
        if field.shape == "layer":
            return tuple(map(str, LAYERS))
        if field.shape in ("person", "people"):
            others = (id for id in card.snapshot.people if id != card.record.id)
            return tuple(sorted((name_of(PersonId(id), card) for id in others), key=fold))
        if field.shape == "zone":
            written = Counter(each.timezone for each in card.snapshot.people.values())
            used = (zone for zone, _ in written.most_common() if zone)
            return tuple(dict.fromkeys((*used, *zone_names())))
        what = _KINDS[field.param]
        texts = tuple(each.name for each in values_of(card.snapshot, what))
        found = (*texts, *names_on(card.snapshot.me, what))
        if what == "language":
            return tuple(dict.fromkeys(language_word(each, card.words) for each in found))
        return found
