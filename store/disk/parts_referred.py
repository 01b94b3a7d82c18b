"""Which parts are still referred to: by the data file, by what belongs to it, or by a copy of it.

The references are looked for in the bytes of the files, so that those of a damaged one, of an older
shape or of another program's table count as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from store.disk.backups import copies
from store.disk.durable import read_or_nothing
from store.disk.places import history_path, journal_path
from store.disk.twins import twins
from store.records.attachment import PREFIX

_REFERENCE = re.compile(re.escape(PREFIX).encode() + rb"([0-9a-f]{64})")

Digests = frozenset[str]


def digests_in(pieces: Iterable[bytes]) -> Digests:
    """The parts that texts refer to; no reference is cut in two by them."""
    return frozenset(digest.decode() for each in pieces for digest in _REFERENCE.findall(each))


def referred(data_file: Path) -> Digests:
    """The parts that anything refers to.

    Args:
        data_file: symlinks followed.

    Raises:
        OSError: where a file cannot be read: nobody knows then.
    """
    return by_the_data(data_file) | by_copies(data_file) | by_twins(data_file)


def by_the_data(data_file: Path) -> Digests:
    """By journal, history and data file.

    Raises:
        OSError: where one cannot be read.
    """
    # The journal first: what a checkpoint moves meanwhile comes by later.
    return _in_files((journal_path(data_file), history_path(data_file), data_file))


def by_copies(data_file: Path) -> Digests:
    """By backups, and by what repairs have kept.

    Raises:
        OSError: where one cannot be read.
    """
    return _in_files(copies(data_file))


def by_twins(data_file: Path) -> Digests:
    """By the copies of synchronising programs: they may be joined yet.

    Raises:
        OSError: where one cannot be read.
    """
    return _in_files(twins(data_file))


def _in_files(paths: Iterable[Path]) -> Digests:
    return digests_in(map(read_or_nothing, paths))
