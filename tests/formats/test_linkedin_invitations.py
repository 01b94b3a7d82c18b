"""Invitations: those with words are letters of people known; strangers stay strangers."""

from __future__ import annotations

from datetime import date

import pytest
from incoming_cards import TODAY, ids

from store.formats.incoming import Reading
from store.formats.intake import plan_import
from store.formats.known import Known
from store.formats.linkedin.days import sent_day_of
from store.formats.linkedin.reader import looks_like_linkedin, read_linkedin
from store.records.snapshot import EMPTY

HEADER = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
ANN = "https://www.linkedin.com/in/ann"
ME = "https://www.linkedin.com/in/me"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"Ann,Bee,{ANN},,Acme,CEO,30 Jan 2026\nCy,Dee,https://www.linkedin.com/in/cy,,,,01 Feb 2026\n"
)


def read(rows: str, header: str = HEADER) -> Reading:
    return read_linkedin((header + rows).encode(), "Invitations.csv", Known())


def test_an_invitation_with_words_is_a_letter_and_its_words_are_not_kept() -> None:
    reading = read(
        f'Ann Bee,Me,"1/29/26, 2:37 PM","Hello, it was\ngood to meet",INCOMING,{ANN},{ME}\n'
        f'Me,Cy Dee,"2/1/26, 9:00 AM",Hello,OUTGOING,{ME},https://www.linkedin.com/in/cy\n'
    )
    assert reading.refused == ()
    assert reading.people == ()
    told = [
        (each.with_source, each.interaction.by, each.interaction.on, each.interaction.kind)
        for each in reading.interactions
    ]
    assert told == [
        ("linkedin:ann", "them", date(2026, 1, 29), "message"),
        ("linkedin:cy", "me", date(2026, 2, 1), "message"),
    ]
    assert "Hello" not in repr(reading)


def test_an_invitation_without_words_is_nothing_and_no_refusal() -> None:
    assert read(f'Ann Bee,Me,"1/29/26, 2:37 PM",,INCOMING,{ANN},{ME}\n') == Reading()


def test_only_those_who_are_connections_get_the_contact() -> None:
    invitations = read(
        f'Ann Bee,Me,"1/29/26, 2:37 PM",Hello,INCOMING,{ANN},{ME}\n'
        f'A Stranger,Me,"1/30/26, 2:37 PM",Buy,INCOMING,https://www.linkedin.com/in/x,{ME}\n'
    )
    connections = read_linkedin(CONNECTIONS.encode(), "Connections.csv", Known())
    plan = plan_import(EMPTY, [invitations, connections], "merge", ids("1-"), TODAY)
    after = EMPTY.apply(plan.change_set)
    assert sorted(each.name for each in after.people.values()) == ["Ann Bee", "Cy Dee"]
    (talk,) = after.interactions.values()
    assert after.people[talk.people[0]].name == "Ann Bee"
    again = plan_import(after, [invitations, connections], "merge", ids("2-"), TODAY)
    assert not again.change_set


def test_older_exports_have_names_only_and_give_the_same_key() -> None:
    older = "From,To,Sent At,Message,Direction\n"
    row = 'Ann Bee,Me,"1/29/26, 2:37 PM",Hello,INCOMING'
    one, other = read(f"{row}\n", older).interactions, read(f"{row},{ANN},{ME}\n").interactions
    assert one[0].interaction.source == other[0].interaction.source
    assert (one[0].with_source, one[0].with_name) == ("", "Ann Bee")


def test_rows_that_cannot_be_read_are_told() -> None:
    reading = read("Ann Bee,Me,some day,Hello,INCOMING,,\nBADROW\n")
    assert [(each.line, each.why.id) for each in reading.refused] == [
        (2, "import.bad_day"),
        (3, "import.too_few_cells"),
    ]


def test_the_file_is_told_by_its_header() -> None:
    assert looks_like_linkedin(HEADER.encode("utf-16"), "x")
    assert looks_like_linkedin(b"From,To,Sent At,Message,Direction\n", "x")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/29/26, 2:37 PM", date(2026, 1, 29)),
        ("1/2/2026, 2:37 PM", date(2026, 1, 2)),
        ("29/1/2026 14:37", date(2026, 1, 29)),
        ("2026-01-29 14:37:00 UTC", date(2026, 1, 29)),
        ("29 janv. 2026", date(2026, 1, 29)),
        ("29. Dez 2026", date(2026, 12, 29)),
        ("1 août 2026", date(2026, 8, 1)),
        ("13/13/26", None),
        ("", None),
    ],
)
def test_days_of_sending(text: str, day: date | None) -> None:
    assert sent_day_of(text) == day


def test_confirmed_addresses_of_ones_own_are_the_first_one_first() -> None:
    text = (
        "Email Address,Confirmed,Primary,Updated On\nold@b.cd,Yes,No,1/1/20\n"
        "me@b.cd,Yes,Yes,1/1/20\nnot.mine@b.cd,No,No,1/1/20\nno address,Yes,No,\n"
    )
    reading = read_linkedin(text.encode(), "Email Addresses.csv", Known())
    assert reading.me is not None
    assert reading.me.emails == ("me@b.cd", "old@b.cd")
