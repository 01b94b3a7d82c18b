"""On which day weeks begin: by country as the Unicode CLDR has it, and whose country counts."""

from __future__ import annotations

import pytest
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from store.config.settings import WEEKDAYS
from store.records.kinds import Language
from store.words.week_start import COUNTRIES, first_day, week_start

LIKE_PORTUGAL = frozenset({"AO", "CV", "GW", "ST", "TL"})
"""Babel gives a country without a rule of its own that of the locale it inherits from."""


def test_every_country_begins_its_week_as_the_unicode_consortium_says() -> None:
    known = 0
    for country in get_global("territory_languages"):
        try:
            expected = WEEKDAYS[Locale.parse(f"und_{country}").first_week_day]
        except UnknownLocaleError:
            continue
        if country in LIKE_PORTUGAL or country == "ZZ":
            continue
        assert first_day(country) == expected, country
        known += 1
    assert known > 200
    assert sum(len(some.split()) for some in COUNTRIES.values()) > 60


@pytest.mark.parametrize(
    ("environment", "starts"),
    [
        ({}, "monday"),
        ({"LANG": "C.UTF-8"}, "monday"),
        ({"LANG": "en_US.UTF-8"}, "sunday"),
        ({"LANG": "fr_CA.UTF-8"}, "sunday"),
        ({"LANG": "en_GB"}, "monday"),
        ({"LANG": "ar_DZ.UTF-8@latin"}, "saturday"),
        ({"LANG": "dv_MV"}, "friday"),
        ({"LANG": "zh_Hant_TW.UTF-8"}, "sunday"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "fr_FR.UTF-8"}, "monday"),
        ({"LANG": "fr_FR.UTF-8", "LC_TIME": "en_US.UTF-8"}, "sunday"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_US", "LC_ALL": "C"}, "monday"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "", "LC_TIME": ""}, "sunday"),
        ({"LANG": "en"}, "monday"),
        ({"LANG": "nonsense_ZZZ"}, "monday"),
    ],
)
def test_the_country_of_the_locale_decides(environment: dict[str, str], starts: str) -> None:
    assert week_start(environment) == starts


@pytest.mark.parametrize(
    ("locale", "chosen", "starts"),
    [
        ("en_US.UTF-8", "fr", "monday"),
        ("en_US.UTF-8", "en", "sunday"),
        ("fr_CA.UTF-8", "fr", "sunday"),
        ("ar_EG.UTF-8", "fr", "saturday"),
    ],
)
def test_a_language_asked_for_says_that_the_machine_s_is_not_the_user_s(
    locale: str, chosen: Language, starts: str
) -> None:
    assert week_start({"LANG": locale}, chosen) == starts
