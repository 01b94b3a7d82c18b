"""Messages written by hand, and what is read of them."""

from __future__ import annotations

import email.utils
from datetime import UTC, date, datetime

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.mail.letter import Letter, Party
from store.formats.mail.reader import MAIL

ME = "me@home.example"


def message(*lines: str, body: str = "Hello.\n") -> bytes:
    """A message of these headers."""
    return ("\n".join(lines) + "\n\n" + body).encode("utf-8", "surrogateescape")


def plain(**headers: str) -> bytes:
    """A message from Ana to me, with what is told otherwise; underscores stand for hyphens."""
    told = {
        "from": "Ana Ek <ana@x.example>",
        "to": ME,
        "date": "Tue, 17 Nov 2009 21:28:37 +0600",
        "message-id": "<1@x.example>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return message(*(f"{name}: {value}" for name, value in told.items() if value))


def read(data: bytes, name: str = "a.eml", known: Known | None = None) -> Reading:
    """What a file of that name gives."""
    return MAIL.read(data, name, known or Known())


def letters(data: bytes, name: str = "a.eml") -> tuple[Letter, ...]:
    """The letters of a file of which nothing is set aside."""
    found = read(data, name)
    assert found.refused == ()
    return found.letters


def mbox(*messages: bytes, envelope: str = "From a@x.example Tue Nov 17 21:28:37 2009") -> bytes:
    """An mbox of these, each begun by the same line."""
    return b"".join(envelope.encode() + b"\n" + each + b"\n" for each in messages)


def letter(
    sender: str,
    *to: str,
    on: str = "2024-03-15",
    key: str = "",
    copied: tuple[str, ...] = (),
    answers: bool = False,
    bulk: bool = False,
    delivered_to: str = "",
) -> Letter:
    """A letter between addresses; `Name <address>` gives a name."""
    return Letter(
        key=key or f"mid:{sender}:{to}:{copied}:{on}:{bulk}",
        on=date.fromisoformat(on),
        sender=party(sender),
        to=tuple(map(party, to)),
        copied=tuple(map(party, copied)),
        answers=answers,
        bulk=bulk,
        delivered_to=delivered_to,
        file="box",
        line=1,
    )


def party(text: str) -> Party:
    """`Name <address>`, or an address."""
    name, address = email.utils.parseaddr(text)
    return Party(address, name)


def header_date(on: date) -> str:
    """A day as headers write it."""
    return email.utils.format_datetime(datetime(on.year, on.month, on.day, 12, tzinfo=UTC))
