"""What is asked when the timer stops, and how it is told better afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from store.records.kinds import BudgetKind, Kind
from store.views.timer import RunningTimer
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.kinds import time_message
from store.words.time_vocabulary import time_told
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.timer_told import since_said, timer_kind
from tui.typed.stopped import Reading, TypedStop, minutes_filled, read_stopped
from widgets.ask_line import Echo, Question


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """What holds of a timer where nothing else is told: as it ran, or as it was logged."""

    kind: BudgetKind
    contact: Kind | None
    minutes: int
    on: date
    note: str = ""
    logged: bool = False
    """Whether another note takes the place of this one, and is not put behind it."""

    @property
    def code(self) -> str:
        """Its kind."""
        return self.contact or self.kind


def stop_question(
    timer: RunningTimer,
    now: datetime,
    words: Words,
    *,
    curtain: bool,
    draft: str = "",
    before: int | None = None,
) -> Question:
    """What came of it? The minutes stand there already, unless the timer was forgotten.

    They are selected: what is typed first takes their place.

    Args:
        timer: the one that runs.
        now: the moment.
        words: the language.
        curtain: whether names and notes are hidden.
        draft: what was typed at an earlier asking.
        before: the minutes that were filled in then, where that is known.
    """
    forgotten, run = timer.is_forgotten(now), timer.minutes(now)
    ask = words.say("tui.timer.how_long", since=since_said(timer, now, words))
    rest = _typed(draft, before)
    own = bool(rest) and told_of(rest, timer, now, words).minutes is not None
    filled = "" if forgotten or own else f"{run} min"
    value = " ".join(filter(None, (filled, rest)))

    def read(text: str) -> Echo:
        told = told_of(text, timer, now, words)
        if told.minutes is None and forgotten:
            return Echo(ask, accepted=False)
        as_before = bool(rest) and text.strip() == value
        return _echo(told, _run(timer, now), now.date(), words, curtain=curtain, draft=as_before)

    label = "tui.log.label" if timer.name else "tui.timer.stopped"
    named = name_shown(timer.name, curtain) if timer.name else _capital(timer_kind(timer, words))
    hint = words.say("tui.timer.stop_hint", minutes=minutes_said(run, words))
    return Question(
        key=stop_key(timer),
        label=words.say(label, name=named),
        hint=ask if forgotten else hint,
        value=f"{value} " if value else "",
        selected=len(filled),
        read=read,
        draft=True,
        empty=not forgotten,
        covered=bool(rest) and curtain,
    )


def _typed(draft: str, before: int | None) -> str:
    """A draft without the minutes that were filled in; those that were typed stay."""
    filled = minutes_filled(draft)
    if filled is None or before not in (None, filled[0]):
        return draft.strip()
    # The timer has run on since they were filled in.
    return filled[1].strip()


def stop_key(timer: RunningTimer) -> str:
    """What a draft about a timer is kept under; it names the person, so as to go with them."""
    return f"timer:{timer.id}:{timer.person or ''}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told_of(text: str, timer: RunningTimer, now: datetime, words: Words) -> TypedStop:
    """What is told of a timer; time without a person is read like that added by hand."""
    forgotten = timer.is_forgotten(now)
    how = Reading(
        today=now.date(),
        language=words.language,
        contact=timer.person is not None and timer.contact is not None,
        filled=None if forgotten else timer.minutes(now),
        usual=forgotten,
    )
    return read_stopped(text, how)


def _run(timer: RunningTimer, now: datetime) -> Stopped:
    return Stopped(
        kind=timer.kind,
        contact=timer.contact,
        minutes=timer.minutes(now),
        on=timer.on(now.date()),
        note=timer.note,
    )


def better_question(
    key: str,
    name: str,
    base: Stopped,
    today: date,
    words: Words,
    read: Callable[[str], TypedStop],
    *,
    curtain: bool,
) -> Question:
    """How was it in fact? What is not told stays as it was logged.

    Args:
        key: what a draft is kept under.
        name: whom it was with; empty where with nobody.
        base: what was logged.
        today: the day.
        words: the language.
        read: reads a line.
        curtain: whether names and notes are hidden.
    """
    kind = words.tell(time_message(base.kind, base.contact))
    logged = f"{kind}, {minutes_said(base.minutes, words)}"
    return Question(
        key=key,
        label=words.say("tui.log.correct", name=name_shown(name, curtain) if name else kind),
        hint=words.say("tui.log.correct_hint", talk=logged),
        read=lambda text: _echo(read(text), base, today, words, curtain=curtain),
        draft=True,
        empty=True,
    )


def _echo(
    told: TypedStop,
    base: Stopped,
    today: date,
    words: Words,
    *,
    curtain: bool,
    draft: bool = False,
) -> Echo:
    """What a line is understood as, over what holds besides."""
    if told.is_nothing:
        return Echo(words.say("tui.arrow", text=words.say("tui.timer.dropping")))
    if told.on is not None and told.on > today:
        return Echo(words.say("tui.log.not_yet"), accepted=False)
    meant = time_told(told.kind) if told.kind else None
    kind, contact = (base.kind, base.contact) if meant is None else (meant.kind, meant.contact)
    minutes = base.minutes if told.minutes is None else told.minutes
    day = dates.day(told.on or base.on, words.language, today)
    parts = [words.tell(time_message(kind, contact)), minutes_said(minutes, words), day]
    before = () if base.logged and told.note else base.note.splitlines()
    note = " / ".join(filter(None, (*before, told.note)))
    if note and not curtain:
        parts.append(words.say("pane.why.quoted", text=note))
    if draft:
        parts.append(words.say("tui.timer.draft"))
    return Echo(words.say("tui.arrow", text=" · ".join(parts)))
