"""The formats that can be read, each declared once, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Sequence

from store.formats.archive import archive_of
from store.formats.csv.reader import CSV
from store.formats.format import Format, takes
from store.formats.friends_md.reader import FRIENDS
from store.formats.ics.reader import CALENDAR
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.reader import looks_like_linkedin, read_linkedin
from store.formats.mail.reader import MAIL
from store.formats.monica.reader import MONICA
from store.formats.names_list.reader import NAMES
from store.formats.plugins import loaded
from store.formats.vcard.reader import looks_like_vcard, read_vcards
from store.formats.whole.reader import WHOLE
from store.words.message import Message

__all__ = [
    "ENTRY_POINTS",
    "FORMATS",
    "HEAD_BYTES",
    "Format",
    "all_formats",
    "formats_and_broken",
    "tell",
]

ENTRY_POINTS = "arrosoir.formats"
"""Where third parties declare a `Format` of theirs."""

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell its format."""

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FEW = 10


def _looks_like_vcard(head: bytes, name: str) -> bool:
    return looks_like_vcard(head)


def _read_vcards(data: bytes, shown_path: str, known: Known) -> Reading:
    return read_vcards(data, shown_path, known)


FORMATS: tuple[Format, ...] = (
    archive_of(lambda: all_formats()),  # Before what can lie in it unpacked.
    Format(name="linkedin", looks_like=looks_like_linkedin, read=read_linkedin),
    WHOLE,
    MONICA,
    MAIL,  # Before vCards, since cards come with letters.
    Format(name="vcard", looks_like=_looks_like_vcard, read=_read_vcards),
    CALENDAR,
    FRIENDS,
    CSV,
    NAMES,
)
"""Those that the program brings; the first that takes a file for its own gets it."""


def all_formats() -> tuple[Format, ...]:
    """The program's own formats, then those of third parties, by name; broken ones are left out."""
    return formats_and_broken()[0]


def formats_and_broken() -> tuple[tuple[Format, ...], tuple[Message, ...]]:
    """All formats, and why some of third parties are not among them.

    A third party's is a `Format` under the entry point `arrosoir.formats`
    (`store.formats.plugins`). It is looked at after the program's own, but before those that take
    only files named by the user, and never under the name of one of these. What it reads is held to
    the types of `Reading`; a file on which it fails, or of which it gives something else, is
    refused, and the others go on. Texts that it gives are to be cleaned (`store.records.clean`).
    """
    brought, broken = loaded(ENTRY_POINTS, Format, {each.name for each in FORMATS})
    found = (*FORMATS, *brought)
    # What is told loosely would take files of those who know theirs for certain.
    return tuple(sorted(found, key=lambda each: each.named_only)), broken


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
        if takes(each, head, name):
            return each
    if _is_binary(head):
        return Message("import.binary")
    return Message("import.unknown_format")


def _is_binary(head: bytes) -> bool:
    """Whether a file is not text: NULs outside UTF-16, or many control characters."""
    if head.startswith(_WIDE_MARKS):
        return False
    controls = sum(head.count(bytes((code,))) for code in (*range(1, 9), *range(14, 27)))
    return head.count(0) > 0 or controls * _FEW > len(head)
