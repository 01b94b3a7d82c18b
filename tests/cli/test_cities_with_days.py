"""On another's card a city is one whatever its days; on the own card it may be a trip."""

from __future__ import annotations

from datetime import date

from store.config.settings import Settings
from store.records.me import Me
from store.records.person import City, Person
from store.records.snapshot import snapshot_of
from store.views.card_traits import traits_of
from store.views.ties import Ties
from store.words.words import Words
from tui.cli.card_lines import card_lines
from tui.cli.own_card import own_card_lines

TODAY = date(2026, 11, 20)
DATED = City(name="Lyon", start="2026-11-01", end="2026-12-31")

EN = Words("en")


def test_of_somebody_else_it_is_shown_and_shared_as_any_city() -> None:
    person = Person(id="A", name="Ada", cities=(DATED,))
    held = snapshot_of({"people": {"A": person}})
    told = card_lines(person, held, Ties.of(held, TODAY, Settings()), EN, 80)
    assert any(line.startswith("  cities  Lyon") for line in told)
    assert traits_of(person).cities == (DATED,)


def test_of_the_user_it_is_a_trip_and_no_home() -> None:
    own = Me(cities=(City(name="Paris"), DATED))
    told = own_card_lines(snapshot_of({"me": {"1": own}}), EN, TODAY, 80)
    homes = [line for line in told if "Paris" in line]
    assert homes
    assert not any("Lyon" in line for line in homes)
    assert any(line.startswith("  trips ") and "Lyon" in line for line in told)
    assert traits_of(own).cities == (City(name="Paris"),)
