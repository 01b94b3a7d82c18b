"""The name to give somebody of whom only headers of mail are known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.words.fold import fold

LONGEST = 60
"""Characters beyond which a header holds something else than a name."""

_AFTER_NAMES = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "inc", "llc", "ltd", "limited", "gmbh")
)
"""What stands behind a comma and is no first name; folded, without points."""

_IN_BRACKETS = re.compile(r"\s*[(\[{].*$")
_LETTERS = re.compile(r"[^\W\d_]")
_PLAIN_PART = re.compile(r"[^\W\d_]{2,}")
_SEPARATORS = re.compile(r"[._-]")
_QUOTES = "\"'`‘’“”«»\u00a0 "


def best_name(names: Mapping[str, int], address: str) -> str:
    """The name that an address bears in headers, or one made of the address.

    Whole names come before single words, then the one used most, then the longest.

    Args:
        names: each as written, with how often.
        address: in lower case.
    """
    counts: dict[str, int] = {}
    for written, count in names.items():
        name = tidied(written)
        if is_sensible(name):
            counts[name] = counts.get(name, 0) + count
    if not counts:
        return name_of_address(address)
    return min(counts, key=lambda name: (" " not in name, -counts[name], -len(name), name))


def tidied(written: str) -> str:
    """A name as one says it: without quotes and brackets, `Ek, Ana` turned."""
    name = _IN_BRACKETS.sub("", written.strip(_QUOTES)).strip(_QUOTES)
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma and last and first and "," not in first and not _is_after_names(first):
        return f"{first} {last}"
    return name


def is_sensible(name: str) -> bool:
    """Whether a text can be somebody's name: some letters, no address, not too long."""
    return "@" not in name and 0 < len(name) <= LONGEST and _LETTERS.search(name) is not None


def name_of_address(address: str) -> str:
    """`ana.ek@x.org` is Ana Ek; of any other address the whole stands."""
    parts = _SEPARATORS.split(address.partition("@")[0])
    if len(parts) == 2 and all(_PLAIN_PART.fullmatch(part) for part in parts):
        return " ".join(part.capitalize() for part in parts)
    return address


def _is_after_names(text: str) -> bool:
    return all(word in _AFTER_NAMES for word in fold(text).replace(".", "").split())
