"""What letters begin and end with, and what stands before names: nothing of a list of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store.words.fold import fold

_GREETINGS = (
    *("allo", "bonjour", "bonsoir", "coucou", "salut", "hello", "hey", "hi", "greetings"),
    *("good morning", "good afternoon", "good evening"),
)
_GREETINGS_OF_SOMEBODY = ("cher", "chere", "chers", "cheres", "dear")
"""No greeting without the name of somebody."""

_CLOSINGS = (
    *("a bientot", "a plus", "a tres vite", "amicalement", "amities", "bien a toi", "bien a vous"),
    *("bien amicalement", "bien cordialement", "bises", "bisous", "bonne journee", "bonne soiree"),
    *("bon week-end", "cordialement", "je t'embrasse", "je vous embrasse", "merci"),
    *("merci beaucoup", "merci d'avance", "respectueusement", "salutations", "sincerement"),
    *("sinceres salutations", "tres cordialement", "all the best", "best regards", "best wishes"),
    *("cheers", "kind regards", "kindest regards", "many thanks", "regards", "see you"),
    *("see you soon", "sincerely", "take care", "talk soon", "thank you", "thanks"),
    *("warm regards", "with best regards", "with kind regards", "yours", "yours faithfully"),
    *("yours sincerely", "yours truly"),
)
_CLOSINGS_OR_NAMES = ("best", "love")
"""A closing where nothing follows; else a name: `Best, George`."""

_MOST_WORDS = 6
"""Of a greeting."""

_TITLE = re.compile(
    r"(?:M\.|(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|Pr|Prof|Monsieur|Madame|Mademoiselle|Docteur)\b\.?)"
    r"\s+(?!(?:et|and)\b|\w\.|&)(?=\w)",
    re.IGNORECASE,
)
_AROUND = " \t\u00a0,;:.!-–—"
_SAID = re.compile(r"[,;:.!\u2013\u2014]|\s-\s")


def letter_marked(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """Lines with their numbers, and whether each is of the letter around a list.

    One word after a closing is a signature; anywhere else it is somebody's name.
    """
    signs = False
    for number, line in lines:
        closes = _is_closing(line)
        yield number, line, closes or _is_greeting(line) or (signs and _is_one_word(line))
        signs = closes


def without_title(name: str) -> str:
    """A name without the title before it; a couple is called by both titles, and keeps them."""
    return _TITLE.sub("", name, count=1) if _TITLE.match(name) else name


def _is_greeting(line: str) -> bool:
    if "@" in line or not 0 < len(line.split()) <= _MOST_WORDS:
        return False
    said = _folded(line)
    return _begins(said, _GREETINGS) or (
        _begins(said, _GREETINGS_OF_SOMEBODY) and said not in _GREETINGS_OF_SOMEBODY
    )


def _is_closing(line: str) -> bool:
    """Whether a line is a closing: alone, before its mark, or before words written small."""
    if "@" in line:
        return False
    said = _folded(line)
    if said in _CLOSINGS_OR_NAMES or said in _CLOSINGS:
        return True
    found = _SAID.search(line)
    if found is not None and _folded(line[: found.start()]) in _CLOSINGS:
        return True
    words = line.split()
    return any(
        word[0].islower() and _folded(" ".join(words[:place])) in _CLOSINGS
        for place, word in enumerate(words[1:4], start=1)
    )


def _begins(said: str, phrases: tuple[str, ...]) -> bool:
    return any(said == each or said.startswith((each + " ", each + ",")) for each in phrases)


def _folded(text: str) -> str:
    return fold(text[:200]).replace("’", "'").strip(_AROUND)


def _is_one_word(line: str) -> bool:
    return "@" not in line and len(line.split()) == 1
