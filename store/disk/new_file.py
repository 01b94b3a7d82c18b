"""A data file that is not there yet."""

from __future__ import annotations

from pathlib import Path

from store.disk.data_file import Contents
from store.disk.durable import put_in_place
from store.disk.keys import keys_of
from store.disk.lock import locked
from store.disk.places import leftovers
from store.disk.said import said
from store.disk.writing import written_beside
from store.records.snapshot import Snapshot
from store.words.message import DataProblem


def write_new(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot to a file that does not exist yet.

    Raises:
        DataProblem: where there is one already, or it cannot be written.
    """
    path = path.resolve()
    with said(path):
        if path.exists() or leftovers(path):
            raise DataProblem("exists", "problem.exists", path=str(path))
        keys = {
            name: keys_of({key: str(place) for place, key in enumerate(table, 1)})
            for name, table in snapshot.tables.items()
        }
        contents = Contents(snapshot=snapshot, keys=keys, foreign={})
        with locked(path):
            put_in_place(written_beside(path, contents), path)
