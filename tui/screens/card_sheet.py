"""What a form of a card is made of, what comes of it, and what is kept of it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.actions.card_form import CardField
from tui.phrasing.card_lines import Card
from tui.typed.card_lines import Reader


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What a form is made of."""

    title: str
    fields: tuple[CardField, ...]
    card: Card
    reader: Reader
    draft: str
    """The key under which what was typed is kept."""


class Changed(msgspec.Struct, frozen=True):
    """What was typed, ready to be saved."""

    params: Mapping[str, object]
    draft: str
    """The lines as typed, kept until they are saved."""


def draft_of(changed: Mapping[str, str]) -> str:
    """Lines as a draft; empty where there are none."""
    return msgspec.json.encode(changed).decode() if changed else ""


def lines_of(draft: str) -> dict[str, str]:
    """The lines of a draft; one that cannot be read counts as none."""
    try:
        return msgspec.json.decode(draft.encode(), type=dict[str, str]) if draft else {}
    except msgspec.DecodeError:
        return {}
