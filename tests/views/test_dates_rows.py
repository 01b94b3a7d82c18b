"""The rows of dates that are no birthday: on Today, opened, told, and what hides them."""

from __future__ import annotations

from datetime import date

import pytest
from small_network import TODAY, Network, ago

from store.records.person import Anniversary, Deferral
from store.rules.reason import Reason
from store.views import phrases
from store.views.explain import explain
from store.views.next_due import next_due
from store.views.today import deferral_key, row_waiting
from store.views.why import why_view
from store.words.spoken_words import SpokenWords
from store.words.words import Words

EN, FR = Words("en"), Words("fr")

WEDDING = Anniversary(name="wedding", on="2014-11-21")
START = Anniversary(name="start of Aubier", on="--11-24")


def test_each_date_of_a_week_is_an_occasion_of_its_own() -> None:
    net = Network()
    net.person("Ada", 9, dates=(START, WEDDING), birthday="--11-22")
    rows = [row for row in net.today().rows if row.group == "occasion"]
    assert [(row.id, row.due) for row in rows] == [
        ("date:P-Ada:11-21", ago(-1)),
        ("birthday:P-Ada", ago(-2)),
        ("date:P-Ada:11-24", ago(-4)),
    ]
    assert rows[0].reason == Reason(
        "date", {"on": ago(-1), "days": 1, "years": 12, "name": "wedding"}
    )
    assert rows[2].reason == Reason("date", {"on": ago(-4), "days": 4, "name": "start of Aubier"})


def test_two_dates_of_one_day_are_two_rows_and_one_can_be_put_off() -> None:
    both = (WEDDING, Anniversary(name="move", on="--11-21"))
    net = Network()
    net.person("Ada", 9, dates=both)
    rows = net.today().rows
    assert [row.id for row in rows] == ["date:P-Ada:11-21", "date:P-Ada:11-21:2"]
    keys = [deferral_key(row) for row in rows]
    assert keys == ["date:11-21", "date:11-21:2"]
    for place, key in enumerate(keys):
        off = Deferral(row=key, on=TODAY, until=ago(-1))
        net = Network()
        net.person("Ada", 9, dates=both, deferrals=(off,))
        assert [row.id for row in net.today().rows] == [rows[1 - place].id]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "faded"},
        {"status": "deceased"},
        {"cadence_days": 0},
        {"sources": ("uid:1",)},
    ],
)
def test_who_is_let_be_has_no_dates(fields: dict[str, object]) -> None:
    net = Network()
    net.person("Ada", dates=(WEDDING,), **fields)
    assert net.today().rows == ()


def test_who_was_in_touch_today_has_been_greeted() -> None:
    net = Network()
    net.person("Ada", 0, 9, dates=(WEDDING,))
    assert net.today().rows == ()


def test_a_date_comes_next_where_nothing_is_on_the_list() -> None:
    net = Network()
    net.person("Ada", 1, layer=150, dates=(Anniversary(name="move", on="--12-01"),))
    found = next_due(net.snapshot(), net.ties())
    assert found is not None
    assert (found.name, found.on) == ("Ada", date(2026, 11, 24))
    off = Deferral(row="date:12-01", on=TODAY, until=date(2026, 11, 26))
    net = Network()
    net.person(
        "Ada", 1, layer=150, dates=(Anniversary(name="move", on="--12-01"),), deferrals=(off,)
    )
    found = next_due(net.snapshot(), net.ties())
    assert found is not None
    assert found.on == date(2026, 11, 26)


def test_a_row_opens_into_its_day_its_years_and_what_ends_it() -> None:
    net = Network()
    net.person("Ada", 9, dates=(WEDDING,))
    row = row_waiting(net.ties(), "date:P-Ada:11-21")
    assert row is not None
    explained = explain(net.snapshot(), net.ties(), row)
    told = [
        (each.name, EN.tell(each.what, TODAY), EN.tell(each.rule)) for each in explained.figures
    ]
    assert told[:2] == [
        (
            "due",
            "The day: tomorrow",
            "A date of the year shows 7 days ahead; 29 February falls on the 28th",
        ),
        ("years", "12 years", "The year is on the card"),
    ]
    first = EN.tell(explained.leaves[0], TODAY)
    assert first == "A contact today, or done; gone by itself Sun 22 Nov"


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        ({"years": 12}, "wedding, tomorrow; 12 years", "wedding, demain\u00a0; 12 ans"),
        ({"years": 1}, "wedding, tomorrow; 1 year", "wedding, demain\u00a0; 1 an"),
        ({"years": 0}, "wedding, tomorrow", "wedding, demain"),
        ({}, "wedding, tomorrow", "wedding, demain"),
        ({"name": ""}, "a date, tomorrow", "une date, demain"),
    ],
)
def test_a_date_is_told_in_both_languages(
    values: dict[str, int | str], english: str, french: str
) -> None:
    reason = Reason("date", {"on": ago(-1), "days": 1, "name": "wedding", **values})
    assert phrases.reason_long(reason, EN, TODAY) == english
    assert phrases.reason_long(reason, FR, TODAY) == french
    assert phrases.reason_short(reason, EN, TODAY) == english.partition(",")[0]


def test_a_date_is_heard_with_its_day_in_full() -> None:
    reason = Reason("date", {"on": ago(-4), "days": 4, "years": 12, "name": "wedding"})
    heard = phrases.reason_long(reason, SpokenWords("en"), TODAY)
    assert heard == "wedding, Tuesday 24 November; 12 years"


def test_the_first_line_names_the_date_and_congratulates_nobody() -> None:
    net = Network()
    ada = net.person("Ada", 9, dates=(Anniversary(name="death of her father", on="--11-21"),))
    opener = why_view(net.snapshot(), net.ties(), ada).opener
    assert opener is not None
    assert EN.tell(opener) == "I have not forgotten this date: death of her father. […]"
