"""Cards with a picture that lies beside the data file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from store.actions.commit import Keeper, Note
from store.disk.places import parts_folder
from store.records.attachment import digest_of, reference_to
from store.records.change import ChangeSet, make
from store.records.person import Person, Property

PICTURE = b"/9j/4AAQSkZJRgABAQ" * 2500
"""As a card holds it: in base64."""
OTHER = b"iVBORw0KGgoAAAANSU" * 2500
DIGEST, OTHER_DIGEST = digest_of(PICTURE), digest_of(OTHER)

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="import")

ADA, BO = "01M8A84KDASC86AGN33B077KNH", "01M8A84KDASC86AGN33B077KNJ"


def card(id: str = ADA, *pictures: bytes, name: str = "Ada Lovelace") -> Person:
    """Somebody with pictures."""
    return Person(
        id=id,
        name=name,
        properties=tuple(
            Property(
                name="PHOTO", value=reference_to(digest_of(each)), params="ENCODING=b;TYPE=JPEG"
            )
            for each in pictures
        ),
    )


def keep(keeper: Keeper, *cards: Person, pictures: tuple[bytes, ...] = (PICTURE,)) -> None:
    """As an import does it: the parts, then the commit."""
    keeper.keep_parts({digest_of(each): each for each in pictures})
    keeper.commit(ChangeSet(tuple(map(make, cards))), NOTE)


def beside(path: Path) -> list[str]:
    """What lies in the folder of parts, temporaries included."""
    folder = parts_folder(path)
    return sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []


def holding(folder: Path, wanted: bytes) -> Iterator[Path]:
    """Files at any depth in which some bytes stand."""
    yield from (
        each for each in folder.rglob("*") if each.is_file() and wanted in each.read_bytes()
    )
