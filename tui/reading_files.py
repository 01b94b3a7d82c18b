"""Reading files for an import in a thread of its own, to be looked at and to be stopped.

The thread ends with the process: a file of many megabytes must not hold up the end.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import msgspec

from store.actions.service import Service
from store.formats.choices import Choices
from store.formats.plan import Plan
from store.words.message import Problem
from tui.intake import read_plan


class Stopped(Exception):  # noqa: N818 - not an error: the user has changed their mind
    """The reading was given up."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far the reading has come."""

    done: int = 0
    total: int = 0
    name: str = ""
    """The path of the file that is read now."""
    people: int = 0
    """Of the files that are done."""
    read: int = 0
    """Records read so far of the file that is read now."""


class ReadingFiles:
    """One reading; `progress` may be looked at from any thread."""

    def __init__(
        self,
        service: Service,
        paths: Sequence[str],
        tell: Callable[[Plan | Problem], None],
        choices: Choices = Choices(),  # noqa: B008 - immutable
    ) -> None:
        """Make ready.

        Args:
            service: whose data are to be completed; only read here.
            paths: as typed.
            tell: called in the thread with the plan, or with what stood in the way; not called
                once the reading is stopped.
            choices: how to read what files do not say, and text that is pasted.
        """
        self.snapshot = service.snapshot
        """The data that the plan is made for."""
        self.progress = Progress()
        self._service = service
        self._paths = paths
        self._tell = tell
        self._choices = choices
        self._stopped = threading.Event()

    def start(self) -> None:
        """Read."""
        threading.Thread(target=self._run, name="import", daemon=True).start()

    def stop(self) -> None:
        """Give it up, within the file that is read; nothing is told any more nor written."""
        self._stopped.set()

    def _run(self) -> None:
        outcome: Plan | Problem
        try:
            outcome = read_plan(
                self._service,
                self._paths,
                progress=self._file,
                found=self._found,
                choices=self._choices,
            )
        except Stopped:
            return
        except Problem as problem:
            outcome = problem
        except Exception:  # noqa: BLE001 - the screen waits for an answer, whatever went wrong
            outcome = Problem("reading_failed", "files.failed")
        if not self._stopped.is_set():
            self._tell(outcome)

    def _file(self, done: int, total: int, name: str, read: int) -> None:
        if self._stopped.is_set():
            raise Stopped
        self._set(done=done, total=total, name=name, read=read)

    def _found(self, people: int) -> None:
        self._set(people=people)

    def _set(self, **changes: object) -> None:
        self.progress = msgspec.structs.replace(self.progress, **changes)
