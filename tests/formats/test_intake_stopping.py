"""How far an import has come, and that it can be stopped anywhere: nothing is planned then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from incoming_cards import TODAY, card, ids, letter

from store.formats import import_files
from store.formats.choices import Choices
from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.intake import STRIDE, import_paths
from store.formats.known import Known
from store.formats.plan import Plan
from store.records.snapshot import EMPTY

Progress = Callable[[int, int, str, int], None]


class Stop(Exception):  # noqa: N818 - somebody has changed their mind
    """Given up."""


def reader(data: bytes, shown: str, known: Known) -> Reading:
    """A slow format: it tells each hundred, and stumbles over everything."""
    for count in range(100, 1000, 100):
        try:
            known.step(count)
        except Exception:  # noqa: BLE001 - as a careless format does
            break
    number = int(data.split()[1])
    people = tuple(card(f"P{n} Q{n}", f"slow:{n}") for n in range(number))
    talks = tuple(letter(f"slow:{n}", "", f"k{n}") for n in range(number))
    return Reading(people=people, interactions=talks)


def stream(path: Path, shown: str, known: Known) -> Reading:
    """Of any size: the file is never held whole."""
    with path.open("rb") as file:
        known.step(7)
        return Reading(people=(card(file.readline().decode().strip(), f"stream:{known.today}"),))


SLOW = Format(name="slow", looks_like=lambda head, name: head[:4] == b"SLOW", read=reader)
STREAM = Format(
    name="stream",
    looks_like=lambda head, name: head[:6] == b"STREAM",
    read=reader,
    read_file=stream,
)
LOOSE = Format(
    name="loose", looks_like=lambda head, name: head[:5] == b"LOOSE", read=reader, named_only=True
)


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (SLOW, STREAM, LOOSE)
    monkeypatch.setattr(import_files, "formats_and_broken", lambda: (known, ()))
    monkeypatch.setattr(import_files, "FORMATS", known)


def read(*paths: Path, progress: Progress | None = None) -> Plan:
    return import_paths([str(path) for path in paths], EMPTY, "merge", ids(), TODAY, progress)


def written(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [folder / name for name in texts]


def test_progress_is_told_within_a_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str, int]] = []
    paths = written(tmp_path, a="SLOW 3", b="STREAM")
    read(*paths, progress=lambda *at: told.append((at[0], at[1], Path(at[2]).name, at[3])))
    assert told[:4] == [(0, 2, "a", 0), (0, 2, "a", 100), (0, 2, "a", 200), (0, 2, "a", 300)]
    assert (1, 2, "b", 7) in told
    assert told[-1] == (2, 2, "", 0)


def test_the_planning_is_told_too(tmp_path: Path) -> None:
    told: list[int] = []
    read(*written(tmp_path, a=f"SLOW {STRIDE * 4}"), progress=lambda *at: told.append(at[0]))
    assert told.count(1) > 4


@pytest.mark.parametrize("at", range(0, 25, 2))
def test_it_can_be_stopped_anywhere(tmp_path: Path, at: int) -> None:
    told = 0

    def progress(done: int, total: int, name: str, count: int) -> None:
        nonlocal told
        told += 1
        if told > at:
            raise Stop

    with pytest.raises(Stop):
        read(*written(tmp_path, a=f"SLOW {STRIDE * 8}", b="STREAM"), progress=progress)
    assert told == at + 1


def test_an_interrupt_is_let_through(tmp_path: Path) -> None:
    def progress(done: int, total: int, name: str, count: int) -> None:
        if count:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(*written(tmp_path, a="SLOW 3"), progress=progress)


def test_a_file_that_need_not_be_held_whole_may_be_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_files, "MOST_BYTES", 3)
    paths = written(tmp_path, a="SLOW 3", b="STREAM")
    made = read(*paths)
    assert [(Path(each.file).name, each.why.id) for each in made.refused] == [
        ("a", "import.too_big")
    ]
    assert [each.after.name for each in made.entries] == ["STREAM"]


def test_what_is_told_loosely_is_taken_only_where_it_is_named(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a="LOOSE 2")
    assert [each.why.id for each in read(tmp_path).refused] == ["import.not_an_address_book"]
    assert len(read(path).new) == 2
    named = import_paths([str(tmp_path)], EMPTY, "merge", ids(), TODAY, only_format="loose")
    assert len(named.new) == 2


def test_text_pasted_and_text_piped_are_read_like_files(tmp_path: Path) -> None:
    pasted = import_paths([], EMPTY, "merge", ids(), TODAY, choices=Choices(pasted="LOOSE 2"))
    assert (len(pasted.new), pasted.files) == (2, 1)
    piped = import_paths([], EMPTY, "merge", ids(), TODAY, piped=b"SLOW 3")
    assert (len(piped.new), [each.file for each in piped.entries]) == (3, ["-"] * 3)
    empty = import_paths([], EMPTY, "merge", ids(), TODAY, piped=b"")
    assert [(each.file, each.why.id) for each in empty.refused] == [("-", "import.empty_file")]
    both = import_paths(
        [str(written(tmp_path, a="STREAM")[0])], EMPTY, "merge", ids(), TODAY, piped=b"LOOSE 1"
    )
    assert len(both.new) == 2
