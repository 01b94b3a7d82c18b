from __future__ import annotations

from datetime import date

import pytest

from store.formats.linkedin.days import day_of
from store.records.profile_slug import slug_in, slug_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", date(2026, 2, 8)),
        ("15-Jan-24", date(2024, 1, 15)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("12 mars 2023", date(2023, 3, 12)),
        ("1er août 2023", date(2023, 8, 1)),
        ("3 févr. 2023", date(2023, 2, 3)),
        ("30 juin 2023", date(2023, 6, 30)),
        ("30 juil. 2023", date(2023, 7, 30)),
        ("5. Mär. 2024", date(2024, 3, 5)),
        ("24. Dez 2024", date(2024, 12, 24)),
        ("2024-03-15 09:30:00 UTC", date(2024, 3, 15)),
        ("2024-03-15 09:30:00", date(2024, 3, 15)),
        ("2024-03-15", date(2024, 3, 15)),
        ("", None),
        ("31 Feb 2024", None),
        ("15 Foo 2024", None),
        ("yesterday", None),
        ("2024-13-01", None),
    ],
)
def test_days_are_read_in_all_forms_that_were_met(text: str, day: date | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/jane-doe-1a2b",
        "http://linkedin.com/in/Jane-Doe-1a2b/",
        "linkedin.com/in/jane-doe-1a2b?trk=people",
        "https://fr.linkedin.com/in/jane-doe-1a2b/en#about",
        " //www.linkedin.com/in/JANE-DOE-1A2B ",
    ],
)
def test_a_profile_has_one_slug_however_its_address_is_written(url: str) -> None:
    assert slug_of(url) == "jane-doe-1a2b"


def test_a_slug_is_the_same_with_and_without_percent_encoding() -> None:
    encoded = "https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa"
    assert slug_of(encoded) == slug_of("https://www.linkedin.com/in/josé-garcía") == "josé-garcía"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.linkedin.com/company/acme",
        "https://evil.example/linkedin.com/in/x",
        "https://notlinkedin.com.example/in/x",
        "https://xlinkedin.com/in/jane",
    ],
)
def test_other_addresses_have_no_slug(url: str) -> None:
    assert slug_of(url) == ""


def test_only_keys_of_profiles_hold_a_slug() -> None:
    assert slug_in("linkedin:jane") == "jane"
    assert slug_in("linkedin:name:jane doe:2023-01-01") == ""
    assert slug_in("uid:1") == ""
