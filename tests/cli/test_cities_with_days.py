"""On another's card a city is one whatever its days; on the own card it may be a trip."""

from __future__ import annotations

from datetime import date

from store.records.me import Me
from store.records.person import City, Person
from store.records.snapshot import EMPTY
from store.views.shared_ground import traits_of
from store.words.words import Words
from tui.cli.lines import card, me

TODAY = date(2026, 11, 20)
DATED = City(name="Lyon", start="2026-11-01", end="2026-12-31")

EN = Words("en")


def test_of_somebody_else_it_is_shown_and_shared_as_any_city() -> None:
    person = Person(id="A", name="Ada", cities=(DATED,))
    assert "  cities: Lyon" in card(person, EMPTY, EN, TODAY)
    assert traits_of(person).cities == (DATED,)


def test_of_the_user_it_is_a_trip_and_no_home() -> None:
    own = Me(cities=(City(name="Paris"), DATED))
    told = me(own, EN, TODAY)
    assert "  cities: Paris" in told
    assert any("trips: Lyon" in line for line in told)
    assert traits_of(own).cities == (City(name="Paris"),)
