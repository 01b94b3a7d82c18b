"""What mail is told by: headers that only mail has, from the first line on."""

from __future__ import annotations

from store.formats.mail.headers import headers_of
from store.formats.mail.stream import begins_mailbox
from store.formats.text_decoding import as_narrow

LOOKED_AT = 32 * 1024
"""Bytes: long chains of `Received` and signatures may come first."""

_ADDRESSED = frozenset(
    {
        b"from",
        b"sender",
        b"to",
        b"cc",
        b"bcc",
        b"message-id",
        b"return-path",
        b"delivered-to",
        b"x-original-to",
        b"envelope-to",
        b"in-reply-to",
    }
)
"""Headers in which an address or the like of one stands."""

_OTHERS = frozenset(
    {b"received", b"date", b"subject", b"reply-to", b"mime-version", b"references", b"content-type"}
)


def looks_like_mail(head: bytes, name: str) -> bool:
    """Whether a file begins with the headers of a message, or with an mbox's `From ` before them.

    Two known headers must be there, and one of them with an address; a settings file with `from:`
    and `to:` is none.

    Args:
        head: the first bytes of the file.
        name: the file's name, which does not matter: those of a Maildir say nothing.
    """
    start = with_line_feeds(as_narrow(head[:LOOKED_AT])).lstrip(b"\r\n")
    if begins_mailbox(start):
        start = start.partition(b"\n")[2]
    block = start.replace(b"\r", b"").partition(b"\n\n")[0]
    headers = headers_of(block)
    addressed = [each for each in _ADDRESSED if b"@" in headers.get(each, b"")]
    known = [each for each in (*_ADDRESSED, *_OTHERS) if each in headers]
    if addressed:
        return len(known) > 1
    return b"mime-version" in headers and b"content-type" in headers


def with_line_feeds(data: bytes) -> bytes:
    """The same bytes with line feeds in place of carriage returns, where those alone end lines."""
    return data.replace(b"\r", b"\n") if b"\r" in data and b"\n" not in data else data
