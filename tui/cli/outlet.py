"""Standard output and standard error: whatever they are, what is said arrives readably.

A terminal or a file of another encoding than UTF-8 gets its own letters, and for those it lacks
the nearest ones: `Łukasz` becomes `Lukasz`. JSON is escaped there, and so stays JSON.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from store.records.record import Json
from store.words.sayable import sayable
from tui.cli.answer import columns, encoded, plain


def encoding_of(stream: TextIO | None) -> str:
    """How a stream writes, by Python's own name for it; UTF-8 where it does not say."""
    return codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name


def in_utf8(stream: TextIO | None) -> bool:
    """Whether a stream can say everything."""
    return encoding_of(stream) == "utf-8"


def write(stream: TextIO | None, text: str, *, at_once: bool = False) -> None:
    """Write a text as it is, as far as a stream can say it; one that is closed says nothing."""
    if stream is not None:
        stream.write(sayable(text, encoding_of(stream)))
        if at_once:
            stream.flush()


def say(line: str, *, tabbed: bool = False) -> None:
    """One line on standard output, without anything that a terminal obeys.

    Args:
        line: without its end.
        tabbed: whether its tabs stay.
    """
    write(sys.stdout, f"{columns(line) if tabbed else plain(line)}\n")


def pour(pieces: Iterable[str]) -> None:
    """A text on standard output as it is, in UTF-8; a terminal gets what it cannot obey alone."""
    stream = sys.stdout
    raw = getattr(stream, "buffer", None)
    if stream is None:
        return
    if raw is None or is_terminal(stream):
        for line in lines_of(pieces):
            say(line)
        return
    stream.flush()
    for piece in pieces:
        raw.write(piece.encode("utf-8", "replace"))
    raw.flush()


def is_terminal(stream: TextIO) -> bool:
    """Whether what is written is obeyed by a terminal."""
    return stream.isatty()


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text that comes in pieces, without their ends."""
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).split("\n")
        yield from (line.removesuffix("\r") for line in whole)
    if rest:
        yield rest


def say_json(value: Json) -> None:
    """A value on one line of standard output, escaped where that is not UTF-8."""
    write(sys.stdout, f"{encoded(value, in_ascii=not in_utf8(sys.stdout))}\n")


def warn(line: str, end: str = "\n") -> None:
    """One line on standard error, at once, after all that was said before it."""
    if sys.stdout is not None:
        sys.stdout.flush()
    write(sys.stderr, f"{plain(line)}{end}", at_once=True)
