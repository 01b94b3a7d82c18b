"""Copies that a synchronising program leaves beside a file that was written on two machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.disk.findings.finding import Finding, amiss, well

_MARKS = (
    # Syncthing
    r"\.sync-conflict-\d{8}-\d{6}-\w+",
    # Dropbox, Nextcloud; in English and in French
    r" \([^()]*\bconflicted copy\b[^()]*\)",
    r" \([^()]*\bcopie en conflit\b[^()]*\)",
    # Nextcloud, ownCloud
    r"_conflict-[\w-]+",
    # Google Drive
    r" ?\[conflict\]",
    # OneDrive: the names that Windows gives to machines; any other could be the user's own word.
    r"-(?:DESKTOP|LAPTOP)-[A-Z0-9]{6,8}",
    # Saved a second time under one name
    r" ?\(\d{1,3}\)",
)


def twins_of(path: Path) -> tuple[Path, ...]:
    """Copies of the data file, by name."""
    if not path.parent.is_dir():
        return ()
    return tuple(each for each in _beside(path) if each.is_file())


def _beside(path: Path) -> Iterator[Path]:
    stem, ending = re.escape(path.stem), re.escape(path.suffix)
    marked = re.compile(f"{stem}(?:{'|'.join(_MARKS)}){ending}", re.IGNORECASE)
    # Of the journal and the rest: the ending is theirs, what stands before it is the file's name.
    part = re.compile(f"{re.escape(path.name)}(?:{'|'.join(_MARKS[:4])}).*", re.IGNORECASE)
    for each in sorted(path.parent.iterdir()):
        if marked.fullmatch(each.name) or part.fullmatch(each.name):
            yield each


def twins(path: Path) -> Iterator[Finding]:
    """Name them, and say how they become one with the file."""
    found = twins_of(path)
    if not found:
        yield well("twins", "doctor.twins_good")
        return
    names = ", ".join(each.name for each in found)
    copies = [each.name for each in found if each.suffix == path.suffix]
    if copies:
        yield amiss("twins", "doctor.twins", files=names, file=str(path.with_name(copies[0])))
    else:
        yield amiss("twins", "doctor.twins_parts", files=names)
