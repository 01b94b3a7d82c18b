"""What lies beside the data file: who may read it, and what was left behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from store.disk.findings.finding import Finding, amiss, well
from store.disk.repairs.kept import kept_copies
from store.disk.repairs.permissions import named, open_to_others
from store.disk.repairs.temporaries import abandoned
from store.words.message import Message

TIMES = 3
"""The file, the one that takes its place, and a backup."""

ROOM_BYTES = 10_000_000
"""For journal, history and whatever else writes to the disk."""

MEGABYTE = 1_000_000


def room(path: Path) -> Iterator[Finding]:
    """What is free on the disk of the data folder, for a file that is always written anew."""
    folder = next((each for each in path.parents if each.is_dir()), None)
    if folder is None:
        return
    size = path.stat().st_size if path.is_file() else 0
    free = shutil.disk_usage(folder).free
    told = Message("doctor.megabytes", {"n": free // MEGABYTE})
    if free < TIMES * size + ROOM_BYTES:
        yield amiss("room", "doctor.room", free=told)
    else:
        yield well("room", "doctor.room_good", free=told)


def permissions(path: Path) -> Iterator[Finding]:
    """Files 0600, folders 0700: nobody else reads about one's people."""
    wide = open_to_others(path)
    if wide:
        yield amiss("permissions", "doctor.permissions", files=named(wide))
    else:
        yield well("permissions", "doctor.permissions_good")


def leftovers(path: Path) -> Iterator[Finding]:
    """Half-written files of ended processes, and the copies that repairs have kept."""
    temporaries = abandoned(path)
    if temporaries:
        yield amiss("leftovers", "doctor.leftovers", n=len(temporaries))
    kept = kept_copies(path)
    if kept:
        names = ", ".join(each.name for each in kept)
        yield well("leftovers", "doctor.kept", n=len(kept), files=names)
    if not temporaries and not kept:
        yield well("leftovers", "doctor.leftovers_good")
