"""What of the user's calendars could not be read, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from store.formats.incoming import Refused
from store.words.message import Message
from store.words.words import Words
from widgets.paragraph import SPACE, Paragraph

MOST = 40
"""Places of files that are told of, one by one."""


def calendars_unread(problems: Sequence[Refused], words: Words, *, key: str) -> tuple[str, ...]:
    """A sentence for each file, by its name alone.

    Args:
        problems: of whole files, and of places in them.
        words: the language.
        key: that tells more.
    """
    told = []
    for file in dict.fromkeys(each.file for each in problems):
        of_file = [each for each in problems if each.file == file]
        name = PurePath(file).name or file
        whole = next((each for each in of_file if not each.line), None)
        if whole is not None:
            why = words.tell(whole.why)
            told.append(words.say("calendar.unread", file=name, why=why))
        else:
            told.append(words.say("calendar.unread_parts", file=name, n=len(of_file), key=key))
    return tuple(told)


def calendars_explained(problems: Sequence[Refused], words: Words) -> tuple[Paragraph, ...]:
    """Each file by its path, each place by its line, and why."""
    lines: list[Paragraph] = []
    for each in problems[:MOST]:
        id = "calendar.unread_line" if each.line else "calendar.unread"
        values = {"file": each.file, "line": each.line, "why": words.tell(each.why)}
        lines.append(Paragraph(words.say(id, **values)))
    if len(problems) > MOST:
        lines.append(Paragraph(words.say("calendar.unread_more", n=len(problems) - MOST)))
    return (*lines, SPACE) if lines else ()


def unread_parts(problems: Sequence[Refused]) -> Message | None:
    """How many places of files that were read could not be; None where all could."""
    parts = sum(1 for each in problems if each.line)
    return Message("calendar.parts", {"n": parts}) if parts else None


def unread_files(problems: Sequence[Refused], read: int) -> Message | None:
    """How many files could not be read beside those that could; None where all could.

    Args:
        problems: of whole files, and of places in them.
        read: how many files could be.
    """
    unread = len({each.file for each in problems if not each.line})
    if not unread:
        return None
    return Message(
        "calendar.files", {"read": Message("calendar.files_read", {"n": read}), "n": unread}
    )
