"""The words, folded, of which dates are made in English and French.

Where a short form means something in both languages, the reading decides: `mar` is a Tuesday
alone and March beside a number.
"""

from __future__ import annotations

from typing import Literal

Unit = Literal["day", "week", "fortnight", "month", "year"]

_WEEKDAYS = (
    "monday mon lundi lun",
    "tuesday tue tues mardi mar",
    "wednesday wed mercredi mer",
    "thursday thu thur thurs jeudi jeu",
    "friday fri vendredi ven",
    "saturday sat samedi sam",
    "sunday sun dimanche dim",
)
_MONTHS = (
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug aout",
    "september sept sep septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec decembre",
)
_NUMBERS = (
    "a an un une one",
    "two deux",
    "three trois",
    "four quatre",
    "five cinq",
    "six",
    "seven sept",
    "eight huit",
    "nine neuf",
    "ten dix",
    "eleven onze",
    "twelve douze",
)
_UNITS: dict[Unit, str] = {
    "day": "d day days j jr jour jours",
    "week": "w wk wks week weeks sem sems semaine semaines",
    "fortnight": "fortnight fortnights quinzaine quinzaines",
    "month": "m mo mos mois month months",
    "year": "y yr yrs year years an ans annee annees",
}

WEEKDAYS: dict[str, int] = {
    name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()
}
"""Name to the number of `date.weekday`: Monday is 0."""

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
"""Name to number: January is 1."""

NUMBERS: dict[str, int] = {
    name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split()
} | {"quinze": 15, "fifteen": 15, "vingt": 20, "twenty": 20, "trente": 30, "thirty": 30}
"""Small numbers in words."""

UNITS: dict[str, Unit] = {name: unit for unit, names in _UNITS.items() for name in names.split()}
"""Name to the unit of time it means."""

FIXED: dict[str, int] = {
    "day before yesterday": -2,
    "avant hier": -2,
    "yesterday": -1,
    "last night": -1,
    "hier": -1,
    "today": 0,
    "tonight": 0,
    "now": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "maintenant": 0,
    "ce matin": 0,
    "cet apres midi": 0,
    "ce soir": 0,
    "tomorrow": 1,
    "demain": 1,
    "day after tomorrow": 2,
    "apres demain": 2,
}
"""Days with a word of their own, as days from today."""
