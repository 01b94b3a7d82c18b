"""The name that LinkedIn gives a profile, by which one person is known across files."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from store.records.clean import clean_line

PREFIX = "linkedin:"

_PROFILE = re.compile(
    r"^(?:https?:)?(?://)?(?:[\w-]+\.)*linkedin\.com/(?:comm/|mwlite/)?in/([^/?#\s]+)",
    re.IGNORECASE,
)


def slug_of(url: str) -> str:
    """The slug of a profile's address, `/in/<slug>`, folded; nothing where it is no such address.

    Scheme, country, query and trailing slash do not matter, nor does percent encoding.
    """
    if "inkedin" not in url.lower():
        return ""
    match = _PROFILE.match(url.strip())
    if match is None:
        return ""
    return clean_line(unicodedata.normalize("NFC", unquote(match[1])).lower())


def source_of(slug: str) -> str:
    """The stable key of a profile."""
    return PREFIX + slug


def slug_in(source: str) -> str:
    """The slug of a stable key, or nothing where the key is none of a profile.

    Keys of people without an address and of conversations hold a second colon.
    """
    slug = source.removeprefix(PREFIX)
    return slug if slug != source and ":" not in slug else ""
