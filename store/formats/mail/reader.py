"""Single messages and mailboxes (mbox): their headers, read as a stream; bodies never are.

A file of a Maildir is a single message, whatever its name. Where a mailbox is called Drafts what is
in it was never sent, and what is in Junk nobody waited for; so it is with the marks for the same
that programs set (`:2,D`, `X-Gmail-Labels`).
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from datetime import date, timedelta
from pathlib import Path, PurePath
from typing import BinaryIO

from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.mail.days import day_of, received_on
from store.formats.mail.headers import Headers, headers_of, text_of
from store.formats.mail.letter import Letter, Party
from store.formats.mail.looks import looks_like_mail, with_line_feeds
from store.formats.mail.parties import address_of, parties_of
from store.formats.mail.robots import is_bulk, is_robot
from store.formats.mail.stream import Read, header_blocks
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow
from store.formats.walk import MOST_BYTES, at_once
from store.records.clean import clean_line
from store.words.fold import fold
from store.words.message import Message

MOST_LETTERS = 500_000
"""Of one file; beyond them the memory they take would be felt."""

MOST_ID = 200
"""Characters of a Message-ID that are a key as they stand."""

STEP = 100
"""Letters between two words on how far the reading has come."""

CLOCK_DAYS = 2
"""How much later than its arrival a message can say that it was written."""

_HEAD = 4096
_DELIVERED = frozenset({b"delivered-to", b"envelope-to", b"x-original-to"})
_DRAFT_FLAG = re.compile(r":2,[A-Za-z]*D[A-Za-z]*$")
_BOXES = frozenset({"cur", "new"})
_DRAFTS = frozenset({"draft", "drafts", "brouillon", "brouillons", "outbox", "templates"})
_JUNK = frozenset({"junk", "spam", "junk e-mail", "junk email", "pourriel", "indesirables"})


def read_mail(data: bytes, shown_path: str, known: Known) -> Reading:
    """The letters of a file that is held already, as one inside an archive."""
    return _read(io.BytesIO(data), shown_path, known)


def read_mail_file(path: Path, shown_path: str, known: Known) -> Reading:
    """The letters of a file of any size; memory grows with their number alone.

    What is added while it is read is left for the next time: else one that grows has no end.

    Raises:
        OSError: where the file cannot be read.
    """
    with open(path, "rb", opener=at_once) as file:
        return _read(file, shown_path, known, os.fstat(file.fileno()).st_size)


def _read(file: BinaryIO, shown_path: str, known: Known, most: float = float("inf")) -> Reading:
    box = _box(shown_path)
    if box in _DRAFTS or _DRAFT_FLAG.search(shown_path):
        return Reading()
    reader = _Reader(shown_path, known, is_junk=box in _JUNK)
    letters: list[Letter] = []
    for count, (line, block) in enumerate(header_blocks(_narrow(file, most)), start=1):
        if count > MOST_LETTERS:
            reader.aside.end(line, Message("import.mail_too_many", {"n": MOST_LETTERS}))
            break
        letter = reader.letter(headers_of(block), line)
        if letter is not None:
            letters.append(letter)
        if count % STEP == 0:
            known.step(count)
    return Reading(letters=tuple(letters), refused=reader.aside.refused())


def _box(shown_path: str) -> str:
    """The mailbox that a file is or lies in, folded: of `.Junk/cur/1:2,S` and of `Junk.mbox`."""
    path = PurePath(shown_path)
    if path.parent.name in _BOXES:
        return fold(path.parent.parent.name.rpartition(".")[2])
    return fold(path.name.partition(".")[0])


def _up_to(most: float, read: Read) -> Read:
    """The first bytes of a file alone."""
    left = most

    def read_on(size: int) -> bytes:
        nonlocal left
        data = read(int(min(size, left))) if left > 0 else b""
        left -= len(data)
        return data

    return read_on


def _narrow(file: BinaryIO, most: float) -> Read:
    """The bytes of a file in an encoding of single line feeds; UTF-16 is held whole for that."""
    head = file.read(_HEAD)
    narrow = as_narrow(head)
    if len(narrow) != len(head) and not head.endswith(narrow):
        file = io.BytesIO(as_narrow(head + file.read(MOST_BYTES)))
        narrow, most = file.read(_HEAD), float("inf")
    read = _after(narrow, file, has_returns=with_line_feeds(narrow) is not narrow)
    return _up_to(most, read)


def _after(head: bytes, file: BinaryIO, *, has_returns: bool) -> Read:
    """Read the head that was taken already, then the rest of the file."""
    waiting = [head]

    def read(size: int) -> bytes:
        data = waiting.pop() + file.read(size) if waiting else file.read(size)
        return data.replace(b"\r", b"\n") if has_returns else data

    return read


class _Reader:
    """Makes letters of the headers in one file."""

    def __init__(self, shown_path: str, known: Known, *, is_junk: bool) -> None:
        self._file = shown_path
        self._charset = known.choices.charset
        # The day is that of the writer's zone, where it may be tomorrow already.
        self._last = known.today + timedelta(days=1) if known.today else date.max
        self._is_junk = is_junk
        self.aside = SetAside(shown_path)

    def letter(self, headers: Headers, line: int) -> Letter | None:
        """The letter, or None where it was never sent or is set aside."""
        labels = fold(self._text(headers, b"x-gmail-labels")).split(",")
        if b"x-mozilla-draft-info" in headers or not _DRAFTS.isdisjoint(labels):
            return None
        senders = self._parties(headers, b"from") or self._parties(headers, b"sender")
        if not senders:
            self._refuse(line, "import.mail_no_sender", headers)
            return None
        on = self._day(headers)
        if on is None:
            self._refuse(line, "import.mail_no_day", headers)
            return None
        sender, to = senders[0], self._parties(headers, b"to")
        is_junk = self._is_junk or not _JUNK.isdisjoint(labels)
        return Letter(
            key=self._key(headers, on, sender, to),
            on=on,
            sender=sender,
            to=to,
            copied=(*self._parties(headers, b"cc"), *self._parties(headers, b"bcc")),
            delivered_to=self._delivered_to(headers),
            answers=bool(headers.get(b"in-reply-to") or headers.get(b"references")),
            bulk=is_junk or is_bulk(headers) or is_robot(sender.address),
            file=self._file,
            line=line,
        )

    def _day(self, headers: Headers) -> date | None:
        """The day it was written, by its arrival where it says none that can be."""
        arrived = received_on(self._text(headers, b"received"))
        on = day_of(self._text(headers, b"date"))
        if arrived is not None and (on is None or (on - arrived).days > CLOCK_DAYS):
            on = arrived
        return on if on is not None and on <= self._last else None

    def _delivered_to(self, headers: Headers) -> str:
        # The topmost is that of the last server; those of lists on the way stand below.
        found = (address_of(self._text(headers, name)) for name in headers if name in _DELIVERED)
        return next((each for each in found if "." in each.rpartition("@")[2]), "")

    def _key(self, headers: Headers, on: date, sender: Party, to: tuple[Party, ...]) -> str:
        """What stays the same in every copy of a letter."""
        id = clean_line(self._text(headers, b"message-id"))
        inner = id.partition("<")[2].partition(">")[0].strip() or id.strip("<> ")
        if inner and len(inner) <= MOST_ID:
            return f"mid:{inner}"
        told = (self._text(headers, b"date") or on.isoformat(), sender.address)
        parts = (inner,) if inner else (*told, *sorted(each.address for each in to))
        digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
        return f"mail:{digest.hexdigest()[:32]}"

    def _parties(self, headers: Headers, name: bytes) -> tuple[Party, ...]:
        value = headers.get(name)
        return parties_of(text_of(value, self._charset)) if value else ()

    def _text(self, headers: Headers, name: bytes) -> str:
        value = headers.get(name)
        return text_of(value, self._charset) if value else ""

    def _refuse(self, line: int, why: str, headers: Headers) -> None:
        told = (self._text(headers, name) for name in (b"from", b"date", b"to"))
        self.aside.add(line, Message(why), next(filter(None, told), ""))


MAIL = Format(name="mail", looks_like=looks_like_mail, read=read_mail, read_file=read_mail_file)
"""A message, or a mailbox of any size."""
