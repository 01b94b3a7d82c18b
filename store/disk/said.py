"""Errors of the system as problems a person can act on."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.words.message import DataProblem

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def said(path: Path, full: str = "problem.not_saved") -> Iterator[None]:
    """Tell an error of the system about a file in a sentence.

    Args:
        path: the file.
        full: the sentence where there is no room.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DataProblem("disk_full", full, path=str(path)) from error
        named, why = error.filename or path, error.strerror or str(error)
        raise DataProblem(
            "file_error", "problem.file_error", path=os.fspath(named), why=why
        ) from error
