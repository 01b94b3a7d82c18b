"""The user's own editor for a text of several lines, while the screen steps back."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import FrameType
from typing import Protocol

from textual.app import SuspendNotSupported

from store.records.clean import clean_text
from store.words.message import Refusal

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("nano", "vi")
"""Looked for in this order where nothing is set."""


class Stage(Protocol):
    """What gives the terminal away for a while."""

    def suspend(self) -> AbstractContextManager[None]:
        """Step back; raises where that cannot be."""


def editor_command(setting: str, environment: Mapping[str, str]) -> list[str]:
    """The editor as an argument list: of the settings, VISUAL, EDITOR, else nano or vi.

    Raises:
        Refusal: `no_editor`, where there is none, or its quotation marks do not pair.
    """
    for text in (setting, *(environment.get(name, "") for name in VARIABLES)):
        if text.strip():
            try:
                return shlex.split(text)
            except ValueError as error:
                raise Refusal("no_editor", "editor.unreadable", text=text) from error
    found = (shutil.which(name, path=environment.get("PATH")) for name in USUAL)
    usual = next(filter(None, found), None)
    if usual is None:
        raise Refusal("no_editor", "editor.none")
    return [usual]


def write_file(text: str, folder: Path | None) -> Path:
    """A new file that holds a text, mode 0600; in the folder for temporary ones by default.

    Raises:
        Refusal: `no_file`, where it cannot be written.
    """
    try:
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(".md", "arrosoir-", folder)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{text}\n" if text else "")
    except OSError as error:
        raise Refusal("no_file", "editor.no_file", why=error.strerror or "") from error
    return Path(name)


def edit_file(path: Path, before: str, command: Sequence[str], stage: Stage) -> str:
    """Let a file be edited, and read what is in it then, cleaned.

    Args:
        path: of the file.
        before: what it holds.
        command: the editor, as an argument list.
        stage: what has the terminal.

    Raises:
        Refusal: where the editor cannot be run or fails, or the file cannot be read; the file
            stays where it holds anything that is not known already.
    """
    try:
        status = _run([*command, str(path)], stage)
    except Refusal:
        remove(path)
        raise
    if status:
        told = {"editor": command[0], "status": status}
        if _holds(path, before):
            remove(path)
            raise Refusal("editor_failed", "editor.failed_empty", **told)
        raise Refusal("editor_failed", "editor.failed", path=path, **told)
    try:
        return clean_text(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("no_file", "editor.unread", path=path) from error


def _run(command: list[str], stage: Stage) -> int:
    """The exit status of the editor.

    Raises:
        Refusal: where it cannot be run, or the terminal cannot be given away.
    """
    failed: OSError | None = None
    status = 0
    try:
        with stage.suspend():
            # An error must not leave before the terminal is taken back.
            try:
                with _interrupts_to_the_editor():
                    status = subprocess.run(command, check=False).returncode
            except OSError as error:
                failed = error
    except SuspendNotSupported as error:
        raise Refusal("no_terminal", "editor.no_terminal") from error
    if failed is not None:
        raise Refusal("no_editor", "editor.missing", editor=command[0]) from failed
    return status


@contextmanager
def _interrupts_to_the_editor() -> Iterator[None]:
    """^C is the editor's as long as it runs: it would end the program behind it."""

    def ignored(number: int, frame: FrameType | None) -> None:
        """A handler of ours is no handler of the child's, which an ignored signal would be."""

    before = signal.signal(signal.SIGINT, ignored)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _holds(path: Path, text: str) -> bool:
    """Whether a file holds a text and nothing else, or is gone."""
    try:
        return path.read_text(encoding="utf-8").strip() == text.strip()
    except UnicodeDecodeError:
        return False
    except OSError:
        return True


def remove(path: Path) -> None:
    """Let a file go, if it is still there."""
    with contextlib.suppress(OSError):
        path.unlink()
