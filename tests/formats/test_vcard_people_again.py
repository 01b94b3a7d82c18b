"""People written as cards and read again are the same people, whatever is on their cards."""

from __future__ import annotations

from datetime import date
from string import ascii_letters

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_cards import BOTH, again, cards_text, version_of

from store.formats.exported import ExportFormat
from store.formats.vcard.reader import read_vcards
from store.records.clean import clean_line, clean_text
from store.records.kinds import KINDS, LAYERS
from store.records.person import (
    Anniversary,
    City,
    Deferral,
    Employment,
    Pause,
    Person,
    School,
)

_TEXT = st.text(
    st.one_of(st.sampled_from("ab ,;:\\\"^'=\t<é山🎂"), st.characters(codec="utf-8")),
    max_size=90,
)
LINES = _TEXT.map(clean_line).filter(lambda text: any(each.isalnum() for each in text))
NOTES = st.lists(_TEXT, max_size=4).map(lambda texts: clean_text("\n".join(texts)))
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
YEARS = st.one_of(st.none(), st.sampled_from(("2009", "2009-09", "2009-09-01")))
DATES = st.one_of(DAYS.map(date.isoformat), DAYS.map(lambda day: f"--{day.isoformat()[5:]}"))
BIRTHDAYS = st.one_of(
    DATES, st.sampled_from(("", "--02-29", "1985-04", "1985", "--04")), st.just("")
)


def _several(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=3, unique=True).map(tuple)


def _tuples(parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(parts, max_size=2).map(tuple)


PEOPLE: st.SearchStrategy[Person] = st.builds(
    Person,
    id=st.text(ascii_letters, min_size=1, max_size=5),
    name=LINES,
    nicknames=_several(LINES),
    emails=_several(LINES),
    phones=_several(LINES.filter(lambda text: not text.lower().startswith("tel:"))),
    links=_several(LINES),
    org=st.one_of(st.just(""), LINES),
    title=st.one_of(st.just(""), LINES),
    schools=_tuples(st.builds(School, name=LINES, start=YEARS, end=YEARS)),
    cities=_tuples(
        st.builds(
            City,
            name=LINES,
            kind=st.sampled_from(("now", "past", "native")),
            start=YEARS,
            end=YEARS,
        )
    ),
    employers=_several(LINES),
    employment=_tuples(st.builds(Employment, name=LINES, start=YEARS, end=YEARS)),
    passions=_several(LINES),
    fields=_several(LINES),
    languages=_several(st.one_of(LINES, st.sampled_from(("fr", "en-GB", "French")))),
    tags=_several(LINES.filter(lambda text: text.lower() != "mycontacts")),
    needs=_several(LINES),
    offers=_several(LINES),
    layer=st.sampled_from((None, *LAYERS)),
    cadence_days=st.one_of(st.none(), st.integers(0, 999)),
    prefers=st.sampled_from((None, *KINDS)),
    avoids=st.lists(st.sampled_from(KINDS), unique=True, max_size=3).map(tuple),
    met=st.one_of(st.none(), DAYS),
    where=NOTES,
    birthday=BIRTHDAYS,
    dates=st.lists(
        st.builds(Anniversary, name=st.one_of(LINES, st.just("Anniversary")), on=DATES),
        max_size=3,
        unique_by=lambda each: (each.name, each.on),
    ).map(tuple),
    new_job_on=st.one_of(st.none(), DAYS),
    intent=NOTES,
    status=st.sampled_from(("active", "faded", "deceased")),
    deceased_on=st.one_of(st.none(), DAYS),
    pauses=_tuples(st.builds(Pause, start=DAYS, until=DAYS)),
    deferrals=_tuples(
        st.builds(Deferral, row=LINES, on=DAYS, until=DAYS, how=st.sampled_from(("snooze", "pass")))
    ),
    pinned=st.booleans(),
    declined=_several(LINES),
    notes=NOTES,
    private_notes=NOTES,
    added=st.one_of(st.none(), DAYS),
    sources=st.one_of(st.just(("uid:1",)), st.just(("linkedin:ada", "uid:x,y;z"))),
)


def _bare(person: Person) -> Person:
    return msgspec.structs.replace(person, id="")


@pytest.mark.parametrize("form", BOTH, ids=version_of)
@given(person=PEOPLE)
def test_anybody_comes_back_the_same(form: ExportFormat, person: Person) -> None:
    reading = again([person], form, private=True)
    assert reading.refused == ()
    assert reading.people == (_bare(person),)


@pytest.mark.parametrize("form", BOTH, ids=version_of)
@given(person=PEOPLE)
def test_what_is_read_of_it_writes_the_same_text(form: ExportFormat, person: Person) -> None:
    text = cards_text([person], form)
    people = read_vcards(text.encode(), "x.vcf").people
    assert cards_text([msgspec.structs.replace(people[0], id=person.id)], form) == text
