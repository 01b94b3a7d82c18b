"""Dates of the year: entered, acted on, joined, told, and gone with whoever is forgotten."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from store.actions.add import Add
from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.forgetting import forget_change_set
from store.actions.joining import Copy, join
from store.actions.pass_over import Pass
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.snooze import Snooze
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, alter
from store.records.document import from_document, to_document
from store.records.ids import PersonId
from store.records.person import Anniversary, Deferral, Person
from store.records.record import Document
from store.records.snapshot import snapshot_of
from store.search.find import find
from store.views.dossier_values import value_text
from store.views.field_changes import field_changes
from store.views.today import TodayRow, today_view
from store.words.message import UnknownProblem, UsageProblem
from store.words.words import Words

TODAY = date(2026, 11, 20)
WEDDING = Anniversary(name="wedding", on="2015-11-21")
MOVE = Anniversary(name="move to Lyon", on="--11-24")
ADA = Person(id="A", name="Ada Lovelace", dates=(WEDDING, MOVE))


@pytest.fixture
def service() -> Service:
    return Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def dates_of(service: Service, person: str) -> tuple[Anniversary, ...]:
    return service.snapshot.people[PersonId(person)].dates


def rows(service: Service, day: date = TODAY) -> tuple[TodayRow, ...]:
    later = Service(MemoryKeeper(service.snapshot), ACTIONS, clock_on(day), fresh_id, Settings())
    return today_view(later.snapshot, later.ties()).rows


def named(service: Service, day: date = TODAY) -> list[object]:
    return [row.reason.values.get("name") for row in rows(service, day)]


@pytest.fixture
def ada(service: Service) -> str:
    texts = ("wedding=2015-11-21", "move to Lyon=--11-24")
    return service.perform("add", Add(name="Ada Lovelace", layer=150, dates=texts)).id


def test_dates_are_a_name_and_a_day_and_a_list_replaces_the_old_one(
    service: Service, ada: str
) -> None:
    assert dates_of(service, ada) == (WEDDING, MOVE)
    service.perform("edit", Edit(person=ada, dates=(" a = b \x1b[1m = --02-29", "")))
    assert dates_of(service, ada) == (Anniversary(name="a = b [1m", on="--02-29"),)
    service.perform("edit", Edit(person=ada, dates=("",)))
    assert dates_of(service, ada) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("wedding", "2015-06-12", "=2015-06-12", " = --06-12", "wedding=2015", "wedding=2015-06"),
        *("wedding=2015-02-30", "wedding=12 June", "x" * 300 + "=2015-06-12"),
    ],
)
def test_what_is_no_date_is_refused_and_nothing_is_changed(
    service: Service, ada: str, text: str
) -> None:
    with pytest.raises(UsageProblem) as caught:
        service.perform("edit", Edit(person=ada, org="Aubier", dates=("x=--01-01", text)))
    assert caught.value.code == "bad_date"
    assert dates_of(service, ada) == (WEDDING, MOVE)
    assert service.snapshot.people[PersonId(ada)].org == ""


def test_what_another_program_noted_of_a_date_stays_with_it(service: Service, ada: str) -> None:
    document: Document = {
        "id": "B",
        "name": "Bo",
        "dates": [{"name": "wedding", "on": "2015-06-12", "place": "Lyon"}],
    }
    bo = from_document(Person, document)
    assert to_document(bo) == document
    service = Service(
        MemoryKeeper(snapshot_of({"people": {"B": bo}})),
        ACTIONS,
        clock_on(TODAY),
        fresh_id,
        Settings(),
    )
    service.perform("edit", Edit(person="B", dates=("wedding 2015-06-12", "move=--01-02")))
    assert [each.extra for each in dates_of(service, "B")] == [{"place": "Lyon"}, {}]


def test_a_card_without_dates_is_read_and_written_as_before() -> None:
    document: Document = {"id": "A", "name": "Ada"}
    assert from_document(Person, document).dates == ()
    assert to_document(from_document(Person, document)) == document


def test_done_logs_the_step_and_that_date_does_not_come_back(service: Service, ada: str) -> None:
    done = service.perform("done", MarkDone(row=f"date:{ada}:11-21"))
    assert done.said.id == "said.done"
    (talk,) = service.snapshot.interactions_of(PersonId(ada))
    assert (talk.on, talk.planned) == (TODAY, False)
    assert named(service) == []
    assert named(service, date(2026, 11, 21)) == ["move to Lyon"]
    assert "wedding" in named(service, date(2027, 11, 20))


def test_later_and_pass_hide_one_date_and_no_other(service: Service, ada: str) -> None:
    service.perform("snooze", Snooze(row=f"date:{ada}:11-24", until=date(2026, 11, 23)))
    service.perform("pass", Pass(row=f"date:{ada}:11-21"))
    assert named(service) == []
    assert named(service, date(2026, 11, 21)) == ["wedding"]
    assert named(service, date(2026, 11, 23)) == ["move to Lyon"]
    service.undo()
    assert named(service) == ["wedding"]


def test_a_date_that_is_not_near_is_no_row(service: Service, ada: str) -> None:
    with pytest.raises(UnknownProblem):
        service.perform("done", MarkDone(row=f"date:{ada}:06-12"))


def test_two_copies_put_their_dates_together() -> None:
    ours, theirs = (
        Copy(snapshot_of({"people": {"A": msgspec.structs.replace(ADA, dates=dates)}}))
        for dates in ((WEDDING,), (MOVE, WEDDING))
    )
    after = ours.snapshot.apply(join(ours, theirs).change_set)
    assert after.people[PersonId("A")].dates == (WEDDING, MOVE)


def test_a_forgotten_name_goes_from_the_dates_of_others() -> None:
    bo = Person(
        id="B", name="Bo", dates=(Anniversary(name="wedding with Ada Lovelace", on="2015-11-21"),)
    )
    before = snapshot_of({"people": {"A": ADA, "B": bo}})
    after = before.apply(forget_change_set(before, ADA))
    (left,) = after.people[PersonId("B")].dates
    assert left.on == "2015-11-21"
    assert left.name.startswith("wedding with ")
    assert "Lovelace" not in left.name
    assert PersonId("A") not in after.people


def test_a_person_is_found_by_what_a_date_is_called() -> None:
    snapshot = snapshot_of({"people": {"A": ADA, "B": Person(id="B", name="Bo")}})
    (hit,) = find(snapshot, "wedding")
    (match,) = hit.matched
    assert (hit.person.name, match.field, match.value) == ("Ada Lovelace", "dates", "wedding")


@pytest.mark.parametrize(
    ("words", "field", "text"),
    [
        (Words("en"), "other dates", "wedding (21 Nov 2015), move to Lyon (24 Nov)"),
        (Words("fr"), "autres dates", "wedding (21 nov. 2015), move to Lyon (24 nov.)"),
    ],
)
def test_dates_are_told_with_their_days(words: Words, field: str, text: str) -> None:
    bare = msgspec.structs.replace(ADA, dates=())
    change = ChangeSet((alter(bare, dates=ADA.dates),))
    (record,) = field_changes(change, snapshot_of({"people": {"A": ADA}}), words)
    assert [(each.field, each.after) for each in record.fields] == [(field, text)]


def test_a_date_put_off_is_told_by_its_day() -> None:
    put_off = Deferral(row="date:11-21:2", on=TODAY, until=date(2026, 11, 23))
    card = to_document(Person(id="A", name="Ada", deferrals=(put_off,)))
    told = value_text("deferrals", card["deferrals"], Words("en"))
    assert told.startswith("date, 21 Nov (")
    odd: Document = {"row": "date:soon", "on": "2026-11-20", "until": "2026-11-23"}
    assert value_text("deferrals", [odd], Words("en")).startswith("date:soon (")
