"""What LinkedIn's format is told by, and the one way into it."""

from __future__ import annotations

import msgspec

from store.formats.csv_table import MOST_BYTES, MOST_LINES, find_header, first_lines, head_lines
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.archive import looks_like_export, read_archive
from store.formats.linkedin.columns import (
    CONNECTIONS,
    CONNECTIONS_NEEDED,
    INVITATIONS,
    INVITATIONS_NEEDED,
    MESSAGES,
    MESSAGES_NEEDED,
    OTHERS,
)
from store.formats.linkedin.connections import read_connections
from store.formats.linkedin.invitations import read_invitations
from store.formats.linkedin.messages import read_messages
from store.formats.linkedin.own_card import own_file, read_own
from store.formats.linkedin.refusals import refused_file, unread_end
from store.formats.text_decoding import beginning, decode
from store.formats.zip_members import is_archive


def looks_like_linkedin(head: bytes, name: str) -> bool:
    """Whether the first bytes are those of an export's zip, or the header of a file of it.

    Args:
        head: the first bytes of the file, 64 KiB at most.
        name: the file's name, which does not matter.
    """
    if is_archive(head):
        return looks_like_export(head)
    lines = head_lines(head, decode)
    return (
        find_header(lines, MESSAGES, MESSAGES_NEEDED) is not None
        or find_header(lines, INVITATIONS, INVITATIONS_NEEDED) is not None
        or find_header(lines, CONNECTIONS, CONNECTIONS_NEEDED) is not None
        or own_file(lines) is not None
        or gives_nothing(lines)
    )


def gives_nothing(lines: list[str]) -> bool:
    """Whether the first lines of a file hold the header of one of the export that is not read."""
    return any(find_header(lines, columns, tuple(columns)) is not None for columns in OTHERS)


def read_linkedin(data: bytes, shown_path: str, known: Known) -> Reading:
    """All that a file of LinkedIn's gives: connections, messages, one's own past, or the zip."""
    if is_archive(data):
        return read_archive(data, shown_path, known)
    text = decode(beginning(data, MOST_BYTES, MOST_LINES + 1))
    reading = _read(text, shown_path, known)
    if len(data) <= MOST_BYTES:
        return reading
    refused = (*reading.refused, unread_end(shown_path, text))
    return msgspec.structs.replace(reading, refused=refused)


def _read(text: str, shown_path: str, known: Known) -> Reading:
    lines = first_lines(text)
    if find_header(lines, MESSAGES, MESSAGES_NEEDED) is not None:
        return read_messages(text, shown_path, known)
    if find_header(lines, CONNECTIONS, CONNECTIONS_NEEDED) is not None:
        return read_connections(text, shown_path, known)
    if find_header(lines, INVITATIONS, INVITATIONS_NEEDED) is not None:
        return read_invitations(text, shown_path, known)
    own = own_file(lines)
    if own is not None:
        return read_own(text, shown_path, own)
    unused = gives_nothing(lines)
    why = "import.linkedin_unused" if unused else "import.no_header"
    return Reading(refused=(refused_file(shown_path, why),))
