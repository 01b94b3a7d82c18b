"""Copies of the data file by synchronising programs: named, and how they become one with it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from store.disk.findings.finding import Finding, amiss, well
from store.disk.twins import twins as copies

_MEANT = re.compile(r'["$`\\!]')
"""What a shell reads in between double quotes."""


def twins(path: Path) -> Iterator[Finding]:
    """Name them, and say how they become one with the file."""
    found = copies(path)
    if not found:
        yield well("twins", "doctor.twins_good")
        return
    names = ", ".join(each.name for each in found)
    whole = [each for each in found if each.suffix == path.suffix]
    if whole:
        yield amiss("twins", "doctor.twins", files=names, file=_quoted(str(whole[0])))
    else:
        yield amiss("twins", "doctor.twins_parts", files=names)


def _quoted(path: str) -> str:
    """A path as it can be typed in a shell."""
    return shlex.quote(path) if _MEANT.search(path) else f'"{path}"'
