"""Which names of institutions mean the same, and which must never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.rules.institution import agree, institution_key, keys_agree
from store.rules.institution_index import InstitutionIndex
from store.rules.institution_key import long_forms
from store.rules.institution_names import SHORT_NAMES, WHOLE_NAMES
from store.search.similar import similar

SAME = [
    ("Univ. Montpellier II", "Université de Montpellier 2"),
    ("INSA Lyon", "Institut national des sciences appliquées de Lyon"),
    ("INSA Lyon", "Institut National des Sciences Appliquées de Lyon (INSA)"),
    ("Institut national des sciences apliquées de Lyon", "INSA Lyon"),
    ("I.N.S.A. de Lyon", "insa lyon"),
    ("X", "École polytechnique"),
    ("X", "Ecole Polytechnique (X)"),
    ("l'X", "Polytechnique"),
    ("ENS Lyon", "École normale supérieure de Lyon"),
    ("ENS", "ENS Ulm"),
    ("Normale Sup", "École normale supérieure, Paris"),
    ("ENS Cachan", "École normale supérieure Paris-Saclay"),
    ("Sciences Po", "Institut d'études politiques de Paris"),
    ("Sciences Po Lyon", "IEP de Lyon"),
    ("UPMC", "Université Pierre et Marie Curie (Paris VI)"),
    ("UPMC", "Paris 6"),
    ("Paris 1 Panthéon-Sorbonne", "Université Paris I"),
    ("Université Claude Bernard Lyon 1", "Lyon 1"),
    ("Univ Lyon 2", "Université Lumière Lyon II"),
    ("Université Paris-Dauphine", "Paris IX"),
    ("Paris-Sud 11", "Université Paris-Sud"),
    ("EPFL", "École polytechnique fédérale de Lausanne"),
    ("EPFL", "Swiss Federal Institute of Technology Lausanne"),
    ("ETH Zürich", "ETH"),
    ("ETHZ", "Eidgenössische Technische Hochschule Zürich"),
    ("TU München", "Technische Universität München"),
    ("TUM", "TU Munich"),
    ("TU Berlin", "Technical University of Berlin"),
    ("KTH", "KTH Royal Institute of Technology"),
    ("KTH", "Kungliga Tekniska högskolan"),
    ("MIT", "Massachusetts Institute of Technology"),
    ("Massachussets Institute of Technology", "MIT"),
    ("LSE", "London School of Economics and Political Science"),
    ("UCL", "University College London"),
    ("HEC", "HEC Paris"),
    ("HEC", "École des hautes études commerciales"),
    ("CNAM", "Conservatoire national des arts et métiers"),
    ("Arts et Métiers ParisTech", "ENSAM"),
    ("AgroParisTech", "Agro ParisTech"),
    ("École centrale de Lyon", "Centrale Lyon"),
    ("Supélec", "École supérieure d'électricité"),
    ("École des mines de Paris", "Mines ParisTech"),
    ("École des Ponts ParisTech", "ENPC"),
    ("ESSEC", "ESSEC Business School"),
    ("ESCP", "ESCP Europe"),
    ("University of Geneva", "Université de Genève"),
    ("Universität Wien", "University of Vienna"),
    ("Universidad de Salamanca", "University of Salamanca"),
    ("Oxford", "University of Oxford"),
    ("UC Berkeley", "University of California, Berkeley"),
    ("King's College London", "Kings College London"),
    ("Université de Grenobel", "Université de Grenoble"),
    ("Cap Gemini", "Capgemini"),
    ("Renault", "RENAULT S.A.S."),
    ("AT&T", "at&t inc."),
    ("Univeristé Lyon 2", "Université Lumière Lyon II"),
    ("Dauphine", "Université Paris Dauphine - PSL"),
    ("Assas", "Université Paris II"),
    ("Paris Dauphine", "Paris IX"),
    ("UGA", "Université Grenoble Alpes"),
    ("Université technologique de Compiègne", "UTC"),
    ("Kedge Business School", "KEDGE"),
    ("Columbia", "Columbia University in the City of New York"),
    ("McKinsey", "McKinsey & Company"),
    ("Rothschild & Cie", "Rothschild"),
    ("L'Oréal", "Loreal"),
]

APART = [
    ("Northeastern University", "Northwestern University"),
    ("Lycée Claude Bernard", "Université Claude Bernard"),
    ("Université catholique de Lyon", "Université catholique de Lille"),
    ("Télécom Paris", "Télécom SudParis"),
    ("Harvard", "Harvard Business School"),
    ("Paris 1", "Paris 2"),
    ("Université Paris 1", "Université Paris 11"),
    ("Lyon 1", "Paris 1"),
    ("Université de Montpellier", "Université de Montpellier 2"),
    ("Lycée Louis-XI", "Lycée Louis-XII"),
    ("ENS Lyon", "ENS Paris"),
    ("ENS Paris-Saclay", "ENS Paris"),
    ("ENS", "ENA"),
    ("ENS Paris Saclay", "ENA Paris Saclay"),
    ("X", "Polytechnique Montréal"),
    ("X", "EPFL"),
    ("HEC", "HEI"),
    ("HEC Paris", "HEC Montréal"),
    ("INSA Lyon", "INSA Rouen"),
    ("INSA Lyon", "INSA"),
    (
        "Institut national des sciences appliquées de Lyon",
        "Institut national des sciences appliquées de Rouen",
    ),
    ("Université catholique de Lille", "Université catholique de Lyon"),
    ("Université catholique de Louvain", "Katholieke Universiteit Leuven"),
    ("UCL", "UCLouvain"),
    ("Université d'Angers", "Université d'Anvers"),
    ("Université de Fribourg", "Université de Freiburg"),
    ("Stanford University", "University of Salford"),
    ("University of Austria", "University of Australia"),
    ("Northern University", "Southern University"),
    (
        "École nationale supérieure d'architecture de Lyon",
        "École nationale supérieure d'architecture de Nancy",
    ),
    ("École centrale de Lyon", "École centrale de Lille"),
    ("Lycée Claude Bernard", "Université Claude Bernard Lyon 1"),
    ("Paris Est", "Paris Ouest"),
    ("ENSAT Toulouse", "ENSSAT Toulouse"),
    ("ESSEC", "Essex"),
    ("MIT", "MT"),
    ("Accor", "Accord"),
    ("3M", "3I"),
    ("", ""),
    ("?", "!"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_one_institution(one: str, other: str) -> None:
    assert agree(one, other, similar)
    assert agree(other, one, similar)


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_are_two(one: str, other: str) -> None:
    assert not agree(one, other, similar)
    assert not agree(other, one, similar)


def test_what_differs_in_writing_alone_has_one_key() -> None:
    for one, other in (("Univ. Montpellier II", "université de montpellier 2"), ("HEC", "H.E.C.")):
        assert institution_key(one) == institution_key(other)
    assert institution_key("—") == ""


def test_the_longest_name_is_read_in_no_time_and_no_further_than_200_letters() -> None:
    assert institution_key("a" * 300) == institution_key("a" * 200)


@pytest.mark.parametrize("short", [*SHORT_NAMES, *WHOLE_NAMES])
def test_every_long_form_has_the_key_of_its_short_one(short: str) -> None:
    longs = (*SHORT_NAMES.get(short, ()), *WHOLE_NAMES.get(short, ()))
    assert {institution_key(each) for each in longs} == {institution_key(short)}


def test_a_short_name_stands_for_one_long_form_as_words() -> None:
    assert long_forms()["insa"] == ("institut", "national", "sciences", "appliquees")


NAMES = st.one_of(
    st.sampled_from([name for pair in (*SAME, *APART) for name in pair]),
    st.text(alphabet="aeinrstél 12IV.'-&", max_size=24),
)


@given(one=NAMES, other=NAMES)
def test_agreement_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert agree(one, other, similar) == agree(other, one, similar)


@given(name=NAMES, twice=st.booleans())
def test_a_name_agrees_with_itself_in_capitals(name: str, twice: bool) -> None:
    other = f" {name}  " if twice else name.upper().replace("É", "E")
    assert agree(name, other, similar) == bool(institution_key(name))


@given(one=NAMES, other=NAMES)
def test_names_that_agree_hold_the_same_numbers(one: str, other: str) -> None:
    if agree(one, other, similar):
        digits = [
            sorted(word for word in institution_key(each).split() if any(map(str.isdigit, word)))
            for each in (one, other)
        ]
        assert digits[0] == digits[1]


@given(st.lists(NAMES, max_size=12), NAMES)
def test_the_index_finds_all_that_agree(names: list[str], wanted: str) -> None:
    index = InstitutionIndex(similar)
    keys = {institution_key(name) for name in names} - {""}
    half = len(names) // 2
    index.learn(map(institution_key, names[:half]))
    key = institution_key(wanted)
    index.agreeing(key)
    index.learn(map(institution_key, names[half:]))
    if key:
        expected = {each for each in keys if keys_agree(each, key, similar)} | {key}
        assert set(index.agreeing(key)) >= expected & ({key} | keys)


def test_names_are_nine_letters_in_ten_alike_at_least() -> None:
    for alike, same in ((89.9, False), (90.0, True)):
        assert agree("Schneider Electric", "Schnieder Electric", lambda *_, n=alike: n) == same


def test_without_a_measure_only_the_same_key_agrees() -> None:
    index = InstitutionIndex()
    index.learn(["capgemini"])
    assert index.agreeing("cap gemini") == ("cap gemini",)
