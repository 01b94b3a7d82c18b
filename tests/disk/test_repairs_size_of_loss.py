"""What is kept of a damaged file beside what a backup or the history tells there was."""

from __future__ import annotations

from pathlib import Path

import pytest
from damaging import MOMENT, commit, opened, person, proposed, without_backups

from store.actions.demo.network import demo_snapshot
from store.disk.new_file import write_new
from store.records.change import make
from store.records.kinds import LANGUAGES, Language
from store.words.message import Message
from store.words.words import Words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of many people, and a backup of it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "arrosoir.json"
    write_new(path, demo_snapshot(40, 1, MOMENT.date()))
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    keeper.backup()
    keeper._journal.close()
    return path


def cut_in_half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def compared(path: Path) -> Message:
    lost = proposed(path)["salvage"].lost
    assert lost.id == "repair.salvage.lost_compared"
    found = lost.values["compared"]
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_is_counted_beside_the_backup(path: Path, lang: Language) -> None:
    cut_in_half(path)
    both = proposed(path)
    fewer = both["backup"].records - both["salvage"].records
    assert fewer > 100
    assert compared(path).values == {"n": fewer, "id": "now-2026-11-25T093000"}
    said = Words(lang).tell(both["salvage"].lost)
    assert {"en": f"about {fewer} records fewer", "fr": f"environ {fewer} fiches de moins"}[
        lang
    ] in said


def test_nothing_is_compared_where_nothing_tells_how_much_there_was(path: Path) -> None:
    cut_in_half(path)
    without_backups(path)
    assert proposed(path)["salvage"].lost.id == "repair.salvage.lost_cut"


def test_a_file_that_holds_as_much_as_the_backup_is_not_compared(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    assert proposed(path)["salvage"].lost.id == "repair.salvage.lost_unknown"
