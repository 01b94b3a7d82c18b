"""Birthdays that a calendar holds: whole days that come round each year and name somebody."""

from __future__ import annotations

import re

from store.formats.ics.blocks import Block
from store.records.clean import clean_line
from store.records.partial_date import is_partial_date
from store.records.person import Person
from store.words.fold import fold

LONGEST_TITLE = 200

_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:anniversaire|anniv\.?)(?: de | d['’]|\s*:\s*)(.+)",
        r"(?:birthday|geburtstag)(?: of | von |\s*:\s*)(.+)",
        r"(.+?)['’]s? (?:birthday|geburtstag)",
        r"(.+?)(?: [-–—] |\s*:\s*| \()(?:anniversaire|birthday|geburtstag)\)?",
    )
)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_NO_PERSON = frozenset({"mariage", "wedding", "noces", "rencontre", "company", "work"})
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_AROUND = re.compile(r"^[\W_]+|\s*\(\d{1,4}\)\s*$|[\s!🎂🎉🎈]+$")


def birthday_in(block: Block) -> Person | None:
    """Whose birthday an event is, where it says so clearly and by first and last name.

    The year of such an event is seldom that of the birth, so that it is left out.
    """
    if "FREQ=YEARLY" not in block.first("RRULE").upper():
        return None
    day = _DAY.fullmatch(block.first("DTSTART"))
    name = _name_in(clean_line(block.first("SUMMARY")[:LONGEST_TITLE].replace("\\,", ",")))
    if day is None or not name:
        return None
    birthday = f"--{day[2]}-{day[3]}"
    if not is_partial_date(birthday):
        return None
    return Person(id="", name=name, birthday=birthday, sources=(f"calendar:{fold(name)}",))


def _name_in(title: str) -> str:
    bare = _AROUND.sub("", _AROUND.sub("", title))
    for pattern in _TITLES:
        found = pattern.fullmatch(bare)
        if found is None:
            continue
        name = _AROUND.sub("", found[1])
        words = set(fold(name).split())
        if _NAME.fullmatch(name) and name[0].isupper() and not words & _NO_PERSON:
            return name
    return ""
