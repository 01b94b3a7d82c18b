from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from small_network import TODAY, Network, ago, interaction

from store.records.event import Event
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.views.timeline import Entry, timeline


def entries(network: Network, person: PersonId) -> list[Entry]:
    years = timeline(network.snapshot(), TODAY, person)
    return [entry for year in years for entry in year.entries]


def test_the_newest_year_comes_first_and_within_it_the_newest_day() -> None:
    network = Network()
    amelie = network.person("Amélie")
    network.talk(amelie, 400, note="oldest")
    network.talk(amelie, 10, note="newest")
    network.talk(amelie, 90, note="between")
    years = timeline(network.snapshot(), TODAY, amelie)
    assert [year.year for year in years] == [2026, 2025]
    assert [entry.note for entry in years[0].entries] == ["newest", "between"]
    assert [year.talks for year in years] == [2, 1]


def test_a_promise_stands_on_the_day_it_was_made_below_the_talk() -> None:
    network = Network()
    amelie = network.person("Amélie")
    network.promise(amelie, -5, why="an intro", made=ago(30))
    network.talk(amelie, 30, note="Moving the team.")
    network.promise(amelie, 40, why="a book", closed=ago(35))
    found = entries(network, amelie)
    assert [(each.what, each.note) for each in found] == [
        ("talk", "Moving the team."),
        ("promise", "an intro"),
        ("promise", "a book"),
    ]
    assert (found[1].open, found[1].due) == (True, ago(-5))
    assert (found[2].open, found[2].on) == (False, ago(40))


def test_who_began_is_told_where_it_is_known() -> None:
    network = Network()
    amelie = network.person("Amélie")
    network.talk(amelie, 1, kind="email")
    network.talk(amelie, 2, kind="message", by="them")
    network.talk(amelie, 3, kind="call")
    network.talk(amelie, 4, kind="call", by="them")
    assert [each.by for each in entries(network, amelie)] == ["me", "them", None, "them"]


def test_what_is_to_come_is_a_plan_and_no_talk() -> None:
    network = Network()
    amelie = network.person("Amélie")
    network.talk(amelie, -3, planned=True)
    network.talk(amelie, -4)
    network.talk(amelie, 5, planned=True)
    network.talk(amelie, 9)
    years = timeline(network.snapshot(), TODAY, amelie)
    found = [(each.what, each.open) for each in years[0].entries]
    assert found == [("plan", True), ("plan", True), ("plan", True), ("talk", False)]
    assert years[0].talks == 1


def test_an_event_is_told_once_with_the_talk_that_was_there() -> None:
    network = Network()
    amelie = network.person("Amélie")
    evening = Event(id="V1", name="INSA alumni evening", on=ago(100), people=(amelie,))
    days = Event(
        id="V2", name="PyConFR", on=ago(30), until=ago(28), people=(amelie,), notes="Stand."
    )
    coming = Event(id="V3", name="Meetup", on=ago(-9), people=(amelie,))
    elsewhere = Event(id="V4", name="Without her", on=ago(60), people=())
    network.records += [evening, days, coming, elsewhere]
    network.talk(amelie, 100, kind="event", note="Her book.")
    network.talk(amelie, 29, kind="call")
    found = entries(network, amelie)
    assert [(each.what, each.name, each.note, each.open) for each in found] == [
        ("event", "Meetup", "", True),
        ("talk", "", "", False),
        ("event", "PyConFR", "Stand.", False),
        ("talk", "INSA alumni evening", "Her book.", False),
    ]


def test_help_and_introductions_have_their_place() -> None:
    network = Network()
    amelie, zoe = network.person("Amélie"), network.person("Zoë")
    network.records += [
        Exchange(
            id="E1", person=amelie, direction="given", kind="article", on=ago(4), note="on labs"
        ),
        Exchange(id="E2", person=amelie, direction="received", kind="advice", on=ago(5)),
        Exchange(
            id="E3", person=amelie, direction="asked", kind="service", on=ago(6), closed=ago(1)
        ),
        Introduction(id="N1", a=zoe, b=amelie, on=ago(7), state="outcome", outcome="They met."),
    ]
    found = entries(network, amelie)
    assert [(each.what, each.kind, each.open) for each in found] == [
        ("given", "article", True),
        ("received", "advice", False),
        ("asked", "service", False),
        ("introduction", "outcome", False),
    ]
    assert (found[3].name, found[3].outcome) == ("Zoë", "They met.")
    assert entries(network, zoe)[0].name == "Amélie"


def test_who_was_there_too_is_named() -> None:
    network = Network()
    amelie, zoe = network.person("Amélie"), network.person("Zoë")
    both = interaction("T1", amelie, ago(3))
    network.records.append(msgspec.structs.replace(both, people=(amelie, zoe)))
    assert entries(network, amelie)[0].others == ("Zoë",)
    assert entries(network, zoe)[0].others == ("Amélie",)


def test_nobody_and_a_new_card_have_an_empty_timeline() -> None:
    network = Network()
    nobody = network.person("Nobody")
    assert entries(network, nobody) == []
    assert entries(network, PersonId("P-unknown")) == []


@given(st.lists(st.integers(-400, 4000), max_size=30))
def test_every_entry_stands_once_in_the_year_of_its_day(days: list[int]) -> None:
    network = Network()
    amelie = network.person("Amélie")
    for number, day in enumerate(days):
        if number % 3:
            network.talk(amelie, day)
        else:
            network.promise(amelie, day)
    years = timeline(network.snapshot(), TODAY, amelie)
    found = [entry for year in years for entry in year.entries]
    assert len({each.id for each in found}) == len(found) == len(days)
    assert [each.on for each in found] == sorted((each.on for each in found), reverse=True)
    assert all(entry.on.year == year.year for year in years for entry in year.entries)
    assert [year.year for year in years] == sorted({year.year for year in years}, reverse=True)
