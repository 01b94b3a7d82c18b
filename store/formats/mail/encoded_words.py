"""Words of headers written in ASCII that stand for others (RFC 2047): `=?utf-8?q?Andr=C3=A9?=`."""

from __future__ import annotations

import base64
import binascii
import quopri
import re

from store.formats.text_decoding import decode_narrow, trusted_codec

_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")

_OFTEN_WRONG = ("utf-8", "ascii", "cp1252")
"""Encodings that are named where the text is in UTF-8 all the same."""


def decoded(text: str) -> str:
    """The text with its encoded words read; those that make no sense stay as they are.

    Blanks between two encoded words go. Where two of one encoding follow each other their bytes
    are read together: programs cut in the middle of a letter.
    """
    if "=?" not in text:
        return text
    parts: list[str] = []
    pending: tuple[str, bytes] = ("", b"")
    before = 0
    for word in _WORD.finditer(text):
        data = _bytes_of(word[2], word[3])
        if data is None:
            continue
        between = text[before : word.start()]
        before = word.end()
        charset = word[1].lower()
        if between.strip() or charset != pending[0]:
            parts.append(_read(*pending))
            parts.append(between if between.strip() or not pending[0] else "")
            pending = (charset, data)
        else:
            pending = (charset, pending[1] + data)
    return "".join((*parts, _read(*pending), text[before:]))


def _bytes_of(encoding: str, text: str) -> bytes | None:
    if not text.isascii():
        return None
    if encoding in "qQ":
        return quopri.decodestring(text.replace("_", " ").encode(), header=False)
    letters = _NOT_BASE64.sub("", text)
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return None


def _read(charset: str, data: bytes) -> str:
    codec = trusted_codec(charset)
    if codec and codec not in _OFTEN_WRONG:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    return decode_narrow(data, charset)
