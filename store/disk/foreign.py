"""Telling a damaged data file from one that never was ours."""

from __future__ import annotations

from pathlib import Path

from store.disk.meta import META
from store.disk.places import leftovers
from store.words.message import DataProblem

_BOM = b"\xef\xbb\xbf"
_META = f'"{META}"'.encode()


def told_apart(problem: DataProblem, data: bytes, path: Path) -> DataProblem:
    """The same problem, or that the file is foreign.

    A file is ours where it begins like a JSON object, says anything of itself, or has a journal, a
    history or backups beside it.

    Args:
        problem: why it cannot be read.
        data: what it holds.
        path: where it is.
    """
    if problem.code != "damaged" or not data or _has_our_marks(data) or leftovers(path):
        return problem
    return DataProblem("foreign", "problem.foreign")


def _has_our_marks(data: bytes) -> bool:
    return data.removeprefix(_BOM).lstrip().startswith(b"{") or _META in data
