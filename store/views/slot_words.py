"""Slots in words: when, what for, and where they stand."""

from __future__ import annotations

from datetime import date

from store.records.kinds import BudgetKind
from store.rules.slots import SlotStanding, contact_of
from store.views.slots import BookedSlot, ProposedSlot
from store.words import dates
from store.words.kinds import kind_message, time_message
from store.words.message import Message
from store.words.pieces import counted_message
from store.words.words import Words

_STANDINGS: dict[SlotStanding, str] = {
    "to_come": "slot.standing.to_come",
    "now": "slot.standing.now",
    "kept": "dossier.state.kept",
    "missed": "dossier.state.missed",
}


def standing_word(standing: SlotStanding, words: Words) -> str:
    """Where a slot stands: "to come", "now", "kept", "did not happen"."""
    return words.say(_STANDINGS[standing])


def when_words(on: date, at: str, words: Words, today: date) -> str:
    """Its day and time: "Tue 24 Nov 09:00", "today 17:30", "tomorrow"."""
    return f"{dates.day(on, words.language, today)} {at}".rstrip()


def pieces_message(kind: BudgetKind, count: int) -> Message:
    """Several pieces of a kind: "3 messages"; of one, the kind: "message", "preparing"."""
    contact = contact_of(kind)
    if count == 1 or contact is None:
        return time_message(kind, contact)
    return counted_message(contact, count)


def pieces_word(kind: BudgetKind, count: int, words: Words) -> str:
    """The same in words of a language."""
    return words.tell(pieces_message(kind, count))


def booked_words(slot: BookedSlot, words: Words) -> str:
    """What a slot is for: "call Hélène Garnier", "3 messages"."""
    return f"{pieces_word(slot.kind, slot.count, words)} {slot.name}".rstrip()


def proposed_words(slot: ProposedSlot, words: Words) -> str:
    """What a slot would be for: "call Hélène Garnier", "2 messages Amélie, Priya"."""
    names = ", ".join(row.name for row in slot.rows)
    if len(slot.rows) == 1:
        return f"{words.tell(kind_message(slot.step))} {names}"
    return f"{pieces_word(slot.kind, len(slot.rows), words)} {names}"
