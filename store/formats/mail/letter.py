"""One message of mail as its headers tell it."""

from __future__ import annotations

from datetime import date

import msgspec


class Party(msgspec.Struct, frozen=True):
    """Somebody in a header."""

    address: str
    """Lower case, as compared."""
    name: str = ""
    """As shown, decoded and cleaned; may be empty."""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote to whom on which day; neither subject nor text is kept."""

    key: str
    """Stable: from Message-ID, else from the headers themselves."""
    on: date
    sender: Party
    to: tuple[Party, ...] = ()
    copied: tuple[Party, ...] = ()
    """Cc and Bcc."""
    delivered_to: str = ""
    """The address in whose box it was put, as the last server wrote; nothing in copies of sent
    mail."""
    answers: bool = False
    """Whether it answers another message."""
    bulk: bool = False
    """Whether a list, a robot or a mass mailing sent it."""
    file: str = ""
    """The path as shown."""
    line: int = 0
    """The first line in the file, from 1."""
