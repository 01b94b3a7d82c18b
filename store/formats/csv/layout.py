"""What each column of a table holds: by its program's map, else by its name, else by its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from store.formats.csv.column_maps import ANY, PROGRAMS, ColumnMap, Found, column_map, program_of
from store.formats.csv.header import MOST_COLUMNS, Head
from store.formats.csv.shapes import shape_of
from store.formats.csv.slots import OTHER, Slot, slot_of
from store.formats.csv.targets import target_in
from store.formats.csv_table import Row, name_key
from store.records.clean import clean_line

SAMPLE_ROWS = 50
"""Rows by whose cells a column is told."""

_LONGEST_HEADER = 80
_EITHER = frozenset({"name", "nom"})
"""Headers that mean the whole name, or the part of it that no other column has."""
_HONORIFIC = frozenset({"title", "titre"})
"""Headers that mean the honorific where another column has the job."""
_TOLD = ("email", "phone", "link")
"""Fields that cells tell by themselves."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How the rows of a table are read."""

    map: ColumnMap
    """Of its program; `any` where it is of none that is known."""
    headers: tuple[str, ...]
    """Cleaned, no two alike; `column 3` where there is none."""
    targets: tuple[str, ...]
    """What each column holds, as in `slots`; nothing where it is left out."""
    slots: tuple[Slot, ...]
    shapes: tuple[str, ...]
    """What the cells of each column look like."""
    is_headed: bool
    """Whether the first of the rows given is the header."""
    guessed: tuple[str, ...] = ()
    """The targets as guessed, before anything was chosen."""

    @property
    def is_known(self) -> bool:
        """Whether a program is known that writes such tables."""
        return self.map.name != ANY


def layout_of(head: Head, rows: Sequence[Row], chosen: Mapping[str, str]) -> Layout:
    """What the columns hold.

    Args:
        head: the header.
        rows: the first rows below it.
        chosen: header to target, as `Choices.columns`.
    """
    sample = rows[:SAMPLE_ROWS]
    written, is_headed = head.cells, False
    if not written and (_is_header(sample) or _is_chosen(sample, chosen)):
        written, sample, is_headed = sample[0].cells[:MOST_COLUMNS], sample[1:], True
    width = _width(len(written), sample)
    headers = _unique([*written, *[""] * (width - len(written))])
    keys = [name_key(cell) for cell in written] + [""] * (width - len(written))
    cells = [[row.cells[n] for row in sample if n < len(row.cells)] for n in range(width)]
    shapes = tuple(map(shape_of, cells))
    program = program_of(keys)
    if program is not None:
        found = _by_map(keys, (program, column_map(ANY)), shapes)
        guessed = [each.target for each in found]
        _settle_doubles(guessed, keys)
    else:
        found = _by_map(keys, (column_map(ANY), *map(column_map, PROGRAMS)), shapes)
        guessed = _settled([each.target for each in found], keys, cells, shapes)
    targets = [
        _chosen(header, guess, chosen) for header, guess in zip(headers, guessed, strict=True)
    ]
    return Layout(
        map=program or column_map(ANY),
        headers=headers,
        targets=tuple(targets),
        slots=_slots(headers, keys, targets, found),
        shapes=shapes,
        is_headed=is_headed,
        guessed=tuple(guessed),
    )


def _is_header(sample: Sequence[Row]) -> bool:
    """Whether the first row names columns whose other cells are addresses, links or numbers."""
    if len(sample) < 2:
        return False
    first = sample[0].cells[:MOST_COLUMNS]
    names = [cell.strip() for cell in first]
    if not all(names) or len(set(names)) < len(names) or any(map(_is_told, names)):
        return False
    below = [[row.cells[n] for row in sample[1:] if n < len(row.cells)] for n in range(len(first))]
    return any(
        shape_of(cells) in _TOLD or (all(map(_has_digit, cells)) and not _has_digit(name))
        for name, cells in zip(names, below, strict=True)
        if cells
    )


def _is_chosen(sample: Sequence[Row], chosen: Mapping[str, str]) -> bool:
    """Whether the first row names a column of which somebody has said what it holds."""
    return bool(sample) and any(cell.strip() in chosen for cell in sample[0].cells[:MOST_COLUMNS])


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _is_told(cell: str) -> bool:
    return shape_of((cell,)) in (*_TOLD, "birthday")


