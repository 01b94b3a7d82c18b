"""The few headers that tell who wrote to whom and when, out of a header block."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.formats.text_decoding import decode_narrow

Headers = Mapping[bytes, bytes]
"""Lower-case name to value, lines joined; only those in `VALUES`, others that are there have
none."""

_ADDRESSES = (b"to", b"cc", b"bcc")

VALUES = frozenset(
    {
        *_ADDRESSES,
        b"from",
        b"sender",
        b"date",
        b"received",
        b"message-id",
        b"in-reply-to",
        b"references",
        b"return-path",
        b"delivered-to",
        b"x-original-to",
        b"envelope-to",
        b"precedence",
        b"auto-submitted",
        b"x-spam-flag",
        b"x-gmail-labels",
    }
)

MOST_VALUE = 64 * 1024
"""Bytes of one value that are kept: some 2,000 recipients."""

_NAMED = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")


def headers_of(block: bytes) -> Headers:
    """The headers of a message; the first of each name, but all recipients.

    A line that is no header ends them, as it begins the text where the empty line is missing.
    """
    held: dict[bytes, list[bytes]] = {}
    current: list[bytes] = []
    for line in block.split(b"\n"):
        if line[:1] in (b" ", b"\t"):
            current.append(line)
            continue
        current = []
        found = _NAMED.match(line)
        if found is None:
            if line.startswith((b">From ", b"From ")) or not line.strip():
                continue
            break
        name, value = found[1].lower(), line[found.end() :]
        if name not in VALUES:
            held.setdefault(name, current)
        elif name in held and name in _ADDRESSES:
            current = held[name]
            current.extend((b",", value))
        else:
            current.append(value)
            held.setdefault(name, current)
    return {
        name: b" ".join(b"".join(parts)[:MOST_VALUE].split()) if name in VALUES else b""
        for name, parts in held.items()
    }


def text_of(value: bytes, charset: str = "") -> str:
    """A header's value as text; encoded words in it stay.

    Args:
        value: the bytes.
        charset: the encoding to take for bytes that are neither ASCII nor UTF-8.
    """
    return value.decode("ascii") if value.isascii() else decode_narrow(value, charset)
