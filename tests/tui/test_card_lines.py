"""A card as lines of a form and back: what is not touched is not changed."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.actions.card_form import CARD
from store.actions.edit import Edit
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.clean import clean_line, clean_text
from store.records.ids import PersonId
from store.records.kinds import KINDS, LANGUAGES, LAYERS, Language
from store.records.person import Anniversary, City, Employment, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.records.stay_text import stay_text
from store.words.fold import fold
from store.words.words import Words
from tui.phrasing.card_lines import Card, card_lines
from tui.typed.card_lines import BadLinesError, Reader, changed_params
from tui.typed.listed import joined, last_part, parts

TODAY = date(2026, 11, 20)
OTHERS = (
    Person(id="B", name="Bob Martin"),
    Person(id="C", name="Bob Martin"),
    Person(id="D", name="Dupont, Jean; alias [b]x[/]"),
)

_line = (
    st.text(st.sampled_from("aéŁ ,;\"'()[]:=-/@19œ&"), min_size=1, max_size=10)
    .map(clean_line)
    .filter(bool)
)
_name = _line.filter(lambda text: bool(fold(text).strip()) and not text.endswith(" -"))
_lists = st.lists(_name, max_size=3, unique_by=fold).map(tuple)
_years = st.sampled_from([None, "2004", "2009-06", "1998-09-01"])
_days = st.sampled_from(["2015-06-12", "--06-12", "--02-29"])
_others = st.sampled_from([PersonId("B"), PersonId("C"), PersonId("D")])


def _unique(each: School | City | Employment) -> str:
    return fold(" ".join(stay_text(each).split()))


_schools = st.lists(
    st.builds(School, name=_name, start=_years, end=_years), max_size=3, unique_by=_unique
).map(tuple)
_cities = st.lists(
    st.builds(
        City,
        name=_name.filter(lambda text: ":" not in text),
        kind=st.sampled_from(["now", "past", "native"]),
        start=_years,
        end=_years,
    ),
    max_size=3,
    unique_by=_unique,
).map(tuple)
_dates = st.lists(
    st.builds(Anniversary, name=_name, on=_days), max_size=2, unique_by=lambda each: fold(each.name)
).map(tuple)
_persons = st.builds(
    Person,
    id=st.just("A"),
    name=_name,
    nicknames=_lists,
    emails=_lists,
    org=st.one_of(st.just(""), _line),
    employers=_lists,
    needs=_lists,
    offers=_lists,
    schools=_schools,
    cities=_cities,
    timezone=st.sampled_from(["", "Europe/Paris", "America/New_York"]),
    dates=_dates,
    passions=_lists,
    layer=st.sampled_from([None, *LAYERS]),
    cadence_days=st.sampled_from([None, 0, 30, 3660]),
    prefers=st.sampled_from([None, *KINDS]),
    avoids=st.lists(st.sampled_from(KINDS), unique=True, max_size=3).map(tuple),
    met=st.sampled_from([None, date(2020, 2, 29)]),
    birthday=st.sampled_from(["", "1985", "--04-12"]),
    through=st.one_of(st.none(), _others),
    knows=st.lists(_others, unique=True).map(tuple),
    pinned=st.booleans(),
    notes=st.text(st.sampled_from("a \n[#é"), max_size=12).map(clean_text),
)


def network(person: Person) -> Snapshot:
    return snapshot_of({"people": {each.id: each for each in (person, *OTHERS)}})


def read(person: Person, language: Language, before: dict[str, str], now: dict[str, str]) -> Person:
    """The card once what was typed is saved."""
    snapshot = network(person)
    reader = Reader(person, snapshot, Words(language), TODAY)
    params = changed_params(CARD, before, now, reader)
    if not params:
        return person
    service = Service(MemoryKeeper(snapshot), ACTIONS, clock_on(TODAY), fresh_id, Settings())
    service.perform("edit", msgspec.convert({"person": "A", **params}, Edit))
    return service.snapshot.people[PersonId("A")]


def written(person: Person, language: Language) -> dict[str, str]:
    return card_lines(CARD, Card(person, network(person), Words(language)))


@given(_persons, st.sampled_from(LANGUAGES))
def test_lines_that_nobody_touched_change_nothing(person: Person, language: Language) -> None:
    lines = written(person, language)
    assert read(person, language, lines, lines) is person


@given(_persons, st.sampled_from(LANGUAGES), st.sampled_from([each.param for each in CARD]))
def test_a_line_read_anew_as_it_stands_gives_the_same_card(
    person: Person, language: Language, param: str
) -> None:
    lines = written(person, language)
    touched = lines | {param: f"{lines[param]} (before)"}
    again = read(person, language, touched, lines)
    assert msgspec.structs.replace(again, new_job_on=None, employers=person.employers) == person


@given(_persons, st.sampled_from(LANGUAGES))
def test_a_touched_line_changes_its_field_alone(person: Person, language: Language) -> None:
    lines = written(person, language)
    after = read(person, language, lines, lines | {"passion": "voile, jazz"})
    assert after == msgspec.structs.replace(person, passions=("voile", "jazz"))


@given(st.lists(_name, max_size=4).map(tuple))
def test_texts_on_a_line_come_back(texts: tuple[str, ...]) -> None:
    assert parts(joined(texts)) == texts


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("INSA, éc", ("INSA, ", "éc")),
        ("éc", ("", "éc")),
        ("", ("", "")),
        ("a, b; c", ("a, b; ", "c")),
        ('"a; b", c', ('"a; b", ', "c")),
        ("a,", ("a,", "")),
    ],
)
def test_the_last_text_is_what_is_being_typed(text: str, split: tuple[str, str]) -> None:
    assert last_part(text) == split


@pytest.mark.parametrize(
    ("param", "text", "id"),
    [
        ("name", " ", "form.no_name"),
        ("layer", "16", "form.bad_layer"),
        ("cadence", "often", "form.bad_cadence"),
        ("prefers", "smoke", "form.bad_kind"),
        ("avoid", "call, smoke", "form.bad_kind"),
        ("met", "someday", "date.unreadable"),
        ("met", "mars 2019", "form.needs_day"),
        ("met", "2019", "form.needs_day"),
        ("met", "31/02/2024", "date.impossible"),
        ("birthday", "soon", "problem.bad_birthday"),
        ("birthday", "1985-02-30", "date.impossible"),
        ("date", "wedding", "form.bad_date"),
        ("date", "wedding June 2015", "form.bad_date"),
        ("through", "Ada", "problem.names_itself"),
        ("knows", "Nobody", "problem.nobody_named"),
        ("knows", "Bob Martin", "problem.which_person"),
        ("pinned", "perhaps", "form.bad_switch"),
        ("timezone", "paris", "problem.bad_zone_near"),
        ("timezone", "zzzz", "problem.bad_zone"),
    ],
)
def test_what_cannot_be_meant_is_told_of_its_line(param: str, text: str, id: str) -> None:
    person = Person(id="A", name="Ada")
    lines = written(person, "en")
    with pytest.raises(BadLinesError) as bad:
        read(person, "en", lines, lines | {param: text})
    assert {param: each.id for param, each in bad.value.said.items()} == {param: id}


def test_all_lines_that_cannot_be_meant_are_told_at_once() -> None:
    person = Person(id="A", name="Ada")
    lines = written(person, "en")
    with pytest.raises(BadLinesError) as bad:
        read(person, "en", lines, lines | {"name": "", "layer": "16", "birthday": "soon"})
    assert list(bad.value.said) == ["name", "layer", "birthday"]


def test_days_are_read_as_people_write_them() -> None:
    person = Person(id="A", name="Ada", birthday="--04-12")
    assert written(person, "en")["birthday"] == "12 April"
    assert written(person, "fr")["birthday"] == "12 avril"
    lines = written(person, "fr")
    typed = {"birthday": "13/04/1985", "date": "mariage 12 juin 2015, fête 1er mai"}
    after = read(person, "fr", lines, lines | typed)
    assert after.birthday == "1985-04-13"
    assert after.dates == (
        Anniversary(name="mariage", on="2015-06-12"),
        Anniversary(name="fête", on="--05-01"),
    )


def test_languages_are_shown_by_name_and_kept_by_code() -> None:
    person = Person(id="A", name="Ada", languages=("fr", "anglais", "breton"))
    lines = written(person, "en")
    assert lines["language"] == "French, anglais, breton"
    more = read(person, "en", lines, lines | {"language": f"{lines['language']}, german, Deutsch"})
    assert more.languages == ("fr", "anglais", "breton", "de")
    other = read(person, "en", lines, lines | {"language": "English, Breton"})
    assert other.languages == ("en", "Breton")


def test_words_of_both_languages_are_read_whatever_the_language() -> None:
    person = Person(id="A", name="Ada", layer=15)
    lines = written(person, "en")
    typed = {"prefers": "appel", "avoid": "e-mail, visio", "pinned": "oui", "layer": ""}
    after = read(person, "en", lines, lines | typed | {"met": "15 mars 2024", "cadence": "6 sem"})
    assert (after.prefers, after.avoids, after.pinned) == ("call", ("email", "video"), True)
    assert (after.layer, after.met, after.cadence_days) == (None, date(2024, 3, 15), 42)


def test_years_struck_out_are_gone() -> None:
    person = Person(
        id="A",
        name="Ada",
        schools=(School(name="INSA Lyon", start="2004-09", end="2009"),),
        employers=("Aubier",),
        employment=(Employment(name="Aubier", start="2010"),),
    )
    lines = written(person, "fr")
    assert lines["school"] == "INSA Lyon 2004-2009"
    assert lines["employer"] == "Aubier 2010"
    after = read(person, "fr", lines, lines | {"school": "INSA Lyon", "employer": "Aubier"})
    assert after.schools == (School(name="INSA Lyon"),)
    assert (after.employers, after.employment) == (("Aubier",), ())


def test_two_of_one_name_are_told_apart_by_their_id() -> None:
    person = Person(id="A", name="Ada", knows=(PersonId("B"),))
    lines = written(person, "en")
    assert lines["knows"] == "Bob Martin (B)"
    after = read(person, "en", lines, lines | {"knows": "Bob Martin (C), B"})
    assert after.knows == (PersonId("C"), PersonId("B"))
