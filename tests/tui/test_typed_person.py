"""Whom a name means as it is typed: as written first, mistyped where nobody is called so."""

from __future__ import annotations

import pytest

from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from tui.typed.person import person_typed

NAMES = ("Quentin Moreau", "Amélie Roussel", "Łukasz Wrona", "Marie Dupont", "Hélène Garnier")


def network(*names: str) -> Snapshot:
    people: dict[str, Record] = {name: Person(id=name, name=name) for name in names}
    return snapshot_of({"people": people})


def found(text: str, *, slips: bool = True) -> list[str]:
    return [each.name for each in person_typed(text, network(*NAMES), slips=slips)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("quenton", "Quentin Moreau"),
        ("quetnin", "Quentin Moreau"),
        ("ameile", "Amélie Roussel"),
        ("rousel", "Amélie Roussel"),
        ("lukazs wrona", "Łukasz Wrona"),
        ("marie dupnt", "Marie Dupont"),
        ("garnire hel", "Hélène Garnier"),
    ],
)
def test_a_slip_is_forgiven(typed: str, name: str) -> None:
    assert found(typed) == [name]
    assert found(typed, slips=False) == []


@pytest.mark.parametrize("typed", ["xyz", "qun", "quixote", "marie dubost", "zzzz marie"])
def test_another_name_is_nobodys(typed: str) -> None:
    assert found(typed) == []


def test_as_typed_comes_before_any_slip() -> None:
    snapshot = network("Marie Dupont", "Mariel Costa", "Marine Blot")
    assert [each.name for each in person_typed("marin", snapshot)] == ["Marine Blot"]


def test_another_network_is_looked_through_anew() -> None:
    assert person_typed("zoe", network("Ann Lee")) == []
    assert [each.name for each in person_typed("zoe", network("Zoé Adler"))] == ["Zoé Adler"]
