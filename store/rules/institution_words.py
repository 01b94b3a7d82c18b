"""Words in the names of institutions that mean the same; in lower case, without accents."""

from __future__ import annotations

SMALL_WORDS = frozenset(
    {
        "de",
        "du",
        "des",
        "d",
        "of",
        "the",
        "la",
        "le",
        "les",
        "l",
        "et",
        "and",
        "en",
        "in",
        "fur",
        "und",
        "di",
        "della",
        "der",
        "am",
        "an",
        "aux",
        "au",
    }
)
"""Left out of a name that holds other words."""

LEGAL_FORMS = frozenset(
    {
        "sa",
        "sas",
        "sasu",
        "sarl",
        "eurl",
        "inc",
        "ltd",
        "llc",
        "llp",
        "gmbh",
        "plc",
        "corp",
        "limited",
        "incorporated",
        "corporation",
        "company",
        "co",
        "cie",
    }
)
"""Left out at the end of a name."""

ROMAN: dict[str, str] = {
    numeral: str(number)
    for number, numeral in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"), start=1
    )
}
"""Numerals in digits; the first word of a name is none ("X", "V Squared")."""

PLACES: dict[str, str] = {
    "geneva": "geneve",
    "genf": "geneve",
    "zuerich": "zurich",
    "munich": "munchen",
    "muenchen": "munchen",
    "cologne": "koln",
    "koeln": "koln",
    "vienna": "wien",
    "brussels": "bruxelles",
    "milan": "milano",
    "turin": "torino",
    "bologne": "bologna",
    "barcelone": "barcelona",
    "londres": "london",
    "edimbourg": "edinburgh",
    "lisbonne": "lisboa",
    "lisbon": "lisboa",
    "copenhague": "copenhagen",
}
"""Cities by the names that they have in other languages."""

WORDS: dict[str, str] = {
    "univ": "university",
    "uni": "university",
    "universite": "university",
    "universitat": "university",
    "universitaet": "university",
    "universidad": "university",
    "universidade": "university",
    "universita": "university",
    "universiteit": "university",
    "universitet": "university",
    "inst": "institut",
    "institute": "institut",
    "instituto": "institut",
    "istituto": "institut",
    "nationale": "national",
    "natl": "national",
    "intl": "international",
    "internationale": "international",
    "catholique": "catholic",
    "technique": "technical",
    "technische": "technical",
    "technologie": "technology",
    "federale": "federal",
    "st": "saint",
    "ste": "sainte",
    "vienne": "wien",
    **PLACES,
}
"""One word for another: in other languages, and shortened."""
