"""On which day weeks begin, by country.

From the week data of the Unicode CLDR (`firstDay`); who is not named begins on Monday, as ISO 8601
does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.config.settings import WeekStart
from store.records.kinds import LANGUAGES, Language

VARIABLES = ("LC_ALL", "LC_TIME", "LANG")
"""Of the environment; the first that is set says in which country dates are written."""

COUNTRIES: Mapping[WeekStart, str] = {
    "sunday": "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM "
    "MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
    "saturday": "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY",
    "friday": "MV",
}
"""Those that do not begin on Monday, by their two letters (ISO 3166)."""

_LOCALE = re.compile(r"(?P<tongue>[a-z]{2,3})(?:[_-][A-Z][a-z]{3})?[_-](?P<country>[A-Z]{2})\b")


def week_start(environment: Mapping[str, str], chosen: Language | None = None) -> WeekStart:
    """The first day of the week by the locale; Monday where it names no country.

    Args:
        environment: of the process.
        chosen: the language that the user asked for, where it was not taken from the environment: a
            locale of our other language is then not the user's, but that of the machine.
    """
    name = deciding(environment)
    locale = _LOCALE.match(environment.get(name, ""))
    if locale is None:
        return "monday"
    if chosen is not None and chosen != locale["tongue"] and locale["tongue"] in LANGUAGES:
        return "monday"
    return first_day(locale["country"])


def deciding(environment: Mapping[str, str]) -> str:
    """The variable that says in which country dates are written; empty where none is set."""
    return next((name for name in VARIABLES if environment.get(name)), "")


def first_day(country: str) -> WeekStart:
    """The first day of the week in a country, by its two letters."""
    return next((day for day, some in COUNTRIES.items() if country in some.split()), "monday")
