"""A first line to begin with: facts of the record and `[...]`, never an invention."""

from __future__ import annotations

import re

from store.records.person import Person
from store.rules.common_ground import Common, What
from store.rules.due import Due
from store.words.message import Message

LINE = 90
"""Characters of a note that are quoted at most."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s")

_DOORS: dict[What, str] = {
    "school": "opener.school",
    "employer": "opener.employer",
    "city": "opener.city",
    "passion": "opener.passion",
    "field": "opener.field",
}
"""What is shared opens a talk; that one can talk at all does not."""


def opener(
    person: Person, rows: tuple[Due, ...], note: str, common: tuple[Common, ...]
) -> Message | None:
    """How to begin: by what is due, else by their last news, else by something shared.

    Args:
        person: to whom.
        rows: theirs on Today, in order.
        note: of the last talk.
        common: what is shared, the rarest first.

    Returns:
        None where the record holds nothing to begin with.
    """
    for row in rows:
        found = _from_row(person, row)
        if found is not None:
            return found
    news = first_sentence(note)
    if news:
        return Message("opener.news", {"news": news})
    for each in common:
        if each.what in _DOORS:
            return Message(_DOORS[each.what], {"name": each.name})
    if person.where:
        return Message("opener.where", {"where": person.where})
    return None


def _from_row(person: Person, row: Due) -> Message | None:
    code, why = row.reason.code, row.reason.values.get("why")
    if code == "birthday":
        return Message("opener.birthday")
    if code == "date":
        name = row.reason.values.get("name")
        return Message("opener.date", {"name": name}) if name else None
    if code == "new_job":
        return Message("opener.new_job_at" if person.org else "opener.new_job", {"org": person.org})
    if code == "thanks":
        return Message("opener.thanks_for", {"what": why}) if why else Message("opener.thanks")
    if code == "news":
        return Message("opener.outcome_of", {"what": why}) if why else Message("opener.outcome")
    if code in ("follow_up", "event") and why:
        return Message("opener.promised", {"what": why})
    return None


def first_sentence(note: str) -> str:
    """The first sentence of a note, its closing point off, cut at a word where it is long."""
    line = next((each.strip() for each in note.splitlines() if each.strip()), "")
    sentence = _SENTENCE.split(line, maxsplit=1)[0].rstrip(" .") if line else ""
    if len(sentence) <= LINE:
        return sentence
    return sentence[:LINE].rsplit(" ", 1)[0] + "…"
