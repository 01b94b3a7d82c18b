"""The zip as LinkedIn gives it: read in memory, member by known member, never unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import reduce

from store.formats.csv_table import name_key
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.connections import read_connections
from store.formats.linkedin.messages import read_messages
from store.formats.linkedin.own_card import OwnFile, read_own
from store.formats.linkedin.refusals import refused_file
from store.formats.own_card import completed
from store.formats.text_decoding import decode
from store.records.me import Me
from store.words.message import Message

OWN: tuple[OwnFile, ...] = ("profile", "positions", "education", "languages")

MEMBERS = (*OWN, "connections", "messages")
"""What is read, in this order; all other members are passed over."""

MOST_BYTES = 200 * 1024 * 1024
"""Of all members that are read, inflated."""

MOST_RATIO = 100
"""Inflated to packed; real exports stay below 20."""

RATIO_FROM = 5 * 1024 * 1024
"""Inflated bytes below which the ratio does not matter."""

MOST_ENTRIES = 10_000

_ENTRY = b"PK\x01\x02"
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 1 << 20
_ENCRYPTED = 0x1

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
)
"""What the standard library raises for archives that are damaged or packed in unknown ways."""


class _NotReadError(Exception):
    """A member that will not be read; the text is an id of the catalogues."""


def is_archive(head: bytes) -> bool:
    """Whether the first bytes are those of a zip."""
    return head.startswith(_MAGIC)


def read_archive(data: bytes, shown_path: str, known: Known) -> Reading:
    """Own card, connections and messages of an export; a member that fails leaves the others."""
    if data.count(_ENTRY) > MOST_ENTRIES:
        return Reading(refused=(refused_file(shown_path, "import.zip_too_big"),))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return Reading(refused=(refused_file(shown_path, "import.zip_damaged"),))
    with archive:
        members = [(kind, info) for info in archive.infolist() for kind in _kind(info.filename)]
        if not members:
            return Reading(refused=(refused_file(shown_path, "import.zip_without_members"),))
        members.sort(key=lambda member: MEMBERS.index(member[0]))
        return _read_members(archive, members, shown_path, known)


def _kind(filename: str) -> tuple[str, ...]:
    """Which known member a file name means; folders, case, blanks and underscores do not matter."""
    folder, _, name = filename.replace("\\", "/").rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not dot or extension.lower() != "csv" or name.startswith(".") or "__MACOSX" in folder:
        return ()
    kind = name_key(stem)
    return (kind,) if kind in MEMBERS else ()


def _read_members(
    archive: zipfile.ZipFile,
    members: list[tuple[str, zipfile.ZipInfo]],
    shown_path: str,
    known: Known,
) -> Reading:
    readings: list[Reading] = []
    refused: list[Refused] = []
    left = MOST_BYTES
    for kind, info in members:
        shown = f"{shown_path}/{info.filename}"
        try:
            data = _inflated(archive, info, left)
        except _NotReadError as refusal:
            refused.append(Refused(file=shown, line=0, why=Message(str(refusal))))
            continue
        except _BROKEN:
            refused.append(refused_file(shown, "import.zip_damaged"))
            continue
        left -= len(data)
        text = decode(data)
        readings.append(_read(kind, text, shown, known_after(known, readings)))
    return Reading(
        me=_own(readings),
        people=tuple(person for reading in readings for person in reading.people),
        interactions=tuple(each for reading in readings for each in reading.interactions),
        refused=(*refused, *(each for reading in readings for each in reading.refused)),
    )


def _read(kind: str, text: str, shown: str, known: Known) -> Reading:
    for own in OWN:
        if own == kind:
            return read_own(text, shown, own)
    if kind == "connections":
        return read_connections(text, shown)
    return read_messages(text, shown, known)


def _own(readings: list[Reading]) -> Me | None:
    """What all of them say of the user."""
    told = [reading.me for reading in readings if reading.me is not None]
    return reduce(completed, told) if told else None


def known_after(known: Known, readings: list[Reading]) -> Known:
    """What is known once these readings are: who one is, and nobody is their own connection."""
    found = {key for reading in readings for person in reading.people for key in person.sources}
    own = _own(readings)
    me = known.me if own is None else completed(known.me, own)
    return Known(me=me, sources=known.sources | found)


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """The bytes of a member, counted as they come: no size that the archive tells is trusted."""
    if info.flag_bits & _ENCRYPTED:
        raise _NotReadError("import.zip_encrypted")
    parts: list[bytes] = []
    total = 0
    with archive.open(info) as member:
        while part := member.read(_CHUNK):
            total += len(part)
            packed = max(info.compress_size, 1)
            if total > left or (total > RATIO_FROM and total > packed * MOST_RATIO):
                raise _NotReadError("import.zip_too_big")
            parts.append(part)
    return b"".join(parts)
