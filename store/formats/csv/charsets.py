"""Encodings of tables: which one a file tells, which is taken, which are worth a try."""

from __future__ import annotations

import msgspec

from store.formats.text_decoding import DEFAULT, as_narrow, decode, trusted_codec

CHARSETS = (
    *("cp1252", "iso8859-15", "utf-8", "mac-roman", "cp850", "cp1250", "cp1251", "koi8-r"),
    *("cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp932", "gb18030", "big5", "euc-kr"),
)
"""Those that are offered, the likeliest first."""

_SAMPLE_BYTES = 1 << 16


class Decoded(msgspec.Struct, frozen=True):
    """A file's text and how it came about."""

    text: str
    charset: str
    """As Python names it."""
    sure: bool
    """Whether the file itself tells it: by a mark, or by being UTF-8 throughout."""


def decoded(data: bytes, chosen: str = "") -> Decoded:
    """The text of a file.

    Args:
        data: the whole file.
        chosen: an encoding for what is neither marked nor UTF-8; nonsense is passed over.
    """
    narrow = as_narrow(data)
    try:
        return Decoded(narrow.decode("utf-8"), "utf-8", sure=True)
    except UnicodeDecodeError:
        pass
    codec = trusted_codec(chosen)
    if codec:
        return Decoded(narrow.decode(codec, errors="replace"), codec, sure=False)
    return Decoded(decode(narrow), DEFAULT, sure=False)


def offered(data: bytes) -> tuple[str, ...]:
    """`CHARSETS` with the one in front that the bytes resemble most."""
    # Loaded only where a screen offers a choice: it takes long.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    hint = trusted_codec(best.encoding.replace("_", "-")) if best is not None else ""
    known = {trusted_codec(each): each for each in CHARSETS}
    first = known.get(hint)
    return CHARSETS if first is None else (first, *(each for each in CHARSETS if each != first))
