"""A journal whose last line was not written whole, or was damaged later."""

from __future__ import annotations

from pathlib import Path

import pytest
from orders import Desk, Dial, any_order, desk_on, line

from store.disk.file_keeper import FileKeeper
from store.words.message import DataProblem

ADD = line("add", name="Somebody")


def test_a_torn_tail_is_cut_and_told_by_nobody(tmp_path: Path) -> None:
    """Guards the cut of a torn tail: every length at which a line can be torn, with and without
    pages that were never written, before the next line is appended."""
    path = tmp_path / "arrosoir.json"
    desk = desk_on(path)
    list(desk.run(range(4), any_order))
    journal = path.with_name("arrosoir.json.journal")
    whole = journal.read_bytes()
    begin = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    torn = [whole[:end] for end in range(begin + 1, len(whole))]
    torn += [
        whole[:end] + bytes(len(whole) - end - 1) + b"\n" for end in range(begin, len(whole), 7)
    ]
    for data in torn:
        journal.write_bytes(data)
        keeper = FileKeeper(path)
        assert keeper.snapshot.revision == desk.service.snapshot.revision - 1
        ((_, done, _),) = Desk(keeper, Dial()).run(range(900, 901), lambda _: ADD)
        assert done
        again = FileKeeper(path)
        assert again.snapshot.revision == desk.service.snapshot.revision
        assert "Somebody" in {person.name for person in again.snapshot.people.values()}


def test_a_session_that_goes_on_after_a_torn_tail_of_another(tmp_path: Path) -> None:
    """Guards the cut of a torn tail by a session that was there before it."""
    path = tmp_path / "arrosoir.json"
    desk = desk_on(path)
    list(desk.run(range(4), any_order))
    journal = path.with_name("arrosoir.json.journal")
    with journal.open("ab") as file:
        file.write(b'1c291ca3 {"seq":5,"prev":"9ab3')
    desk.service.refresh()
    ((_, done, _),) = desk.run(range(900, 901), lambda _: ADD)
    assert done
    assert FileKeeper(path).snapshot == desk.service.snapshot


def test_a_damaged_line_is_never_taken_for_a_torn_one(tmp_path: Path) -> None:
    """Guards the checksum: an acknowledged line is not cut off in silence."""
    path = tmp_path / "arrosoir.json"
    list(desk_on(path).run(range(4), any_order))
    journal = path.with_name("arrosoir.json.journal")
    whole = journal.read_bytes()
    place = whole.rindex(b"Person")
    data = whole[:place] + b"Q" + whole[place + 1 :]
    journal.write_bytes(data)
    with pytest.raises(DataProblem, match="journal_damaged"):
        FileKeeper(path)
    assert journal.read_bytes() == data
