from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Kind
from store.records.person import City, Person
from store.rules.contacts import History
from store.rules.etiquette import quiet_days, restraint
from store.rules.occasions import age_on, birthday_near, new_job_near, next_birthday
from store.rules.step import NOWHERE, Cities, cities_now, proposed_step

TODAY = date(2026, 11, 20)
DAY = TODAY.toordinal()


def somebody(**fields: object) -> Person:
    return Person(id="P", name="Zoë", **fields)  # type: ignore[arg-type]


def step(person: Person, history: History | None = None, here: Cities = NOWHERE) -> Kind:
    return proposed_step(person, history or History(), here, TODAY)


def test_nobody_is_proposed_within_three_days_or_a_quarter_of_a_gap() -> None:
    assert quiet_days(5) == 3
    assert quiet_days(40) == 10
    assert restraint(History(last=DAY - 9), 40, DAY) == "just_talked"
    assert restraint(History(last=DAY - 10), 40, DAY) is None


def test_nobody_with_a_plan_is_proposed() -> None:
    assert restraint(History(last=DAY - 90, plan=DAY + 5), 30, DAY) == "planned"


def test_after_three_messages_without_an_answer_the_tie_rests_for_60_days() -> None:
    assert restraint(History(last=DAY - 59, unanswered=3), 30, DAY) == "resting"
    assert restraint(History(last=DAY - 60, unanswered=3), 30, DAY) is None
    assert restraint(History(last=DAY - 59, unanswered=2), 30, DAY) is None


def test_after_two_messages_without_an_answer_the_voice_is_proposed() -> None:
    assert step(somebody(), History(kind="message", unanswered=1, written=1)) == "message"
    assert step(somebody(), History(kind="message", unanswered=2, written=2)) == "call"


def test_after_three_written_contacts_in_a_row_the_voice_is_proposed() -> None:
    assert step(somebody(), History(kind="email", written=2)) == "email"
    assert step(somebody(), History(kind="email", written=3)) == "call"


@pytest.mark.parametrize(
    ("layer", "kind"), [(5, "call"), (15, "call"), (50, "message"), (None, "message")]
)
def test_without_a_last_kind_the_near_are_called(layer: int | None, kind: Kind) -> None:
    assert step(somebody(layer=layer)) == kind


def test_what_they_prefer_goes_before_all() -> None:
    assert step(somebody(prefers="email"), History(kind="call", written=3, unanswered=3)) == "email"


def test_what_they_avoid_is_never_proposed() -> None:
    assert step(somebody(avoids=("call",)), History(kind="call")) == "video"
    assert step(somebody(avoids=("call", "video", "message")), History(kind="call")) == "email"


def test_meeting_is_proposed_only_where_both_are_in_one_city() -> None:
    lyon = (City(name="Lyon"),)
    met = History(kind="in_person")
    here, elsewhere = Cities(frozenset({"lyon"})), Cities(frozenset({"paris"}))
    assert step(somebody(cities=lyon), met, here) == "in_person"
    assert step(somebody(cities=lyon), met, elsewhere) == "call"
    assert step(somebody(cities=(City(name="Lyon", kind="past"),)), met, here) == "call"
    assert step(somebody(cities=lyon, prefers="in_person"), met) == "call"


def test_a_stay_counts_while_it_lasts() -> None:
    stays = (
        City(name="Genève", start="2026-11-19", end="2026-11-21"),
        City(name="Paris", start="2026-12"),
        City(name="Lyon", end="2025"),
    )
    assert sorted(cities_now(stays, TODAY)) == ["geneve"]


def test_a_birthday_comes_round_and_29_february_falls_on_the_28th() -> None:
    assert next_birthday("--11-20", TODAY) == TODAY
    assert next_birthday("1985-11-19", TODAY) == date(2027, 11, 19)
    assert next_birthday("--02-29", TODAY) == date(2027, 2, 28)
    assert next_birthday("2000-02-29", date(2027, 12, 1)) == date(2028, 2, 29)
    assert next_birthday("1985-11", TODAY) is None
    assert next_birthday("1985", TODAY) is None
    assert next_birthday("", TODAY) is None


def test_a_birthday_shows_seven_days_ahead_over_new_year_too() -> None:
    assert birthday_near(somebody(birthday="--11-27"), TODAY) == date(2026, 11, 27)
    assert birthday_near(somebody(birthday="--11-28"), TODAY) is None
    assert birthday_near(somebody(birthday="--01-02"), date(2026, 12, 28)) == date(2027, 1, 2)


def test_the_age_is_known_where_the_year_is() -> None:
    assert age_on("1985-11-27", date(2026, 11, 27)) == 41
    assert age_on("--11-27", date(2026, 11, 27)) is None


def test_a_new_job_is_news_for_two_weeks() -> None:
    assert new_job_near(somebody(new_job_on=date(2026, 11, 6)), TODAY) == date(2026, 11, 6)
    assert new_job_near(somebody(new_job_on=date(2026, 11, 5)), TODAY) is None
    assert new_job_near(somebody(new_job_on=date(2026, 11, 21)), TODAY) is None
