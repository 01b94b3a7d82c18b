"""A TinyDB storage that replaces its file whole, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

FILE_MODE = 0o600
FOLDER_MODE = 0o700


class SafeStorage(Storage):
    """Reads and writes a file as stock TinyDB does, with these promises more.

    A write goes to a temporary file in the same folder, is fsynced, renamed over the old one, and
    the folder is fsynced: whoever reads finds the old file or the new one, whole. The file is
    0600; a folder made for it 0700. A symlink stays one; its target is replaced.
    """

    def __init__(self, path: str | Path) -> None:
        """Name the file; nothing is opened or made yet."""
        super().__init__()
        self.path = Path(os.path.realpath(path))

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The document; None where there is no file or an empty one.

        Raises:
            OSError: where the file cannot be read.
            msgspec.DecodeError: where it is no JSON.
        """
        data = self.read_bytes()
        return msgspec.json.decode(data, type=dict[str, dict[str, Any]]) if data else None

    def read_bytes(self) -> bytes:
        """The file as it is; empty where there is none.

        Raises:
            OSError: where the file cannot be read.
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""

    def write(self, data: object) -> None:
        """Replace the file.

        Raises:
            OSError: where it cannot be done; the old file is as it was.
        """
        self.write_bytes(msgspec.json.encode(data))

    def write_bytes(self, data: bytes) -> None:
        """Replace the file by these bytes.

        Raises:
            OSError: where it cannot be done; the old file is as it was.
        """
        replace_file(self.path, data)


def replace_file(path: Path, data: bytes) -> None:
    """Write bytes durably: temporary file, fsync, rename, fsync of the folder.

    Raises:
        OSError: where it cannot be done; the old file is as it was.
    """
    make_folder(path.parent)
    refuse_read_only(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    descriptor = os.open(
        temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, FILE_MODE
    )
    try:
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, however many calls it takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, where there is none."""
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def refuse_read_only(path: Path) -> None:
    """A file marked read-only is not replaced, though its folder would allow it.

    Raises:
        PermissionError: where the owner may not write it.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not mode & stat.S_IWUSR:
        raise PermissionError(13, "read-only", str(path))


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
