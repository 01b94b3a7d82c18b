"""Which spellings are taken for one thing."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.rules.one_slip import candidates, one_slip
from store.rules.spellings import SPELLED, Spelled, spelling_groups
from store.search.similar import similar

TOGETHER: tuple[tuple[Spelled, dict[str, int]], ...] = (
    ("school", {"INSA Lyon": 5, "INSA de Lyon": 2, "I.N.S.A. Lyon": 1}),
    ("school", {"Université de Montpellier 2": 3, "Univ. Montpellier II": 1}),
    ("school", {"Sciences Po Paris": 4, "IEP de Paris": 3}),
    ("employer", {"Aubier": 5, "AUBIER SAS": 5}),
    ("employer", {"Capgemini": 4, "Cap Gemini": 2}),
    ("employer", {"Volkswagen": 9, "Volkswagne": 6}),
    ("city", {"Saint-Étienne": 4, "st etienne": 1}),
    ("city", {"Genève": 4, "Geneva": 3}),
    ("city", {"Grenoble": 8, "Grenobel": 1}),
    ("passion", {"rock climbing": 2, "Rock-Climbing": 2}),
    ("passion", {"escalade": 10, "escaladde": 2}),
    ("passion", {"escalade": 15, "escaladde": 3}),
    ("tag", {"press": 5, "Press": 1}),
    ("language", {"français": 5, "Francais": 1}),
    ("field", {"Génie civil": 2, "genie civil": 2}),
)

APART: tuple[tuple[Spelled, dict[str, int]], ...] = (
    ("school", {"Paris 1": 3, "Paris 2": 3}),
    ("school", {"ENS": 3, "ENA": 3}),
    ("school", {"Université catholique de Lille": 1, "Université catholique de Lyon": 1}),
    ("employer", {"Accor": 2, "Accord": 1}),
    ("city", {"Nantes": 20, "Mantes": 15}),
    ("city", {"Paris 12": 4, "Paris 13": 1}),
    ("city", {"Lyon": 4, "Lyons": 1}),
    ("passion", {"escalade": 14, "escaladde": 3}),
    ("passion", {"jazz": 4, "jass": 1}),
    ("passion", {"climbing": 3, "rock climbing": 3}),
    ("tag", {"2024": 1, "2025": 1}),
)


@pytest.mark.parametrize(("what", "counts"), TOGETHER)
def test_they_mean_one_thing_and_the_commonest_comes_first(
    what: Spelled, counts: dict[str, int]
) -> None:
    assert spelling_groups(what, counts, similar) == (tuple(counts),)


@pytest.mark.parametrize(("what", "counts"), APART)
def test_they_mean_two_things(what: Spelled, counts: dict[str, int]) -> None:
    assert spelling_groups(what, counts, similar) == ()


def test_what_was_told_apart_stays_apart_whatever_is_between() -> None:
    counts = {"Volkswagen": 9, "Volkswagne": 2, "volkswagen": 1}
    apart = {("Volkswagen", "Volkswagne")}
    assert spelling_groups("employer", counts, similar, apart) == (("Volkswagen", "volkswagen"),)


words = st.text(ascii_lowercase[:4], min_size=0, max_size=9)


@given(a=words, b=words)
def test_a_slip_is_the_same_from_both_sides(a: str, b: str) -> None:
    assert one_slip(a, b) == one_slip(b, a)


@given(st.lists(words, max_size=25))
def test_no_pair_that_is_one_slip_apart_is_passed_over(several: list[str]) -> None:
    found = {frozenset(each) for each in candidates(several)}
    for a in several:
        for b in several:
            assert not one_slip(a, b) or frozenset((a, b)) in found


@given(
    what=st.sampled_from(SPELLED),
    counts=st.dictionaries(
        st.sampled_from(
            [
                *("INSA Lyon", "insa lyon", "INSA de Lyon", "Paris 1", "Paris 2", "Paris I"),
                *("Grenoble", "Grenobel", "grenoble", "", "-", "Volkswagen", "Volkswagne"),
                *("İzmir", "Izmir"),
            ]
        ),
        st.integers(1, 30),
    ),
    apart=st.sets(st.sampled_from([("INSA Lyon", "insa lyon"), ("Grenobel", "Grenoble")])),
)
def test_groups_share_nothing_and_respect_what_was_told_apart(
    what: Spelled, counts: dict[str, int], apart: set[tuple[str, str]]
) -> None:
    groups = spelling_groups(what, counts, similar, apart)
    members = [name for group in groups for name in group]
    assert len(set(members)) == len(members)
    assert set(members) <= set(counts)
    for group in groups:
        assert len(group) > 1
        assert counts[group[0]] == max(counts[name] for name in group)
        assert not any({one, other} <= set(group) for one, other in apart)
        assert not {"Paris 1", "Paris 2"} <= set(group)
