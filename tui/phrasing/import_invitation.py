"""What can be brought, said before a path is typed."""

from __future__ import annotations

from collections.abc import Sequence

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

LABEL_CELLS = 11

_KINDS = (
    ("files.kind_cards", "files.kind_cards_told"),
    ("files.kind_tables", "files.kind_tables_told"),
    ("files.kind_linkedin", "files.kind_linkedin_told"),
    ("files.kind_calendars", "files.kind_calendars_told"),
    ("files.kind_mail", "files.kind_mail_told"),
    ("files.kind_others", "files.kind_others_told"),
)


def invitation(trouble: Sequence[str], words: Words, keys: Keys) -> tuple[Paragraph, ...]:
    """What was amiss the last time, what can be brought, and how."""
    amiss = [Paragraph(text, "attention") for text in trouble]
    return (
        *amiss,
        *([SPACE] if amiss else []),
        Paragraph(words.say("files.where"), "strong"),
        SPACE,
        *(_kind(words.say(label), words.say(told)) for label, told in _KINDS),
        _kind(words.say("files.kind_list"), _paste(words, keys), "accent"),
        SPACE,
        Paragraph(words.say("files.several"), "dim"),
        Paragraph(words.say("files.nothing_yet"), "dim"),
    )


def _paste(words: Words, keys: Keys) -> str:
    return words.say("files.kind_list_told", key=keys.all_shown(BY_ID["files.paste"]))


def _kind(label: str, told: str, tone: str = "dim") -> Paragraph:
    lead = Piece(f"  {label:<{LABEL_CELLS}}", "accent" if tone == "accent" else "dim")
    return Paragraph(told, "text", (lead,))
