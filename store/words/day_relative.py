"""Days named from today: 3d, dans huit jours, mardi prochain, fin du mois, two weeks ago."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from store.words.day_reading import Reading, exact, moved, moved_months
from store.words.day_vocabulary import FIXED, MONTHS, NUMBERS, UNITS, WEEKDAYS, Unit

_AHEAD = re.compile(r"^(?:in|dans|within|sous|\+) ?|(?: from now| later| plus tard)$")
_BACK = re.compile(r"^(?:il y a |ya |-) ?|(?: ago| earlier| plus tot)$")
_AMOUNT = re.compile(r"^(?P<number>\d{1,5}|[a-z]+)? ?(?P<unit>[a-z]+)$")
_NEXT = re.compile(r"^(?:next|coming|prochaine?) | prochaine?$")
_LAST = re.compile(r"^(?:last|past) | (?:derniere?|passee?)$")
_THIS = re.compile(r"^(?:this|ce|cet|cette) ")
_IN_EIGHT = re.compile(r"^(?P<day>.+) en (?P<days>huit|8|quinze|15)$")
_WEEK_ON = re.compile(r"^(?:a|one) week (?:on|from) (?P<before>.+)$|^(?P<after>.+) week$")
_EDGE = re.compile(
    r"^(?P<edge>fin|end|mi|mid|debut|start|beginning)(?: of| de| du)?"
    r"(?: the| la| le)? (?:l'|d')?(?P<span>.+)$"
)

IDIOMS = {"huit": 7, "quinze": 14}
"""French counts today in: "huit jours" are a week, "quinze jours" are two."""

_STEPS: dict[Unit, tuple[int, int]] = {
    "day": (1, 0),
    "week": (7, 0),
    "fortnight": (14, 0),
    "month": (0, 1),
    "year": (0, 12),
}
"""Days and months of each unit."""


def fixed(reading: Reading) -> date | None:
    """Today, demain, avant-hier."""
    days = FIXED.get(reading.text)
    return None if days is None else moved(reading, days)


def _moved(reading: Reading, count: int, unit: Unit) -> date:
    days, months = _STEPS[unit]
    return moved_months(reading, count * months) if months else moved(reading, count * days)


def _amount(text: str) -> tuple[int, Unit] | None:
    if text == "huitaine" or text == "une huitaine":
        return 7, "day"
    match = _AMOUNT.match(text)
    unit = UNITS.get(match["unit"]) if match else None
    if match is None or unit is None:
        return None
    number = match["number"]
    if number is None:
        return None
    if unit == "day" and number in IDIOMS:
        return IDIOMS[number], unit
    count = int(number) if number.isdecimal() else NUMBERS.get(number)
    return None if count is None else (count, unit)


def duration(reading: Reading) -> date | None:
    """3d, 3j, 2 semaines, dans huit jours, in a month, il y a 3 jours, a week ago, -3d.

    Without a direction it points forward, and back where the reading is of the past.
    """
    text = reading.text
    back, ahead = _BACK.search(text), _AHEAD.search(text)
    if back and ahead:
        return None
    amount = _amount(_AHEAD.sub("", _BACK.sub("", text)))
    if amount is None:
        return None
    count, unit = amount
    behind = bool(back) or (reading.past and not ahead)
    return _moved(reading, -count if behind else count, unit)


def _weekday(reading: Reading, weekday: int, sign: int) -> date:
    """The next such day after today, or the last one before."""
    distance = (weekday - reading.today.weekday()) * sign % 7 or 7
    return moved(reading, sign * distance)


def weekday(reading: Reading) -> date | None:
    """Friday, mardi prochain, last friday, ce jeudi; also next week, le mois dernier."""
    text = reading.text
    sign = -1 if reading.past else 1
    directed = False
    for form, towards in ((_NEXT, 1), (_LAST, -1)):
        if form.search(text):
            text, sign, directed = form.sub("", text), towards, True
            break
    text = text.removeprefix("l'")
    if directed and text in UNITS and len(text) > 1:
        return _moved(reading, sign, UNITS[text])
    this = not directed and _THIS.match(text)
    if this:
        text = text[this.end() :]
    number = WEEKDAYS.get(text)
    if number is None:
        return None
    if this and number == reading.today.weekday():
        return reading.today
    return _weekday(reading, number, sign)


def week_after(reading: Reading) -> date | None:
    """Mardi en huit, demain en quinze, tuesday week, a week on tuesday: always to come."""
    match = _IN_EIGHT.match(reading.text)
    if match:
        base, days = match["day"], 7 if match["days"] in ("huit", "8") else 14
    else:
        match = _WEEK_ON.match(reading.text)
        if match is None:
            return None
        base, days = match["before"] or match["after"], 7
    if base in WEEKDAYS:
        days += (_weekday(reading, WEEKDAYS[base], 1) - reading.today).days
    elif base in ("today", "aujourd'hui", "tomorrow", "demain"):
        days += FIXED[base]
    else:
        return None
    return moved(reading, days)


def edge(reading: Reading) -> date | None:
    """Fin du mois, end of month, mi-décembre, début janvier, end of the year."""
    match = _EDGE.match(reading.text)
    if match is None:
        return None
    span = match["span"].strip()
    kind = {"f": "end", "e": "end", "m": "mid"}.get(match["edge"][0], "start")
    step = 1 if _NEXT.search(span) else -1 if _LAST.search(span) else 0
    plain = _LAST.sub("", _NEXT.sub("", _THIS.sub("", span)))
    if UNITS.get(plain) == "month":
        month = moved_months(reading, step)
        return _edge_of(reading, kind, month.year, month.month)
    if UNITS.get(plain) == "year" and kind != "mid":
        year = reading.today.year + step
        return _edge_of(reading, kind, year, 12 if kind == "end" else 1)
    return None if step else _edge_of_named(reading, kind, plain)


def _edge_of_named(reading: Reading, kind: str, text: str) -> date | None:
    name, _, digits = text.partition(" ")
    month = MONTHS.get(name)
    if month is None or (digits and not (digits.isdecimal() and len(digits) == 4)):
        return None
    if digits:
        return _edge_of(reading, kind, int(digits), month)
    today = reading.today
    found = _edge_of(reading, kind, today.year, month)
    if reading.past:
        return _edge_of(reading, kind, today.year - 1, month) if found > today else found
    return _edge_of(reading, kind, today.year + 1, month) if found < today else found


def _edge_of(reading: Reading, kind: str, year: int, month: int) -> date:
    first = exact(reading, year, month, 1)
    if kind == "start":
        return first
    return first.replace(day=15 if kind == "mid" else monthrange(year, month)[1])
