"""The own card in lines of the terminal's width."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from store.records.snapshot import Snapshot
from store.views.own_card import own_card
from store.views.own_card_text import own_card_text
from store.words.words import Words
from tui.cli.labelled import labelled
from tui.cli.paragraphs import hung


def own_card_lines(snapshot: Snapshot, words: Words, today: date, columns: int) -> tuple[str, ...]:
    """What is on it, how many share it, what is missing; a sentence where it is empty."""
    card = own_card(snapshot)
    lines = [card.me.name or words.say("cli.me_empty")]
    for is_row, some in groupby(own_card_text(card, words, today), lambda each: bool(each.label)):
        if is_row:
            lines += labelled(((each.label, each.text) for each in some), words, columns)
            continue
        for each in some:
            lines += ["", each.text] if each.kind == "head" else hung("  ", each.text, columns)
    return tuple(lines)
