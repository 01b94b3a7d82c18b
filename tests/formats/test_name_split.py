"""A name taken apart: what tells no more than the name is no change of a card."""

from __future__ import annotations

import pytest

from store.formats.merging import merged
from store.formats.name_split import properties_that_add, says_more
from store.records.person import Person, Property

VERSION = Property(name="VERSION", value="4.0")
NOTE = Property(name="X-A", value="b")


def split(value: str) -> Property:
    return Property(name="N", value=value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Ada Lovelace", "Lovelace;Ada;;;"),
        ("Ada Lovelace", "Lovelace;Ada"),
        ("Abel Magnolia Berge", "Berge;Abel;Magnolia;;"),
        ("ACME Inc.", ";ACME Inc.;;;"),
        ("Ludwig van Beethoven", "van Beethoven;Ludwig;;;"),
    ],
)
def test_a_split_as_worked_out_says_no_more(name: str, value: str) -> None:
    held = Person(id="A", name=name)
    card = Person(id="", name=name, properties=(VERSION, split(value)))
    assert properties_that_add(held, card) == ()
    assert merged(held, card, same_key=True) is held


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Ana García López", "García López;Ana;;;"),
        ("Ada Lovelace", "Lovelace;Ada;Augusta;Lady;"),
        ("Nagy Anna", "Nagy;Anna;;;"),
        ("Ada", "Lovelace;;;;"),
    ],
)
def test_another_split_is_kept(name: str, value: str) -> None:
    assert says_more(split(value), name)
    card = Person(id="", name=name, properties=(VERSION, split(value)))
    assert split(value) in merged(Person(id="A", name=name), card, same_key=True).properties


def test_what_else_the_card_carries_is_kept_without_the_split() -> None:
    card = Person(id="", name="Ada Lovelace", properties=(VERSION, split("Lovelace;Ada;;;"), NOTE))
    found = merged(Person(id="A", name="Ada Lovelace"), card, same_key=True)
    assert found.properties == (VERSION, NOTE)


@pytest.mark.parametrize(("key", "kept"), [("csv:1f", False), ("vcard:1f", False), ("uid:x", True)])
def test_a_key_made_of_what_a_row_says_changes_nobody_alone(key: str, kept: bool) -> None:
    held = Person(id="A", name="Ada", sources=("mailto:a@x",))
    card = Person(id="", name="Ada", sources=(key,))
    assert (key in merged(held, card, same_key=True).sources) == kept
    more = Person(id="", name="Ada", phones=("1",), sources=(key,))
    assert key in merged(held, more, same_key=True).sources
