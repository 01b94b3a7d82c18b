"""What the history holds about somebody: who touched what when, what was there before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from store.actions.action import Outcome
from store.actions.add import Add
from store.actions.edit import Edit
from store.actions.log import Log
from store.actions.note import Note
from store.actions.recorded import recorded
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.event import Event
from store.records.ids import EventId, PersonId
from store.records.interaction import Interaction
from store.records.me import Me, Sorting
from store.records.person import Person
from store.views.dossier import Dossier, dossier
from store.views.recorded import Fact
from store.words.message import Message

START = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def service() -> Service:
    """A service whose clock is a minute later at every look; Ana and Bo are there."""
    minutes, numbers = count(), count(1)
    made = Service(
        MemoryKeeper(),
        ACTIONS,
        lambda: START + timedelta(minutes=next(minutes)),
        lambda: f"NEW{next(numbers)}",
        Settings(),
    )
    made.perform("add", Add(name="Ana Ruiz", phone=("+33 6 11 11 11 11",)))
    made.perform("add", Add(name="Bo Ek"))
    return made


def card(service: Service, name: str = "Ana Ruiz") -> Person:
    return next(each for each in service.snapshot.people.values() if each.name == name)


def facts(service: Service) -> tuple[Fact, ...]:
    return recorded(service.history(), card(service))


def whole(service: Service) -> Dossier:
    return dossier(service.snapshot, PersonId(card(service).id), facts(service))


def put(service: Service, name: str, *changes: Change) -> None:
    outcome = Outcome(change_set=ChangeSet(changes), id="", about="", said=Message("said.nothing"))
    service.commit(name, outcome)


def test_only_what_is_about_the_person_is_told(service: Service) -> None:
    service.perform("note", Note(person="Bo Ek", text="rows"))
    service.perform("note", Note(person="Ana Ruiz", text="climbs"))
    told = [(fact.action, fact.table, fact.made) for fact in facts(service)]
    assert told == [("add", "people", True), ("note", "people", False)]
    assert {fact.id for fact in facts(service)} == {card(service).id}


def test_a_value_replaced_is_still_told(service: Service) -> None:
    service.perform("edit", Edit(person="Ana Ruiz", phone=("+33 6 22 22 22 22",)))
    last = facts(service)[-1]
    assert last.fields == ("phones",)
    assert last.before == {"phones": ["+33 6 11 11 11 11"]}
    assert last.session == service.history()[-1].session


def test_what_was_taken_back_dates_nothing(service: Service) -> None:
    first = facts(service)[0].at
    service.perform("edit", Edit(person="Ana Ruiz", phone=("+33 6 22 22 22 22",)))
    service.undo()
    assert [(fact.how, fact.standing) for fact in facts(service)] == [
        ("do", True),
        ("do", False),
        ("undo", False),
    ]
    phones = next(each for each in whole(service).card if each.field == "phones")
    assert (phones.origin.how, phones.origin.at) == ("typed", first)
    service.redo()
    phones = next(each for each in whole(service).card if each.field == "phones")
    assert phones.origin.at == service.history()[-1].at


def test_an_import_is_told_with_the_keys_that_came_with_it(service: Service) -> None:
    ana = card(service)
    put(service, "import", alter(ana, org="Aubier", sources=("uid:1",)))
    put(service, "import", alter(card(service), title="Joiner", sources=("uid:1", "linkedin:ana")))
    put(service, "import", alter(card(service), where="Vaise"))
    sources = {each.field: each.origin for each in whole(service).card}
    assert (sources["org"].how, sources["org"].keys) == ("import", ("uid:1",))
    assert sources["title"].keys == ("linkedin:ana",)
    assert sources["where"].keys == ("uid:1", "linkedin:ana")
    assert sources["phones"].how == "typed"


def test_a_talk_is_dated_by_the_commit_that_entered_it(service: Service) -> None:
    service.perform("log", Log(people=("Ana Ruiz",), kind="call", on=date(2026, 11, 2)))
    entered = service.history()[-1].at
    ana = (PersonId(card(service).id),)
    mail = Interaction(id="I", people=ana, kind="email", on=date(2026, 1, 1), source="k:1")
    put(service, "import", make(mail))
    first, second = whole(service).held["interactions"]
    assert (first.origin.how, first.origin.keys) == ("import", ("k:1",))
    assert (second.origin.how, second.origin.at) == ("typed", entered)


def test_a_record_that_named_them_once_is_told_without_the_names_of_others(
    service: Service,
) -> None:
    ana, bo = PersonId(card(service).id), PersonId(card(service, "Bo Ek").id)
    fair = Event(id="E", name="Fair", on=date(2026, 11, 2), people=(ana, bo))
    put(service, "edit", make(fair))
    put(service, "edit", alter(fair, people=(bo,)))
    put(service, "edit", remove(service.snapshot.events[EventId("E")]))
    told = facts(service)[1:]
    assert [(fact.table, fact.fields) for fact in told] == [
        ("events", ("name", "on", "people")),
        ("events", ("people",)),
    ]
    assert all(fact.before == {} for fact in told)


def test_a_sentence_about_them_that_is_gone_is_told_and_nothing_else_of_the_note(
    service: Service,
) -> None:
    put(service, "edit", alter(card(service, "Bo Ek"), notes="SECRET. Met Ana Ruiz. SECRET."))
    put(service, "edit", alter(card(service, "Bo Ek"), notes="SECRET. Changed."))
    put(service, "edit", alter(card(service, "Bo Ek"), notes="SECRET. Again."))
    came, went = facts(service)[1:]
    assert (came.table, came.fields, came.before) == ("people", ("notes",), {})
    assert (went.fields, went.before) == (("notes",), {"notes": ["Met Ana Ruiz."]})
    assert "SECRET" not in repr(facts(service))


def test_another_card_that_named_them_is_told_by_that_field_alone(service: Service) -> None:
    ana, bo = PersonId(card(service).id), PersonId(card(service, "Bo Ek").id)
    put(service, "edit", alter(card(service, "Bo Ek"), knows=(ana, bo), org="SECRET"))
    put(service, "edit", alter(card(service, "Bo Ek"), knows=(ana,), title="SECRET"))
    put(service, "edit", alter(card(service, "Bo Ek"), knows=(), through=ana))
    told = facts(service)[1:]
    assert [(fact.id, fact.fields, fact.before) for fact in told] == [
        (bo, ("knows",), {}),
        (bo, ("through", "knows"), {}),
    ]
    assert [each.name for each in whole(service).named_on] == ["Bo Ek"]


def test_being_asked_about_in_the_sorting_is_told_without_the_others(service: Service) -> None:
    me, ana = service.snapshot.me, PersonId(card(service).id)
    bo = PersonId(card(service, "Bo Ek").id)
    put(service, "sort", alter(me, sorting=Sorting(asked=(ana,))))
    put(service, "sort", alter(service.snapshot.me, sorting=Sorting(asked=(ana, bo))))
    last = facts(service)[-1]
    assert (last.table, last.fields, last.before) == ("me", ("sorting",), {})
    assert isinstance(service.snapshot.me, Me)
    assert len(facts(service)) == 2
    assert whole(service).asked
