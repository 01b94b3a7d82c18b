"""Pictures and other parts beside the data file: whether all are there, whole and needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.disk.file_keeper import FileKeeper
from store.disk.findings.finding import Finding, well
from store.disk.parts import PartsFolder
from store.disk.repairs.orphaned_parts import KILOBYTE, orphaned, orphans_message
from store.records.card_parts import digests_on
from store.words.message import DataProblem, Message


def parts(path: Path) -> Iterator[Finding]:
    """What is missing, damaged or of no use; nothing is told where there are none at all.

    Whose a missing one is is told by the id alone: what is found is shown to others.

    Args:
        path: the data file, symlinks followed.
    """
    try:
        keeper = FileKeeper(path, read_only=True)
        orphans = orphaned(path)
    except (DataProblem, OSError):
        # What cannot be read is told of elsewhere, and may be what refers to a part.
        return
    folder = PartsFolder(path)
    held = folder.sizes()
    state: dict[str, bool] = {}
    lost: dict[str, list[str]] = {"doctor.parts_missing": [], "doctor.parts_damaged": []}
    for person in keeper.snapshot.people.values():
        for digest in digests_on(person):
            if digest not in state:
                state[digest] = folder.read(digest) is not None
            if not state[digest]:
                kind = "doctor.parts_damaged" if digest in held else "doctor.parts_missing"
                lost[kind].append(person.id)
    keeper.close()
    for id, ids in lost.items():
        if ids:
            people = ", ".join(dict.fromkeys(ids))
            yield Finding(
                check="parts", ok=False, message=Message(id, {"n": len(ids), "people": people})
            )
    if orphans:
        yield Finding(check="parts", ok=False, message=orphans_message(path, orphans))
    if (held or state) and not orphans and not any(lost.values()):
        size = Message("size.kilobytes", {"n": -(-sum(held.values()) // KILOBYTE)})
        yield well("parts", "doctor.parts_good", n=len(held), size=size)
