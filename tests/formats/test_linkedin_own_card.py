"""What an export says of the user fills the gaps of their own card."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.intake import import_paths
from store.formats.known import Known
from store.formats.linkedin.days import month_of
from store.formats.linkedin.reader import looks_like_linkedin, read_linkedin
from store.formats.own_card import completed, filled
from store.formats.plan import ImportHow, Plan
from store.records.me import ME, Me
from store.records.person import City, Employment, Person, School
from store.records.snapshot import EMPTY, Snapshot, snapshot_of

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    'Camille,Moreau,,,,Engineer,"Two\nlines",Timber,69001,"Lyon, Auvergne-Rhône-Alpes, France",,,\n'
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Cadmium,Board member,,,May 2015,\n"
    'Aubier,Head of Research,"Wood, mostly",Lyon,Jan 2020,\n'
    "Aubier,Engineer,,,Jan 2017,Dec 2019\n"
    "Borealis,Engineer,,,Sep 2012,Dec 2016\n"
)
EDUCATION = (
    "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "INSA Lyon,Sep 2004,2009,,Ingénieur,\n"
    "Université Lyon II,,,,,\n"
)
LANGUAGES = "Name,Proficiency\nFrench,Native or bilingual proficiency\nSwedish,\n"
FILES = {
    "Profile.csv": PROFILE,
    "Positions.csv": POSITIONS,
    "Education.csv": EDUCATION,
    "Languages.csv": LANGUAGES,
}
OWN = Me(
    name="Camille Moreau",
    org="Aubier",
    title="Head of Research",
    cities=(City(name="Lyon"),),
    schools=(
        School(name="INSA Lyon", start="2004-09", end="2009"),
        School(name="Université Lyon II"),
    ),
    employers=("Cadmium", "Borealis"),
    employment=(
        Employment(name="Cadmium", start="2015-05"),
        Employment(name="Aubier", start="2017-01"),
        Employment(name="Borealis", start="2012-09", end="2016-12"),
    ),
    fields=("Timber",),
    languages=("French", "Swedish"),
)


def export(folder: Path, kind: str, files: Mapping[str, str] = FILES) -> str:
    """The files in a folder, or in a zip."""
    if kind == "zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            for name, text in files.items():
                made.writestr(f"Basic/{name}", text)
        path = folder / "export.zip"
        path.write_bytes(buffer.getvalue())
        return str(path)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def planned(path: str, snapshot: Snapshot = EMPTY, how: ImportHow = "merge") -> Plan:
    numbers = count(1)
    return import_paths([path], snapshot, how, lambda: f"N{next(numbers)}", date(2026, 11, 20))


def holding(me: Me) -> Snapshot:
    return snapshot_of({"people": {}, "me": {ME: me}})


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_an_empty_card_is_filled_once_and_by_one_change(kind: str, tmp_path: Path) -> None:
    path = export(tmp_path, kind)
    plan = planned(path)
    assert plan.me == {
        "name": 1,
        "org": 1,
        "title": 1,
        "cities": 1,
        "schools": 2,
        "employers": 2,
        "employment": 3,
        "fields": 1,
        "languages": 2,
    }
    assert (plan.new, plan.refused, len(plan.change_set.changes)) == ((), (), 1)
    after = EMPTY.apply(plan.change_set)
    assert after.me == OWN
    again = planned(path, after)
    assert (again.me, again.change_set.changes) == ({}, ())
    assert after.apply(plan.change_set.inverse()) == EMPTY


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    held = Me(
        name="Cam",
        org="Delta",
        title="Boss",
        cities=(City(name="Genève"),),
        schools=(School(name="INSA de Lyon"),),
        employers=("BOREALIS",),
        languages=("french",),
        passions=("jazz",),
    )
    plan = planned(export(tmp_path, "zip"), holding(held))
    me = holding(held).apply(plan.change_set).me
    assert (me.name, me.org, me.title, me.cities, me.passions) == (
        "Cam",
        "Delta",
        "Boss",
        (City(name="Genève"),),
        ("jazz",),
    )
    assert me.schools == (
        School(name="INSA de Lyon", start="2004-09", end="2009"),
        School(name="Université Lyon II"),
    )
    assert me.employers == ("BOREALIS", "Aubier", "Cadmium")
    assert me.languages == ("french", "Swedish")
    assert plan.me == {
        "schools": 2,
        "employers": 2,
        "employment": 3,
        "fields": 1,
        "languages": 1,
    }
    assert me.employment == (
        Employment(name="Cadmium", start="2015-05"),
        Employment(name="Aubier", start="2017-01"),
        Employment(name="BOREALIS", start="2012-09", end="2016-12"),
    )


@pytest.mark.parametrize(("how", "shown"), [("skip", 0), ("ask", 9)])
def test_only_a_merge_writes_on_the_own_card(how: ImportHow, shown: int, tmp_path: Path) -> None:
    plan = planned(export(tmp_path, "folder"), how=how)
    assert (len(plan.me), plan.change_set.changes) == (shown, ())


def test_half_of_one_post_is_not_put_beside_half_of_another(tmp_path: Path) -> None:
    path = export(tmp_path, "folder", {"Positions.csv": POSITIONS})
    for held, org, title in (
        (Me(org="Aubier SAS"), "Aubier SAS", "Head of Research"),
        (Me(org="Delta"), "Delta", ""),
        (Me(title="Boss"), "", "Boss"),
    ):
        me = holding(held).apply(planned(path, holding(held)).change_set).me
        assert (me.org, me.title) == (org, title)


def test_a_place_without_a_city_gives_none_and_a_damaged_member_is_passed_over(
    tmp_path: Path,
) -> None:
    place = PROFILE.replace('"Lyon, Auvergne-Rhône-Alpes, France"', "Greater Lyon Area")
    files = {"Profile.csv": place, "Positions.csv": "Company,Role\nAubier,Boss\n"}
    plan = planned(export(tmp_path, "zip", files))
    assert plan.me == {"name": 1, "fields": 1}
    assert plan.refused == ()


def test_the_name_of_the_profile_tells_who_wrote_the_letters(tmp_path: Path) -> None:
    letters = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER\n"
        "c1,,Ann Bee,https://www.linkedin.com/in/ann,Camille Moreau,https://www.linkedin.com/in/cm,"
        "2024-03-15 09:30:00 UTC,,Hi,INBOX\n"
        "c1,,Camille Moreau,https://www.linkedin.com/in/cm,Ann Bee,https://www.linkedin.com/in/ann,"
        "2024-03-16 09:30:00 UTC,,Hi,INBOX\n"
    )
    plan = planned(export(tmp_path, "zip", {"messages.csv": letters, "Profile.csv": PROFILE}))
    people = [each.after for each in plan.change_set.changes if isinstance(each.after, Person)]
    assert [each.name for each in people] == ["Ann Bee"]


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_told_by_its_header_and_gives_nobody(name: str) -> None:
    data = FILES[name].encode()
    assert looks_like_linkedin(data, "any.csv")
    reading = read_linkedin(data, name, Known())
    assert (reading.people, reading.refused) == ((), ())
    assert reading.me is not None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Sep 2004", "2004-09"),
        ("septembre 2004", "2004-09"),
        ("Sept. 2004", "2004-09"),
        ("août 2010", "2010-08"),
        ("févr. 2010", "2010-02"),
        ("09/2004", "2004-09"),
        ("2004-09", "2004-09"),
        ("2004", "2004"),
        ("14 Sep 2004", "2004-09"),
        ("2004-09-14", "2004-09"),
        ("", None),
        ("13/2004", None),
        ("Smarch 2004", None),
        ("Present", None),
    ],
)
def test_months_in_both_languages(text: str, month: str | None) -> None:
    assert month_of(text) == month


names = st.sampled_from(["", "Aubier", "AUBIER SAS", "Borealis", "Cadmium"])
own_cards = st.builds(
    Me,
    name=st.sampled_from(["", "Cam"]),
    org=names,
    title=st.sampled_from(["", "Boss", "Clerk"]),
    employers=st.lists(names.filter(bool), max_size=3).map(tuple),
    schools=st.lists(
        st.builds(School, name=names.filter(bool), start=st.sampled_from([None, "2004"])),
        max_size=3,
    ).map(tuple),
    languages=st.lists(st.sampled_from(["French", "french"]), max_size=2).map(tuple),
)


@given(held=own_cards, told=own_cards)
def test_completing_keeps_all_that_is_there_and_is_done_once(held: Me, told: Me) -> None:
    after = completed(held, told)
    assert completed(after, told) == after
    for field in ("name", "org", "title"):
        assert getattr(after, field) == getattr(held, field) or not getattr(held, field)
    assert after.employers[: len(held.employers)] == held.employers
    assert len(after.schools) >= len(held.schools)
    assert (not filled(held, after)) == (after == held)


@given(st.text(max_size=20))
def test_any_text_is_a_month_or_none(text: str) -> None:
    month = month_of(text)
    assert month is None or month[:4].isdigit()
