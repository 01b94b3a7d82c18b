"""How long the headers of a mailbox take, as an mbox and as a Maildir, and what memory they need.

    python tests/benchmarks/import_mail.py [LETTERS]

The mailbox is invented in a temporary folder: headers of some 1.5 KB as servers leave them, bodies
of some 4 KB, a quarter of it from lists.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from store.formats.known import Known
from store.formats.mail.correspondence import correspondence
from store.formats.mail.letter import Letter
from store.formats.mail.reader import MAIL
from store.formats.registry import HEAD_BYTES
from store.formats.walk import walk
from store.records.me import Me

T = TypeVar("T")

LETTERS = 20_000
PEOPLE = 400
ME = "me@home.example"
BODY = ("A line of text such as one writes, neither long nor short, and no more.\n" * 55).encode()
FIRST = ("Ana", "Bo", "Chloé", "Dilek", "Élise", "Farid", "Grete", "Hugo")
LAST = ("Ek", "Sand", "Martin", "Nguyễn", "O'Hara", "García", "Lind", "Weber")


def messages(count: int) -> Iterator[bytes]:
    """So many messages, oldest first."""
    random = Random(count)
    people = [f"{random.choice(FIRST)} {random.choice(LAST)}" for _ in range(PEOPLE)]
    at = datetime(2015, 1, 1, tzinfo=UTC)
    for number in range(count):
        at += timedelta(minutes=random.randrange(1, 500))
        who = random.randrange(PEOPLE)
        other = f'"{people[who]}" <person{who}@mail{who % 9}.example>'
        mine = f"The User <{ME}>"
        sender, to = (mine, other) if random.random() < 0.3 else (other, mine)
        is_list = random.random() < 0.25
        yield _message(number, at, sender, to, is_list=is_list and sender is not mine)


def _message(number: int, at: datetime, sender: str, to: str, *, is_list: bool) -> bytes:
    day = at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    signature = "\n\t".join("b=" + "Zm9vYmFyYmF6" * 5 for _ in range(9))
    lines = [
        f"Return-Path: <{number % PEOPLE}@mail.example>",
        f"Delivered-To: {ME}",
        f"Received: from mx.example (mx.example [192.0.2.1])\n\tby home.example; {day}",
        f"Received: from out.example\n\tby mx.example with ESMTPS id {number:x};\n\t{day}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example;\n\t{signature}",
        f"From: {sender}",
        f"To: {to}",
        f"Cc: Third <third{number % 50}@party.example>,\n Fourth <{number % 70}@party.example>",
        f"Subject: Letter {number}",
        f"Date: {day}",
        f"Message-ID: <{number}.{number * 7919:x}@mail.example>",
        f"In-Reply-To: <{number - 1}.{(number - 1) * 7919:x}@mail.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "X-Mailer: Something 1.0",
    ]
    if is_list:
        lines.append("List-Id: <list.example>")
    return "\n".join(lines).encode() + b"\n\n" + BODY


def make_mbox(path: Path, count: int) -> None:
    """Write an mbox."""
    with path.open("wb") as file:
        for each in messages(count):
            file.write(b"From someone@mail.example Thu Jan  1 00:00:00 2015\n" + each + b"\n")


def make_maildir(path: Path, count: int) -> None:
    """Write a Maildir, one file a message."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    for number, each in enumerate(messages(count)):
        (path / "cur" / f"{number}.M1P1.home:2,S").write_bytes(each)


def letters_of(path: Path) -> tuple[Letter, ...]:
    """All letters under a path, each file told by what it holds as in an import."""
    letters: list[Letter] = []
    for found in walk([path]).files:
        with found.path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        if MAIL.looks_like(head, found.path.name) and MAIL.read_file is not None:
            letters.extend(MAIL.read_file(found.path, found.shown, Known()).letters)
    return tuple(letters)


def _timed(what: str, run: Callable[[], T]) -> T:
    start = time.perf_counter()
    found = run()
    print(f"{what:<28}{time.perf_counter() - start:8.2f} s")
    return found


def main(count: int) -> None:
    """Make both, read both, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        mbox, maildir = Path(folder) / "all.mbox", Path(folder) / "Maildir"
        make_mbox(mbox, count)
        make_maildir(maildir, count)
        print(f"{count} letters, mbox of {mbox.stat().st_size / 1e6:.0f} MB")
        letters = _timed("mbox", lambda: letters_of(mbox))
        _timed("Maildir", lambda: letters_of(maildir))
        told = _timed("correspondence", lambda: correspondence(letters, Me(), lambda _: False))
        print(f"{len(told.people)} people, {len(told.interactions)} interactions, {told.left} left")
        tracemalloc.start()
        letters = letters_of(mbox)
        held, peak = tracemalloc.get_traced_memory()
        print(f"{len(letters)} letters hold {held / 1e6:.0f} MB, {peak / 1e6:.0f} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
