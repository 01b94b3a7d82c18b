from __future__ import annotations

from small_network import Network, ago

from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.person import School
from store.views.one_person import OnePerson, one_person
from store.views.shared_ground import SharedGround


def seen(network: Network, person: PersonId) -> OnePerson:
    return one_person(network.snapshot(), network.ties(), person, SharedGround())


def test_talks_are_counted_from_the_first_year_plans_left_out() -> None:
    network = Network()
    amelie = network.person("Amélie", 10, 90, 900)
    network.talk(amelie, -5, planned=True)
    network.promise(amelie, 4000, why="long ago")
    one = seen(network, amelie)
    assert (one.talks, one.since) == (3, ago(900).year)


def test_nobody_talked_to_has_no_year() -> None:
    network = Network()
    one = seen(network, network.person("Nobody"))
    assert (one.talks, one.since, one.tie.year, one.news, one.question) == (
        0,
        None,
        None,
        None,
        None,
    )
    assert not one.mine_known


def test_circles_and_news_are_told() -> None:
    network = Network()
    amelie = network.person("Amélie", schools=(School(name="INSA Lyon"),))
    network.talk(amelie, 30, note="Her team moves to Villeurbanne in May. Sunny.")
    network.records += [
        Circle(id="C1", name="Alumni", people=(amelie,)),
        Circle(id="C2", name="Choir", people=()),
    ]
    one = seen(network, amelie)
    assert one.circles == ("Alumni",)
    assert one.news is not None
    assert one.question is not None
