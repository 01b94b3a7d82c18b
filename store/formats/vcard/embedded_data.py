"""Pictures, sounds and keys within a card: `data:` addresses (4.0) and ENCODING=b (3.0).

They are carried as `data:` addresses. An address of the web is never opened.
"""

from __future__ import annotations

import re

from store.formats.vcard.properties import Parameters

_SUBTYPES = {
    "JPEG": "image/jpeg",
    "JPG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
    "WEBP": "image/webp",
    "BASIC": "audio/basic",
    "WAVE": "audio/wav",
    "MP3": "audio/mpeg",
    "OGG": "audio/ogg",
    "PGP": "application/pgp-keys",
    "X509": "application/pkix-cert",
}
"""By the word of TYPE (RFC 2426, 3.1.4; vCard 2.1, 2.2.4)."""

_WORDS = {medium: word for word, medium in reversed(_SUBTYPES.items())}

_BEGINNINGS = {
    "/9j/": "image/jpeg",
    "iVBORw0KGgo": "image/png",
    "R0lGOD": "image/gif",
    "UklGR": "image/webp",
}
"""How base64 of a picture begins, by its first bytes."""

UNKNOWN = "application/octet-stream"

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_DATA = re.compile(r"\s*data:([\w.+-]+/[\w.+-]+)?((?:\\?;[^,;]{0,80})*?)\\?;base64\\?,", re.I)
_BLANKS = re.compile(r"\s+")
_QUARTET = 4


def carried_data(raw: str, params: Parameters) -> tuple[str, Parameters] | None:
    """Data in base64 as an address, and the parameters that are left; None where it is none.

    Args:
        raw: what stands in the card, any blanks included.
        params: carried parameters; the word for the medium goes into the address.
    """
    text = _BLANKS.sub("", raw) if _BLANKS.search(raw) else raw
    if not text.endswith("="):
        text += "=" * (-len(text) % _QUARTET)
    if not is_base64(text):
        return None
    medium, left = _medium(text, params)
    return f"data:{medium};base64,{text}", left


def is_base64(text: str) -> bool:
    """Whether a text is base64 from end to end, padded as it must be."""
    return len(text) % _QUARTET == 0 and _BASE64.fullmatch(text) is not None


def is_data_uri(raw: str) -> bool:
    """Whether a value is data within the card, in whatever escapes."""
    return raw[:40].lstrip()[:5].lower() == "data:"


def plain_data_uri(raw: str) -> str:
    """A `data:` address without the escapes that some write in it; others as they are."""
    match = _DATA.match(raw[:400])
    if match is None:
        return raw
    rest = raw[match.end() :]
    if _BASE64.fullmatch(rest) is None:
        return raw
    return raw[: match.end()].strip().replace("\\", "") + rest


def without_medium(uri: str, params: Parameters) -> Parameters:
    """Parameters without a word of TYPE for the medium that the address names."""
    match = _DATA.match(uri[:400])
    if match is None or "TYPE" not in params:
        return params
    medium = (match[1] or "").lower()
    types = tuple(word for word in params["TYPE"] if _medium_of(word) != medium)
    left = {name: types if name == "TYPE" else params[name] for name in params}
    return {name: values for name, values in left.items() if values}


def old_data(uri: str, params: Parameters) -> tuple[str, Parameters] | None:
    """An address with data as vCard 3.0 writes it; None where it must stay an address.

    Returns:
        base64, and the parameters with ENCODING and, where there is a word for it, TYPE.
    """
    match = _DATA.match(uri[:400])
    if match is None or match[2]:
        return None
    medium = (match[1] or "").lower()
    text = uri[match.end() :]
    word = _WORDS.get(medium, "")
    if (not word and medium != UNKNOWN) or not is_base64(text):
        return None
    found: Parameters = {"ENCODING": ("b",), **params}
    if word:
        found["TYPE"] = (word, *params.get("TYPE", ()))
    back = carried_data(text, {name: found[name] for name in found if name != "ENCODING"})
    # Where the data would not come back as it was, the address is the better form.
    return (text, found) if back is not None and back[0] == uri else None


def _medium_of(word: str) -> str | None:
    return _SUBTYPES.get(word.upper().rpartition("/")[2])


def _medium(text: str, params: Parameters) -> tuple[str, Parameters]:
    words = params.get("TYPE", ())
    for word in words:
        medium = _medium_of(word)
        if medium is not None:
            types = tuple(each for each in words if each != word)
            left = {name: types if name == "TYPE" else params[name] for name in params}
            return medium, {name: values for name, values in left.items() if values}
    begun = (medium for start, medium in _BEGINNINGS.items() if text.startswith(start))
    return next(begun, UNKNOWN), params
