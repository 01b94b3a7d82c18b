"""The data file written anew, piece by piece, beside the old one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from store.disk.data_file import Contents, encoded_pieces
from store.disk.durable import checksum, hexadecimal, write_beside


def written_beside(
    path: Path, contents: Contents, between: Callable[[], None] | None = None
) -> Path:
    """Write contents to a temporary file beside the data file; give its path.

    Args:
        path: the data file.
        contents: what it shall hold.
        between: called after each piece; what it raises ends the writing.

    Raises:
        OSError: where it cannot be written; nothing is left behind then.
    """
    pieces = encoded_pieces(contents)
    head = next(pieces)
    total = 0

    def summed() -> Iterator[bytes]:
        nonlocal total
        yield head
        for piece in pieces:
            total = checksum(piece, total)
            yield piece
            if between is not None:
                between()

    def fill_in(descriptor: int) -> None:
        digits = hexadecimal(total).encode()
        os.pwrite(descriptor, digits, len(head) - len(digits) - 1)

    return write_beside(path, summed(), fill_in)
