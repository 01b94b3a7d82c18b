"""What lies beside the data file: who may read it, and what was left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.disk.findings.finding import Finding, amiss, well
from store.disk.repairs.kept import kept_copies
from store.disk.repairs.permissions import named, open_to_others
from store.disk.repairs.temporaries import abandoned


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
