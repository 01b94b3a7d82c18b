from __future__ import annotations

from datetime import date

import msgspec
import pytest
from small_network import Network, ago

from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.views.between import Between, Helped, Linked, between


def seen(network: Network, person: PersonId) -> Between:
    return between(network.snapshot(), network.ties(), person)


def help_noted(network: Network, person: PersonId, direction: str, **fields: object) -> None:
    values: dict[str, object] = {"kind": "advice", "on": ago(20), **fields}
    id = f"E{len(network.records)}"
    network.records.append(
        Exchange(id=id, person=person, direction=direction, **values)  # type: ignore[arg-type]
    )


def test_open_things_are_told_by_what_they_ask_for() -> None:
    network = Network()
    amelie = network.person("Amélie", 30, 60)
    network.promise(amelie, 3, why="an intro")
    network.received(amelie, 5, note="two names in biotech")
    network.received(amelie, 40, note="the flat", thanked=ago(39))
    help_noted(network, amelie, "asked", note="20 minutes of advice")
    help_noted(network, amelie, "asked", note="settled", closed=ago(2))
    found = seen(network, amelie)
    assert [each.what for each in found.promised] == ["an intro"]
    assert found.give == ()
    assert [each.what for each in found.thank] == ["two names in biotech"]
    assert [each.what for each in found.tell] == ["the flat"]
    assert [each.what for each in found.ask] == ["20 minutes of advice"]


def test_promises_stand_apart_from_gifts_each_with_its_day() -> None:
    network = Network()
    amelie = network.person("Amélie", 30, 60)
    network.promise(amelie, -7, why="the slides")
    network.promise(amelie, -1, why="send her the contact")
    help_noted(network, amelie, "given", kind="article", note="soils of the Ain")
    found = seen(network, amelie)
    assert [(each.what, each.on) for each in found.promised] == [
        ("send her the contact", ago(-1)),
        ("the slides", ago(-7)),
    ]
    assert [each.what for each in found.give] == ["soils of the Ain"]


def test_help_is_counted_by_kind_each_way_and_never_set_off() -> None:
    network = Network()
    amelie = network.person("Amélie", 30)
    for kind in ("article", "article", "introduction", "thanks"):
        help_noted(network, amelie, "given", kind=kind, closed=ago(10))
    help_noted(network, amelie, "given", kind="article", note="waits to be given")
    help_noted(network, amelie, "received", kind="advice")
    help_noted(network, amelie, "received", kind="news")
    found = seen(network, amelie)
    assert found.given == (Helped(kind="introduction", times=1), Helped(kind="article", times=2))
    assert found.received == (Helped(kind="advice", times=1),)
    assert not any("balance" in field or "total" in field for field in Between.__struct_fields__)


def test_links_lead_in_and_out() -> None:
    network = Network()
    lukasz = network.person("Łukasz", 30)
    jean = network.person("Jean-Marc", 30)
    amelie = network.person(
        "Amélie", 30, through=lukasz, met=date(2009, 9, 1), knows=(jean, PersonId("P-gone"))
    )
    zoe = network.person("Zoë", 30, through=amelie, met=date(2020, 1, 2))
    helene = network.person("Hélène", 30, knows=(amelie,))
    network.records += [
        Introduction(id="N1", a=amelie, b=zoe, on=ago(400), state="made"),
        Introduction(id="N2", a=jean, b=amelie, on=ago(40), state="outcome"),
        Introduction(id="N3", a=amelie, b=lukasz, on=ago(4), state="proposed"),
        Introduction(id="N4", a=amelie, b=helene, on=ago(4), state="declined"),
    ]
    found = seen(network, amelie)
    assert found.through == Linked(person=lukasz, name="Łukasz", year=2009)
    assert found.brought == (Linked(person=zoe, name="Zoë", year=2020),)
    assert [each.name for each in found.introduced] == ["Jean-Marc", "Zoë"]
    assert [each.name for each in found.knows] == ["Hélène", "Jean-Marc"]
    assert [each.other for each in found.give] == ["Łukasz"]


def test_whoever_brought_us_may_have_gone_since() -> None:
    network = Network()
    amelie = network.person("Amélie", through=PersonId("P-gone"))
    assert seen(network, amelie).through is None


def test_nothing_is_owed_to_the_deceased_and_what_was_given_stays() -> None:
    network = Network()
    amelie = network.person("Amélie", 30, status="deceased", deceased_on=ago(10))
    network.promise(amelie, 3, why="an intro")
    network.received(amelie, 40)
    found = seen(network, amelie)
    owed = (found.promised, found.give, found.thank, found.tell, found.ask)
    assert not any(owed)
    assert found.received == (Helped(kind="advice", times=1),)


def test_an_empty_card_has_nothing_between() -> None:
    network = Network()
    nobody = network.person("Nobody")
    values = msgspec.structs.asdict(seen(network, nobody))
    assert not any(values.values())
    with pytest.raises(KeyError):
        seen(network, PersonId("P-unknown"))


def test_a_card_that_names_itself_is_no_link() -> None:
    network = Network()
    amelie = network.person("Amélie", knows=(PersonId("P-Amélie"),))
    assert seen(network, amelie).knows == ()
