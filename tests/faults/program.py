"""The command `arrosoir`, run in a forked child: its exit status, and what it printed."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from typing import NamedTuple

from forked import Tell, forked


class Ran(NamedTuple):
    """What came of it."""

    status: int
    out: str
    err: str


LONGEST = 30
"""Seconds after which it hangs."""


def _nothing() -> None:
    """Run it as it is."""


def arrosoir(*words: str, typed: bytes = b"", before: Callable[[], None] = _nothing) -> Ran:
    """Run the program as its entry point does.

    Args:
        words: its arguments.
        typed: its standard input.
        before: called in the child first.
    """
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        forked(
            lambda tell: _main(words, typed, (out.fileno(), err.fileno()), before, tell)
        ) as child,
    ):
        # By a limit on the size of files the program's own output is not meant: it is told.
        lines = child.rest()
        status = child.wait()
        out.seek(0)
        err.seek(0)
        assert status >= 0, f"ended by signal {-status} ({lines})"
        return Ran(status, out.read().decode(), err.read().decode())


def _main(
    words: tuple[str, ...],
    typed: bytes,
    outputs: tuple[int, int],
    before: Callable[[], None],
    tell: Tell,
) -> None:
    from tui.entry import main

    with tempfile.TemporaryFile() as stdin:
        stdin.write(typed)
        stdin.seek(0)
        os.dup2(stdin.fileno(), 0)
    for number, descriptor in enumerate(outputs, 1):
        os.dup2(descriptor, number)
    sys.stdin = os.fdopen(os.dup(0), encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8")
    sys.argv = ["arrosoir", *words]
    signal.alarm(LONGEST)
    before()
    status = 0
    try:
        main()
    except SystemExit as leave:
        status = int(leave.code or 0)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
