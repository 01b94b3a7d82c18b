"""The sections of a friends.md, line by line.

A section begins with its header and ends with an empty line; what stands outside of one is set
aside. Source: the program Friends by Jacob Evelyn, whose file is told in its README.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

Section = Literal["activities", "notes", "friends", "locations"]
SECTIONS: tuple[Section, ...] = get_args(Section)

_HEADER = re.compile(r"### (Activities|Notes|Friends|Locations):\s*")
_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n|$)")
_BULLET = re.compile(r"[-*] +")


class Item(msgspec.Struct, frozen=True):
    """One line of a section, without its bullet; with no section, a line that belongs nowhere."""

    number: int
    """In the file, from 1."""
    section: Section | None
    text: str


def section_of(line: str) -> Section | None:
    """Which section a line opens, if it is a header."""
    found = _HEADER.fullmatch(line)
    if found is None:
        return None
    return next(each for each in SECTIONS if each == found[1].lower())


def items_of(text: str) -> Iterator[Item]:
    """All lines but the empty ones and the headers; none are held but the one that is read."""
    section: Section | None = None
    for number, found in enumerate(_LINE.finditer(text), start=1):
        line = found[1]
        opened = section_of(line)
        if opened is not None:
            section = opened
        elif not line.strip():
            section = None
        else:
            bullet = _BULLET.match(line)
            yield Item(number, section, line[bullet.end() if bullet else 0 :].strip())
