"""What kind of value each property holds (RFC 6350, 6; RFC 2426, 3; RFC 6474, 6715, 9554)."""

from __future__ import annotations

from typing import Literal

ValueKind = Literal["text", "list", "structured", "uri", "data", "date", "geo", "raw"]
"""`structured`: components between semicolons. `data`: a picture, sound or key, or its address.
`raw`: of a property that no standard knows; its separators may mean something."""

_NAMES: dict[ValueKind, str] = {
    "text": (
        "FN TITLE ROLE NOTE EMAIL TEL LABEL MAILER SORT-STRING NAME CLASS LANG TZ AGENT "
        "HOBBY INTEREST EXPERTISE BIRTHPLACE DEATHPLACE PRONOUNS GRAMGENDER "
        "X-ABLABEL X-ABRELATEDNAMES X-SPOUSE X-MANAGER X-ASSISTANT"
    ),
    "list": "NICKNAME CATEGORIES",
    "structured": "N ADR ORG GENDER CLIENTPIDMAP",
    "uri": (
        "URL UID IMPP MEMBER RELATED SOURCE FBURL CALURI CALADRURI ORG-DIRECTORY "
        "CONTACT-URI SOCIALPROFILE X-SOCIALPROFILE"
    ),
    "data": "PHOTO LOGO SOUND KEY",
    "date": (
        "BDAY ANNIVERSARY DEATHDATE X-ANNIVERSARY X-DEATHDATE X-ABDATE X-EVOLUTION-ANNIVERSARY"
    ),
    "geo": "GEO",
}

_KINDS: dict[str, ValueKind] = {
    name: kind for kind, names in _NAMES.items() for name in names.split()
}

_MEANT_PLAINLY: dict[ValueKind, frozenset[str]] = {
    "text": frozenset({"TEXT"}),
    "uri": frozenset({"URI", "URL"}),
    "data": frozenset({"URI", "URL", "BINARY", "INLINE"}),
    "date": frozenset({"DATE", "DATE-TIME", "DATE-AND-OR-TIME", "TIMESTAMP"}),
    "geo": frozenset({"URI"}),
}


def kind_of(name: str, value_types: tuple[str, ...]) -> ValueKind:
    """The kind of a property's value.

    Args:
        name: of the property, in upper case.
        value_types: its VALUE parameter.
    """
    kind = _KINDS.get(name, "raw")
    if not value_types or kind in ("list", "structured", "raw"):
        return kind
    told = value_types[0].upper()
    if told == "TEXT":
        return "text"
    return "uri" if told in ("URI", "URL") and kind == "text" else kind


def is_plain_type(name: str, value_type: str) -> bool:
    """Whether a VALUE parameter says what holds without it."""
    kind = _KINDS.get(name, "raw")
    return value_type.upper() in _MEANT_PLAINLY.get(kind, ())
