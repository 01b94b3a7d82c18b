"""What stands beside a name in a plain list: taken for more than a note only where it says so."""

from __future__ import annotations

import re

import msgspec

from store.words.fold import fold

_AT = re.compile(r"(?:@|chez|at|bei)\s+(\S.*)", re.IGNORECASE)
_IN = re.compile(r"(?:in|à)\s+([^\W\d_][^\d,;]{1,40})", re.IGNORECASE)

_FORMS = frozenset(
    {
        *("ab", "ag", "aps", "as", "asa", "bv", "co", "corp", "gmbh", "inc", "kft", "llc", "llp"),
        *("ltd", "ltda", "nv", "oy", "oyj", "plc", "sa", "sarl", "sas", "scop", "snc", "spa"),
        *("srl", "sro", "limited", "corporation", "cie", "kg", "ev"),
    }
)
"""Legal forms, as the last word of a name: nothing else ends with them."""

_KINDS = frozenset(
    {
        *("university", "universite", "universitat", "universidad", "universita", "universiteit"),
        *("ecole", "institut", "institute", "college", "lycee", "hopital", "hospital", "chu"),
        *("clinic", "clinique", "bank", "banque", "ministry", "ministere", "mairie", "foundation"),
        *(
            "fondation",
            "association",
            "agency",
            "agence",
            "laboratoire",
            "laboratory",
            "consulting",
        ),
        *("cabinet", "museum", "musee", "bibliotheque", "library", "studio", "studios", "group"),
        *("groupe", "partners", "associates", "hochschule", "klinik", "verlag"),
    }
)
"""Words that only names of organisations hold; folded."""

_WORDS = re.compile(r"\w+")


class Beside(msgspec.Struct, frozen=True):
    """What is told of somebody beside their name."""

    org: str = ""
    city: str = ""
    note: str = ""


def told_beside(text: str) -> Beside:
    """An organisation or a city where it cannot be meant otherwise; anything else is a note."""
    if not text:
        return Beside()
    at, within = _AT.fullmatch(text), _IN.fullmatch(text)
    if at is not None:
        return Beside(org=at[1])
    if within is not None:
        return Beside(city=within[1].strip())
    words = _WORDS.findall(fold(text).replace(".", ""))
    if "," not in text and words and (words[-1] in _FORMS or not _KINDS.isdisjoint(words)):
        return Beside(org=text)
    return Beside(note=text)
