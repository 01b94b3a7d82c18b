"""No room: one clear answer, what was saved is whole, and it works again once there is room."""

from __future__ import annotations

import resource
from pathlib import Path

import msgspec
import pytest
from disk_room import DAY, ROOMY, TEN, in_a_child, journal_of, names, no_file_beyond, ordered, saved
from orders import desk_on, line
from program import arrosoir
from stock import opened_by_tinydb, prints

from store.disk import backups
from store.disk.data_file import Contents
from store.disk.file_keeper import FileKeeper
from store.words.message import DataProblem


@pytest.mark.parametrize("room", [0, 1, 40, 400])
def test_no_room_for_a_commit(room: int, tmp_path: Path) -> None:
    """Guards that a line that could not be written whole is taken back, so that the journal ends
    with what was acknowledged."""
    path = tmp_path / "arrosoir.json"
    desk = saved(path)

    def full() -> None:
        before = prints(tmp_path)
        with no_file_beyond(journal_of(path).stat().st_size + room):
            done, answer = ordered(desk, 20, "note", person="Person 3", text="x" * ROOMY)
            assert (done, answer) == (False, '"disk_full"')
            changed = {name for name, each in prints(tmp_path).items() if before.get(name) != each}
            assert changed <= {"arrosoir.json.lock"}
            assert names(path) == TEN
            assert not next(iter(desk.service.snapshot.people.values())).notes
        assert ordered(desk, 21, "add", name="Later")[0]
        assert names(path) == TEN | {"Later"}
        assert FileKeeper(path).snapshot.revision == 11

    in_a_child(full)


def test_what_a_commit_without_room_says(tmp_path: Path) -> None:
    """Guards the sentence: nothing was saved, and what was saved before is whole."""
    path = tmp_path / "arrosoir.json"
    desk = saved(path)

    def full() -> None:
        person = next(iter(desk.service.snapshot.people))
        params = desk.service.action("note").params
        given = {"person": person, "text": "x" * ROOMY}
        with no_file_beyond(journal_of(path).stat().st_size), pytest.raises(DataProblem) as caught:
            desk.service.perform("note", msgspec.convert(given, params))
        assert (caught.value.code, caught.value.message.id) == ("disk_full", "problem.not_saved")

    in_a_child(full)


def test_no_room_for_the_first_commit(tmp_path: Path) -> None:
    """Guards the making of a file: without room there is none, and nothing that looks like the
    rest of one."""
    path = tmp_path / "data" / "arrosoir.json"

    def full() -> None:
        desk = desk_on(path)
        with no_file_beyond(100):
            assert ordered(desk, 0, "add", name="Somebody") == (False, '"disk_full"')
            assert not path.exists()
            assert names(path) == set()
        assert ordered(desk, 1, "add", name="Somebody")[0]
        assert names(path) == {"Somebody"}

    in_a_child(full)


@pytest.mark.parametrize("where", ["history", "file"])
def test_no_room_for_a_checkpoint(where: str, tmp_path: Path) -> None:
    """Guards that history and data file are written whole or not at all, the journal keeps all
    until then, and no temporary file is left."""
    path = tmp_path / "arrosoir.json"
    desk = saved(path)
    history = path.with_name("arrosoir.json.history")

    def full() -> None:
        size = history.stat().st_size + 10 if where == "history" else 0
        if where == "file":
            # Then the history is the shorter one.
            assert ordered(desk, 30, "note", person="Person 1", text="x" * 3 * ROOMY)[0]
            desk.service.tidy("idle")
            history.unlink()
            assert ordered(desk, 31, "add", name="Later")[0]
            size = path.stat().st_size - 10
        whole, wanted = opened_by_tinydb(path), names(path)
        with no_file_beyond(size):
            with pytest.raises(DataProblem) as caught:
                desk.service.tidy("idle")
            assert (caught.value.code, caught.value.message.id) == (
                "disk_full",
                "problem.not_tidied",
            )
            assert opened_by_tinydb(path) == whole
            assert names(path) == wanted
            assert not list(path.parent.rglob("*.tmp"))
        desk.service.tidy("idle")
        assert {row["name"] for row in opened_by_tinydb(path)["people"]} == wanted
        assert FileKeeper(path).history()[-1].revision == desk.service.snapshot.revision
        assert not journal_of(path).stat().st_size

    in_a_child(full)


@pytest.mark.parametrize("by_hand", [True, False])
def test_no_room_for_a_backup(
    by_hand: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards that a backup is whole or not there, and that those before it stay."""
    path = tmp_path / "arrosoir.json"
    desk = saved(path)
    keeper = desk.service._keeper
    assert isinstance(keeper, FileKeeper)
    keeper.backup()
    copy = backups.copy
    before = backups.backups(path)

    def no_room(data_file: Path, id: str, newer: Contents | None = None) -> None:
        with no_file_beyond(data_file.stat().st_size - 10):
            copy(data_file, id, newer)

    def full() -> None:
        assert ordered(desk, 2 * DAY, "add", name="Later")[0]
        with monkeypatch.context() as patch:
            patch.setattr(backups, "copy", no_room)
            with pytest.raises(DataProblem) as caught:
                keeper.backup() if by_hand else keeper.tidy("exit")
        said = "problem.no_backup" if by_hand else "problem.not_tidied"
        assert (caught.value.code, caught.value.message.id) == ("disk_full", said)
        assert backups.backups(path) == before
        assert not list(path.parent.rglob("*.tmp"))
        assert names(path) == TEN | {"Later"}
        keeper.backup()
        assert ordered(desk, 2 * DAY + 1, "add", name="Latest")[0]
        keeper.tidy("exit")
        fresh = set(backups.backups(path)) - set(before)
        assert {each.kind for each in fresh} == {"now", "daily"}
        assert all(each.good for each in backups.backups(path))

    in_a_child(full)


def test_no_room_through_the_command_line(tmp_path: Path) -> None:
    """Guards the answer of a batch, line by line, and its exit status."""
    path = tmp_path / "arrosoir.json"
    saved(path).service.close()
    orders = [
        line("note", person="Person 1", text="x" * 3 * ROOMY),
        line("add", name="Small"),
    ]
    limit = resource.RLIMIT_FSIZE
    ran = arrosoir(
        "--data",
        str(path),
        "batch",
        typed=b"\n".join(orders),
        before=lambda: resource.setrlimit(limit, (2 * ROOMY, resource.getrlimit(limit)[1])),
    )
    first, second = map(msgspec.json.decode, ran.out.splitlines())
    assert ran.status == 1
    assert first["ok"] is False
    assert first["error"]["code"] == "disk_full"
    assert second["ok"] is True
    assert names(path) == TEN | {"Small"}
    assert arrosoir("--data", str(path), "add", "Now").status == 0
    assert names(path) == TEN | {"Small", "Now"}
