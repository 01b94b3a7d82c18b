"""The line in which is typed what a column of a table is."""

from __future__ import annotations

from collections.abc import Callable

from store.words.words import Words
from tui.phrasing.import_columns import target_word
from tui.typed.choice import chosen, completed, matching
from widgets.ask_line import Echo, Question


def target_names(words: Words) -> dict[str, str]:
    """What a column can be, by its name in words; nothing for one that is left out."""
    from store.formats.csv.targets import TARGETS

    return {target_word(each, words): each for each in (*TARGETS, "")}


def target_question(header: str, words: Words, show: Callable[[tuple[str, ...]], None]) -> Question:
    """What is this column? What is typed narrows; Tab completes.

    Args:
        header: the column, as the label names it.
        words: the language.
        show: shows the names that are left.
    """
    names = tuple(target_names(words))

    def read(text: str) -> Echo:
        found = matching(names, text) if text.strip() else names
        show(found)
        one = chosen(names, text) or (found[0] if text.strip() and found else None)
        if one is None:
            return Echo(words.say("columns.no_target"), accepted=False)
        return Echo(words.say("tui.arrow", text=one))

    return Question(
        key="target",
        label=header,
        hint=words.say("columns.target_hint"),
        read=read,
        complete=lambda text: completed(names, text),
        live=True,
    )


def target_typed(text: str, words: Words) -> str | None:
    """The field that is meant: the one so named, else the first that holds the text."""
    fields = target_names(words)
    names = tuple(fields)
    name = chosen(names, text) or next(iter(matching(names, text)), None)
    return None if name is None else fields[name]
