"""What the tests of `doctor` compare."""

from __future__ import annotations

from pathlib import Path

CHECKS = [
    "file",
    "sum",
    "journal",
    "history",
    "references",
    "backups",
    "permissions",
    "leftovers",
    "twins",
    "locale",
    "terminal",
    "clipboard",
]

State = dict[str, tuple[bytes, int, int]]
"""Bytes, time of change and mode of each file by name."""


def state(path: Path) -> State:
    """Of all files in the folder of a data file."""
    return {
        str(each.relative_to(path.parent)): (
            each.read_bytes() if each.is_file() else b"",
            each.stat().st_mtime_ns,
            each.stat().st_mode,
        )
        for each in sorted(path.parent.rglob("*"))
    }
