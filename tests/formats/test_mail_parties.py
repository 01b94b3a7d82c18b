"""Whom a header names, and by what name."""

from __future__ import annotations

import email.headerregistry
import email.policy
import time
from email.message import EmailMessage
from email.parser import Parser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.mail.encoded_words import decoded
from store.formats.mail.letter import Party
from store.formats.mail.parties import MOST_PARTIES, address_of, parties_of

ANA = Party("ana@x.example", "Ana Ek")


@pytest.mark.parametrize(
    "written",
    [
        "Ana Ek <ana@x.example>",
        '"Ana Ek" <ANA@X.example>',
        '"Ana\\ Ek"<ana@x.example>',
        "ana@x.example (Ana Ek)",
        "Ana\tEk  < ana@x.example >",
        "Ana Ek <mailto:ana@x.example>",
        "Ana Ek <@relay.example:ana@x.example>",
        "Friends: Ana Ek <ana@x.example>;",
        "=?utf-8?q?Ana_Ek?= <ana@x.example>",
        '"=?utf-8?B?QW5hIEVr?=" <ana@x.example>',
        "Ana Ek ana@x.example",
        "Ana Ek <ana@x.example>, undisclosed-recipients:;",
        "root, Ana Ek <ana@x.example>",
        "Ana (a (nested) comment) Ek <ana@x.example>",
        '"Ana Ek <ana@x.example>',
        "(Ana Ek <ana@x.example>",
    ],
)
def test_one_person_in_every_way_of_writing_them(written: str) -> None:
    assert parties_of(written) == (ANA,)


@pytest.mark.parametrize(
    "written",
    ["", "undisclosed-recipients:;", "root", "<>", "Ana <ana>", "a@b@c", '"Ana" <a@x.y>:<b@z.y>'],
)
def test_what_has_no_address_or_two_is_nobody(written: str) -> None:
    assert parties_of(written) == ()


def test_commas_in_quotes_and_groups_set_nobody_apart() -> None:
    found = parties_of('"Ek, Ana" <a@x.y>, Board: b@x.y, "C; D" <c@x.y>;, d@x.y (E, F), a@x.y')
    assert [(each.name, each.address) for each in found] == [
        ("Ek, Ana", "a@x.y"),
        ("", "b@x.y"),
        ("C; D", "c@x.y"),
        ("E, F", "d@x.y"),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("=?ISO-8859-1?Q?Fran=E7ois_Boulogne?=", "François Boulogne"),
        ("=?utf-8?b?w4lsaQ==?= =?utf-8?b?c2U=?=", "Élise"),
        ("=?utf-8?q?=C3?= =?utf-8?q?=89lise?=", "Élise"),
        ("=?utf-8?q?Ana?= Ek", "Ana Ek"),
        ("=?koi8-r?B?4c7OwQ==?=", "Анна"),
        ("=?us-ascii*en?Q?Ana?=", "Ana"),
        ("=?iso-8859-1?q?=C3=89lise?=", "Élise"),
        ("=?windows-1252?q?=9Cuvre?=", "œuvre"),
        ("=?utf-8?b?QW5h?", "=?utf-8?b?QW5h?"),
        ("=?nonsense?q?Ana?=", "Ana"),
        ("=?punycode?q?Ana-?=", "Ana-"),
    ],
)
def test_encoded_words_are_read(written: str, name: str) -> None:
    assert decoded(written) == name


@given(st.text(max_size=60))
def test_a_name_that_the_standard_library_wrote_is_read_as_it_was(text: str) -> None:
    name = " ".join(text.split())
    if not name.isprintable() or not name:
        return
    made = EmailMessage(policy=email.policy.default)
    try:
        made["To"] = email.policy.default.header_factory(
            "To", email.headerregistry.Address(name, "ana", "x.example")
        )
    except ValueError:
        return
    value = " ".join(made.as_string().partition(":")[2].split())
    oracle = Parser(policy=email.policy.default).parsestr(f"To: {value}\n\n")["to"].addresses
    if len(oracle) == 1 and oracle[0].display_name == name and not set(name) & set('"\\()@<>'):
        assert [each.address for each in parties_of(value)] == ["ana@x.example"]


@given(st.text(alphabet='"\\()<>@,;:=? \t\u202eaé\x1b', max_size=200))
def test_any_text_gives_addresses_without_anything_a_terminal_obeys(text: str) -> None:
    for each in parties_of(text):
        assert "@" in each.address
        assert each.address == address_of(each.address)
        assert not set("\x1b\u202e\t\n") & set(each.address + each.name)


def test_a_hundred_thousand_recipients_and_brackets_without_end_take_no_time() -> None:
    start = time.perf_counter()
    found = parties_of(",".join(f"a{n}@x.example" for n in range(100_000)))
    assert len(found) == MOST_PARTIES
    for hostile in ('"\\', "(\\", "((", "(a(\\", "<", "=?utf-8?q?", "a@b,", "a ", ":", "a@b:"):
        parties_of(hostile * (64 * 1024 // len(hostile)))
    assert time.perf_counter() - start < 5
