"""What was done, in the one line at the foot, with the way back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.words.message import Message
from store.words.width import width
from store.words.words import Words
from widgets.line import cut_to


def said_line(
    forms: Iterable[Message], words: Words, today: date, *, room: int, undo: str = "", fix: str = ""
) -> str:
    """The longest form that has room; the way back is never what is cut off.

    Args:
        forms: what is said, in ever fewer words; one at least.
        words: the language.
        today: the day.
        room: cells of the line.
        undo: the key that takes it back; empty where nothing can.
        fix: the key that corrects it; empty where nothing can.
    """
    said = text = ""
    for each in forms:
        said = words.tell(each, today)
        text = _with_keys(said, words, undo, fix)
        if width(text) <= room:
            return text
    if not undo:
        return text
    said = said.rstrip(".")
    beyond = width(text) - room
    return _with_keys(cut_to(said, max(1, width(said) - beyond)), words, undo, fix)


def _with_keys(said: str, words: Words, undo: str, fix: str) -> str:
    if not undo:
        return said
    if fix:
        return words.say("tui.said_correct", said=said.rstrip("."), key=undo, fix=fix)
    return words.say("tui.said_undo", said=said.rstrip("."), key=undo)
