"""A first line to begin with: facts of the record and `[...]`, never an invention."""

from __future__ import annotations

from store.records.person import Person
from store.rules.common_ground import Common
from store.rules.due import Due
from store.rules.traits import What
from store.words.language_names import language_said
from store.words.message import Message

_OURS: dict[What, str] = {
    "school": "opener.school",
    "employer": "opener.employer",
    "city": "opener.city",
    "passion": "opener.passion",
    "field": "opener.field",
    "person": "opener.person",
    "event": "opener.event",
}
"""What the user shares with them opens a talk; that one can talk at all does not."""

_THEIRS: dict[What, str] = {
    "school": "opener.theirs.school",
    "employer": "opener.theirs.employer",
    "city": "opener.theirs.city",
    "passion": "opener.theirs.passion",
    "field": "opener.theirs.field",
    "person": "opener.theirs.person",
    "event": "opener.theirs.event",
    "language": "opener.theirs.language",
}
"""The same said to several who share it, as when they are introduced to each other."""


def shared_opener(common: Common) -> Message | None:
    """A first line from something that the user and a person share; None where it opens nothing."""
    if common.what not in _OURS:
        return None
    if common.what == "school" and common.years:
        return Message("opener.school_years", {"name": common.name, "years": common.years})
    if common.cities is not None and common.cities[0] != common.cities[1]:
        if common.cities[1] == "now":
            return Message("opener.city_theirs", {"name": common.name})
        if common.cities[0] == "now":
            return Message("opener.city_mine", {"name": common.name})
    return Message(_OURS[common.what], {"name": common.name})


def opener_for(common: Common) -> Message:
    """A first line to several from something that they share."""
    if common.what == "school" and common.years:
        values: dict[str, object] = {"name": common.name, "years": common.years}
        return Message("opener.theirs.school_years", values)
    name: object = common.name
    if common.what == "language":
        name = language_said(common.name)
    return Message(_THEIRS[common.what], {"name": name})


def opener(
    person: Person,
    rows: tuple[Due, ...],
    question: Message | None,
    common: tuple[Common, ...],
    *,
    talked: bool = False,
) -> Message | None:
    """How to begin: by what is due, else by their last news, else by something shared.

    Args:
        person: to whom.
        rows: theirs on Today, in order.
        question: drawn from their last news, where there are any.
        common: what is shared, the rarest first.
        talked: whether they have talked today: then only what is due is still to be begun.

    Returns:
        None where the record holds nothing to begin with.
    """
    for row in rows:
        found = _from_row(person, row)
        if found is not None:
            return found
    if talked:
        return None
    if question is not None:
        return question
    for each in common:
        door = shared_opener(each)
        if door is not None:
            return door
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
