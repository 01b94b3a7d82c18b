"""Parameters written again: quoted where they must be, carets for what no quote can hold.

As they are carried, parameters are those of vCard 4.0 whatever the version of their card: bare
words are values of TYPE, a preference is PREF, encodings are gone since the value is decoded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from store.formats.vcard.properties import LONG, Parameters, parameters

_ENCODED = frozenset({"CHARSET", "ENCODING"})
_TO_QUOTE = re.compile(r"[:;,\s]")
_CARETS = {"^": "^^", '"': "^'", "\n": "^n"}
_TO_CARET = re.compile(r'[\^"\n]')
_BREAKS = re.compile(r"\r\n?|\x85|\u2028|\u2029|[\x0b\x0c]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NAME = re.compile(r"[A-Z0-9][A-Z0-9-]*")
_NOT_IN_NAME = re.compile(r"[^A-Z0-9-]+")

_STANDARD_TYPES = frozenset(
    "home work cell voice fax pager video msg text textphone bbs modem car isdn pcs internet x400 "  # noqa: SIM905
    "dom intl postal parcel pref main iphone other jpeg gif png".split()
)
"""Written in small letters, whoever shouts them."""

_CACHED = 4096


Written = tuple[tuple[str, tuple[str, ...]], ...]
"""Parameters in their order."""


def carried_parameters(params: str) -> Written:
    """The parameters that say something, in their order, each name once.

    Args:
        params: as written in a card of any version.
    """
    return _remembered(params) if len(params) < LONG else _carried(params)


@lru_cache(maxsize=_CACHED)
def _remembered(params: str) -> Written:
    return _carried(params)


def _carried(params: str) -> Written:
    found: Parameters = {}
    for written_name, values in parameters(params).items():
        name = _allowed(written_name)
        if name not in _ENCODED and values:
            found[name] = (*found.get(name, ()), *values)
    if "TYPE" in found:
        types = _types(found["TYPE"])
        if "pref" in types:
            types.remove("pref")
            found.setdefault("PREF", ("1",))
        found["TYPE"] = tuple(types)
    if "PREF" in found:
        # Last, wherever a version has it.
        found["PREF"] = found.pop("PREF")
    return tuple((name, values) for name, values in found.items() if values)


def parameters_out(params: str, *, old: bool) -> Written:
    """Carried parameters as a version writes them.

    Args:
        params: as carried.
        old: for 3.0, where a preference is a value of TYPE (RFC 2426, 3.2.1).
    """
    found: Parameters = dict(carried_parameters(params))
    if "ENCODING" in parameters(params):
        # Base64 that cannot be decoded is carried as it stood.
        found["ENCODING"] = ("b",)
    if old and found.get("PREF") == ("1",):
        del found["PREF"]
        found["TYPE"] = (*found.get("TYPE", ()), "pref")
    return tuple(found.items())


def written(found: Written) -> str:
    """Parameters as text, without the leading semicolon."""
    return ";".join(f"{name}={','.join(map(_value, values))}" for name, values in found)


def _allowed(name: str) -> str:
    """A name that may stand in a card; a damaged one is one that no standard knows."""
    return name if _NAME.fullmatch(name) else f"X-{_NOT_IN_NAME.sub('', name) or 'NAMELESS'}"


def _types(values: Sequence[str]) -> list[str]:
    words = [word.strip() for value in values for word in value.split(",")]
    lowered = (word.lower() if word.lower() in _STANDARD_TYPES else word for word in words if word)
    return list(dict.fromkeys(lowered))


def _value(text: str) -> str:
    plain = _CONTROL.sub("", _BREAKS.sub("\n", text))
    careted = _TO_CARET.sub(_caret, plain)
    return f'"{careted}"' if _TO_QUOTE.search(careted) or careted != careted.strip() else careted


def _caret(match: re.Match[str]) -> str:
    """RFC 6868, 3.1."""
    return _CARETS[match[0]]
