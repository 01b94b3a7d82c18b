"""The names of filters that Tab completes, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.records.kinds import BANDS, LAYERS, Language
from store.search.query_names import FieldName, Other
from store.views.code_words import band_word
from store.words.words import Words

Filter = FieldName | Other

_SHOWN: Mapping[Language, Mapping[str, Filter]] = {
    "en": {
        "school": "school",
        "city": "city",
        "passion": "passion",
        "org": "org",
        "title": "title",
        "field": "field",
        "language": "language",
        "tag": "tag",
        "circle": "circle",
        "layer": "layer",
        "tie": "tie",
        "met": "met",
        "since": "since",
        "need": "need",
        "offer": "offer",
        "note": "note",
        "name": "name",
        "where": "where",
        "email": "email",
    },
    "fr": {
        "école": "school",
        "ville": "city",
        "passion": "passion",
        "entreprise": "org",
        "fonction": "title",
        "domaine": "field",
        "langue": "language",
        "étiquette": "tag",
        "cercle": "circle",
        "proximité": "layer",
        "lien": "tie",
        "rencontre": "met",
        "depuis": "since",
        "besoin": "need",
        "offre": "offer",
        "note": "note",
        "nom": "name",
        "lieu": "where",
        "courriel": "email",
    },
}


class FilterNames(msgspec.Struct, frozen=True):
    """What can be typed before a colon, and behind it where that is no word of a card."""

    shown: tuple[str, ...] = ()
    """Names of filters, those of the user's language first."""
    fixed: Mapping[str, tuple[str, ...]] = {}
    """Values by the neutral name of a filter, where there are only some."""


def filter_names(words: Words) -> FilterNames:
    """Those of a language, and after them the English ones, which are read everywhere."""
    shown = dict.fromkeys((*_SHOWN[words.language], *_SHOWN["en"]))
    ties = tuple(band_word(band, words) for band in BANDS[1:])
    return FilterNames(tuple(shown), {"tie": ties, "layer": tuple(map(str, LAYERS))})
