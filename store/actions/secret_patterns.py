"""How each kind of secret is written: patterns over folded text, and folding itself."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

from store.actions.secret import UNSPACED, Secret, digits_of
from store.words.fold import fold

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORDS = re.compile(r"[a-z0-9]+")
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\.", re.DOTALL)
_BETWEEN_NAMES = re.compile(r"[\s,;-]+")

MOST_TURNS = 4
"""Words of a name beyond which it is looked for as it is written alone."""

LONG_NUMBER = 9
"""Digits from which a number may be spaced in any way; a shorter one could be a date."""


@cache
def fold_letter(letter: str) -> str:
    """One letter folded; several letters or none may come of it."""
    return fold(letter)


def folded(text: str) -> str:
    """A text folded letter by letter."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(_fold_match, text).lower()


def _fold_match(match: re.Match[str]) -> str:
    return "".join(map(fold_letter, match[0]))


def words_in(low: str) -> set[str]:
    """The words of a folded text."""
    return set(_WORDS.findall(low))


def plain(text: str) -> str:
    """JSON with its escapes undone, so that texts in it read as they are."""
    return _ESCAPES.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    try:
        return str(json.loads(f'"{match[0]}"'))
    except ValueError:
        return match[0]


def is_raw(text: str) -> bool:
    """Whether a text can only be looked for as it is written: folding would lose something."""
    if text.isascii():
        return not words_in(text.lower())
    if UNSPACED.search(text) or not words_in(folded(text)):
        return True
    return any(not fold_letter(each) and not _is_silent(each) for each in text)


def _is_silent(letter: str) -> bool:
    return unicodedata.combining(letter) > 0 or unicodedata.category(letter) in ("Cf", "Mn", "Me")


def pattern_of(secret: Secret) -> str:
    """The pattern of a secret, over folded text."""
    low = folded(secret.text).strip()
    if secret.kind == "name":
        return _name_pattern(low)
    if secret.kind == "text":
        return r"\s+".join(map(re.escape, low.split()))
    if secret.kind == "email":
        return _bounded(low, before=r"\w.+-", after=r"(?![\w-]|\.\w)")
    if secret.kind == "link":
        _, _, path = low.partition("://")[2].partition("/") if "://" in low else low.partition("/")
        # A profile must not be found in another that begins alike, nor a site in its pages.
        after = r"/?(?![\w%-])" if path.strip("/") else r"(?![\w-]|\.\w|/\w)/?"
        return _bounded(low.rstrip("/"), before=r"\w-", after=after)
    return _bounded(low, before=r"\w-", after=r"(?![\w-])")


def _name_pattern(low: str) -> str:
    words = [word for word in _BETWEEN_NAMES.split(low) if word]
    turns = len(words) if len(words) <= MOST_TURNS else 1
    orders = dict.fromkeys(tuple(words[n:] + words[:n]) for n in range(turns))
    return "|".join(_named(order) for order in orders)


def _named(words: tuple[str, ...]) -> str:
    whole = r"[\s,;-]+".join(map(re.escape, words))
    before = r"(?<!\w)(?<!\w-)" if words[0][0].isalnum() else ""
    after = r"(?!\w|-\w)" if words[-1][-1].isalnum() else ""
    return f"{before}{whole}{after}"


def _bounded(low: str, before: str, after: str) -> str:
    first = low[0]
    return (f"(?<![{before}])" if first.isalnum() else "") + re.escape(low) + after


def phone_pattern(phone: str) -> str:
    """A number by its last nine digits, however it is spaced."""
    digits = digits_of(phone)
    spaced = r"[\s.()/-]{0,3}" if len(digits) >= LONG_NUMBER else r"[\s.]?"
    before = "" if len(digits) >= LONG_NUMBER else r"(?<!\w)"
    pattern = f"{before}{spaced.join(digits)}(?!\\w)"
    low = folded(phone).strip()
    # Some write what is no number between the digits.
    return pattern if re.search(pattern, low) else f"{pattern}|{re.escape(low)}"
