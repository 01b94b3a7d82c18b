"""Pictures beside the file, and a session that ends or lacks room in between."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest
from disk_room import in_a_child, no_file_beyond
from forked import Tell, forked
from sizes import times

from store.actions.commit import Note
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id, system_clock
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.findings.parts import parts
from store.disk.places import parts_folder
from store.disk.repairs.orphaned_parts import orphaned, parts_repair
from store.formats.plan import Plan
from store.records.attachment import digest_of, reference_to
from store.records.change import ChangeSet, make
from store.records.person import Person, Property
from store.words.message import BusyProblem, DataProblem
from tui.intake import commit_plan

KILLS = times(60)
SIZE = 200_000


def picture(number: int) -> bytes:
    return random.Random(number).randbytes(SIZE)


def card(number: int) -> Person:
    value = reference_to(digest_of(picture(number)))
    return Person(
        id=f"01M8A84KDASC86AGN33B{number:06}",
        name=f"Person {number}",
        properties=(Property(name="PHOTO", value=value),),
    )


def plan(number: int) -> Plan:
    held = picture(number)
    return Plan(change_set=ChangeSet((make(card(number)),)), parts={digest_of(held): held})


def service_on(keeper: FileKeeper) -> Service:
    return Service(keeper, ACTIONS, system_clock, fresh_id, Settings())


def bring(service: Service, number: int) -> None:
    commit_plan(service, plan(number), service.snapshot)


def shown_and_whole(path: Path) -> int:
    """How many cards there are; each shows a picture that is there whole."""
    keeper = FileKeeper(path)
    for person in keeper.snapshot.people.values():
        number = int(person.name.split()[1])
        assert keeper.part(digest_of(picture(number))) == picture(number)
    return len(keeper.snapshot.people)


def test_a_kill_leaves_no_card_without_its_picture(tmp_path: Path) -> None:
    """Guards that a part is durable before the commit that refers to it, and that what a killed
    session leaves is found and can be removed."""
    path = tmp_path / "arrosoir.json"
    chance = random.Random(20261125)
    acknowledged = orphans = 0
    for life in range(KILLS):

        def work(tell: Tell, first: int = life * 1000) -> None:
            service = service_on(FileKeeper(path))
            tell("open")
            for number in range(first, first + 100):
                bring(service, number)
                tell(str(number))

        with forked(work) as child:
            child.until("open")
            time.sleep(chance.random() * 0.03)
            child.signal(signal.SIGKILL)
            acknowledged += len(child.rest())
        assert acknowledged <= shown_and_whole(path) if path.exists() else not acknowledged
        orphans += len(orphaned(path))
        repair = parts_repair(path)
        if repair is not None:
            repair.apply()
        assert not orphaned(path)
    assert acknowledged
    service = service_on(FileKeeper(path))
    bring(service, 999_999)
    service.tidy("idle")
    assert not list(parts_folder(path).glob(".*"))
    assert shown_and_whole(path) > acknowledged
    print(f"{KILLS} kills, {acknowledged} acknowledged, {orphans} orphans")


def test_between_part_and_commit_nothing_is_removed_and_after_a_kill_it_is(tmp_path: Path) -> None:
    """Guards the shared lock: whoever has kept a part and not yet referred to it is not overtaken
    by a repair; it goes with the process."""
    path = tmp_path / "arrosoir.json"
    bring(service_on(FileKeeper(path)), 1)

    def work(tell: Tell) -> None:
        keeper = FileKeeper(path)
        keeper.keep_parts({digest_of(picture(2)): picture(2)})
        tell("kept")
        signal.pause()

    with forked(work) as child:
        child.until("kept")
        repair = parts_repair(path)
        assert repair is not None
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("store.disk.repairs.orphaned_parts.PATIENCE", 0.05)
            with pytest.raises(BusyProblem):
                repair.apply()
        child.signal(signal.SIGKILL)
        child.wait()
    assert [each.message.id for each in parts(path)] == ["doctor.parts_orphaned"]
    repair.apply()
    assert [each.message.id for each in parts(path)] == ["doctor.parts_good"]
    assert shown_and_whole(path) == 1


@pytest.mark.parametrize("room", [0, 1, SIZE // 2])
def test_no_room_for_a_picture(room: int, tmp_path: Path) -> None:
    """Guards that the import is not committed, that nothing half-written stays, and that it works
    once there is room."""
    path = tmp_path / "arrosoir.json"
    service = service_on(FileKeeper(path))
    bring(service, 1)

    def full() -> None:
        before = sorted(each.name for each in parts_folder(path).iterdir())
        with no_file_beyond(room), pytest.raises(DataProblem) as caught:
            bring(service, 2)
        assert (caught.value.code, caught.value.message.id) == ("disk_full", "problem.not_saved")
        assert sorted(each.name for each in parts_folder(path).iterdir()) == before
        assert len(service.snapshot.people) == 1
        bring(service, 2)
        assert shown_and_whole(path) == 2

    in_a_child(full)


def test_a_refused_import_lets_go_of_its_parts(tmp_path: Path) -> None:
    """Guards that a session whose commit was refused keeps nobody from repairing."""
    path = tmp_path / "arrosoir.json"
    service = service_on(FileKeeper(path))
    seen = service.snapshot
    bring(service, 1)
    with pytest.raises(Exception, match="changed_meanwhile"):
        commit_plan(service, plan(2), seen)
    repair = parts_repair(path)
    assert repair is not None
    repair.apply()
    assert shown_and_whole(path) == 1


def test_two_sessions_bring_the_same_picture(tmp_path: Path) -> None:
    """Guards that one's failure or removal does not take what the other refers to."""
    path = tmp_path / "arrosoir.json"
    one, other = FileKeeper(path), FileKeeper(path)
    held = {digest_of(picture(1)): picture(1)}
    one.keep_parts(held)
    other.keep_parts(held)
    note = Note(at=system_clock(), action="import")
    other.commit(ChangeSet((make(card(1)),)), note)
    one.refresh()
    assert one.part(digest_of(picture(1))) == picture(1)
    assert not orphaned(path)
    assert shown_and_whole(path) == 1
