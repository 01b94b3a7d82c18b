"""What the tests of `doctor` compare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.cli.main import CommandLine

CHECKS = [
    "file",
    "sum",
    "journal",
    "history",
    "references",
    "times",
    "backups",
    "room",
    "permissions",
    "leftovers",
    "twins",
    "locale",
    "terminal",
    "clipboard",
]

Look = Callable[..., tuple[int, list[dict[str, object]]]]
"""`doctor --json`: exit status and findings."""

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


def two_people(tmp_path: Path) -> Path:
    """A file with two people, tended by the command line, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "net.json"
    for words in (("add", "Ada Lovelace"), ("add", "Bo Diallo"), ("log", "Bo Diallo")):
        assert CommandLine(["--data", str(path), *words]).run() == 0
    return path


def said(findings: list[dict[str, object]], check: str) -> tuple[list[object], str]:
    """How a check went, and what was said of it."""
    found = [each for each in findings if each["check"] == check]
    return [each["ok"] for each in found], " ".join(str(each["message"]) for each in found)
