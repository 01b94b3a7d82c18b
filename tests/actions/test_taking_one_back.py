"""One change of the history, taken back wherever it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.actions.add import Add
from store.actions.edit import Edit
from store.actions.note import Note
from store.actions.past import taken_back
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.words.field_words import field_message
from store.words.message import Refusal

TODAY = date(2026, 11, 20)


@pytest.fixture
def service() -> Service:
    return Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def last(service: Service) -> int:
    return service.history()[-1].revision


def card(service: Service, id: str) -> tuple[str, str]:
    person = service.snapshot.people[PersonId(id)]
    return person.org, person.title


def test_one_in_the_middle_goes_and_the_later_ones_stay(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    service.perform("edit", Edit(person=ada, org="Aubier"))
    middle = last(service)
    service.perform("edit", Edit(person=ada, title="Editor"))
    done = service.undo_revision(middle)
    assert card(service, ada) == ("", "Editor")
    assert done.about == "Ada"
    entry = service.history()[-1]
    assert (entry.how, entry.of) == ("undo", middle)
    assert taken_back(service.history()) == {middle}


def test_undo_afterwards_takes_what_still_stands(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    service.perform("edit", Edit(person=ada, org="Aubier"))
    middle = last(service)
    service.perform("edit", Edit(person=ada, title="Editor"))
    service.undo_revision(middle)
    service.undo()
    assert card(service, ada) == ("", "")
    service.redo()
    service.redo()
    assert card(service, ada) == ("Aubier", "Editor")


def test_an_undo_is_taken_back_by_doing_it_again_and_u_then_undoes_that(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    service.perform("edit", Edit(person=ada, org="Aubier"))
    first = last(service)
    service.undo()
    undoing = last(service)
    service.perform("edit", Edit(person=ada, title="Editor"))
    service.undo_revision(undoing)
    assert card(service, ada) == ("Aubier", "Editor")
    assert taken_back(service.history()) == {undoing}
    service.undo()
    assert card(service, ada) == ("", "Editor")
    assert taken_back(service.history()) == {first, undoing, last(service) - 1}


def test_what_was_taken_back_already_is_refused(service: Service) -> None:
    service.perform("add", Add(name="Ada"))
    added = last(service)
    service.undo_revision(added)
    with pytest.raises(Refusal) as caught:
        service.undo_revision(added)
    assert caught.value.code == "already_undone"


def test_what_is_not_remembered_is_refused(service: Service) -> None:
    with pytest.raises(Refusal) as caught:
        service.undo_revision(12)
    assert caught.value.code == "not_remembered"


def test_a_field_changed_since_refuses_and_says_which_when_and_by_whom(tmp_path: Path) -> None:
    def on_file() -> Service:
        keeper = FileKeeper(tmp_path / "a.json")
        return Service(keeper, ACTIONS, clock_on(TODAY), fresh_id, Settings())

    one, two = on_file(), on_file()
    ada = one.perform("add", Add(name="Ada")).id
    one.perform("edit", Edit(person=ada, org="Aubier"))
    edited = last(one)
    two.perform("note", Note(person=ada, text="sings"))
    two.perform("edit", Edit(person=ada, org="Bourgeon"))
    with pytest.raises(Refusal) as caught:
        one.undo_revision(edited)
    values = caught.value.message.values
    assert (values["field"], values["day"]) == (field_message("org"), TODAY)
    assert values["session"] == two.session
    assert one.snapshot.people[PersonId(ada)].org == "Bourgeon"
