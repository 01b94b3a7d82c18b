"""Members of a zip, read in memory and never unpacked; counted as they inflate."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from store.records.clean import clean_line

MOST_BYTES = 200 * 1024 * 1024
"""Of all members that are read, inflated."""

MOST_WORK = 3 * MOST_BYTES
"""Of all members together, those that are refused for their size among them."""

MOST_RATIO = 100
"""Inflated to packed; real exports stay below 20."""

RATIO_FROM = 5 * 1024 * 1024
"""Inflated bytes below which the ratio does not matter."""

MOST_ENTRIES = 10_000

BROKEN = (
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

_ENTRY = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_MAGIC = (_LOCAL, b"PK\x05\x06")
_NAME_AT = 30
"""Bytes of a local header before its name."""
_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that can be undone piece by piece; of others a few bytes fill the memory."""
_LONGEST_NAME = 200
_DRIVE = re.compile(r"^[A-Za-z]:")


class NotReadError(Exception):
    """An archive or a member that will not be read; the text is an id of the catalogues."""


class Budget:
    """How much may still be inflated, in an archive and those within it."""

    def __init__(self) -> None:
        """Nothing spent yet."""
        self.left = MOST_BYTES
        self.work = MOST_WORK
        self.entries = MOST_ENTRIES


def is_archive(head: bytes) -> bool:
    """Whether the first bytes are those of a zip."""
    return head.startswith(_MAGIC)


def names_in(head: bytes) -> list[str]:
    """The names of members whose headers stand in the first bytes."""
    names: list[str] = []
    place = head.find(_LOCAL)
    while place >= 0:
        length = int.from_bytes(head[place + 26 : place + 28], "little")
        name = head[place + _NAME_AT : place + _NAME_AT + length]
        names.append(name.decode("utf-8", errors="replace"))
        place = head.find(_LOCAL, place + len(_LOCAL))
    return names


def opened(data: bytes, budget: Budget) -> zipfile.ZipFile:
    """The archive.

    Raises:
        NotReadError: where it is damaged, or has more members than any export.
    """
    # Counted first: listing the members of an archive made of nothing else takes all memory.
    entries = data.count(_ENTRY)
    if entries > budget.entries:
        raise NotReadError("import.zip_too_big")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise NotReadError("import.zip_damaged") from error
    budget.entries -= entries
    return archive


def inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of a member, counted as they come: no size that the archive tells is trusted.

    Raises:
        NotReadError: where it is protected, damaged or larger than what is left of the budget.
    """
    parts: list[bytes] = []
    total = 0
    try:
        with _member(archive, info) as member:
            while part := member.read(_CHUNK):
                total += len(part)
                budget.work -= len(part)
                packed = max(info.compress_size, 1)
                if min(budget.left - total, budget.work) < 0 or (
                    total > RATIO_FROM and total > packed * MOST_RATIO
                ):
                    raise NotReadError("import.zip_too_big")
                parts.append(part)
    except BROKEN as error:
        raise NotReadError("import.zip_damaged") from error
    budget.left -= total
    return b"".join(parts)


def head_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, length: int) -> bytes:
    """The first bytes of a member.

    Raises:
        NotReadError: where it is protected or damaged.
    """
    try:
        with _member(archive, info) as member:
            return member.read(length)
    except BROKEN as error:
        raise NotReadError("import.zip_damaged") from error


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    if info.flag_bits & _ENCRYPTED:
        raise NotReadError("import.zip_encrypted")
    if info.compress_type not in _BOUNDED:
        raise NotReadError("import.zip_damaged")
    member = archive.open(info)
    assert isinstance(member, zipfile.ZipExtFile)
    return member


def shown_member(archive: str, name: str) -> str:
    """The path of a member as it is shown: below the archive's, whatever the member is called."""
    parts = _DRIVE.sub("", name.replace("\\", "/")).split("/")
    within = [clean_line(part) for part in parts if part.strip() not in ("", ".", "..")]
    return f"{archive}/{'/'.join(within)[-_LONGEST_NAME:]}"
