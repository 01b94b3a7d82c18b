"""A file written for others: whole or not at all, and only where it is not the same already."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.disk.durable import (
    COPY_BYTES,
    FILE_MODE,
    put_in_place,
    refuse_read_only,
    removed_in_the_end,
    write_beside,
)

PIECE_BYTES = 1 << 16
"""How much is written at once."""


class Out(NamedTuple):
    """What was written."""

    digest: str
    """SHA-256 of all bytes, hexadecimal."""
    changed: bool
    """False where the very same stood there already: the file was not touched."""


def write_out(path: Path, pieces: Iterable[str]) -> Out:
    """Write a file durably; a symlink stays one, and a file that is there keeps its permissions.

    What is no regular file, such as a pipe or `/dev/stdout`, is written to as it comes.

    Args:
        path: of the file; its folder must be there.
        pieces: its text, to be encoded in UTF-8.

    Raises:
        OSError: where it cannot be done; the old file is as it was then.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    if mode is not None and not stat.S_ISREG(mode):
        return _poured(target, pieces)
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
    refuse_read_only(target)
    hashed = hashlib.sha256()

    def told() -> Iterator[bytes]:
        for piece in in_bytes(pieces):
            hashed.update(piece)
            yield piece

    def finish(descriptor: int) -> None:
        os.fchmod(descriptor, FILE_MODE if mode is None else stat.S_IMODE(mode))

    with removed_in_the_end(write_beside(target, told(), finish)) as temporary:
        digest = hashed.hexdigest()
        if mode is not None and digest == digest_of_file(target):
            return Out(digest, changed=False)
        put_in_place(temporary, target)
    return Out(digest, changed=True)


def _poured(path: Path, pieces: Iterable[str]) -> Out:
    hashed = hashlib.sha256()
    with path.open("wb") as stream:
        for piece in in_bytes(pieces):
            hashed.update(piece)
            stream.write(piece)
    return Out(hashed.hexdigest(), changed=True)


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def in_bytes(pieces: Iterable[str]) -> Iterator[bytes]:
    """Text as bytes of UTF-8, small pieces put together; what is no text at all becomes `?`."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE_BYTES:
            yield "".join(held).encode("utf-8", "replace")
            held.clear()
            size = 0
    if held:
        yield "".join(held).encode("utf-8", "replace")


def digest_of_file(path: Path) -> str:
    """SHA-256 of a regular file, hexadecimal; empty where there is none that can be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        hashed = hashlib.sha256()
        with path.open("rb") as stream:
            while piece := stream.read(COPY_BYTES):
                hashed.update(piece)
    except OSError:
        return ""
    return hashed.hexdigest()
