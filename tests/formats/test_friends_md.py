"""friends.md: people, what was noted of them, what was done together."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.friends_md.reader import FRIENDS, looks_like_friends, read_friends
from store.formats.incoming import Reading
from store.formats.known import Known

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
REAL = SHARED / "data" / "open" / "friends" / "JacobEvelyn__friends" / "friends.md"

FILE = """### Activities:
- 2018-11-01: **Grace Hopper** and I went to _Martha's Vineyard_.
2018-01-04: Lunch with **Grace Hopper** and **Zoë Ek**. @food
- 2017-11-15: Talked to **Zoë Ek** on the phone.
- 2017-13-15: Talked to **Zoë Ek**.
- 2017-11-14: Slept all day.

### Notes:
- 2018-06-15: **Grace Hopper** has a building named after her.
- 2016-06-15: **Grace Hopper** likes snake_case and _Paris_.

stray words
### Friends:
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science:old
- Zoë Ek [Lund]
- [Nowhere]

### Locations:
- Paris (a.k.a. City of Light)
- Oslo
"""


def read(text: str) -> Reading:
    return read_friends(text.encode(), "friends.md", Known())


def test_friends_have_their_other_names_towns_and_tags() -> None:
    grace, zoe = sorted(read(FILE).people, key=lambda each: each.name)
    assert grace.nicknames == ("The Admiral", "Amazing Grace")
    assert [city.name for city in grace.cities] == ["Paris"]
    assert grace.tags == ("navy", "science:old")
    assert (zoe.name, [city.name for city in zoe.cities]) == ("Zoë Ek", ["Lund"])


def test_notes_go_to_whom_they_name_oldest_first_and_keep_what_only_looks_marked() -> None:
    grace = next(each for each in read(FILE).people if each.name == "Grace Hopper")
    assert grace.notes.split("\n") == [
        "2016-06-15: Grace Hopper likes snake_case and Paris.",
        "2018-06-15: Grace Hopper has a building named after her.",
    ]


def test_activities_are_contacts_with_everybody_named() -> None:
    told = {
        each.interaction.on: (
            each.interaction.kind,
            [each.with_name, *(whom.name for whom in each.also)],
        )
        for each in read(FILE).interactions
    }
    assert told == {
        date(2018, 11, 1): ("in_person", ["Grace Hopper"]),
        date(2018, 1, 4): ("in_person", ["Grace Hopper", "Zoë Ek"]),
        date(2017, 11, 15): ("call", ["Zoë Ek"]),
    }
    assert read(FILE).interactions[0].interaction.note == (
        "Grace Hopper and I went to Martha's Vineyard."
    )


def test_what_cannot_be_used_is_told_with_its_line() -> None:
    assert [(each.line, each.why.id) for each in read(FILE).refused] == [
        (5, "friends.no_day"),
        (6, "friends.nobody"),
        (12, "friends.outside"),
        (16, "friends.nameless"),
        (20, "friends.place"),
    ]


def test_line_ends_and_marks_of_order_change_nothing() -> None:
    plain = read(FILE)
    for twin in (FILE.replace("\n", "\r\n"), FILE.replace("\n", "\r"), "\ufeff" + FILE):
        assert read(twin) == plain
    for codec in ("utf-16", "utf-16-be"):
        data = ("\ufeff" if codec.endswith("be") else "") + FILE
        assert read_friends(data.encode(codec), "friends.md", Known()) == plain


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n### Notes:\n- buy milk\n",
        "### Activities:\n- 2018-11-01: slept\n",
        "Friends:\n- Ana\n",
        "BEGIN:VCARD\nFN:### Friends:\nEND:VCARD\n",
    ],
)
def test_other_lists_are_not_taken_for_it(text: str) -> None:
    assert not looks_like_friends(text.encode(), "x.md")


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: (FILE + text).encode()))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    looks_like_friends(data, "friends.md")
    once = FRIENDS.read(data, "friends.md", Known())
    assert FRIENDS.read(data, "friends.md", Known()) == once


@pytest.mark.skipif(not REAL.exists(), reason=f"no {REAL}")
def test_the_real_file_gives_three_friends_and_four_contacts() -> None:
    data = REAL.read_bytes()
    assert looks_like_friends(data, REAL.name)
    reading = read_friends(data, "friends.md", Known())
    assert len(reading.people) == 3
    assert len(reading.interactions) == 4
    assert [(each.why.id, each.text) for each in reading.refused] == [
        ("friends.place", "Martha's Vineyard")
    ]
