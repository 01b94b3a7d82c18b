"""The service: acts, bulk acts, undo and redo, also over restarts and sessions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.actions import past
from store.actions.action import Context, Params
from store.actions.add import Add
from store.actions.commit import Committed
from store.actions.delete import Delete
from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.follow_up import Promise
from store.actions.log import Log
from store.actions.me import EditMe
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.actions.registry import ACTIONS
from store.actions.service import Done, Service
from store.actions.snooze import Snooze
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.views.ties import Ties
from store.views.today import today_view
from store.words.field_words import field_message
from store.words.message import Refusal, UnknownProblem, UsageProblem

TODAY = date(2026, 11, 20)


def on_file(path: Path, today: date = TODAY) -> Service:
    return Service(FileKeeper(path), ACTIONS, clock_on(today), fresh_id, Settings())


@pytest.fixture
def service() -> Service:
    return Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def test_names_are_told_apart_only_when_they_must_be(service: Service) -> None:
    service.perform("add", Add(name="Łukasz Wrona"))
    service.perform("note", Note(person="lukasz wrona", text="climbs"))
    service.perform("add", Add(name="Lukasz Wrona"))
    with pytest.raises(UnknownProblem) as caught:
        service.perform("note", Note(person="Łukasz Wrona", text="sings"))
    assert caught.value.code == "ambiguous_person"
    assert str(caught.value.message.values["candidates"]).count("Wrona") == 2


def test_a_part_of_a_name_is_not_enough_to_write(service: Service) -> None:
    service.perform("add", Add(name="Amélie Roussel"))
    with pytest.raises(UnknownProblem) as caught:
        service.perform("delete", Delete(person="Amelie"))
    assert "Amélie Roussel" in str(caught.value.message.values["candidates"])
    assert len(service.snapshot.people) == 1


def test_a_name_of_control_characters_alone_is_refused(service: Service) -> None:
    with pytest.raises(Refusal):
        service.perform("add", Add(name="\x1b\x07\u202e"))


def test_undo_and_redo_walk_back_and_forth(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    service.perform("note", Note(person=ada, text="one"))
    service.perform("note", Note(person=ada, text="two"))
    service.undo()
    service.undo()
    assert service.snapshot.people[PersonId(ada)].notes == ""
    service.redo()
    assert service.snapshot.people[PersonId(ada)].notes == "2026-11-20: one"
    service.perform("note", Note(person=ada, text="three"))
    with pytest.raises(Refusal):
        service.redo()
    for _ in range(3):
        service.undo()
    assert not service.snapshot.people
    with pytest.raises(Refusal):
        service.undo()


def test_undo_reaches_over_restarts(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    ada = on_file(path).perform("add", Add(name="Ada")).id
    on_file(path).perform("note", Note(person=ada, text="one"))
    done = on_file(path).undo()
    assert done.about == "Ada"
    assert done.snapshot.people[PersonId(ada)].notes == ""
    assert on_file(path).redo().snapshot.people[PersonId(ada)].notes


def test_undo_is_refused_where_somebody_changed_the_same_field_since(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    one = on_file(path)
    ada = one.perform("add", Add(name="Ada")).id
    one.perform("edit", Edit(person=ada, org="Aubier"))
    one.tidy("idle")
    edited = path.read_text().replace('"Aubier"', '"Mirabel"')
    path.write_text(edited)
    with pytest.raises(Refusal) as caught:
        one.undo()
    assert caught.value.message.values["about"] == "Ada"
    assert caught.value.message.values["field"] == field_message("org")
    assert caught.value.message.values["session"] == "outside"
    assert one.snapshot.people[PersonId(ada)].org == "Mirabel"


def test_a_bulk_act_is_one_step(service: Service) -> None:
    ids = [service.perform("add", Add(name=name)).id for name in ("Ada", "Bo", "Cleo")]
    several: list[Params] = [Edit(person=each, tag=("choir",)) for each in ids]
    done = service.perform_many("edit", several)
    assert done.said.values["n"] == 3
    assert all(person.tags == ("choir",) for person in service.snapshot.people.values())
    service.undo()
    assert all(person.tags == () for person in service.snapshot.people.values())
    assert len(service.snapshot.people) == 3


def test_a_file_put_in_the_place_of_another_is_looked_at_anew(tmp_path: Path) -> None:
    path, other = tmp_path / "a.json", tmp_path / "b.json"
    for place, name in ((path, "Ada"), (other, "Bo")):
        made = on_file(place)
        person = made.perform("add", Add(name=name)).id
        made.perform("follow-up", Promise(person=person, on=TODAY, why="an intro"))
        made.close()
    service = on_file(path)
    assert [row.name for row in today_view(service.snapshot, service.ties()).rows] == ["Ada"]
    other.replace(path)
    assert service.refresh()
    assert [row.name for row in today_view(service.snapshot, service.ties()).rows] == ["Bo"]


def test_a_bulk_act_on_many_names_a_few_and_counts_the_others(service: Service) -> None:
    names = ("Ada", "Bo", "Cleo", "Dan", "Eve")
    ids = [service.perform("add", Add(name=name)).id for name in names]
    service.perform_many("edit", [Edit(person=each, tag=("choir",)) for each in ids[:4]])
    assert service.history()[-1].about == "Ada, Bo, Cleo, Dan"
    service.perform_many("edit", [Edit(person=each, tag=("jazz",)) for each in ids])
    assert service.history()[-1].about == "Ada, Bo, Cleo +2"


def test_a_bulk_act_that_fails_changes_nothing(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    several: list[Params] = [Note(person=ada, text="x"), Note(person="nobody", text="x")]
    with pytest.raises(UnknownProblem):
        service.perform_many("note", several)
    assert service.snapshot.people[PersonId(ada)].notes == ""


def test_the_day_of_the_last_act_is_noted_and_outlives_undo(service: Service) -> None:
    service.perform("add", Add(name="Ada"))
    assert service.snapshot.me.last_act == TODAY
    service.undo()
    assert service.snapshot.me.last_act == TODAY


def test_ties_follow_every_change_as_if_built_anew(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada", cadence=7)).id
    service.ties()
    service.perform("log", Log(people=(ada,), kind="call", on=date(2026, 10, 1)))
    service.perform("follow-up", Promise(person=ada, on=TODAY, why="an intro"))
    fresh = Ties.of(service.snapshot, TODAY, Settings())
    assert service.ties()[PersonId(ada)] == fresh[PersonId(ada)]
    assert today_view(service.snapshot, service.ties()) == today_view(service.snapshot, fresh)


def test_done_closes_a_promise_and_logs_nothing(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    promise = service.perform("follow-up", Promise(person=ada, on=TODAY, why="an intro")).id
    service.perform("done", MarkDone(row=promise))
    assert service.snapshot.follow_ups_of(PersonId(ada))[0].closed == TODAY
    assert service.snapshot.interactions_of(PersonId(ada)) == ()


def test_done_on_a_cooling_tie_logs_the_proposed_step(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada", cadence=10)).id
    service.perform("log", Log(people=(ada,), kind="call", minutes=25, on=date(2026, 10, 1)))
    service.perform("done", MarkDone(row=f"cooling:{ada}"))
    talk = service.snapshot.interactions_of(PersonId(ada))[-1]
    assert (talk.kind, talk.on) == ("call", TODAY)
    assert talk.minutes
    with pytest.raises(Refusal):
        service.perform("done", MarkDone(row=ada))


def test_done_on_a_birthday_does_not_come_back_tomorrow(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    service = on_file(path)
    ada = service.perform("add", Add(name="Ada", birthday="1985-11-23", layer=15)).id
    service.perform("done", MarkDone(row=f"birthday:{ada}"))
    tomorrow = on_file(path, date(2026, 11, 21))
    view = today_view(tomorrow.snapshot, tomorrow.ties())
    assert [row.id for row in view.rows if row.group == "occasion"] == []


def test_snoozing_hides_that_row_until_its_day(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    service = on_file(path)
    ada = service.perform("add", Add(name="Ada")).id
    promise = service.perform("follow-up", Promise(person=ada, on=TODAY, why="x")).id
    service.perform("snooze", Snooze(row=promise, until=date(2026, 11, 24)))
    assert not today_view(service.snapshot, service.ties()).rows
    back = on_file(path, date(2026, 11, 24))
    assert [row.id for row in today_view(back.snapshot, back.ties()).rows] == [promise]
    with pytest.raises(UsageProblem):
        back.perform("snooze", Snooze(row=promise, until=date(2026, 11, 24)))


def test_passing_hides_a_row_until_tomorrow(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    service = on_file(path)
    ada = service.perform("add", Add(name="Ada")).id
    promise = service.perform("follow-up", Promise(person=ada, on=TODAY, why="x")).id
    service.perform("pass", Pass(person="Ada"))
    assert not today_view(service.snapshot, service.ties()).rows
    tomorrow = on_file(path, date(2026, 11, 21))
    assert [row.id for row in today_view(tomorrow.snapshot, tomorrow.ties()).rows] == [promise]


def test_what_changes_nothing_says_so_and_is_no_step_of_undo(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada", org="Aubier")).id
    done = service.perform("edit", Edit(person=ada, org="Aubier"))
    assert done.said.id == "said.nothing"
    assert len(service.history()) == 1


def context_of(service: Service) -> Context:
    return Context(service.now(), TODAY, fresh_id, service.settings, service.ties)


def two_sessions(path: Path) -> tuple[Service, Service]:
    return on_file(path), on_file(path)


def test_the_own_card_survives_the_first_act_of_another_session(tmp_path: Path) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    ada = Add(name="Ada")
    stale = ACTIONS["add"].run(two.snapshot, ada, context_of(two))
    one.perform("me", EditMe(name="Camille", budget=90))
    two.commit("add", stale)
    assert (two.snapshot.me.name, two.snapshot.me.budget.total) == ("Camille", 90)


def test_the_same_change_by_two_sessions_is_one_step_of_undo(tmp_path: Path) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    ada = one.perform("add", Add(name="Ada")).id
    two.refresh()
    same = ACTIONS["edit"].run(two.snapshot, Edit(person=ada, org="Aubier"), context_of(two))
    one.perform("edit", Edit(person=ada, org="Aubier"))
    two.commit("edit", same)
    assert len(two.history()) == 2
    two.undo()
    assert two.snapshot.people[PersonId(ada)].org == ""


def test_a_promise_to_somebody_deleted_meanwhile_is_refused(tmp_path: Path) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    ada = one.perform("add", Add(name="Ada")).id
    two.refresh()
    stale = ACTIONS["follow-up"].run(two.snapshot, Promise(person=ada, on=TODAY), context_of(two))
    one.perform("delete", Delete(person=ada))
    with pytest.raises(Refusal):
        two.commit("follow-up", stale)
    assert not two.snapshot.follow_ups


def test_what_was_worked_out_on_older_data_is_refused(tmp_path: Path) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    seen = two.snapshot
    outcome = ACTIONS["add"].run(seen, Add(name="Ada"), context_of(two))
    one.perform("add", Add(name="Ada"))
    with pytest.raises(Refusal) as caught:
        two.commit_if_unchanged("import", outcome, seen)
    assert caught.value.code == "changed_meanwhile"
    assert len(two.snapshot.people) == 1


def test_undo_finds_its_step_when_older_lines_of_the_history_are_cut(service: Service) -> None:
    ada = service.perform("add", Add(name="Ada")).id
    for text in ("one", "two"):
        service.perform("note", Note(person=ada, text=text))
    service.undo()
    service.undo()
    service.redo()
    cut = service.history()[2:]
    kept = past.to_turn(cut, "undo")
    assert kept is None or kept.revision == 2


def test_two_sessions_that_add_to_one_note_at_once_both_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    ada = one.perform("add", Add(name="Ada")).id
    keeper_commit = two._keeper.commit
    done: list[Done] = []

    def others_first(*arguments: Any) -> Committed:
        if not done:
            done.append(one.perform("note", Note(person=ada, text="theirs")))
        return keeper_commit(*arguments)

    monkeypatch.setattr(two._keeper, "commit", others_first)
    two.perform("note", Note(person=ada, text="mine"))
    notes = two.snapshot.people[PersonId(ada)].notes
    assert "theirs" in notes
    assert "mine" in notes


def test_an_id_of_somebody_gone_is_no_name(service: Service) -> None:
    ada = fresh_id()
    with pytest.raises(UnknownProblem) as caught:
        service.perform("note", Note(person=ada, text="x"))
    assert caught.value.message.id == "problem.person_gone"


def test_two_imports_at_once_are_not_both_taken_in(tmp_path: Path) -> None:
    one, two = two_sessions(tmp_path / "a.json")
    outcome = ACTIONS["add"].run(two.snapshot, Add(name="Ada"), context_of(two))
    one.perform("add", Add(name="Ada"))
    with pytest.raises(Refusal, match="changed_meanwhile"):
        two.commit("import", outcome, expects=0)


def test_what_only_stamps_a_day_is_no_step_of_undo(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    service = on_file(path)
    ada = service.perform("add", Add(name="Ada")).id
    service.tidy("idle")
    path.write_text(path.read_text().replace('"last_act":"2026-11-20"', '"last_act":"2026-11-19"'))
    service.refresh()
    assert service.history()[-1].action == "outside"
    assert PersonId(ada) not in service.undo().snapshot.people
