"""Second cards are found, and people who only resemble each other are left alone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from duplicates import found_in, measured
from twin_cards import Truth, invented
from twin_resemblances import RESEMBLANCES
from twin_second_cards import SECOND_CARDS

from store.formats.import_files import Source
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, snapshot_of
from store.rules.twins import PROBABLY_FROM, SHOWN_FROM, twins
from store.search.slips import slips

LEAST_PRECISION, LEAST_RECALL = 0.95, 0.95

SEEDS = (21, 22, 23)
"""Others than those on which the weights were chosen."""


@pytest.fixture(scope="module")
def truths() -> list[Truth]:
    return [invented(1_200, seed, 8) for seed in SEEDS]


def test_of_the_pairs_shown_nearly_all_are_one_person_and_nearly_all_of_those_are_shown(
    truths: list[Truth],
) -> None:
    precision, recall = measured(truths, SHOWN_FROM)
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_what_is_called_probable_is_right_but_for_one_in_a_hundred(truths: list[Truth]) -> None:
    precision, _ = measured(truths, PROBABLY_FROM)
    assert precision >= 0.99


@pytest.mark.parametrize("kind", RESEMBLANCES)
def test_nobody_who_only_resembles_another_is_shown(truths: list[Truth], kind: str) -> None:
    for truth in truths:
        found = found_in(truth, SHOWN_FROM)
        shown = [pair for pair, alike in truth.alike.items() if alike == kind and pair in found]
        assert len(shown) <= 1, [truth.snapshot.people[id].name for pair in shown for id in pair]


@pytest.mark.parametrize("kind", SECOND_CARDS)
def test_of_every_kind_of_second_card_most_are_found(truths: list[Truth], kind: str) -> None:
    pairs = [(truth, pair) for truth in truths for pair, made in truth.same.items() if made == kind]
    shown = sum(pair in found_in(truth, SHOWN_FROM) for truth, pair in pairs)
    assert shown >= 0.75 * len(pairs)


def test_cards_in_another_order_give_the_same_pairs(truths: list[Truth]) -> None:
    (truth, *_) = truths
    people: dict[str, Record] = dict(reversed(tuple(truth.snapshot.people.items())))
    again = twins(snapshot_of({"people": people}), slips)
    assert again == twins(truth.snapshot, slips)


def real_cards(shared: Path) -> dict[str, tuple[str, Person]]:
    """The cards of real address books, each by itself, with the file that it came from."""
    folder = shared / "data" / "open"
    if not folder.exists():
        pytest.skip(f"no cards: {folder} is not there (ARROSOIR_SHARED names another folder)")
    found = {}
    for reading in Source([str(folder)], EMPTY).readings():
        for place, card in enumerate(reading.people):
            id = f"{reading.file}#{place}"
            found[id] = reading.file, msgspec.structs.replace(card, id=id)
    return found


TWICE = (
    ("John_Doe_IPHONE.vcf", "John_Doe_MAC_ADDRESS_BOOK.vcf"),
    ("John_Doe_GMAIL.vcf", "John_Doe_MS_OUTLOOK.vcf"),
    ("vcard_stub.vcf", "single_vcard_stub.vcard"),
    ("AnsiIssue.vcf", "AnsiIssueNoEncoding.vcf"),
    ("v21_x_param.vcf", "v21_simple_1.vcf"),
    ("custom-3.vcf", "custom-4.vcf"),
)
"""Files that hold a card of the same person."""


def test_people_on_two_real_cards_are_found(shared: Path) -> None:
    cards = real_cards(shared)
    people: dict[str, Record] = {id: card for id, (_, card) in cards.items()}
    pairs = twins(snapshot_of({"people": people}), slips)
    files = {frozenset(Path(cards[id][0]).name for id in (each.a, each.b)) for each in pairs}
    assert {pair for pair in TWICE if frozenset(pair) not in files} == set()


def test_of_a_thousand_real_cards_of_different_people_next_to_none_are_paired(
    shared: Path,
) -> None:
    cards = real_cards(shared)
    people: dict[str, Record] = {
        id: card for id, (file, card) in cards.items() if file.endswith("LargeFile.vcf")
    }
    assert len(people) == 1_000
    pairs = twins(snapshot_of({"people": people}), slips)
    assert len(pairs) <= 2
