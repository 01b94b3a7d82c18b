"""A backup in words: its kind, when it was made, its size; for command line and screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.disk.places import BackupKind
from store.words import dates
from store.words.about_words import backup_message
from store.words.message import Message
from store.words.numbers import number
from store.words.words import Words
from tui.backups import Kept

_KINDS: Mapping[BackupKind, str] = {
    "daily": "backup.kind.daily",
    "weekly": "backup.kind.weekly",
    "now": "backup.kind.now",
    "schema": "backup.kind.schema",
}

KIB = 1024


def kind_word(kept: Kept, words: Words) -> str:
    """Why it was made: "of the day", "by hand"."""
    return words.say(_KINDS[kept.kind])


def when_word(kept: Kept, words: Words, today: date) -> str:
    """When it was made: "yesterday 14:03", "Tue 24 Nov", "week of 16 Nov"; empty if not known."""
    if kept.made is None:
        return ""
    if kept.kind == "weekly":
        monday = dates.day_of_month(kept.made.day, words.language, today)
        return words.say("backup.week_of", day=monday)
    day = dates.day(kept.made.day, words.language, today)
    return day if kept.made.time is None else f"{day} {kept.made.time:%H:%M}"


def which_word(kept: Kept, words: Words, today: date) -> str:
    """Its moment and its kind: "yesterday 14:03, by hand"; its id where that does not say it."""
    when = when_word(kept, words, today)
    if not when or kept.kind == "weekly":
        return when or kept.id
    return words.say("backup.named", when=when, kind=kind_word(kept, words))


def backed_up_message(id: str) -> Message:
    """What is said of a backup made just now."""
    return Message("said.backed_up", {"when": backup_message(id) or id})


def size_word(kept: Kept, words: Words) -> str:
    """Its size, rounded up: "412 KiB"."""
    return words.say("backup.size", size=number(-(-kept.size // KIB), words.language))
