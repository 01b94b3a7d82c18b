"""Writing so that it lasts: what every file of the store is written with."""

from __future__ import annotations

import errno
import glob
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700

COPY_BYTES = 1 << 20
"""How much is read at once where a file is gone through."""

sync_data: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)
"""Makes the bytes of a descriptor last, and its length; not its times."""


def replace_file(path: Path, data: bytes) -> None:
    """Write bytes durably: temporary file, fsync, rename, fsync of the folder.

    Raises:
        OSError: where it cannot be done; the old file is as it was.
    """
    refuse_read_only(path)
    put_in_place(write_beside(path, (data,)), path)


def write_beside(
    path: Path, pieces: Iterable[bytes], finish: Callable[[int], None] | None = None
) -> Path:
    """Write a temporary file in the folder of `path`, fsynced; give its path.

    Args:
        path: what the file shall replace.
        pieces: its bytes.
        finish: is given the descriptor once all is written, to fill in what is known only then.

    Raises:
        OSError: where it cannot be done; nothing is left behind then.
    """
    make_folder(path.parent)
    temporary = temporary_for(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, FILE_MODE)
    try:
        try:
            for piece in pieces:
                write_all(descriptor, piece)
            if finish is not None:
                finish(descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def put_in_place(temporary: Path, path: Path) -> None:
    """Rename a written file over another one, and make the name last.

    Raises:
        OSError: where it cannot be done; the old file is as it was.
    """
    put_in_place_unsynced(temporary, path)
    sync_folder(path.parent)


def put_in_place_unsynced(temporary: Path, path: Path) -> None:
    """Rename a written file over another one; of several the folder is synced once, by the caller.

    Raises:
        OSError: where it cannot be done; the old file is as it was.
    """
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def removed_in_the_end(temporary: Path) -> Iterator[Path]:
    """Remove a temporary file that was not put in its place, whatever came in between."""
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def temporary_for(path: Path) -> Path:
    """Where the next version of a file is written by this process."""
    return path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(3).hex()}.tmp")


def clear_temporaries(path: Path, folder: Path) -> None:
    """Remove what killed processes left half-written of a file's versions, or in a folder.

    Args:
        path: the file; those beside it that begin with its name count as its own.
        folder: where every temporary is its own.
    """
    name = glob.escape(path.name)
    found = [
        *path.parent.glob(f".{name}.*.tmp"),
        *path.parent.glob(f".{name}.lock.*.new"),
        *folder.glob(".*.tmp"),
    ]
    for each in found:
        written_by = _WRITTEN_BY.search(each.name)
        if written_by is not None and not _is_alive(int(written_by[1])):
            each.unlink(missing_ok=True)


_WRITTEN_BY = re.compile(r"\.(\d+)\.(?:[0-9a-f]+\.tmp|new)$")
"""The process that a temporary's name tells of, see `temporary_for`."""


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, however many calls it takes."""
    written = os.write(descriptor, data)
    if written == len(data):
        return
    view = memoryview(data)[written:]
    while view:
        view = view[os.write(descriptor, view) :]


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, where there is none."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(folder.parent)


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


def refuse_no_file(path: Path) -> None:
    """Neither a pipe nor a device is read: it may have no end, or nobody who writes.

    Raises:
        FileNotFoundError: where there is nothing.
        OSError: where it is no regular file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def read_or_nothing(path: Path) -> bytes:
    """The bytes of a file; none where there is no file.

    Raises:
        OSError: where it cannot be read.
    """
    try:
        refuse_no_file(path)
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def checksum(data: bytes | memoryview, before: int = 0) -> int:
    """CRC-32 (zlib, ISO 3309) of bytes, going on from that of the bytes before."""
    return zlib.crc32(data, before)


def hexadecimal(checksum: int) -> str:
    """A checksum as it is written: eight small hexadecimal digits."""
    return f"{checksum:08x}"
