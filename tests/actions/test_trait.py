from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from store.actions.card import read_school
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.trait import SetTrait, What
from store.clock import clock_on
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.records.person import City, Person, School
from store.records.snapshot import snapshot_of
from store.words.message import Problem


def _service(*people: Person) -> Service:
    numbers = count(1)
    keeper = MemoryKeeper(snapshot_of({"people": {each.id: each for each in people}}))
    return Service(
        keeper, ACTIONS, clock_on(date(2026, 11, 20)), lambda: f"N{next(numbers)}", Settings()
    )


def _after(person: Person, what: What, value: str, *, remove: bool = False) -> Person:
    service = _service(person)
    params = SetTrait(person=person.id, what=what, value=value, remove=remove)
    return service.perform("trait", params).snapshot.people[PersonId(person.id)]


def test_a_tag_is_added_to_those_that_are_there_and_not_twice() -> None:
    person = Person(id="A", name="Ada", tags=("press",))
    assert _after(person, "tag", "Lab").tags == ("press", "Lab")
    assert _after(person, "tag", "PRESS").tags == ("press",)


def test_a_school_keeps_the_years_of_the_others() -> None:
    stays = (School(name="ENS", start="1999-09", end="2004"), School(name="ENS", start="2010"))
    person = Person(id="A", name="Ada", schools=stays)
    after = _after(person, "school", "INSA Lyon 2004-2009")
    assert after.schools == (*stays, School(name="INSA Lyon", start="2004", end="2009"))


def test_years_come_to_a_school_that_had_none_and_are_not_lost_by_its_name_alone() -> None:
    bare = Person(id="A", name="Ada", schools=(School(name="INSA de Lyon"),))
    dated = _after(bare, "school", "INSA Lyon 2004-2009")
    assert dated.schools == (School(name="INSA de Lyon", start="2004", end="2009"),)
    assert _after(dated, "school", "insa lyon").schools == dated.schools


def test_a_city_of_today_is_another_thing_than_one_of_the_past() -> None:
    past = City(name="Lyon", kind="past", end="2012")
    person = Person(id="A", name="Ada", cities=(past,))
    assert _after(person, "city", "Lyon").cities == (past, City(name="Lyon"))


@pytest.mark.parametrize(
    ("what", "field"),
    [("tag", "tags"), ("passion", "passions"), ("school", "schools"), ("city", "cities")],
)
def test_what_is_taken_away_is_compared_without_accents(what: What, field: str) -> None:
    person = Person(
        id="A",
        name="Ada",
        tags=("Évry", "x"),
        passions=("Évry",),
        schools=(School(name="Évry", start="2004"),),
        cities=(City(name="Évry"),),
    )
    after = _after(person, what, "evry", remove=True)
    assert len(getattr(after, field)) == len(getattr(person, field)) - 1


def test_a_language_is_kept_by_its_code_and_is_the_same_by_any_of_its_names() -> None:
    person = Person(id="A", name="Ada", languages=("fr", "anglais"))
    assert _after(person, "language", "Français").languages == ("fr", "anglais")
    assert _after(person, "language", "English").languages == ("fr", "anglais")
    assert _after(person, "language", "allemand").languages == ("fr", "anglais", "de")
    assert _after(person, "language", "breton").languages == ("fr", "anglais", "breton")
    assert _after(person, "language", "en", remove=True).languages == ("fr",)


def test_many_are_one_step_of_undo() -> None:
    service = _service(*(Person(id=id, name=id) for id in "ABC"))
    service.perform_many(
        "trait", [SetTrait(person=id, what="passion", value="chant") for id in "ABC"]
    )
    assert all(each.passions == ("chant",) for each in service.snapshot.people.values())
    service.undo()
    assert not any(each.passions for each in service.snapshot.people.values())


def test_nothing_cannot_be_added() -> None:
    with pytest.raises(Problem):
        _after(Person(id="A", name="Ada"), "tag", " \x07 ")


def test_a_long_school_is_read_in_no_time() -> None:
    school = read_school("a" + " " * 50_000 + "b 2004-2009", ())
    assert school.name
    assert read_school("INSA  Lyon (2004 - 2009)", ()) == School(
        name="INSA Lyon", start="2004", end="2009"
    )
    assert read_school("Lycée 2009", ()) == School(name="Lycée", start="2009")
    assert read_school("École 42", ()) == School(name="École 42")
