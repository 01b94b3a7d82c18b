from __future__ import annotations

from datetime import date

import msgspec
from small_network import Network, ago

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.views.ties import Ties
from store.views.today import today_view


def test_a_plan_with_several_people_is_asked_about_once() -> None:
    net = Network()
    people = [net.person(name, 60) for name in ("Ada", "Bo", "Cy")]
    net.records.append(
        Interaction(
            id="PLAN", people=tuple(people), kind="in_person", on=ago(1), minutes=90, planned=True
        )
    )
    asked = [row for row in net.today().rows if row.reason.code == "plan_passed"]
    assert [(row.id, row.name) for row in asked] == [("PLAN", "Ada")]


def test_a_follow_up_after_an_event_is_promised() -> None:
    net = Network()
    met = net.promise(net.person("Ada", 1), 0, kind="event", why="her prototype")
    assert [(row.id, row.group, row.reason.code) for row in net.today().rows] == [
        (met.id, "promised", "event")
    ]


def test_a_birthday_on_29_february_shows_from_the_21st_for_the_28th() -> None:
    net = Network()
    net.person("Ada", birthday="2000-02-29")
    snapshot = net.snapshot()
    for day, shown in ((date(2027, 2, 20), False), (date(2027, 2, 21), True)):
        rows = today_view(snapshot, Ties.of(snapshot, day, net.settings)).rows
        assert [row.due for row in rows] == ([date(2027, 2, 28)] if shown else [])


def test_who_was_in_touch_today_is_not_proposed_for_a_turn_or_a_gift() -> None:
    net = Network()
    ada = net.person("Ada", 0, 90, 120, cadence_days=1)
    net.introduction(ada, net.person("Bo", 1))
    assert [row.group for row in net.today().rows] == []


def test_a_promise_is_kept_though_somebody_is_seen_anyway_and_a_contact_is_planned() -> None:
    net = Network()
    ada = net.person("Ada", 30, cadence_days=0)
    net.talk(ada, -3, planned=True)
    promise = net.promise(ada, 0)
    assert [row.id for row in net.today().rows] == [promise.id]


def test_an_introduction_that_was_made_or_declined_waits_no_more() -> None:
    for state, waits in (("proposed", True), ("b_agreed", True), ("made", False)):
        net = Network()
        net.introduction(net.person("Ada", 20), PersonId("P-Bo"), state=state)
        net.person("Bo", 1)
        groups = {row.group for row in net.today().rows}
        assert ("give" in groups) is waits


def test_the_order_of_three_rows_that_are_alike_is_by_name_then_id() -> None:
    net = Network()
    for id, name in (("B2", "Zoë"), ("A1", "Zoë"), ("C3", "Ada")):
        person = net.person(id, 45, 75, 105)
        net.records = [
            msgspec.structs.replace(each, name=name) if each.id == person else each
            for each in net.records
        ]
    assert [row.id for row in net.today().rows] == [
        "cooling:P-C3",
        "cooling:P-A1",
        "cooling:P-B2",
    ]
