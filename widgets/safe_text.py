"""The last guard before the screen: strangers' text without a control character or markup.

Textual hands raw control characters on to the terminal and reads a plain `str` as markup, so
nothing of a record reaches a widget but through here.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from store.records.clean import clean_line


def guard(text: str) -> str:
    """One harmless line; blanks at its ends stay, since they may be layout."""
    if text.isprintable():
        return text
    lead = len(text) - len(text.lstrip(" "))
    trail = len(text) - len(text.rstrip(" "))
    return " " * lead + clean_line(text) + " " * trail


def guard_lines(text: str) -> list[str]:
    """The harmless lines of a text of several."""
    return [guard(line) for line in text.splitlines()]


def content(text: str, style: str = "") -> Content:
    """Text for a Textual widget, never read as markup."""
    return Content.styled(guard(text), style) if style else Content(guard(text))


def rich_text(text: str, style: str = "") -> Text:
    """Text for what takes Rich renderables, never read as markup."""
    return Text(guard(text), style, no_wrap=True)
