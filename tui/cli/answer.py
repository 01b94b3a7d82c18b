"""What a command answers: a JSON value, and the same for people to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from store.records.clean import clean_line
from store.records.record import Json

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_OTHER = re.compile("[^\x00-\x7e]")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer in both forms."""

    value: Json
    """For `--json` and for batch: stable keys, ISO dates, ids."""
    lines: Callable[[], Iterable[str]] = tuple
    """Plain text, one line each; worked out only where people read."""
    aside: tuple[str, ...] = ()
    """For people, on standard error: that there was nothing to tell."""
    status: int = 0
    """Exit status; a command that is done answers 0."""
    tabbed: bool = False
    """Whether tabs part the lines into columns, for programs that read them."""
    body: Callable[[], Iterator[str]] | None = None
    """A text in place of the lines, written as it is where no terminal shows it."""

    def in_json(self) -> Json:
        """The value; a text is part of it, under `text`."""
        if self.body is None or not isinstance(self.value, dict):
            return self.value
        return {**self.value, "text": "".join(self.body())}


def encoded(value: Json | Mapping[str, object], *, in_ascii: bool = False) -> str:
    """JSON on one line, with every character escaped that a terminal obeys or an eye cannot see.

    Args:
        value: what is told; parts of it may be JSON already.
        in_ascii: whether all other letters than ASCII's are escaped, too.
    """
    hidden = _OTHER if in_ascii else _HIDDEN
    return hidden.sub(_escape, msgspec.json.encode(value).decode())


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


def columns(line: str) -> str:
    """A line whose columns are parted by tabs: these stay, whatever a terminal obeys goes."""
    return "\t".join(clean_line(part) for part in line.split("\t"))


def plain(line: str) -> str:
    """A line for a terminal: leading blanks stay, whatever a terminal obeys goes."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + clean_line(line)
