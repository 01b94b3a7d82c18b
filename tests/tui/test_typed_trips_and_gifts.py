from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from tui.typed.gift import TypedGift, read_gift
from tui.typed.trip import TypedTrip, read_trip

TODAY = date(2026, 11, 20)
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "language", "city", "start", "until"),
    [
        ("Lyon mon fri", "en", "Lyon", date(2026, 11, 23), date(2026, 11, 27)),
        ("Lyon lundi vendredi", "fr", "Lyon", date(2026, 11, 23), date(2026, 11, 27)),
        ("New York 2026-12-01 2026-12-05", "en", "New York", date(2026, 12, 1), date(2026, 12, 5)),
        ("Le Mans du 24/11 au 26/11", "fr", "Le Mans", date(2026, 11, 24), date(2026, 11, 26)),
        ("Oslo from 3 dec until 5 dec", "en", "Oslo", date(2026, 12, 3), date(2026, 12, 5)),
        ("Lyon tomorrow", "en", "Lyon", date(2026, 11, 21), date(2026, 11, 21)),
        ("Lyon friday sunday", "en", "Lyon", date(2026, 11, 27), date(2026, 11, 29)),
    ],
)
def test_a_trip_is_read_in_both_languages(
    text: str, language: Language, city: str, start: date, until: date
) -> None:
    assert read_trip(text, TODAY, language) == TypedTrip(city=city, start=start, until=until)


@pytest.mark.parametrize("text", ["", "Lyon", "mon fri", "Lyon mon and more", "Lyon mon fri sun"])
def test_what_tells_no_city_and_days_is_not_read(text: str) -> None:
    assert read_trip(text, TODAY, "en") is None


def test_the_last_day_may_come_before_the_first_to_be_refused() -> None:
    read = read_trip("Lyon 2026-12-05 2026-12-01", TODAY, "en")
    assert read == TypedTrip(city="Lyon", start=date(2026, 12, 5), until=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "language", "trip"),
    [
        ("Lyon remove", "en", TypedTrip(city="Lyon", remove=True)),
        ("Le Mans retirer", "fr", TypedTrip(city="Le Mans", remove=True)),
        (
            "Lyon mon fri remove",
            "en",
            TypedTrip(city="Lyon", start=date(2026, 11, 23), until=date(2026, 11, 27), remove=True),
        ),
    ],
)
def test_a_trip_is_taken_back_by_a_last_word(
    text: str, language: Language, trip: TypedTrip
) -> None:
    assert read_trip(text, TODAY, language) == trip
    assert read_trip("remove", TODAY, language) is None


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("article on soils", "article", "on soils"),
        ("article: soils of the Ain", "article", "soils of the Ain"),
        ("idée: un jardin partagé", "advice", "un jardin partagé"),
        ("livre de Perec", "article", "livre de Perec"),
        ("recommandation: le labo", "recommendation", "le labo"),
        ("soils of the Ain", "article", "soils of the Ain"),
    ],
)
def test_a_gift_is_read_in_both_languages(text: str, kind: str, note: str) -> None:
    assert read_gift(text) == TypedGift(kind=kind, note=note)  # type: ignore[arg-type]
