"""How well a command fits what was typed in the palette; nothing rather than a bad match."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.words.fold import fold

EXACT, BEGINS, WORDS, HELP, SLIP = 5.0, 4.0, 3.0, 2.0, 1.0

SHORTEST_SLIP = 4
"""A slip of the finger is looked for in words of so many letters at least."""

ALIKE = 80.0
"""How alike two words are then, of 100."""

Alike = Callable[[str, str], float]


def fit(query: str, names: Iterable[str], help: str, alike: Alike) -> float:
    """How well; 0 is not at all.

    Args:
        query: what was typed.
        names: what the command is called, in each language.
        help: what it does.
        alike: how alike two folded words are, of 100.
    """
    wanted = fold(query).strip()
    folded = [fold(name) for name in names]
    if not wanted:
        return 0.0
    if wanted in folded:
        return EXACT
    if any(name.startswith(wanted) for name in folded):
        return BEGINS
    typed = wanted.split()
    if any(_begin_words(typed, name.split()) for name in folded):
        return WORDS
    if _begin_words(typed, _words_of(help)):
        return HELP
    if len(wanted) >= SHORTEST_SLIP and any(alike(wanted, name) >= ALIKE for name in folded):
        return SLIP
    return 0.0


def _words_of(text: str) -> list[str]:
    return "".join(each if each.isalnum() else " " for each in fold(text)).split()


def _begin_words(typed: list[str], words: list[str]) -> bool:
    """Whether each word typed begins one of some words."""
    return all(any(word.startswith(each) for word in words) for each in typed)
