"""What LinkedIn's format is told by, and the one way into it."""

from __future__ import annotations

from store.formats.csv_table import find_header, first_lines, head_lines
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.archive import is_archive, read_archive
from store.formats.linkedin.columns import (
    CONNECTIONS,
    CONNECTIONS_NEEDED,
    MESSAGES,
    MESSAGES_NEEDED,
    OTHERS,
)
from store.formats.linkedin.connections import read_connections
from store.formats.linkedin.messages import read_messages
from store.formats.linkedin.own_card import own_file, read_own
from store.formats.linkedin.refusals import refused_file
from store.formats.text_decoding import decode


def looks_like_linkedin(head: bytes, name: str) -> bool:
    """Whether the first bytes are those of a zip, or hold the header of a file that is read.

    Args:
        head: the first bytes of the file, 64 KiB at most.
        name: the file's name, which does not matter.
    """
    if is_archive(head):
        return True
    lines = head_lines(head, decode)
    return (
        find_header(lines, MESSAGES, MESSAGES_NEEDED) is not None
        or find_header(lines, CONNECTIONS, CONNECTIONS_NEEDED) is not None
        or own_file(lines) is not None
    )


def is_other_linkedin(head: bytes) -> bool:
    """Whether the first bytes hold the header of a file of the export that is not read."""
    lines = head_lines(head, decode)
    return any(find_header(lines, columns, tuple(columns)) is not None for columns in OTHERS)


def read_linkedin(data: bytes, shown_path: str, known: Known) -> Reading:
    """All that a file of LinkedIn's gives: connections, messages, one's own past, or the zip."""
    if is_archive(data):
        return read_archive(data, shown_path, known)
    text = decode(data)
    lines = first_lines(text)
    if find_header(lines, MESSAGES, MESSAGES_NEEDED) is not None:
        return read_messages(text, shown_path, known)
    if find_header(lines, CONNECTIONS, CONNECTIONS_NEEDED) is not None:
        return read_connections(text, shown_path)
    own = own_file(lines)
    if own is not None:
        return read_own(text, shown_path, own)
    return Reading(refused=(refused_file(shown_path, "import.no_header"),))
