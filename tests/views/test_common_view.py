"""The page of common ground: doors with an opener each, and what is missing."""

from __future__ import annotations

import pytest
from shared_network import EN, FR, TODAY, SharedNetwork

from store.records.ids import EventId, PersonId
from store.records.person import City, School
from store.search.similar import similar
from store.views.answers_common import common_answer
from store.views.common_phrases import beside_said, shared_said, title_said
from store.views.common_view import common_view
from store.views.opener import opener_for, shared_opener
from store.views.shared_ground import SharedGround


def openers(net: SharedNetwork, *people: PersonId) -> list[tuple[str, str]]:
    return [
        (door.common.what if door.common else "news", EN.tell(door.opener, TODAY))
        for door in net.view(*people).doors
    ]


def test_a_door_opens_by_what_is_shared() -> None:
    net = SharedNetwork()
    net.mine(schools=(School(name="INSA Lyon", start="2004", end="2009"),), passions=("climbing",))
    eve = net.person("Eve Marin", layer=15)
    ada = net.person(
        "Ada",
        schools=(School(name="INSA de Lyon", start="2008", end="2012"),),
        passions=("climbing",),
        knows=(eve,),
        languages=("fr",),
    )
    net.crowd()
    assert openers(net, ada) == [
        ("school", "We were at INSA de Lyon at the same time, 2008-2009: […]"),
        ("passion", "Still fond of climbing? […]"),
        ("person", "We have an acquaintance in common, Eve Marin: […]"),
    ]


def test_a_language_alone_opens_nothing() -> None:
    net = SharedNetwork()
    net.mine(languages=("fr",))
    ada = net.person("Ada", languages=("fr",))
    net.crowd()
    view = net.view(ada)
    assert len(view.shared) == 1
    assert view.doors == ()


def test_their_last_news_open_the_door_that_they_mention() -> None:
    net = SharedNetwork()
    net.mine(passions=("climbing", "jazz"))
    ada = net.person("Ada", passions=("jazz", "climbing"))
    net.talk(ada, 5, note="Her son started climbing.")
    net.crowd()
    doors = dict(openers(net, ada))
    assert len(net.view(ada).doors) == 2
    (climbing,) = (
        EN.tell(door.opener, TODAY)
        for door in net.view(ada).doors
        if door.common is not None and door.common.name == "climbing"
    )
    assert "Her son started climbing" in climbing
    assert "news" not in doors


def test_news_of_something_else_are_a_door_of_their_own_and_leave_two_others() -> None:
    net = SharedNetwork()
    net.mine(passions=("climbing", "jazz", "chess"))
    ada = net.person("Ada", passions=("jazz", "climbing", "chess"))
    net.talk(ada, 5, note="Moves the team to Villeurbanne.")
    net.crowd()
    found = openers(net, ada)
    assert [what for what, _ in found] == ["news", "passion", "passion"]
    assert "Moves the team to Villeurbanne" in found[0][1]


def test_news_alone_are_a_door_where_nothing_is_shared() -> None:
    net = SharedNetwork()
    ada = net.person("Ada")
    net.talk(ada, 5, note="Moves the team to Villeurbanne.")
    assert [what for what, _ in openers(net, ada)] == ["news"]
    assert net.view(ada).lack == "mine"


def test_there_is_no_door_to_the_dead() -> None:
    net = SharedNetwork()
    net.mine(passions=("jazz",))
    ada = net.person("Ada", passions=("jazz",), status="deceased")
    net.crowd()
    assert net.view(ada).doors == ()


def test_two_are_spoken_to_together() -> None:
    net = SharedNetwork()
    ada = net.person("Ada", passions=("jazz",), languages=("fr",))
    bob = net.person("Bob", passions=("jazz",), languages=("fr",), knows=(ada,))
    net.crowd()
    assert openers(net, ada, bob) == [("passion", "You share a passion, jazz: […]")]
    assert net.view(ada, bob).acquainted


def test_a_language_is_a_door_between_two_where_there_is_no_other() -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada", languages=("fr",)), net.person("Bob", languages=("fr",))
    net.crowd()
    (door,) = net.view(ada, bob).doors
    assert EN.tell(door.opener) == "You share a language, French: […]"
    assert FR.tell(door.opener) == "Vous avez une langue en commun, français\u00a0: […]"


@pytest.mark.parametrize(
    "what", ["school", "employer", "city", "passion", "field", "person", "event"]
)
def test_every_kind_has_an_opener_in_both_languages(what: str) -> None:
    from store.rules.common_ground import Common

    for years in ("", "2008"):
        common = Common(what=what, name="N", years=years, weight=1.0)  # type: ignore[arg-type]
        for message in (shared_opener(common), opener_for(common)):
            assert message is not None
            for words in (EN, FR):
                assert words.tell(message).endswith("[…]")
                assert "N" in words.tell(message)


