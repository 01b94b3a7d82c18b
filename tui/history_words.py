"""The history in words: when, from which session, what; for the command line and the screen."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from store.actions.commit import Entry
from store.disk.session import OUTSIDE
from store.words import dates
from store.words.kinds import action_message
from store.words.message import Message
from store.words.words import Words


def is_outside(entry: Entry) -> bool:
    """Whether a program made it that knows nothing of the history."""
    return entry.session == OUTSIDE


def moment(at: datetime, words: Words, today: date) -> str:
    """Day and time of day: "yesterday 14:03", "Tue 24 Nov 14:03"."""
    return f"{dates.day(at.date(), words.language, today)} {at:%H:%M}"


def moment_brief(at: datetime, words: Words, today: date) -> str:
    """The same in the narrowest cell: the time of today, a day before that."""
    if at.date() == today:
        return f"{at:%H:%M}"
    brief = dates.brief(at.date(), words.language, today)
    return f"{brief} {at:%H:%M}" if at.year == today.year else brief


def short_session(session: str) -> str:
    """`host:pid`, without the touch of chance behind it."""
    return ":".join(session.split(":")[:2])


def session_word(session: str, own: str, words: Words) -> str:
    """From where: "here", "elsewhere host:pid", "another program"."""
    if session == own:
        return words.say("history.here")
    if session == OUTSIDE:
        return words.say("history.outside")
    return words.say("history.elsewhere", session=short_session(session))


def deed_word(entry: Entry, words: Words) -> str:
    """What was done: "note", or "undo: note" where it took that back."""
    deed = words.tell(action_message(entry.action))
    if entry.how == "do":
        return deed
    return words.say("history.undo" if entry.how == "undo" else "history.redo", what=deed)


def refusal_in_words(message: Message, own: str, words: Words) -> Message:
    """Why something cannot be taken back, with the session as people call it."""
    values = dict(message.values)
    if "session" in values:
        values["session"] = session_word(str(values["session"]), own, words)
    return msgspec.structs.replace(message, values=values)
