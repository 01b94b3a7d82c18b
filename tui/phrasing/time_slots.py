"""Slots as the rows of their pane."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec
from rich.cells import cell_len

from store.records.kinds import BudgetKind
from store.rules.slots import SlotStanding
from store.views.phrases import budget_word, kind_word, reason_short
from store.views.slot_words import pieces_message
from store.views.slots import BookedSlot, ProposedSlot, SlotsView
from store.views.today import TodayRow
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.follow_up_rows import SIGNS
from widgets.band_glyph import band_piece
from widgets.line import Piece, pad_to
from widgets.slot_list import SlotRow
from widgets.tone import Tone

FREE = "□"

BOOKED: dict[SlotStanding, tuple[str, Tone, str]] = {
    "to_come": ("■", "accent", "time.slot.to_come"),
    "now": ("◆", "attention", "time.slot.now"),
    "kept": ("●", "done", "time.slot.kept"),
    "missed": ("×", "dim", "time.slot.missed"),
}
"""Sign, tone and word of each standing; the sign alone tells it, in ASCII as well."""

GONE: tuple[SlotStanding, ...] = ("kept", "missed")
"""Standings of slots that are over."""


class SlotManner(msgspec.Struct, frozen=True, kw_only=True):
    """How slots are to be shown."""

    today: date
    roomy: bool
    curtain: bool = False


def slot_rows(view: SlotsView, words: Words, manner: SlotManner) -> tuple[SlotRow, ...]:
    """All slots, by day and time."""
    shown = {each.on for each in view.booked} | {each.on for each in view.proposed}
    days = SlotDays(shown, words, manner.today)
    booked = [(each.on, each.at, 0, booked_row(each, words, manner, days)) for each in view.booked]
    free = [
        (each.on, each.at, 1, proposed_row(each, words, manner, days)) for each in view.proposed
    ]
    return tuple(row for *_, row in sorted((*booked, *free), key=lambda each: each[:3]))


def booked_row(slot: BookedSlot, words: Words, manner: SlotManner, days: SlotDays) -> SlotRow:
    """One that is booked, and where it stands."""
    sign, tone, word = BOOKED[slot.standing]
    gone = slot.standing in GONE
    reason = words.say(word)
    if slot.note and not manner.curtain:
        reason = f"{reason} · {slot.note}"
    return SlotRow(
        id=slot.id,
        sign=sign,
        sign_tone=tone,
        when=when_said(slot.on, slot.at, days, manner),
        minutes=minutes_said(slot.minutes, words),
        what=booked_said(slot, words, curtain=manner.curtain),
        mark=band_piece(slot.band) if slot.band is not None and not gone else Piece(""),
        reason=reason,
        tone="dim" if gone else "text",
    )


def proposed_row(slot: ProposedSlot, words: Words, manner: SlotManner, days: SlotDays) -> SlotRow:
    """One that could be, and for what reason."""
    first = slot.rows[0] if slot.rows else None
    return SlotRow(
        id=slot.id,
        sign=FREE,
        sign_tone="dim",
        when=when_said(slot.on, slot.at, days, manner),
        minutes=minutes_said(slot.minutes, words),
        what=proposed_said(slot, words, curtain=manner.curtain),
        mark=Piece("") if first is None else _mark(first),
        reason="" if manner.curtain else _reason(slot, words, manner.today),
    )


def booked_said(slot: BookedSlot, words: Words, *, curtain: bool = False) -> str:
    """What a booked slot is for: "call Björn Ek", "3 messages"."""
    if slot.name:
        name = name_shown(slot.name, curtain)
        return words.say("time.slot.with", kind=_one(slot.kind, words), name=name)
    return words.tell(pieces_message(slot.kind, slot.count))


def proposed_said(slot: ProposedSlot, words: Words, *, curtain: bool = False) -> str:
    """What a slot is proposed for."""
    if len(slot.rows) == 1:
        name = name_shown(slot.rows[0].name, curtain)
        return words.say("time.slot.with", kind=kind_word(slot.step, words), name=name)
    return words.tell(pieces_message(slot.kind, len(slot.rows)))


def _one(kind: BudgetKind, words: Words) -> str:
    """One piece of a kind: a message, not writing in general."""
    if kind == "preparing":
        return budget_word(kind, words)
    return kind_word("message" if kind == "writing" else kind, words)


class SlotDays:
    """The days of some slots in cells of one width, so that hours stand under each other."""

    def __init__(self, days: Collection[date], words: Words, today: date) -> None:
        """Measure them."""
        self._language = words.language
        self._today = today
        dated = {day for day in days if day != today}
        self._weekday = max((cell_len(self._named(day)) for day in dated), default=0)
        self._number = max((cell_len(self._numbered(day)) for day in dated), default=0)
        brief = cell_len(dates.brief(today, self._language, today)) if today in days else 0
        self._cells = max(self._weekday + 1 + self._number if dated else 0, brief)

    def said(self, day: date) -> str:
        """A day: "today", "Mon 30", "Tue  1", « mar. 1er »."""
        if day == self._today:
            return pad_to(dates.brief(day, self._language, self._today), self._cells)
        name = pad_to(self._named(day), self._weekday)
        return pad_to(f"{name} {self._numbered(day):>{self._number}}", self._cells)

    def _named(self, day: date) -> str:
        return dates.weekday_short(day, self._language)

    def _numbered(self, day: date) -> str:
        return dates.day_of_month(day, self._language, day).split()[0]


def when_said(on: date, at: str, days: SlotDays, manner: SlotManner) -> str:
    """Day and time in a cell: "today   12:30", "Tue 24  09:00"."""
    return f"{days.said(on)}{'  ' if manner.roomy else ' '}{at}".rstrip()


def _mark(row: TodayRow) -> Piece:
    if row.group in ("promised", "occasion", "give") or row.band is None:
        return Piece(*SIGNS[row.group])
    return band_piece(row.band)


def _reason(slot: ProposedSlot, words: Words, today: date) -> str:
    """Why: the row's own reason; of several, who they are."""
    if len(slot.rows) == 1:
        return reason_short(slot.rows[0].reason, words, today)
    named = [f"{_mark(row).text} {_first(row.name)}" for row in slot.rows]
    return " ".join(named)[2:]


def _first(name: str) -> str:
    return name.split()[0] if name.split() else name
