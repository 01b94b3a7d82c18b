"""The words for what may be spelled in several ways, for the screen and the command line."""

from __future__ import annotations

from store.rules.spellings import Spelled

KIND_WORDS: dict[Spelled, str] = {
    "school": "trait.school",
    "city": "trait.city",
    "employer": "trait.employer",
    "passion": "trait.passion",
    "field": "trait.field",
    "tag": "trait.tag",
    "language": "trait.language",
}
