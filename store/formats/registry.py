"""The formats that can be read, each declared once, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points

import msgspec

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.reader import is_other_linkedin, looks_like_linkedin, read_linkedin
from store.formats.vcard.reader import looks_like_vcard, read_vcards
from store.words.message import Message

ENTRY_POINTS = "arrosoir.formats"
"""Where third parties declare a `Format` of theirs."""

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell its format."""

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FEW = 10


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that files can be in."""

    name: str
    """As typed after `--format`."""
    looks_like: Callable[[bytes, str], bool]
    """Whether the first bytes, at most `HEAD_BYTES`, are of it; the file's name may help."""
    read: Callable[[bytes, str, Known], Reading]
    """All bytes, and the path as shown; never raises for what a file holds."""


def _looks_like_vcard(head: bytes, name: str) -> bool:
    return looks_like_vcard(head)


def _read_vcards(data: bytes, shown_path: str, known: Known) -> Reading:
    return read_vcards(data, shown_path)


FORMATS: tuple[Format, ...] = (
    Format(name="vcard", looks_like=_looks_like_vcard, read=_read_vcards),
    Format(name="linkedin", looks_like=looks_like_linkedin, read=read_linkedin),
)
"""Those that the program brings; the first that takes a file for its own gets it."""


def all_formats() -> tuple[Format, ...]:
    """The program's own formats, then those of third parties, by name; broken ones are left out."""
    found: dict[str, Format] = {each.name: each for each in FORMATS}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda each: each.name):
        try:
            loaded = point.load()
        except (ImportError, AttributeError):
            continue
        if isinstance(loaded, Format):
            found.setdefault(loaded.name, loaded)
    return tuple(found.values())


def tell(head: bytes, name: str, formats: Sequence[Format]) -> Format | Message:
    """The format of a file, told by what it holds and not by how it is called; else why not.

    Args:
        head: its first bytes, at most `HEAD_BYTES`.
        name: its name.
        formats: those that may be found.
    """
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return Message("import.empty_file")
    for each in formats:
        if each.looks_like(head, name):
            return each
    if is_other_linkedin(head):
        return Message("import.linkedin_unused")
    if _is_binary(head):
        return Message("import.binary")
    return Message("import.unknown_format")


def _is_binary(head: bytes) -> bool:
    """Whether a file is not text: NULs outside UTF-16, or many control characters."""
    if head.startswith(_WIDE_MARKS):
        return False
    controls = sum(head.count(bytes((code,))) for code in (*range(1, 9), *range(14, 27)))
    return head.count(0) > 0 or controls * _FEW > len(head)
