"""Bytes of unknown encoding made text, without ever failing.

Order: byte order mark; UTF-16 without one, known by its NULs; UTF-8, strictly; the encoding the
file names; Windows-1252, which is what is left in Western files that name nothing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

DEFAULT = "cp1252"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE_BYTES = 4096
_PIECE_BYTES = 1 << 16

_TRUSTED = re.compile(
    r"(?:us-?)?ascii|utf-?8|latin-?\d{1,2}|iso-?8859-?\d{1,2}|koi8-?[ru]|tis-?620|"
    r"(?:windows-?|cp|ibm)\d{3,5}|shift[-_]?jis|s-?jis|ms932|euc-?(?:jp|kr|cn)|"
    r"iso-?2022-?(?:jp|kr)(?:-?\d)?|gb-?2312|gbk|gb18030|hz-gb-2312|big5(?:-?hkscs)?|"
    r"mac-?(?:roman|cyrillic|greek|turkish|latin2)|macintosh"
)
"""Python knows codecs that are no encodings of text (punycode, for one, takes quadratic time)."""

_WIDER = {"iso8859-1": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030"}
"""Whoever names the narrower one writes the wider one (WHATWG Encoding Standard, 4.2)."""

_SEVEN_BITS = ("iso2022", "hz")
"""Encodings in ASCII bytes: they pass for UTF-8, so their name must come first."""

_HOLES = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that Windows-1252 leaves open stand for the C1 control of the same number (WHATWG)."""

_STRAY = re.compile("[\udc80-\udcff]+")

_MOSTLY = 4
"""So many characters of UTF-8 for each byte that is none make UTF-8 with a damage."""


def decode(data: bytes) -> str:
    """The text of a file; a byte order mark is not part of it.

    Line breaks stay as they are. A stray byte spoils its own line only.
    """
    narrow = as_narrow(data)
    try:
        return narrow.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_decode_piece, _pieces(narrow)))


def beginning(data: bytes, most: int, lines: int = 0) -> bytes:
    """A file up to the end of the last line that ends within so many bytes.

    Args:
        data: the whole file; it is handed back unchanged where it is no longer.
        most: bytes.
        lines: how many lines at most, where that matters.
    """
    if len(data) > most:
        # As many bytes as make whole characters in wide encodings.
        narrow = as_narrow(data[: most - most % 4])
        data = narrow[: max(narrow.rfind(b"\n"), narrow.rfind(b"\r")) + 1]
    if not lines or data.count(b"\n") <= lines:
        return data
    narrow = as_narrow(data)
    rest = narrow.split(b"\n", lines)[lines:]
    return narrow[: len(narrow) - sum(map(len, rest))]


def _pieces(narrow: bytes) -> Iterator[bytes]:
    """Pieces of whole lines: all lines of a large file at once would take many times its size."""
    start = 0
    while start < len(narrow):
        end = narrow.find(b"\n", start + _PIECE_BYTES) + 1 or len(narrow)
        yield narrow[start:end]
        start = end


def _decode_piece(piece: bytes) -> str:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(decode_narrow(line) for line in piece.split(b"\n"))


def as_narrow(data: bytes) -> bytes:
    """The same file in an encoding whose line breaks and separators are single ASCII bytes.

    UTF-16 and UTF-32 become UTF-8, a byte order mark goes, all else is handed back unchanged.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest if codec == "utf-8" else _narrowed(rest, codec)
    wide = _wide_codec(data[:_SAMPLE_BYTES])
    return _narrowed(data, wide) if wide else data


def decode_narrow(data: bytes, charset: str = "") -> str:
    """The text of bytes that are not UTF-16: a line, a value, or a file after `as_narrow`.

    Args:
        data: the bytes; any.
        charset: the encoding that the file names for them; nonsense is passed over.
    """
    codec = trusted_codec(charset)
    if codec.startswith(_SEVEN_BITS):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if codec:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    return _decode_damaged(data)


def _decode_damaged(data: bytes) -> str:
    """UTF-8 with a stray byte here and there, as where a file was cut; or Windows-1252."""
    readable = data.decode("utf-8", errors="ignore")
    escaped = data.decode("utf-8", errors="surrogateescape")
    characters = len(readable) - len(readable.encode("ascii", errors="ignore"))
    if characters < _MOSTLY * (len(escaped) - len(readable)):
        return _decode_default(data)
    return _STRAY.sub(_decode_stray, escaped)


def _decode_stray(match: re.Match[str]) -> str:
    return _decode_default(match[0].encode("utf-8", errors="surrogateescape"))


def _decode_default(data: bytes) -> str:
    return data.decode(DEFAULT, errors="surrogateescape").translate(_HOLES)


def trusted_codec(charset: str) -> str:
    """Python's name for an encoding that a file names, or nothing where it is none of text."""
    if not charset:
        return ""
    name = charset.strip().strip("\"'").lower().removeprefix("x-")
    if _TRUSTED.fullmatch(name) is None:
        return ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return _WIDER.get(codec, codec)


def _narrowed(data: bytes, codec: str) -> bytes:
    return data.decode(codec, errors="replace").encode("utf-8")


def _wide_codec(sample: bytes) -> str:
    """UTF-16 shows in text of which a good part is ASCII: every other byte is a NUL."""
    units = len(sample) // 2
    even, odd = sample[0 : units * 2 : 2].count(0), sample[1 : units * 2 : 2].count(0)
    if odd * 5 >= units and even * 10 <= odd and odd:
        return "utf-16-le"
    if even * 5 >= units and odd * 10 <= even and even:
        return "utf-16-be"
    return ""
