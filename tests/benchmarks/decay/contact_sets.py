"""The three sets of real contacts: who wrote to whom, and on which day.

The files hold one line a message, `FROM TO UNIX_SECONDS`, with numbers for people; where they come
from stands in `PROVENANCE.md` beside them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from store.records.kinds import By

MASS_MAIL = 5
"""One sender in one second with more receivers than this wrote a circular: no contact."""

DAY_SECONDS = 86_400

Contact = tuple[int, By]
"""A day of the set and who wrote; seen from one side."""


class ContactSet(msgspec.Struct, frozen=True, kw_only=True):
    """One set and the horizons on which its ties are judged, all in days."""

    name: str
    file: str
    horizon: int
    """H, the short one: a tie is quiet where no contact follows within it."""
    follow_up: int
    """F, the long one: a tie is lost where no contact follows within it."""
    longest_silence: int
    """A: ties silent for longer are known to be lost and are not asked about."""
    step: int
    """Days between two looks."""


SETS = (
    ContactSet(
        name="enron",
        file="enron.txt",
        horizon=30,
        follow_up=120,
        longest_silence=180,
        step=30,
    ),
    ContactSet(
        name="xfs",
        file="xfs_replies.txt",
        horizon=60,
        follow_up=240,
        longest_silence=365,
        step=60,
    ),
    ContactSet(
        name="college",
        file="CollegeMsg.txt",
        horizon=7,
        follow_up=28,
        longest_silence=42,
        step=7,
    ),
)


class Tie(msgspec.Struct, frozen=True):
    """All contacts of one person with another, seen from the first."""

    days: list[int]
    """Days with a contact, in order, each once."""
    contacts: list[Contact]
    """The same with who wrote; a day on which both did stands twice."""


class Correspondence(msgspec.Struct, frozen=True):
    """A set as read."""

    people: dict[int, dict[int, Tie]]
    """Per person, everybody else they had a contact with."""
    last: int
    """The last day; the first is 0."""


def folder_of(shared: Path) -> Path:
    """Where the files lie in the folder of real data."""
    return shared / "data" / "contacts"


def correspondence_in(path: Path) -> Correspondence:
    """Read a set: circulars and notes to oneself left out, days counted from the first."""
    lines = [line.split() for line in path.read_text(encoding="ascii").splitlines()]
    sent = [(int(sender), int(to), int(second)) for sender, to, second in lines]
    receivers = Counter((sender, second) for sender, _, second in sent)
    kept = {
        (sender, to, second // DAY_SECONDS)
        for sender, to, second in sent
        if sender != to and receivers[sender, second] <= MASS_MAIL
    }
    first = min(day for _, _, day in kept)
    seen: dict[int, dict[int, list[Contact]]] = {}
    # By pair first, so that everybody stands in the order of their numbers.
    for sender, to, day in sorted(kept, key=lambda each: (min(each[:2]), max(each[:2]), each[2])):
        seen.setdefault(sender, {}).setdefault(to, []).append((day - first, "me"))
        seen.setdefault(to, {}).setdefault(sender, []).append((day - first, "them"))
    people = {
        person: {other: _tie(contacts) for other, contacts in others.items()}
        for person, others in seen.items()
    }
    return Correspondence(people, max(day for _, _, day in kept) - first)


def _tie(contacts: list[Contact]) -> Tie:
    return Tie(sorted({day for day, _ in contacts}), sorted(contacts))
