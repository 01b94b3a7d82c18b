"""The questions that verbs ask, and how their answers are echoed while they are typed."""

from __future__ import annotations

from datetime import date

from store.records.kinds import Kind
from store.views.phrases import kind_word
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.message import Problem
from store.words.words import Words
from tui.screens.targets import Targets
from tui.typed.capture import read_capture
from tui.typed.later import DELAYS, TWINS, read_until
from tui.typed.rhythm import OWN_RHYTHM, SEEN_ANYWAY, read_rhythm
from widgets.ask_line import Echo, Question

YES = frozenset({"y", "Y", "o", "O"})
"""Yes in both languages."""


def snooze_question(words: Words, today: date, names: str) -> Question:
    """Until when?"""

    def read(text: str) -> Echo:
        try:
            until = read_until(text, today, words.language)
        except Problem as problem:
            return Echo(words.tell(problem.message, today), accepted=False)
        if until <= today:
            return Echo(words.say("tui.snooze.not_later"), accepted=False)
        return Echo(words.say("tui.arrow_day", day=_weekday_and_day(until, words, today)))

    return Question(
        key="snooze",
        label=words.say("tui.snooze.label", name=names),
        hint=words.say("tui.snooze.hint"),
        read=read,
        alone=frozenset(TWINS),
        soon=frozenset(DELAYS),
    )


def _weekday_and_day(day: date, words: Words, today: date) -> str:
    weekday = dates.weekday_short(day, words.language)
    return f"{weekday} {dates.day_of_month(day, words.language, today)}"


def log_question(
    words: Words, today: date, targets: Targets, kind: Kind, corrects: str | None
) -> Question:
    """What did you tell each other?"""

    def read(text: str) -> Echo:
        told = read_capture(text, today, words.language)
        parts = [kind_word(told.kind or kind, words)]
        if told.minutes is not None:
            parts.append(minutes_said(told.minutes, words))
        parts.append(dates.day(told.on or today, words.language, today))
        if told.on is not None and told.on > today:
            parts.append(words.say("tui.log.planned"))
        if told.note:
            parts.append(words.say("pane.why.quoted", text=told.note))
        return Echo(words.say("tui.arrow", text=" · ".join(parts)))

    id = "tui.log.correct" if corrects else "tui.log.label"
    hint = words.say("tui.log.hint", kind=kind_word(kind, words))
    return Question(
        key=f"log:{targets.key}",
        label=words.say(id, name=targets.names),
        hint=hint,
        read=read,
        draft=True,
        empty=True,
    )


def note_question(words: Words, targets: Targets) -> Question:
    """What is to be kept?"""
    return Question(
        key=f"note:{targets.key}",
        label=words.say("tui.note.label", name=targets.names),
        hint=words.say("tui.note.hint"),
        read=lambda text: Echo(words.say("tui.note.echo")),
        draft=True,
        keep_on_escape=True,
    )


def rhythm_question(words: Words, targets: Targets) -> Question:
    """Every how many days?"""

    def read(text: str) -> Echo:
        days = read_rhythm(text)
        if days is None:
            return Echo(words.say("tui.rhythm.unread"), accepted=False)
        if days == SEEN_ANYWAY:
            return Echo(words.say("tui.rhythm.seen_anyway"))
        if days == OWN_RHYTHM:
            return Echo(words.say("tui.rhythm.own"))
        return Echo(words.say("tui.rhythm.every", n=days))

    return Question(
        key="rhythm",
        label=words.say("tui.rhythm.label", name=targets.names),
        hint=words.say("tui.rhythm.hint"),
        read=read,
        alone=frozenset({"à"}),
    )


def delete_question(words: Words, targets: Targets) -> Question:
    """Really?"""
    return Question(
        key="delete",
        label=words.say("tui.delete.label", name=targets.names),
        hint=words.say("tui.delete.hint"),
        read=lambda text: Echo(words.say("tui.delete.hint"), accepted=text in YES),
        alone=YES,
    )


def add_question(words: Words) -> Question:
    """Who?"""
    return Question(
        key="add",
        label=words.say("tui.add.label"),
        hint=words.say("tui.add.hint"),
        read=lambda text: Echo(words.say("tui.add.echo")),
        draft=True,
    )
