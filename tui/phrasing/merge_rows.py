"""Two cards as rows side by side, and the field under the cursor as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.united_card import Side, Sides
from store.views.two_cards import FATES, Fate, FieldOfTwo, becomes, stands
from store.words.field_words import field_word
from store.words.words import Words
from tui.phrasing.curtain import initials, name_shown
from widgets.line import Piece
from widgets.merge_table import MergeCells
from widgets.paragraph import Paragraph
from widgets.tone import Tone

_MARKS: dict[Side, str] = {"a": "←", "b": "  →", "both": "← →"}

_FATES: dict[Fate, str] = {
    "differs": "merging.differs",
    "one_side": "merging.one_side",
    "same": "merging.same",
}

_OTHERWISE: dict[str, str] = {
    "name": "merging.becomes_nickname",
    "org": "merging.becomes_employer",
    "title": "merging.kept_in_notes",
    "timezone": "merging.kept_in_notes",
    "birthday": "merging.kept_in_notes",
    "where": "merging.kept_in_notes",
    "intent": "merging.kept_in_notes",
    "through": "merging.becomes_known",
    "met": "merging.earlier_day",
}
"""What becomes of the other value of a field on which nothing was decided."""

Cards = tuple[Person, Person]


def merge_rows(
    fields: Sequence[FieldOfTwo],
    cards: Cards,
    snapshot: Snapshot,
    sides: Sides,
    words: Words,
    curtain: bool,
) -> tuple[MergeCells, ...]:
    """The two on top, then their fields under how they stand to each other."""
    rows = [_head(cards, snapshot, words, curtain)]
    for fate in FATES:
        some = [each for each in fields if each.fate == fate]
        if some:
            rows += [MergeCells(), MergeCells(label=words.say(_FATES[fate]))]
            rows += [_row(each, sides, words, curtain) for each in some]
    return tuple(rows)


def _head(cards: Cards, snapshot: Snapshot, words: Words, curtain: bool) -> MergeCells:
    left, right = (_whose(card, snapshot, words, curtain) for card in cards)
    return MergeCells(left=left, right=right, left_tone="strong", right_tone="strong")


def _whose(card: Person, snapshot: Snapshot, words: Words, curtain: bool) -> str:
    talks = len(snapshot.interactions_of(PersonId(card.id)))
    name = name_shown(card.name, curtain)
    return f"{name} · {words.say('person.timeline.talks', n=talks)}" if talks else name


def _row(each: FieldOfTwo, sides: Sides, words: Words, curtain: bool) -> MergeCells:
    side = stands(sides, each)
    chosen = each.field in sides
    return MergeCells(
        key=each.field,
        label=field_word(each.field, words),
        left=_shown(each.field, each.left, curtain),
        mark="=" if each.fate == "same" else _MARKS[side],
        right=_shown(each.field, each.right, curtain),
        left_tone=_tone(each, side, "a"),
        mark_tone="accent" if chosen else "dim",
        right_tone=_tone(each, side, "b"),
    )


def _tone(each: FieldOfTwo, side: Side, own: Side) -> Tone:
    if each.fate == "same":
        return "dim"
    return "text" if side in (own, "both") else "dim"


def _shown(field: str, text: str, curtain: bool) -> str:
    if curtain:
        return initials(text) if field == "name" else "…" if text else ""
    return " ".join(text.split())


def merge_paragraphs(
    each: FieldOfTwo | None,
    cards: Cards,
    snapshot: Snapshot,
    sides: Sides,
    today: date,
    words: Words,
) -> Iterator[Paragraph]:
    """Both values in full, what the field becomes, and what becomes of the other value."""
    if each is None:
        return
    if each.fate != "same":
        for mark, text in (("←  ", each.left), ("→  ", each.right)):
            shown = text or words.say("history.nothing")
            yield Paragraph(shown, "text" if text else "dim", (Piece(mark, "dim"),))
    whole = becomes(snapshot, each.field, cards, sides, today, words)
    lead = Piece("=  ", "accent")
    yield Paragraph(whole or words.say("history.nothing"), "strong", (lead,))
    if each.fate == "differs" and each.field not in sides and each.field in _OTHERWISE:
        called = becomes(snapshot, "nicknames", cards, sides, today, words)
        if each.field != "name" or each.right in called:
            yield Paragraph(words.say(_OTHERWISE[each.field]), "dim", (Piece("   "),))