def _width(header: int, sample: Sequence[Row]) -> int:
    """Columns; those beyond the header count where most rows fill them."""
    longer = [row for row in sample if any(cell.strip() for cell in row.cells[header:])]
    if not longer or len(longer) * 2 < len(sample):
        return header
    return min(MOST_COLUMNS, max(len(row.cells) for row in longer))


def _unique(written: Sequence[str]) -> tuple[str, ...]:
    headers: dict[str, None] = {}
    for place, cell in enumerate(written, start=1):
        header = clean_line(cell[: 4 * _LONGEST_HEADER])[:_LONGEST_HEADER] or f"column {place}"
        unique, number = header, 1
        while unique in headers:
            number += 1
            unique = f"{header} ({number})"
        headers[unique] = None
    return tuple(headers)


def _by_map(keys: Sequence[str], maps: Sequence[ColumnMap], shapes: Sequence[str]) -> list[Found]:
    """What the first map that knows a header says of it; else what the cells tell."""
    seen: dict[str, int] = {}
    found: list[Found] = []
    for key, shape in zip(keys, shapes, strict=True):
        before = seen.get(key, 0)
        seen[key] = before + 1
        told = next((each for map in maps if key and (each := map.find(key, before))), None)
        found.append(told or _by_word(key) or Found(shape if shape in _TOLD else OTHER))
    return found


def _by_word(key: str) -> Found | None:
    words = column_map(ANY).words
    return next((Found(target) for word, target in words if key and word in key), None)


def _settle_doubles(targets: list[str], keys: Sequence[str]) -> None:
    """A header that means two things in turn, met once: before the names it is the honorific."""
    if "prefix" in targets and "title" not in targets and "first" in targets:
        place = targets.index("prefix")
        if keys[place] in ("titre", "fonction") and place > targets.index("first"):
            targets[place] = "title"


def _settled(
    targets: list[str], keys: Sequence[str], cells: Sequence[Sequence[str]], shapes: Sequence[str]
) -> list[str]:
    """The guesses made to fit each other."""
    _settle_titles(targets, keys)
    _settle_names(targets, keys, cells)
    if not {"name", "first", "last"} & set(targets):
        _find_names(targets, cells, shapes)
    once: set[str] = set()
    for place, target in enumerate(targets):
        if target in ("name", "first", "last", "prefix", "suffix", "met"):
            if target in once:
                targets[place] = OTHER
            once.add(target)
    return targets


def _settle_titles(targets: list[str], keys: Sequence[str]) -> None:
    places = [place for place, target in enumerate(targets) if target == "title"]
    if len(places) > 1:
        for place in places:
            if keys[place] in _HONORIFIC and "prefix" not in targets:
                targets[place] = "prefix"
                break


def _settle_names(targets: list[str], keys: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """`Nom` beside a first name is the family name; beside a family name, one word is a first."""
    missing = {"first", "last"} - set(targets)
    if len(missing) == 1:
        for place, target in enumerate(targets):
            if target == "name" and keys[place] in _EITHER:
                if "last" in missing or _are_single(cells[place]):
                    targets[place] = missing.pop()
                return
    if "last" in targets and not {"first", "name"} & set(targets):
        targets[targets.index("last")] = "name"


def _find_names(targets: list[str], cells: Sequence[Sequence[str]], shapes: Sequence[str]) -> None:
    """Names told by their cells: two columns of single words are first and last name."""
    places = [
        place for place, shape in enumerate(shapes) if shape == "name" and targets[place] == OTHER
    ]
    if not places:
        return
    one = places[0]
    if one + 1 in places and _are_single(cells[one]) and _are_single(cells[one + 1]):
        targets[one], targets[one + 1] = "first", "last"
    else:
        targets[one] = "name"


def _are_single(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return sum(len(cell.split()) == 1 for cell in filled) * 5 >= len(filled) * 4


def _chosen(header: str, guess: str, chosen: Mapping[str, str]) -> str:
    """What the user says of a column; the guess where it says the same, and more."""
    if header not in chosen:
        return guess
    target = chosen[header]
    if target_in(guess) == target:
        return guess
    return target if target_in(target) == target else OTHER


def _slots(
    headers: Sequence[str], keys: Sequence[str], targets: Sequence[str], found: Sequence[Found]
) -> tuple[Slot, ...]:
    return tuple(
        slot_of(place, headers[place], keys[place], target, found[place].number)
        for place, target in enumerate(targets)
        if target
    )
