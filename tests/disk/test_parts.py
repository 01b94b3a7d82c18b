"""Pictures beside the data file: durable before the commit, whole or not at all, never twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from picture_cards import (
    ADA,
    BO,
    DIGEST,
    NOTE,
    OTHER,
    OTHER_DIGEST,
    PICTURE,
    beside,
    card,
    holding,
    keep,
)

from store.actions.commit import Keeper
from store.actions.forget import purge_of, traces_with_past
from store.actions.purge import Purge, PurgePlan
from store.disk import durable, parts
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.disk.places import parts_folder
from store.records.change import ChangeSet, alter, remove
from store.records.ids import PersonId
from store.words.message import BusyProblem, DataProblem

KEY = "ab" * 32


@pytest.fixture(params=["memory", "file"])
def keeper(request: pytest.FixtureRequest, tmp_path: Path) -> Keeper:
    makers: dict[str, Callable[[], Keeper]] = {
        "memory": MemoryKeeper,
        "file": lambda: FileKeeper(tmp_path / "arrosoir.json"),
    }
    return makers[request.param]()


def forgetting(id: str) -> PurgePlan:
    def plan(snapshot: object, history: object) -> Purge:
        person = snapshot.people[PersonId(id)]  # type: ignore[attr-defined]
        traces = traces_with_past(snapshot, person, history)  # type: ignore[arg-type]
        return purge_of(snapshot, person, traces, NOTE.at, KEY)  # type: ignore[arg-type]

    return plan


def test_what_is_kept_is_given_back_and_nothing_else_is(keeper: Keeper) -> None:
    assert keeper.part(DIGEST) is None
    keep(keeper, card(ADA, PICTURE))
    assert keeper.part(DIGEST) == PICTURE
    assert keeper.part(OTHER_DIGEST) is None
    assert keeper.part("../arrosoir.json") is None


def test_a_part_under_the_name_of_another_is_refused(keeper: Keeper) -> None:
    with pytest.raises(ValueError, match="not the part"):
        keeper.keep_parts({DIGEST: OTHER})
    assert keeper.part(DIGEST) is None


def test_delete_and_undo_keep_the_picture_and_forget_ends_it(keeper: Keeper) -> None:
    ada = card(ADA, PICTURE)
    keep(keeper, ada)
    keeper.commit(ChangeSet((remove(ada),)), NOTE)
    keeper.tidy("idle")
    assert keeper.part(DIGEST) == PICTURE
    keeper.commit(ChangeSet((remove(ada),)).inverse(), NOTE)
    assert keeper.purge(forgetting(ADA)).parts == 1
    assert keeper.part(DIGEST) is None


def test_what_somebody_else_shows_as_well_stays_when_one_is_forgotten(keeper: Keeper) -> None:
    keep(
        keeper,
        card(ADA, PICTURE, OTHER),
        card(BO, PICTURE, name="Bo Sand"),
        pictures=(PICTURE, OTHER),
    )
    assert keeper.purge(forgetting(ADA)).parts == 1
    assert keeper.part(DIGEST) == PICTURE
    assert keeper.part(OTHER_DIGEST) is None


def test_forgetting_ends_the_pictures_of_earlier_cards_too(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    keeper = FileKeeper(path)
    ada = card(ADA, PICTURE)
    keep(keeper, ada)
    keeper.tidy("exit")
    keeper.backup()
    keeper.keep_parts({OTHER_DIGEST: OTHER})
    keeper.commit(ChangeSet((alter(ada, properties=card(ADA, OTHER).properties),)), NOTE)
    # What no history knows any more is theirs, for all that anybody can tell.
    path.with_name("arrosoir.json.history").unlink()
    assert keeper.purge(forgetting(ADA)).parts == 2
    keeper.close()
    for trace in (PICTURE, OTHER, DIGEST.encode(), OTHER_DIGEST.encode(), b"Lovelace"):
        assert not list(holding(tmp_path, trace))
    assert not beside(path)


def test_a_person_without_pictures_ends_none_of_others(tmp_path: Path) -> None:
    keeper = FileKeeper(tmp_path / "arrosoir.json")
    keep(keeper, card(ADA), card(BO, PICTURE, name="Bo Sand"))
    assert keeper.purge(forgetting(ADA)).parts == 0
    assert keeper.part(DIGEST) == PICTURE


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    keep(FileKeeper(path), card(ADA, PICTURE))
    folder = parts_folder(path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()] == [0o600]
    assert beside(path) == [DIGEST]


def test_keeping_it_twice_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    keeper = FileKeeper(path)
    keep(keeper, card(ADA, PICTURE))
    before = (parts_folder(path) / DIGEST).stat()
    FileKeeper(path).keep_parts({DIGEST: PICTURE})
    after = (parts_folder(path) / DIGEST).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("damage", [b"", PICTURE[:-1], PICTURE[:-1] + b"x"])
def test_a_damaged_one_is_none_and_keeping_it_again_makes_it_whole(
    damage: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "arrosoir.json"
    keeper = FileKeeper(path)
    keep(keeper, card(ADA, PICTURE))
    (parts_folder(path) / DIGEST).write_bytes(damage)
    assert keeper.part(DIGEST) is None
    keeper.keep_parts({DIGEST: PICTURE})
    assert keeper.part(DIGEST) == PICTURE


def test_they_lie_beside_the_real_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "data.json", tmp_path / "link.json"
    real.parent.mkdir()
    link.symlink_to(real)
    keep(FileKeeper(link), card(ADA, PICTURE))
    assert beside(real) == [DIGEST]
    assert not parts_folder(link).exists()
    assert FileKeeper(real).part(DIGEST) == PICTURE


def test_reading_alone_keeps_nothing(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    keep(FileKeeper(path), card(ADA))
    with pytest.raises(DataProblem) as caught:
        FileKeeper(path, read_only=True).keep_parts({OTHER_DIGEST: OTHER})
    assert caught.value.code == "read_only"
    path.chmod(0o400)
    with pytest.raises(DataProblem):
        FileKeeper(path).keep_parts({OTHER_DIGEST: OTHER})
    assert OTHER_DIGEST not in beside(path)


def test_an_error_of_the_system_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "arrosoir.json"
    keeper = FileKeeper(path)
    keep(keeper, card(ADA), pictures=())
    real = os.fsync

    def failing(descriptor: int) -> None:
        if OTHER_DIGEST in Path(f"/proc/self/fd/{descriptor}").readlink().name:
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(DataProblem) as caught:
        keeper.keep_parts({DIGEST: PICTURE, OTHER_DIGEST: OTHER})
    assert caught.value.code == "file_error"
    assert beside(path) == []


def test_what_another_session_refers_to_stays_when_the_rest_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "arrosoir.json"
    keeper, peer = FileKeeper(path), FileKeeper(path)
    keep(keeper, card(BO, name="Bo Sand"))
    write = durable.write_beside

    def meanwhile(target: Path, pieces: tuple[bytes, ...]) -> Path:
        if target.name == OTHER_DIGEST:
            keep(peer, card(ADA, PICTURE))
            raise OSError(28, "No space left on device")
        return write(target, pieces)

    monkeypatch.setattr(parts, "write_beside", meanwhile)
    with pytest.raises(DataProblem):
        keeper.keep_parts({DIGEST: PICTURE, OTHER_DIGEST: OTHER})
    assert beside(path) == [DIGEST]


def test_nobody_forgets_between_a_part_and_its_commit(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    keeper, peer = FileKeeper(path), FileKeeper(path, patience=0.05)
    keep(keeper, card(ADA, PICTURE))
    keeper.keep_parts({DIGEST: PICTURE})
    peer.refresh()
    with pytest.raises(BusyProblem):
        peer.purge(forgetting(ADA))
    assert PersonId(ADA) in peer.refresh().people
    keeper.commit(ChangeSet((remove(card(ADA, PICTURE)),)).inverse(), NOTE)
    peer.refresh()
    assert peer.purge(forgetting(ADA)).parts == 1