@pytest.mark.parametrize(
    ("mine", "theirs", "said", "opens"),
    [
        ("now", "now", "Lyon (now)", "Lyon is a city we share: […]"),
        ("past", "now", "Lyon (you earlier, they now)", "I know Lyon, where you live: […]"),
        ("now", "native", "Lyon (you now, they by birth)", "I live in Lyon, which you know: […]"),
        ("native", "past", "Lyon (you by birth, they earlier)", "Lyon is a city we share: […]"),
    ],
)
def test_a_city_is_said_as_it_is_whose(mine: str, theirs: str, said: str, opens: str) -> None:
    net = SharedNetwork()
    net.mine(cities=(City(name="Lyon", kind=mine),))  # type: ignore[arg-type]
    ada = net.person("Ada", cities=(City(name="Lyon", kind=theirs),))  # type: ignore[arg-type]
    net.crowd()
    view = net.view(ada)
    assert shared_said(view.shared[0], view, EN) == said
    assert openers(net, ada) == [("city", opens)]


def test_what_is_missing_is_said() -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob", passions=("jazz",))
    assert net.view(ada).lack == "mine"
    net.mine(passions=("chess",))
    view = net.view(ada)
    assert (view.lack, [each.name for each in view.bare]) == ("cards", ["Ada"])
    assert net.view(bob).lack == "common"
    assert net.view(ada, bob).lack == "cards"
    net.mine(passions=("jazz",))
    net.crowd()
    assert net.view(bob).lack == ""


def test_an_event_is_no_common_ground_of_its_own_people() -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob")
    event = EventId(net.event("PyConFR", 3, ada, bob))
    net.event("Fair", 9, ada, bob)
    net.crowd()
    view = common_view(net.snapshot(), (ada, bob), TODAY, SharedGround(), event)
    assert [each.common.name for each in view.shared] == ["Fair"]
    assert title_said(view, ["Ada", "Bob"], EN, view.event) == "PyConFR: 2 people"
    assert title_said(view, ["Ada", "Bob"], FR, view.event) == "PyConFR\u00a0: 2 personnes"


def test_a_room_says_who_shares_what() -> None:
    net = SharedNetwork()
    net.mine(passions=("jazz",))
    people = [net.person(name, passions=("jazz",)) for name in ("Ada", "Bob", "Cyd", "Dan", "Eve")]
    net.crowd()
    view = net.view(*people)
    assert beside_said(view.shared[0], view, EN) == "Ada, Bob, Cyd, Dan +1 · you too"
    assert title_said(view, [each.name for each in view.people], EN) == "What 5 people share"


def test_the_answer_has_its_keys_and_names_everybody_by_id_and_name() -> None:
    net = SharedNetwork()
    net.mine(passions=("jazz",))
    eve = net.person("Eve")
    ada = net.person("Ada", passions=("jazz",), knows=(eve,))
    net.crowd()
    answer = common_answer(net.view(ada), EN, TODAY)
    assert answer == {
        "with": [{"id": ada, "name": "Ada"}],
        "me": True,
        "event": None,
        "acquainted": None,
        "shared": [
            {
                "what": "passion",
                "name": "jazz",
                "id": None,
                "years": None,
                "cities": None,
                "weight": 2.485,
                "sharing": 1,
                "people": [{"id": ada, "name": "Ada"}],
                "me": True,
            },
            {
                "what": "person",
                "name": "Eve",
                "id": eve,
                "years": None,
                "cities": None,
                "weight": 1.242,
                "sharing": 1,
                "people": [{"id": ada, "name": "Ada"}],
                "me": True,
            },
        ],
        "doors": [
            {"what": "passion", "name": "jazz", "opener": "Still fond of jazz? […]"},
            {
                "what": "person",
                "name": "Eve",
                "opener": "We have an acquaintance in common, Eve: […]",
            },
        ],
        "introductions": [],
    }


def test_similar_names_of_one_school_are_shared_by_two() -> None:
    net = SharedNetwork()
    ada = net.person("Ada", schools=(School(name="Univ. Montpellier II"),))
    bob = net.person("Bob", schools=(School(name="Université de Montpellier 2"),))
    cyd = net.person("Cyd", schools=(School(name="Université de Montpellier"),))
    net.crowd()
    view = common_view(net.snapshot(), (ada, bob, cyd), TODAY, SharedGround(similar))
    assert [each.people for each in view.shared] == [(ada, bob)]
