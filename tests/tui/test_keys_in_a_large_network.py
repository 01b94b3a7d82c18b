"""What a key costs while a name is typed does not grow with how often it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

import tui.typed.known_names as known_names
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.words.fold import fold
from tui.typed.booking import read_booking
from tui.typed.person import person_typed
from tui.typed.timed import read_timed

PEOPLE: dict[str, Record] = {
    str(n): Person(id=str(n), name=f"Anna{n:03} Berg{n % 40:02}") for n in range(400)
}


def test_a_line_that_matches_nobody_compares_each_of_its_words_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, int]] = []

    def counted(word: str, words: Sequence[str], least: float) -> Iterator[tuple[str, float]]:
        asked.append((word, len(words)))
        return iter(())

    monkeypatch.setattr(known_names, "resembling", counted)
    snapshot = snapshot_of({"people": PEOPLE})
    for line in ("call xqvortz brumblew", "call xqvortz brumblewi"):
        assert read_timed(line, snapshot) is None
        read_booking(f"{line} tue 9h30", snapshot, date(2026, 11, 20), "en")
    lengths = 3
    assert len(asked) <= lengths * len({word for word, _ in asked})


def test_names_are_folded_anew_only_of_those_who_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = snapshot_of({"people": PEOPLE})
    assert len(person_typed("anna", snapshot)) == len(PEOPLE)
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(known_names, "fold", counted)
    changed = snapshot_of({"people": {**PEOPLE, "7": Person(id="7", name="Zoé Adler")}})
    assert [each.id for each in person_typed("zoe", changed)] == ["7"]
    assert [each.id for each in person_typed("Anna007", changed, slips=False)] == []
    assert folded == ["Zoé Adler"]
