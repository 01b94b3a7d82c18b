"""The sentences of the walk, with the letters that the user types."""

from __future__ import annotations

from collections.abc import Mapping

from store.records.kinds import Language
from store.words.spoken_words import SpokenWords

OWN = "walk."
"""Begins the ids of sentences that may name letters."""


class WalkWords(SpokenWords):
    """Says the letters of the walk as they are to be typed, `{undo}` by what undoes."""

    def __init__(self, language: Language, letters: Mapping[str, str]) -> None:
        """Bind the letters, by name."""
        super().__init__(language)
        self._letters = letters

    def say(self, id: str, /, **values: object) -> str:
        """The sentence of an id, as it is heard."""
        if id.startswith(OWN):
            values = {**self._letters, **values}
        return super().say(id, **values)
