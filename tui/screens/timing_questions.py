"""What the timer asks: whom it is for, and what is to be noted meanwhile."""

from __future__ import annotations

from store.records.kinds import Kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views.phrases import kind_word
from store.views.timer import RunningTimer
from store.words.kinds import time_message
from store.words.time_vocabulary import time_told
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.timer_told import timer_named
from tui.typed.timed import TypedTimer, completed, read_timed
from widgets.ask_line import Echo, Question

SHOWN = 3
"""Names in an echo."""

SPOKEN: frozenset[Kind] = frozenset({"call", "video", "in_person"})
"""Kinds that one times: nobody means to time a message."""


def whom_question(words: Words, snapshot: Snapshot, *, curtain: bool) -> Question:
    """Whom, or what for?"""

    def read(text: str) -> Echo:
        typed = read_timed(text, snapshot)
        if typed is None:
            return Echo(words.say("tui.timer.nobody"), accepted=False)
        return Echo(words.say("tui.arrow", text=_typed_said(typed, words, curtain)))

    return Question(
        key="timer",
        label=words.say("tui.timer.whom"),
        hint=words.say("tui.timer.whom_hint"),
        read=read,
        complete=None if curtain else lambda text: completed(text, snapshot),
    )


def _typed_said(typed: TypedTimer, words: Words, curtain: bool) -> str:
    told = time_told(typed.kind)
    if told is not None:
        kind = words.tell(time_message(told.kind, told.contact))
    else:
        kind = kind_word(usual_kind(typed.person), words)
    parts = [kind, *(name_shown(each.name, curtain) for each in typed.people[:SHOWN])]
    if typed.note:
        parts.append(words.say("pane.why.quoted", text=typed.note))
    more = len(typed.people) - SHOWN
    return " · ".join(parts) + (f" +{more}" if more > 0 else "")


def usual_kind(person: Person | None) -> Kind:
    """What is timed with somebody where nothing else is proposed: what they prefer, if spoken."""
    return spoken((person.prefers if person is not None else None) or "call")


def spoken(kind: Kind) -> Kind:
    """The kind where it is spoken, else a call."""
    return kind if kind in SPOKEN else "call"


def meanwhile_question(
    timer: RunningTimer, words: Words, *, curtain: bool, draft: str = ""
) -> Question:
    """What is to be kept of it, while it runs? A draft is said to be one."""
    before = draft.strip()

    def read(text: str) -> Echo:
        as_before = bool(before) and text.strip() == before
        return Echo(words.say("tui.timer.note_draft" if as_before else "tui.note.echo"))

    return Question(
        key=note_key(timer),
        label=words.say("tui.timer.note", what=timer_named(timer, words, curtain=curtain)),
        hint=words.say("tui.timer.note_hint"),
        value=f"{before} " if before else "",
        read=read,
        draft=True,
        keep_on_escape=True,
        covered=bool(before) and curtain,
    )


def note_key(timer: RunningTimer) -> str:
    """What a draft of a note is kept under; it names the person, so as to go with them."""
    return f"timer-note:{timer.id}:{timer.person or ''}"
