"""Pictures, sounds and keys that lie beside the data file, told in words: never by reference."""

from __future__ import annotations

import re
from collections.abc import Callable

from store.records.attachment import digest_in
from store.records.record import Document, Json

PartOf = Callable[[str], bytes | None]
"""What is kept under a digest; None where it is missing or damaged."""

PART, BYTES, MEDIA = "part", "bytes", "media"
"""What stands in the place of `value`: the digest, the size where the part is there, the kind."""

_KINDS = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio", "KEY": "application"}
"""Of properties, where their TYPE names no more than a subtype (RFC 2426)."""

_DATA_URI = re.compile(rb"data:([\w.+-]+/[\w.+-]+)?(?:;[\w=.-]+)*?(;base64)?\\?,", re.IGNORECASE)
_BASE64 = re.compile(r"(?:^|;)(?:ENCODING=)?\"?(?:B|BASE64)\"?(?:;|$)", re.IGNORECASE)
_TYPE = re.compile(r"(?:^|;)(?:MEDIATYPE|TYPE)=\"?([\w.+/-]+)", re.IGNORECASE)
_BARE_TYPE = re.compile(r"(?:^|;)(JPEG|PNG|GIF|WEBP|WAVE|OGG|MP3|PGP|X509)(?:;|$)", re.IGNORECASE)

_HEAD = 200


def no_part(digest: str) -> bytes | None:
    """Where nobody can look: nothing is known of any size."""
    return None


def with_parts_told(field: str, value: Json, part: PartOf = no_part) -> Json:
    """The value of a field of a card, with what lies beside the data file described.

    Args:
        field: its name; all but `properties` are given back as they are.
        value: as in the data file.
        part: where the sizes are looked at.
    """
    if field != "properties" or not isinstance(value, list):
        return value
    return [described(each, part) if isinstance(each, dict) else each for each in value]


def described(document: Document, part: PartOf = no_part) -> Document:
    """A property whose large value is described; the very same where it is none.

    Args:
        document: the property as in the data file.
        part: where the size is looked at.
    """
    value = document.get("value")
    digest = digest_in(value) if isinstance(value, str) else None
    if digest is None:
        return document
    name, params = (str(document.get(each) or "") for each in ("name", "params"))
    held = part(digest)
    rest: Document = {key: each for key, each in document.items() if key != "value"}
    size: Json = None if held is None else _size(held, params)
    return {**rest, PART: digest, BYTES: size, MEDIA: _media(name, params, held or b"")}


def _size(part: bytes, params: str) -> int:
    """Bytes of what it stands for, which base64 makes a third longer."""
    uri = _DATA_URI.match(part[:_HEAD])
    if uri is not None:
        rest = len(part) - uri.end()
        return rest * 3 // 4 if uri[2] else rest
    return len(part) * 3 // 4 if _BASE64.search(params) else len(part)


def _media(name: str, params: str, part: bytes) -> str:
    uri = _DATA_URI.match(part[:_HEAD])
    if uri is not None and uri[1]:
        return uri[1].decode("ascii").lower()
    named = _TYPE.search(params) or _BARE_TYPE.search(params)
    kind = _KINDS.get(name.upper(), "")
    if named is None:
        return ""
    subtype = named[1].lower()
    return subtype if "/" in subtype or not kind else f"{kind}/{subtype}"
