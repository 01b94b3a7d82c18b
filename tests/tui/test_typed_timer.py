"""Whom or what a timer is for, as a line is read."""

from __future__ import annotations

import pytest

from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from tui.typed.timed import completed, read_timed

NAMES = ("Björn Ek", "Zoë Adler", "Callie Vidal", "Zoltan Café")


def network() -> Snapshot:
    people: dict[str, Record] = {name: Person(id=name, name=name) for name in NAMES}
    return snapshot_of({"people": people})


def read(text: str) -> tuple[str, str, str] | None:
    typed = read_timed(text, network())
    if typed is None:
        return None
    return typed.kind, typed.person.name if typed.person else "", typed.note


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("bj", "", "Björn Ek"),
        ("bjron", "", "Björn Ek"),
        ("coffee zoë", "coffee", "Zoë Adler"),
        ("zoë café", "café", "Zoë Adler"),
        ("zol café", "", "Zoltan Café"),
        ("zoë coffee", "coffee", "Zoë Adler"),
        ("en personne björn", "en personne", "Björn Ek"),
        ("vi bjö", "vi", "Björn Ek"),
        ("writing zoe", "writing", "Zoë Adler"),
    ],
)
def test_a_name_a_kind_or_both_in_either_order(text: str, kind: str, name: str) -> None:
    assert read(text) == (kind, name, "")


def test_a_whole_word_is_a_kind_and_the_beginning_of_a_name_a_name() -> None:
    assert read("call") == ("call", "", "")
    assert read("cal") == ("", "Callie Vidal", "")
    assert read("prép") == ("prép", "", "")
    assert read("préparation") == ("préparation", "", "")


def test_what_is_prepared_is_a_note_and_nobody() -> None:
    assert read("preparing Björn's slides") == ("preparing", "", "Björn's slides")


def test_a_line_that_names_nobody_is_not_read() -> None:
    for text in ("", "   ", "xyzzy", "coffee xyzzy"):
        assert read(text) is None


def test_tab_writes_the_name_out_and_keeps_the_kind() -> None:
    assert completed("coffee zoë", network()) == "coffee Zoë Adler"
    assert completed("bj", network()) == "Björn Ek"
    assert completed("preparing x", network()) == "preparing x"
    assert completed("xyzzy", network()) == "xyzzy"
