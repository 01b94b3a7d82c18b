"""What known programs call their columns: data files beside this one, each read once.

A map names the columns of one program under `[columns]`: a header to what it holds, or to several
such where the header comes more than once. `{n}` stands for any number. `any.toml` names fields
under `[names]`, for tables of whatever else. What a column holds is written as in `slots`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from store.formats.csv_table import name_key

DayOrder = Literal["dmy", "mdy"]
"""Which of two numbers in 03/04/1985 is the day."""

PROGRAMS = (
    *("google-old", "google-new", "outlook-en", "outlook-fr"),
    *("thunderbird-en", "thunderbird-fr"),
)

ANY = "any"

_NUMBER = re.compile(r"\D*?(\d{1,3})\D*")


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A data file as it is written."""

    name: str
    dates: DayOrder
    joined: str = ""
    marks: tuple[str, ...] = ()
    marks_needed: int = 0
    columns: dict[str, str | tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    nothing: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    against: dict[str, tuple[str, ...]] = {}


class Found(msgspec.Struct, frozen=True):
    """What a header means."""

    target: str
    number: str = ""
    """Which of several like it, where the header holds one."""


class ColumnMap(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of one program; headers are compared by `name_key`."""

    name: str
    dates: DayOrder
    joined: str
    """What stands between several values of one cell; nothing where there is only one."""
    marks: frozenset[str]
    """Headers by which the program is told."""
    marks_needed: int
    exact: Mapping[str, tuple[str, ...]]
    numbered: Mapping[tuple[str, str], str]
    """What comes before and after the number, to what such a column holds."""
    nothing: Mapping[str, frozenset[str]]
    """Header, its number written `n`, to folded values that say nothing."""
    words: tuple[tuple[str, str], ...] = ()
    """Parts of headers, to what a column holds whose whole name is not known."""
    against: frozenset[str] = frozenset()
    """Headers that no table of contacts has."""

    def find(self, key: str, before: int = 0) -> Found | None:
        """What a header means.

        Args:
            key: the header as compared.
            before: how many columns of the same header came before.
        """
        targets = self.exact.get(key)
        if targets is not None:
            return Found(targets[min(before, len(targets) - 1)])
        split = split_number(key)
        if split is None:
            return None
        start, number, end = split
        target = self.numbered.get((start, end))
        return None if target is None else Found(target.replace("{n}", number), number)

    def has_nothing(self, key: str) -> bool:
        """Whether the program writes something of its own for nothing in this column."""
        return bool(self._nothing_of(key))

    def says_nothing(self, key: str, folded: str) -> bool:
        """Whether a value is the one that the program writes for none."""
        return folded in self._nothing_of(key)

    def _nothing_of(self, key: str) -> frozenset[str]:
        if not self.nothing:
            return frozenset()
        split = split_number(key)
        general = f"{split[0]}#{split[2]}" if split else key
        return self.nothing.get(key) or self.nothing.get(general, frozenset())


def split_number(key: str) -> tuple[str, str, str] | None:
    """The only number of a header, with what stands before and after it."""
    match = _NUMBER.fullmatch(key)
    if match is None:
        return None
    return key[: match.start(1)], match[1], key[match.end(1) :]


@cache
def column_map(name: str) -> ColumnMap:
    """A map by its name: one of `PROGRAMS`, or `ANY`."""
    source = files("store.formats.csv").joinpath("maps", f"{name}.toml")
    read = msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), _File)
    exact: dict[str, tuple[str, ...]] = {}
    numbered: dict[tuple[str, str], str] = {}
    for header, targets in _pairs(read):
        start, mark, end = header.partition("{n}")
        if mark:
            numbered.setdefault((name_key(start), name_key(end)), targets[0])
        else:
            exact.setdefault(name_key(header), targets)
    return ColumnMap(
        name=read.name,
        dates=read.dates,
        joined=read.joined,
        marks=frozenset(map(name_key, read.marks)),
        marks_needed=read.marks_needed,
        exact=exact,
        numbered=numbered,
        nothing={_general(header): _folded(words) for header, words in read.nothing.items()},
        words=tuple((word, field) for field, words in read.words.items() for word in words),
        against=frozenset(name_key(each) for each in read.against.get("names", ())),
    )


def _pairs(read: _File) -> Iterator[tuple[str, tuple[str, ...]]]:
    for header, targets in read.columns.items():
        yield header, (targets,) if isinstance(targets, str) else targets
    for field, headers in read.names.items():
        for header in headers:
            yield header, (field,)


def _general(header: str) -> str:
    start, mark, end = header.partition("{n}")
    return f"{name_key(start)}#{name_key(end)}" if mark else name_key(header)


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(name_key, words))


def program_of(keys: Sequence[str]) -> ColumnMap | None:
    """The program whose headers these are; None where they are of none that is known.

    Where two fit, it is the one that knows more of them.
    """
    present = set(keys)
    fitting: list[tuple[int, ColumnMap]] = []
    for name in PROGRAMS:
        each = column_map(name)
        if len(each.marks & present) >= each.marks_needed:
            fitting.append((sum(each.find(key) is not None for key in present), each))
    return max(fitting, key=_count, default=(0, None))[1]


def _count(fitting: tuple[int, ColumnMap]) -> int:
    return fitting[0]


def is_known(key: str) -> bool:
    """Whether any program calls a column so."""
    return any(column_map(name).find(key) is not None for name in (*PROGRAMS, ANY))
