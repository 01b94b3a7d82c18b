"""The list of fields that can be edited, and what editing each of them does."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from store.actions.add import Add
from store.actions.card import read_city, read_employers, read_school
from store.actions.card_form import CARD, LEFT_OUT, OWN_CARD
from store.actions.edit import Edit
from store.actions.me import EditMe
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import City, Employment, Person, School
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.words.message import Refusal, UnknownProblem

TODAY = date(2026, 11, 20)
ADA, BOB = PersonId("A"), PersonId("B")


@pytest.fixture
def service() -> Service:
    people: dict[str, Record] = {
        "A": Person(id="A", name="Ada", met=date(2020, 1, 2), birthday="1985-04-12", layer=15),
        "B": Person(id="B", name="Bob Martin"),
    }
    keeper = MemoryKeeper(snapshot_of({"people": people}))
    return Service(keeper, ACTIONS, clock_on(TODAY), fresh_id, Settings())


def ada(service: Service) -> Person:
    return service.snapshot.people[ADA]


def test_every_field_of_a_person_is_in_the_form_or_left_out_for_a_reason() -> None:
    fields = set(Person.__struct_fields__)
    listed = [each.field for each in CARD]
    assert len(listed) == len(set(listed))
    assert set(listed).isdisjoint(LEFT_OUT)
    assert set(listed) | set(LEFT_OUT) == fields
    assert all(LEFT_OUT.values())


def test_every_field_of_the_form_is_an_option_and_every_option_a_field() -> None:
    options = {field.encode_name for field in msgspec.structs.fields(Edit)}
    assert {each.param for each in CARD} == options - {"person", "last"}
    added = {field.encode_name for field in msgspec.structs.fields(Add)}
    assert {each.param for each in CARD} == added - {"last"}


def test_the_own_card_has_the_same_fields_as_far_as_it_holds_them() -> None:
    own = {field.encode_name for field in msgspec.structs.fields(EditMe)}
    assert {each.param for each in OWN_CARD} == own - {"budget", "budgets"}
    assert {each.field for each in OWN_CARD} <= set(Me.__struct_fields__)


def test_what_is_empty_empties_a_field(service: Service) -> None:
    service.perform("edit", Edit(person="A", met=0, birthday="", layer=0, prefers=""))
    empty = ada(service)
    assert (empty.met, empty.birthday, empty.layer, empty.prefers) == (None, "", None, None)


def test_people_are_named_and_kept_by_id(service: Service) -> None:
    service.perform("edit", Edit(person="A", through="bob martin", knows=("B", "Bob Martin")))
    assert (ada(service).through, ada(service).knows) == (BOB, (BOB,))
    service.perform("edit", Edit(person="A", through="", knows=("",)))
    assert (ada(service).through, ada(service).knows) == (None, ())


@pytest.mark.parametrize(
    "params", [Edit(person="A", through="Ada"), Edit(person="A", knows=("Bob Martin", "A"))]
)
def test_nobody_is_named_on_their_own_card(service: Service, params: Edit) -> None:
    before = ada(service)
    with pytest.raises(Refusal, match="names_itself"):
        service.perform("edit", params)
    assert ada(service) is before


@pytest.mark.parametrize(
    "params", [Edit(person="A", through="Zoe"), Edit(person="A", knows=("X",))]
)
def test_nobody_unknown_is_named(service: Service, params: Edit) -> None:
    with pytest.raises(UnknownProblem):
        service.perform("edit", params)


def test_whoever_is_added_can_name_others_at_once(service: Service) -> None:
    done = service.perform("add", Add(name="Cléo", through="Ada", knows=("Bob Martin",)))
    cleo = service.snapshot.people[PersonId(done.id)]
    assert (cleo.through, cleo.knows) == (ADA, (BOB,))


def test_a_city_of_earlier_is_not_todays_of_the_same_name() -> None:
    known = (City(name="Lyon", kind="past", start="1998"),)
    assert read_city("Lyon", known) == City(name="Lyon")
    assert read_city("past:Lyon", known) == known[0]
    assert read_city("avant:Lyon 1998", known) == known[0]
    assert read_city("natale:Brest 1980-1998", ()) == City(
        name="Brest", kind="native", start="1980", end="1998"
    )


def test_months_of_a_school_survive_the_years_that_stand_for_them() -> None:
    known = (School(name="INSA Lyon", start="2004-09", end="2009-06"),)
    assert read_school("INSA Lyon 2004-2009", known) == known[0]
    assert read_school("INSA Lyon", known) == known[0]
    assert read_school("insa lyon", known).name == "insa lyon"
    assert read_school("INSA Lyon -", known) == School(name="INSA Lyon")
    assert read_school("INSA Lyon 2005-", known) == School(name="INSA Lyon", start="2005")


def test_employers_carry_years_beside_their_plain_names() -> None:
    names, years = read_employers(("Aubier 2010-2015", "Studio 2000"), ("Studio 2000",), ())
    assert names == ("Aubier", "Studio 2000")
    assert years == (Employment(name="Aubier", start="2010", end="2015"),)
    present = Employment(name="KTH", start="2021")
    assert read_employers(("Studio 2000",), names, (*years, present)) == (
        ("Studio 2000",),
        (present,),
    )
    assert read_employers(("Aubier",), names, years) == (("Aubier",), years)
    assert read_employers(("Aubier -",), names, years) == (("Aubier",), ())


def test_the_own_card_keeps_its_trips_when_its_cities_are_written_anew(service: Service) -> None:
    trip = City(name="Lyon", start="2026-11-23", end="2026-11-25")
    keeper = MemoryKeeper(snapshot_of({"me": {"1": Me(cities=(City(name="Paris"), trip))}}))
    own = Service(keeper, ACTIONS, clock_on(TODAY), fresh_id, Settings())
    own.perform("me", EditMe(city=("Nantes",), employer=("Aubier 2010-2015",)))
    assert own.snapshot.me.cities == (City(name="Nantes"), trip)
    assert own.snapshot.me.employers == ("Aubier",)
    assert own.snapshot.me.employment[0].start == "2010"
