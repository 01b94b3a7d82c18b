"""What real files give, by format: people, contacts, what is set aside and why, and in what time.

    python tests/benchmarks/import_table.py [FOLDER]

All files of one format are imported together into an empty network, then once more: nothing may
change then. The folder is `data/open` of the shared files unless another one is named.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from store.formats.format import Format
from store.formats.intake import import_paths
from store.formats.plan import Plan
from store.formats.registry import HEAD_BYTES, all_formats, tell
from store.records.me import Me
from store.records.snapshot import Snapshot, snapshot_of
from store.words.words import Words

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
TODAY = date(2026, 11, 26)
OWN_ADDRESSES = ("carl.worth@cworth.example", "cworth@cworth.org")
"""Of whoever got the mail among the shared files."""

COLUMNS = ("format", "files", "people", "contacts", "more", "left", "set aside", "twice", "s")
WIDTHS = (10, 6, 7, 9, 6, 5, 10, 6, 7)


def ids() -> Callable[[], str]:
    """Ids that count up."""
    numbers = count(1)
    return lambda: f"N{next(numbers):06}"


def files_by_format(folder: Path) -> dict[str, list[Path]]:
    """The files of a folder, by the name of the format that takes them."""
    formats = [each for each in all_formats() if not each.named_only]
    found: dict[str, list[Path]] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        with path.open("rb") as file:
            told = tell(file.read(HEAD_BYTES), path.name, formats)
        name = told.name if isinstance(told, Format) else "(none)"
        found.setdefault(name, []).append(path)
    return found


def planned(snapshot: Snapshot, paths: list[Path], name: str) -> Plan:
    """What an import of the files would do."""
    return import_paths(map(str, paths), snapshot, "merge", ids(), TODAY, only_format=name)


def row_of(name: str, paths: list[Path], start: Snapshot) -> tuple[tuple[str, ...], Plan]:
    """One line of the table, and its plan."""
    began = time.perf_counter()
    plan = planned(start, paths, name)
    seconds = time.perf_counter() - began
    again = planned(start.apply(plan.change_set), paths, name)
    cells = (
        name,
        f"{plan.files}/{len(paths)}",
        str(len(plan.new)),
        str(plan.interactions),
        str(plan.records),
        str(plan.left),
        str(len(plan.refused)),
        str(len(again.change_set.changes)),
        f"{seconds:.2f}",
    )
    return cells, plan


def line(cells: tuple[str, ...]) -> str:
    """Cells in their columns."""
    return " ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def main(arguments: list[str]) -> None:
    """Print the table, then the reasons."""
    folder = Path(arguments[0]) if arguments else SHARED / "data" / "open"
    words = Words("en")
    start = snapshot_of({"me": {"1": Me(name="Carl Worth", emails=OWN_ADDRESSES)}})
    reasons: dict[str, Counter[str]] = {}
    print(line(COLUMNS))
    for name, paths in files_by_format(folder).items():
        if name == "(none)":
            print(f"{name:>10} {len(paths):>6}")
            continue
        cells, plan = row_of(name, paths, start)
        reasons[name] = Counter(words.tell(each.why) for each in plan.refused)
        print(line(cells))
    for name, counted in reasons.items():
        for why, number in counted.most_common():
            print(f"{name:>10} {number:>6}  {why}")


if __name__ == "__main__":
    main(sys.argv[1:])
