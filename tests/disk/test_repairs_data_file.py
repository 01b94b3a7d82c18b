"""A data file that cannot be read: what comes back, and what is said to be lost."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from damaging import (
    MOMENT,
    STAMP,
    clock,
    commit,
    edited,
    opened,
    person,
    proposed,
    repaired,
    reread,
    state,
    tended,
    without_backups,
)

from store.actions.demo.network import demo_snapshot
from store.disk.file_keeper import FileKeeper
from store.disk.lock import locked
from store.disk.new_file import write_new
from store.disk.repairs.proposed import proposals
from store.records.change import make
from store.records.forgotten import Forgotten
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import DataProblem, Refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder / "arrosoir.json"


@pytest.fixture
def whole(path: Path) -> Snapshot:
    return tended(path)


def kept(path: Path, part: str = "") -> Path:
    return path.with_name(f"{path.name}{part}.kept-{STAMP}")


@pytest.mark.parametrize(
    "damaged", [b"", b"{", b"\x00" * 700, b'{"_meta":{"1":{"app":"arrosoir"', b"not JSON at all"]
)
def test_the_backup_comes_back_with_every_change_after_it(
    path: Path, whole: Snapshot, damaged: bytes
) -> None:
    journal = path.with_name("arrosoir.json.journal").read_bytes()
    path.write_bytes(damaged)
    with pytest.raises(DataProblem):
        FileKeeper(path)
    repair = proposals(path, clock)[0]
    assert repair.kind == "backup"
    assert repair.would.values["id"] == "now-2026-11-25T093000"
    assert repair.lost.id == "repair.backup.none_missing"
    copies = repair.apply()
    keeper = FileKeeper(path, read_only=True)
    assert keeper.snapshot == whole
    assert keeper.snapshot.revision == 4
    assert [entry.revision for entry in keeper.history()] == [1, 2, 3, 4]
    assert kept(path, ".journal").read_bytes() == journal
    if damaged:
        assert kept(path).read_bytes() == damaged
        assert kept(path) in copies
    assert kept(path, ".journal") in copies
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in copies)
    assert proposals(path, clock) == ()


def test_what_comes_back_can_be_written_and_undone(path: Path, whole: Snapshot) -> None:
    path.write_bytes(b"{")
    repaired(path)
    keeper = opened(path)
    commit(keeper, make(person("Dan")))
    keeper.close()
    again = FileKeeper(path, read_only=True)
    assert len(again.snapshot.people) == len(whole.people) + 1
    assert again.history()[-1].revision == 5


def test_changes_that_nothing_tells_of_are_counted_as_lost(path: Path, whole: Snapshot) -> None:
    (path.parent / "arrosoir.json.history").unlink()
    path.write_bytes(b"{")
    repair = proposed(path)["backup"]
    assert repair.lost.id == "repair.backup.missing"
    assert repair.lost.values == {"n": 2}
    repair.apply()
    assert set(reread(path).people) == {"A", "B"}
    assert not reread(path).people[PersonId("A")].org


def test_of_several_backups_the_one_that_reaches_furthest(path: Path) -> None:
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    older = keeper.backup()
    commit(keeper, make(person("Bo")))
    keeper.close()
    backups = path.parent / "arrosoir.json.backups"
    # An unreadable one does not count, however new it is.
    (backups / "now-2026-11-26T000000.json").write_bytes(b"{")
    path.write_bytes(b"{")
    (path.parent / "arrosoir.json.history").unlink()
    repair = proposed(path)["backup"]
    assert repair.would.values["id"] not in (older, "now-2026-11-26T000000")
    repair.apply()
    assert set(reread(path).people) == {"A", "B"}


def test_without_a_backup_all_changes_from_the_first_make_the_file_anew(
    path: Path, whole: Snapshot
) -> None:
    without_backups(path)
    path.unlink()
    assert proposed(path)["backup"].would.id == "repair.backup.from_changes"
    assert repaired(path) == ["backup"]
    assert reread(path) == whole


def test_what_no_change_tells_of_is_not_given_up_for_what_they_tell(path: Path) -> None:
    # A file that did not begin empty: made by `demo`, or filled by another program.
    write_new(path, demo_snapshot(20, 1, MOMENT.date()))
    commit(opened(path), make(person("Ada")))
    path.write_bytes(path.read_bytes()[:-3])
    first, second = (each for each in proposals(path, clock) if each.kind != "permissions")
    assert (first.kind, second.kind) == ("salvage", "backup")
    assert second.records == 1
    first.apply()
    assert len(reread(path).people) == 21


def test_the_forgotten_stay_forgotten(path: Path, whole: Snapshot) -> None:
    forgotten = Forgotten(key="00" * 32, hashes=("ab" * 32,))

    def forget(document: dict[str, object]) -> None:
        document["_meta"]["1"]["forgotten"] = {  # type: ignore[index]
            "key": forgotten.key,
            "hashes": list(forgotten.hashes),
        }

    edited(path, forget)
    path.write_bytes(path.read_bytes()[:-20])
    assert proposals(path, clock)[0].kind == "backup"
    repaired(path)
    assert reread(path).forgotten == forgotten


def no_history(path: Path) -> None:
    """Nothing but the data file tells of anything."""
    without_backups(path)
    for part in ("journal", "history"):
        (path.parent / f"arrosoir.json.{part}").unlink()


def test_a_truncated_file_is_cut_after_its_last_whole_row(path: Path, whole: Snapshot) -> None:
    no_history(path)
    data = path.read_bytes()
    damaged = data[: data.index(b'"id":"X"') + 10]
    path.write_bytes(damaged)
    repair = proposed(path)["salvage"]
    assert repair.lost.id == "repair.salvage.lost_cut"
    assert repair.lost.values == {"n": 1}
    repair.apply()
    assert {each.name for each in reread(path).people.values()} == {"Ada", "Bo"}
    assert reread(path).people[PersonId("A")].org == "Aubier"
    assert not reread(path).interactions
    assert reread(path).revision == 3
    assert kept(path).read_bytes() == damaged


def test_rows_behind_a_hole_are_found_again(path: Path, whole: Snapshot) -> None:
    no_history(path)
    data = path.read_bytes()
    hole = data.index(b'"name":"Ada"')
    path.write_bytes(data[:hole] + b"\x00" * 12 + data[hole + 12 :])
    assert proposed(path)["salvage"].lost.values == {"n": 1}
    repaired(path)
    assert set(reread(path).people) == {"B"}
    # What named Ada in vain was set right afterwards.
    assert reread(path).interactions["X"].people == ("B",)  # type: ignore[index]


def test_rows_that_do_not_fit_are_set_aside_and_the_rest_stays(path: Path, whole: Snapshot) -> None:
    no_history(path)

    def spoil(document: dict[str, object]) -> None:
        document["people"]["7"] = {"id": "Z", "name": 12}  # type: ignore[index]
        document["birds"] = {"1": {"kind": "heron"}}

    edited(path, spoil)
    damaged = path.read_bytes()
    repair = proposed(path)["salvage"]
    assert repair.lost.id == "repair.salvage.lost"
    assert repair.lost.values == {"n": 1}
    repair.apply()
    assert set(reread(path).people) == {"A", "B"}
    assert json.loads(path.read_text())["birds"] == {"1": {"kind": "heron"}}
    assert kept(path).read_bytes() == damaged


def test_rows_lost_from_the_file_come_back_from_history_and_journal(
    path: Path, whole: Snapshot
) -> None:
    without_backups(path)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b'"people":') + 12])
    # Whoever prefers what stands in the file to what the changes tell declines the first.
    proposed(path)["salvage"].apply()
    assert reread(path) == whole
    assert proposals(path, clock) == ()


def test_of_two_rows_with_one_id_the_later_stays_and_is_filled(path: Path, whole: Snapshot) -> None:
    def double(document: dict[str, object]) -> None:
        later = {"id": "A", "name": "Ada L.", "org": "", "title": "Editor"}
        document["people"]["9"] = later  # type: ignore[index]

    edited(path, double)
    damaged = path.read_bytes()
    assert list(proposed(path)) == ["doubles"]
    assert proposed(path)["doubles"].wrong.values == {"n": 1}
    repaired(path)
    ada = reread(path).people[PersonId("A")]
    assert (ada.name, ada.org, ada.title) == ("Ada L.", "Aubier", "Editor")
    assert set(reread(path).people) == {"A", "B", "C"}
    assert json.loads(path.read_text())["people"]["9"]["name"] == "Ada L."
    assert kept(path).read_bytes() == damaged


@pytest.mark.parametrize(
    "data",
    [
        b'{"people": {"1": {"id": "A", "name": "Ada"}}}',
        b'{"_meta": {"1": {"app": "other", "schema": 1}}}',
        b'{"_meta": {"1": {"app": "arrosoir", "schema": 99}}}',
        b'{"_meta": {"1": {"app": "arrosoir", "schema": 99}}, "people": {"1": ',
    ],
)
def test_a_foreign_or_newer_file_is_never_touched(path: Path, whole: Snapshot, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o644)
    before = state(path)
    assert proposals(path, clock) == ()
    assert state(path) == before


def test_a_broken_file_that_is_not_ours_is_never_touched(path: Path) -> None:
    path.write_bytes(b'{"people": {"1": {"id": "A", "name": "Ada"}, ')
    assert proposals(path, clock) == ()


def test_proposing_changes_nothing(path: Path, whole: Snapshot) -> None:
    path.write_bytes(b"{")
    before = state(path)
    assert set(proposed(path)) == {"backup", "salvage"}
    assert state(path) == before


def test_files_changed_since_they_were_looked_at_are_left_as_they_are(
    path: Path, whole: Snapshot
) -> None:
    path.write_bytes(b"{")
    repair = proposed(path)["backup"]
    path.write_bytes(b"{ ")
    with pytest.raises(Refusal):
        repair.apply()
    assert path.read_bytes() == b"{ "
    assert not list(path.parent.glob("*kept*"))
    assert not list(path.parent.glob(".*"))


def test_a_read_only_file_is_left_as_it_is(path: Path, whole: Snapshot) -> None:
    path.write_bytes(b"{")
    path.chmod(0o400)
    with pytest.raises(DataProblem):
        proposed(path)["backup"].apply()
    assert path.read_bytes() == b"{"
    assert not list(path.parent.glob("*kept*"))


def test_a_session_that_was_open_meanwhile_goes_on_with_what_was_repaired(path: Path) -> None:
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    keeper.backup()
    data = path.read_bytes()
    path.write_bytes(data[:40])
    with pytest.raises(DataProblem):
        keeper.refresh()
    repaired(path)
    assert set(keeper.refresh().people) == {"A"}
    commit(keeper, make(person("Bo")))
    assert set(reread(path).people) == {"A", "B"}


def test_the_commit_lock_is_waited_for(path: Path, whole: Snapshot) -> None:
    path.write_bytes(b"{")
    with locked(path) as held:
        # Whoever does not let go is taken over, and knows it.
        proposed(path)["backup"].apply()
        assert not held.still()
    assert reread(path) == whole
