"""What a change of employer or title brings with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.records.person import Person


def new_job(person: Person, fields: Mapping[str, object], today: date) -> dict[str, object]:
    """An organisation or title that replaces another one is a new job; filling a gap is none.

    Args:
        person: as they were.
        fields: of the card that are set anew.
        today: the day on which it is noted.
    """
    left = bool(person.org) and fields.get("org", person.org) != person.org
    retitled = bool(person.title) and fields.get("title", person.title) != person.title
    if not left and not retitled:
        return {}
    employers = fields.get("employers", person.employers)
    if left and isinstance(employers, tuple) and person.org not in employers:
        return {"new_job_on": today, "employers": (*employers, person.org)}
    return {"new_job_on": today}
