"""Who was forgotten, gathered from all that is left: nobody comes back by a repair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.disk.places import backups_folder
from store.disk.repairs.found import Found
from store.disk.repairs.scanned import meta_in
from store.records.forgotten import Forgotten


def forgotten_in(found: Found) -> Forgotten:
    """What the damaged file says of the forgotten, and what its backups say, together."""
    return together(_said(found))


def _said(found: Found) -> Iterator[Forgotten]:
    folder = backups_folder(found.path)
    copies = sorted(folder.glob("*.json"), key=lambda each: -each.stat().st_mtime_ns)
    for data in (found.data, *(each.read_bytes() for each in copies)):
        meta = meta_in(data)
        if meta is not None:
            yield meta.forgotten


def together(several: Iterable[Forgotten]) -> Forgotten:
    """All hashes that are made with the key of the first that has one; they compare with no other.

    Args:
        several: the newest first.
    """
    with_key = [each for each in several if each.key]
    if not with_key:
        return Forgotten()
    key = with_key[0].key
    hashes = {hash for each in with_key if each.key == key for hash in each.hashes}
    return Forgotten(key=key, hashes=tuple(sorted(hashes)))
