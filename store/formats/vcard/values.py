r"""Raw values made text: quoted-printable, base64, escapes, lists and components.

A comma or semicolon is a separator only where the property wants one and no backslash precedes it;
elsewhere it is text, escaped or not. vCard 2.1 escapes nothing but separators and the backslash
itself, so that `C:\new` keeps its n there; 3.0 and 4.0 write a newline as `\n` (RFC 6350, 3.4).
"""

from __future__ import annotations

import binascii
import re

import msgspec

from store.formats.text_decoding import decode_narrow, trusted_codec
from store.formats.vcard.properties import CardProperty, Parameters, parameters

_QP_RUN = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SEPARATORS = {mark: re.compile(rf"\\.|{mark}", re.DOTALL) for mark in ",;"}
BASE64 = ("B", "BASE64")
"""What ENCODING says of base64."""
_QUOTED_PRINTABLE = ("QUOTED-PRINTABLE", "Q")
_OLD_ESCAPES = "\\;,:\n"


class UnreadableValueError(ValueError):
    """A value that is not what its encoding says."""


class Convention(msgspec.Struct, frozen=True):
    """How the values of one card are written."""

    old: bool = False
    """vCard 2.1."""
    charset: str = ""
    """The encoding of encoded bytes that are not UTF-8 and name none."""


def encoding_of(params: Parameters) -> str:
    """The encoding that parameters name, in upper case."""
    return next(iter(params.get("ENCODING", ())), "").upper()


def text_of(entry: CardProperty, convention: Convention) -> str:
    """The whole value as one text, its commas and semicolons being text.

    Raises:
        UnreadableValueError: where base64 cannot be decoded.
    """
    return _read(entry.value, parameters(entry.params), convention)


def decoded_of(entry: CardProperty, convention: Convention) -> str:
    """The value with its escapes still in it, neither quoted-printable nor base64.

    Raises:
        UnreadableValueError: where base64 cannot be decoded.
    """
    return _decoded(entry.value, parameters(entry.params), convention)


def list_of(entry: CardProperty, convention: Convention) -> list[str]:
    """The values of a property that holds several, between commas.

    Raises:
        UnreadableValueError: where base64 cannot be decoded.
    """
    return _pieces(entry, ",", convention)


def components_of(entry: CardProperty, convention: Convention) -> list[str]:
    """The components of a structured property such as N, ADR, ORG, between semicolons.

    Raises:
        UnreadableValueError: where base64 cannot be decoded.
    """
    return _pieces(entry, ";", convention)


def has_lists(entry: CardProperty, convention: Convention) -> bool:
    """Whether a component of a structured property holds several values between commas."""
    return not convention.old and "," in entry.value and len(split_unescaped(entry.value, ",")) > 1


def _pieces(entry: CardProperty, separator: str, convention: Convention) -> list[str]:
    params = parameters(entry.params)
    if encoding_of(params) in BASE64:
        whole = _from_base64(entry.value, params, convention)
        return [unescaped(each, convention) for each in split_unescaped(whole, separator)]
    return [_read(each, params, convention) for each in split_unescaped(entry.value, separator)]


def split_unescaped(text: str, separator: str) -> list[str]:
    """Pieces between separators that no backslash precedes; escapes stay in the pieces."""
    if "\\" not in text:
        return text.split(separator)
    pieces, start = [], 0
    for mark in _SEPARATORS[separator].finditer(text):
        if mark[0] == separator:
            pieces.append(text[start : mark.start()])
            start = mark.end()
    pieces.append(text[start:])
    return pieces


def _read(raw: str, params: Parameters, convention: Convention) -> str:
    return unescaped(_decoded(raw, params, convention), convention)


def _decoded(raw: str, params: Parameters, convention: Convention) -> str:
    encoding = encoding_of(params) if params else ""
    if encoding in BASE64:
        return _from_base64(raw, params, convention)
    if encoding in _QUOTED_PRINTABLE and "=" in raw:
        return _from_quoted_printable(raw, params, convention)
    return raw


def unescaped(text: str, convention: Convention) -> str:
    """A raw value whose escapes are undone."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_unescape_old if convention.old else _unescape_new, text)


def _unescape_old(match: re.Match[str]) -> str:
    return match[1] if match[1] in _OLD_ESCAPES else match[0]


def _unescape_new(match: re.Match[str]) -> str:
    """Beyond the standard: any mark after a backslash is meant plainly, a letter keeps it."""
    mark = match[1]
    if mark in "nN":
        return "\n"
    return match[0] if mark.isalnum() else mark


def _charset(params: Parameters, convention: Convention) -> str:
    named = next(iter(params.get("CHARSET", ())), "")
    return named if trusted_codec(named) else convention.charset


def _from_quoted_printable(raw: str, params: Parameters, convention: Convention) -> str:
    charset = _charset(params, convention)
    if raw.isascii():
        return decode_narrow(binascii.a2b_qp(raw), charset)
    return _QP_RUN.sub(
        lambda run: decode_narrow(bytes.fromhex(run[0].replace("=", "")), charset), raw
    )


def _from_base64(raw: str, params: Parameters, convention: Convention) -> str:
    try:
        data = binascii.a2b_base64(raw.encode("ascii"))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise UnreadableValueError(str(error)) from error
    return decode_narrow(data, _charset(params, convention))
