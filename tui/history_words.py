"""The history in words: when, from which session, what; for the command line and the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from store.actions.commit import Entry
from store.disk.session import OUTSIDE
from store.words import dates
from store.words.about_words import about_message, names_people
from store.words.kinds import action_message
from store.words.message import Message
from store.words.width import cut
from store.words.words import Words
from tui.phrasing.curtain import name_shown

HOST = 20
"""Cells for the name of another machine, at most."""


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
    """From where: "here", "elsewhere", "elsewhere (otherhost)", "another program"."""
    return words.tell(_session_message(session, own, "history.outside"))


def _session_message(session: str, own: str, outside: str) -> Message:
    if session == own:
        return Message("history.here")
    if session == OUTSIDE:
        return Message(outside)
    host = session.partition(":")[0]
    if host == own.partition(":")[0]:
        return Message("history.elsewhere")
    return Message("history.elsewhere_host", {"host": cut(host, HOST)})


def deed_word(entry: Entry, words: Words) -> str:
    """What was done: "note", or "undo: note" where it took that back."""
    deed = words.tell(action_message(entry.action))
    if entry.how == "do":
        return deed
    return words.say("history.undo" if entry.how == "undo" else "history.redo", what=deed)


def about_word(entry: Entry, words: Words, today: date, curtain: bool = False) -> str:
    """About whom or what; behind the curtain people are initials, and files have no name."""
    about = about_message(entry.action, entry.about)
    if isinstance(about, Message):
        return words.tell(about, today)
    if names_people(entry.action):
        return name_shown(about, curtain)
    return "" if curtain else about


_ON_SCREEN: Mapping[str, str] = {
    "problem.not_saved": "tui.not_saved",
    "problem.file_error": "tui.file_error",
}
"""Where something was typed, what becomes of that is said too."""

_WITHOUT_ABOUT: Mapping[str, str] = {
    "problem.changed_since": "problem.changed_since_alone",
    "problem.changed_since_by": "problem.changed_since_by_alone",
}
"""The same sentence where nobody is named."""


def refusal_in_words(message: Message, own: str, words: Words) -> Message:
    """Why something was not done, as the screen says it.

    A session is called as people call it, and what was typed is told to be kept.
    """
    id = _ON_SCREEN.get(message.id, message.id)
    return by_session(msgspec.structs.replace(message, id=id), own)


def by_session(message: Message, own: str) -> Message:
    """Why something cannot be taken back, with the session as people call it."""
    values, id = dict(message.values), message.id
    session = values.get("session")
    if isinstance(session, str):
        values["session"] = _session_message(session, own, "history.by_outside")
    if not values.get("about"):
        id = _WITHOUT_ABOUT.get(id, id)
    return Message(id, values)
