"""Monica's two exports: the same people from both, no secret from either."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import TODAY
from monica_exports import PHOTO, account, as_json, as_sql

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.monica.reader import MONICA, looks_like_monica
from store.formats.monica.sql_rows import rows_of
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.person import Anniversary, Person

EXPORTS = {"json": as_json(), "sql": as_sql()}


def read(data: bytes) -> Reading:
    return MONICA.read(data, "monica", Known(today=TODAY))


def ana(reading: Reading) -> Person:
    return next(each for each in reading.people if each.name == "Ana M. Ek")


@pytest.fixture(params=sorted(EXPORTS))
def reading(request: pytest.FixtureRequest) -> Reading:
    data = EXPORTS[request.param]
    assert looks_like_monica(data[: 64 * 1024], "x")
    return read(data)


def test_contacts_are_people_but_the_user_and_who_is_only_named(reading: Reading) -> None:
    assert [each.name for each in reading.people] == ["Ana M. Ek", "Bo Sand"]
    assert reading.me is not None
    assert (reading.me.name, reading.me.emails) == ("Zoë Roux", ("zoe@roux.example",))


def test_a_card_has_all_that_its_contact_had(reading: Reading) -> None:
    card = ana(reading)
    assert card.sources == ("monica:aaaa-1",)
    assert (card.nicknames, card.emails) == (("Annie",), ("ana@ek.example",))
    assert card.phones == ("0612345678",)
    assert (card.title, card.org, card.tags) == ("Engineer", "Acme, Inc.", ("fair", "north"))
    assert [city.name for city in card.cities] == ["Lund"]
    assert (card.cadence_days, card.met, card.birthday) == (30, date(2019, 10, 3), "--04-12")
    assert card.dates == (Anniversary(name="Wedding", on="2015-06-12"),)
    assert card.notes.split("\n") == [
        *("Likes [b]tea[/b]", "No fish", "Rex"),
        *("2020-01-02: Moves to Lund", "in May", "2023-09-01: New house"),
    ]


def test_the_dead_are_told_and_ages_are_years(reading: Reading) -> None:
    bo = reading.people[1]
    assert (bo.status, bo.deceased_on, bo.birthday) == ("deceased", date(2022, 2, 3), "1950")


def test_what_no_field_holds_is_carried(reading: Reading) -> None:
    held = {(each.name, each.params): each.value for each in ana(reading).properties}
    assert held["ADR", ""] == ";;1 Gata\\, port 2;Lund;;222;SE"
    assert held["X-SOCIALPROFILE", "TYPE=Telegram"] == "ana_ek"
    assert held["RELATED", "TYPE=child;VALUE=text"] == "Emma"
    assert held["RELATED", "TYPE=colleague;VALUE=text"] == "Bo Sand"
    assert "amount=12.5" in held["X-MONICA-DEBT", ""]


def test_ties_are_between_those_who_have_cards(reading: Reading) -> None:
    assert [(tie.one.name, tie.other.name, tie.how) for tie in reading.ties] == [
        ("Ana M. Ek", "Bo Sand", ""),
        ("Ana M. Ek", "Bo Sand", "through"),
    ]


def test_calls_conversations_and_activities_are_contacts(reading: Reading) -> None:
    told = [
        (
            each.interaction.kind,
            each.interaction.on,
            each.interaction.by,
            each.interaction.note,
            [each.with_name, *(whom.name for whom in each.also)],
        )
        for each in reading.interactions
    ]
    assert told == [
        ("call", date(2024, 5, 6), "them", "Job?", ["Ana M. Ek"]),
        ("message", date(2024, 7, 1), "them", "Well?\nYes", ["Ana M. Ek"]),
        ("in_person", date(2024, 8, 9), None, "Lunch. By the lake", ["Ana M. Ek", "Bo Sand"]),
    ]


def test_reminders_and_tasks_are_promises_on_their_next_day(reading: Reading) -> None:
    promises = {
        each.record.why: each.record.on
        for each in reading.records
        if isinstance(each.record, FollowUp)
    }
    assert promises == {
        "Ask for the plans": date(2030, 1, 15),
        "Call": date(2026, 11, 30),
        "Send the deck": TODAY,
    }


def test_an_idea_for_a_present_waits_and_the_others_are_done(reading: Reading) -> None:
    presents = {
        each.record.note: (each.record.direction, each.record.closed)
        for each in reading.records
        if isinstance(each.record, Exchange)
    }
    assert presents == {
        "A tea pot": ("given", None),
        "A book": ("received", date(2024, 3, 1)),
    }


def test_what_stays_behind_is_told(reading: Reading) -> None:
    assert {"monica.journal", "monica.documents"} <= {each.why.id for each in reading.refused}
    assert all(each.line > 0 for each in reading.refused)


def test_no_secret_is_taken(reading: Reading) -> None:
    assert b"SECRET" not in msgspec.json.encode(
        [reading.people, reading.interactions, reading.me, [str(each) for each in reading.records]]
    )


def test_both_exports_give_the_same_keys() -> None:
    one, other = (read(data) for data in EXPORTS.values())
    assert [each.sources for each in one.people] == [each.sources for each in other.people]
    assert [each.interaction.source for each in one.interactions] == [
        each.interaction.source for each in other.interactions
    ]
    assert [each.key for each in one.records] == [each.key for each in other.records]


def test_a_photo_is_carried_and_a_large_one_kept_beside() -> None:
    small = read(as_json())
    assert PHOTO in [each.value for each in ana(small).properties]
    whole = account()
    photo = whole["account"]["data"][3]["values"][0]["properties"]
    photo["dataUrl"] = "data:image/png;base64," + "A" * 40_000
    large = read(json.dumps(whole).encode())
    assert list(large.parts.values()) == [photo["dataUrl"].encode()]
    kept = next(each for each in ana(large).properties if each.name == "PHOTO")
    assert kept.value.endswith(next(iter(large.parts)))


def test_sql_within_a_text_is_a_text() -> None:
    assert all("Mallory" not in each.name for each in read(as_sql()).people)


def test_a_dump_that_is_cut_off_gives_what_it_has() -> None:
    data = as_sql()
    for cut in range(0, len(data), 97):
        read(data[:cut])
    half = read(data[: data.index(b"INSERT IGNORE INTO `special_dates`")])
    assert "Ana M. Ek" in [each.name for each in half.people]
    assert ana(half).notes.startswith("Likes [b]tea[/b]")
    assert ana(half).birthday == ""


def test_strings_that_are_never_closed_cost_no_more_than_their_length() -> None:
    text = "INSERT INTO `a` (`b`) VALUES (\\'" * 50_000 + "'"
    assert list(rows_of(text, {})) == []


@pytest.mark.parametrize(
    "data",
    [b'{"app_version": 1, "account": {', b"{" * 100_000, b'{"app_version":' + b"[" * 100_000],
)
def test_a_damaged_json_is_told(data: bytes) -> None:
    assert [(each.line, each.why.id) for each in read(data).refused] == [(0, "monica.no_json")]


@pytest.mark.parametrize(
    "text", ["{}", '{"version": 1}', "SELECT 1;", "INSERT INTO t (a) VALUES (1);"]
)
def test_other_files_are_not_taken_for_it(text: str) -> None:
    assert not looks_like_monica(text.encode(), "x.sql")


scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
nodes = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "data",
                    "type",
                    "values",
                    "properties",
                    "uuid",
                    "account",
                    "birthdate",
                    "date",
                    "tags",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(nodes)
def test_no_json_makes_it_fail(root: object) -> None:
    read(json.dumps({"account": root}).encode())
    whole = account()
    whole["account"]["data"][1]["values"].append(root)
    whole["account"]["data"][1]["values"][0]["data"].append(root)
    assert len(read(json.dumps(whole).encode()).people) >= 2


@given(st.binary(max_size=200), st.integers(0, 6000))
def test_no_sql_makes_it_fail(data: bytes, place: int) -> None:
    sql = as_sql()
    read(sql[:place] + data + sql[place:])
