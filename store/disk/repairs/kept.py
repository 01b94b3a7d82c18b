"""The copies that a repair keeps of the files as they were: `FILE.kept-20261125-090000`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from store.disk.backups import BadCopyError
from store.disk.durable import put_in_place, write_beside


def keep(path: Path, data: bytes, moment: datetime) -> Path:
    """Write a copy of a file beside it, read it back, and give its path.

    Args:
        path: the file.
        data: what it holds.
        moment: goes into the name.

    Raises:
        OSError: where it cannot be written, or does not read back; nothing is left behind then.
    """
    target = next(each for each in _names(path, moment) if not each.exists())
    temporary = write_beside(target, (data,))
    if temporary.read_bytes() != data:
        temporary.unlink()
        raise BadCopyError(5, "the copy differs", str(target))
    put_in_place(temporary, target)
    return target


def _names(path: Path, moment: datetime) -> Iterator[Path]:
    name = f"{path.name}.kept-{moment:%Y%m%d-%H%M%S}"
    yield path.with_name(name)
    for number in count(2):
        yield path.with_name(f"{name}-{number}")


def kept_copies(data_file: Path) -> tuple[Path, ...]:
    """What earlier repairs have kept, by name."""
    found = (
        *data_file.parent.glob(f"{data_file.name}.kept-*"),
        *data_file.parent.glob(f"{data_file.name}.*.kept-*"),
    )
    return tuple(sorted(found))
