"""The questions that verbs ask, and how their answers are echoed while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from store.records.kinds import Kind
from store.views.phrases import kind_word
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.message import Problem
from store.words.words import Words
from tui.screens.targets import Targets
from tui.screens.told_better import Base, told_better
from tui.typed.capture import Capture, read_capture
from tui.typed.later import TWINS, read_until
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
    )


def _weekday_and_day(day: date, words: Words, today: date) -> str:
    weekday = dates.weekday_short(day, words.language)
    return f"{weekday} {dates.day_of_month(day, words.language, today)}"


def log_question(words: Words, today: date, targets: Targets, kind: Kind) -> Question:
    """What did you tell each other?"""

    def read(text: str) -> Echo:
        told = read_capture(text, today, words.language)
        told = msgspec.structs.replace(told, kind=told.kind or kind)
        return Echo(_told(told, words, today))

    return Question(
        key=f"log:{targets.key}",
        label=words.say("tui.log.label", name=targets.names),
        hint=words.say("tui.log.hint", kind=kind_word(kind, words)),
        read=read,
        draft=True,
        empty=True,
    )


def correct_question(words: Words, today: date, targets: Targets, base: Base) -> Question:
    """How was it in fact? What is not told stays as it was logged."""

    def read(text: str) -> Echo:
        told = told_better(read_capture(text, today, words.language), base)
        if told.on is not None and told.on > today:
            return Echo(words.say("tui.log.not_yet"), accepted=False)
        return Echo(_told(told, words, today))

    logged = f"{kind_word(base.kind, words)}, {minutes_said(base.minutes, words)}"
    return Question(
        key=f"log:{targets.key}",
        label=words.say("tui.log.correct", name=targets.names),
        hint=words.say("tui.log.correct_hint", talk=logged),
        read=read,
        draft=True,
        empty=True,
    )


def _told(told: Capture, words: Words, today: date) -> str:
    """A talk as it is understood, for the echo."""
    parts = [kind_word(told.kind, words)] if told.kind else []
    if told.minutes is not None:
        parts.append(minutes_said(told.minutes, words))
    parts.append(dates.day(told.on or today, words.language, today))
    if told.on is not None and told.on > today:
        parts.append(words.say("tui.log.planned"))
    if told.note:
        parts.append(words.say("pane.why.quoted", text=told.note))
    return words.say("tui.arrow", text=" · ".join(parts))


def note_question(words: Words, targets: Targets) -> Question:
    """What is to be kept?"""
    return Question(
        key=f"note:{targets.key}",
        label=words.say("tui.note.label", name=targets.names),
        hint=words.say("tui.note.hint"),
        read=lambda text: Echo(words.say("tui.note.echo")),
        draft=True,
        keep_on_escape=True,
        outside=True,
    )


def rhythm_question(
    words: Words, targets: Targets, asked: Callable[[int], tuple[str, ...]]
) -> Question:
    """Every how many days?

    Args:
        words: the language.
        targets: whose rhythm.
        asked: what so many days would ask of a week, in words, then in fewer and fewer.
    """

    def read(text: str) -> Echo:
        days = read_rhythm(text)
        if days is None:
            return Echo(words.say("tui.rhythm.unread"), accepted=False)
        ids = {SEEN_ANYWAY: "tui.rhythm.seen_anyway", OWN_RHYTHM: "tui.rhythm.own"}
        rhythm = words.say(ids.get(days, "tui.rhythm.every"), n=days)
        told = tuple(f"{rhythm} · {each}" for each in asked(days)) or (rhythm,)
        return Echo(told[0], shorter=told[1:])

    return Question(
        key="rhythm",
        label=words.say("tui.rhythm.label", name=targets.names),
        hint=words.say("tui.rhythm.hint"),
        read=read,
        alone=frozenset({"à"}),
    )


def delete_question(words: Words, targets: Targets) -> Question:
    """Really?"""
    many = len(targets.people)
    return Question(
        key="delete",
        label=words.say("tui.delete.many", n=many)
        if many > 1
        else words.say("tui.delete.label", name=targets.names),
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
