"""French "de" before a name: "de Björn", "d'Amélie", "d'Hélène"."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.fold import fold

VOWELS = frozenset("aeiou")

MUTE = (
    *("hadrien", "hector", "helen", "heleonor", "helia", "helie", "helo", "henri", "herbert"),
    *("hercule", "hermi", "herve", "hilaire", "hippolyte", "honor", "horace", "hortense"),
    *("huber", "hugo", "hugue", "huguette", "humbert", "hyacinthe"),
)
"""How names begin whose h is mute; before all others one stops."""


def elides(name: str) -> bool:
    """Whether "de" loses its vowel before a name."""
    start = fold(name[:12]).lstrip()
    if start.startswith("h"):
        return start.startswith(MUTE)
    if start.startswith("y"):
        # "d'Yves", but "de Yasmine".
        return len(start) > 1 and start[1].isalpha() and start[1] not in VOWELS
    return start[:1] in VOWELS


def elided(text: str, values: Mapping[str, object]) -> str:
    """A French sentence with its "de {name}" fitted to the names that will fill it."""
    for name, value in values.items():
        place = f"de {{{name}}}"
        if place in text and isinstance(value, str) and elides(value):
            text = text.replace(f" {place}", f" d'{{{name}}}")
    return text
