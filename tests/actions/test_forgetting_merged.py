"""Forgetting somebody of whom there were two cards once: both end everywhere."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from store.actions.add import Add
from store.actions.log import Log
from store.actions.merge import Merge
from store.actions.note import Note
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper

KEY = "ab" * 32


def served(path: Path) -> Service:
    numbers = count(1)

    def id() -> str:
        return f"01CARD{next(numbers):020d}"

    return Service(FileKeeper(path), ACTIONS, clock_on(date(2026, 11, 20)), id, Settings())


def held_in(folder: Path) -> str:
    return "\n".join(
        each.read_bytes().decode(errors="replace") for each in folder.rglob("*") if each.is_file()
    )


def test_of_a_card_that_was_made_one_with_theirs_nothing_is_left_either(tmp_path: Path) -> None:
    service = served(tmp_path / "data.json")
    names = ("Zoé Adler", "Zouzou Rousseau", "Z. Petit", "Bo Lind")
    zoe, second, third, bo = (
        service.perform("add", Add(name=name, email=(f"{name[:2]}{place}@example.org",))).id
        for place, name in enumerate(names)
    )
    service.perform("note", Note(person=third, text="Keeps bees on the roof."))
    service.perform("log", Log(people=(second, bo), kind="call"))
    service.perform("merge", Merge(a=second, b=third))
    service.perform("merge", Merge(a=zoe, b=second))
    service.forget(zoe, KEY)
    text = held_in(tmp_path)
    for trace in (zoe, second, third, *names[:3], "Zo0@", "Zo1@", "Z.2@", "bees"):
        assert trace not in text, trace
    assert "Bo Lind" in text
    (talk,) = service.snapshot.interactions.values()
    assert talk.people == (bo,)


def test_a_merge_that_was_taken_back_leaves_the_other_alone(tmp_path: Path) -> None:
    service = served(tmp_path / "data.json")
    zoe = service.perform("add", Add(name="Zoé Adler")).id
    bo = service.perform("add", Add(name="Bo Lind")).id
    service.perform("merge", Merge(a=zoe, b=bo))
    service.undo()
    service.forget(zoe, KEY)
    assert [each.name for each in service.snapshot.people.values()] == ["Bo Lind"]
    assert any(entry.change_set.changes[0].id == bo for entry in service.history())
