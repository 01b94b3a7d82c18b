"""What a day typed into a form is read as, said while it is typed."""

from __future__ import annotations

from datetime import date

from store.actions.card_form import CardField
from store.words import dates
from store.words.message import Problem
from store.words.partial_day import partial_day_said
from tui.typed.card_lines import Reader, read_line


def day_echo(field: CardField, text: str, reader: Reader) -> str:
    """The day in words; empty where it cannot be meant, and where its words are those typed."""
    language = reader.words.language
    try:
        read = read_line(field, text, reader)
    except Problem:
        return ""
    if not read:
        return ""
    if field.shape == "partial":
        said = partial_day_said(str(read), language)
    else:
        said = dates.day_named(read, language) if isinstance(read, date) else ""
    return "" if said == text.strip() else said
