"""Whom a card names: relations, agents, groups, lists of mail, and the ties of our own."""

from __future__ import annotations

import pytest
from written_cards import BOTH, again, cards_text, lines_of, version_of

from store.formats.exported import ExportFormat
from store.formats.incoming import IncomingTie, Reading, Whom
from store.formats.vcard.reader import read_vcards
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.person import Person

BOB = "UID:urn:uuid:B0B\nFN:Bob Doe"


def _reading(*cards: str, version: str = "3.0") -> Reading:
    text = "".join(f"BEGIN:VCARD\nVERSION:{version}\n{card}\nEND:VCARD\n" for card in cards)
    return read_vcards(text.encode(), "book.vcf")


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("RELATED;TYPE=friend:urn:uuid:b0b", Whom(source="uid:urn:uuid:B0B", name="Bob Doe")),
        ("RELATED:urn:uuid:else", Whom(source="uid:urn:uuid:else")),
        ("RELATED;VALUE=text:Carol Doe", Whom(name="Carol Doe")),
        ("RELATED:mailto:c@x.org", Whom(email="c@x.org")),
        ("item1.X-ABRELATEDNAMES:Carol Doe", Whom(name="Carol Doe")),
        ("X-SPOUSE:Carol Doe", Whom(name="Carol Doe")),
        ("X-MANAGER:Carol Doe", Whom(name="Carol Doe")),
        ("X-ASSISTANT:Carol Doe", Whom(name="Carol Doe")),
        ("X-EVOLUTION-SPOUSE:Carol Doe", Whom(name="Carol Doe")),
        ("AGENT:\nBEGIN:VCARD\nFN:Carol Doe\nEND:VCARD", Whom(name="Carol Doe")),
        ("AGENT:BEGIN:VCARD\\nFN:Carol Doe\\nEND:VCARD", Whom(name="Carol Doe")),
    ],
)
def test_somebody_named_on_a_card_is_a_tie_and_carried(line: str, other: Whom) -> None:
    reading = _reading(f"UID:a\nFN:Ada\n{line}", BOB)
    assert reading.ties == (IncomingTie(one=Whom(source="uid:a", name="Ada"), other=other),)
    name = line.partition(":")[0].partition(";")[0].rpartition(".")[2]
    assert name in [each.name for each in reading.people[0].properties]


@pytest.mark.parametrize(
    "line", ["RELATED:https://x.org/bob", "X-SPOUSE:Bob", "RELATED:tel:+331", "X-SPOUSE:"]
)
def test_what_names_nobody_for_certain_is_no_tie(line: str) -> None:
    assert _reading(f"FN:Ada\n{line}").ties == ()


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_our_own_ties_go_out_and_come_back(form: ExportFormat) -> None:
    ada = Person(
        id="A",
        name="Ada",
        through=PersonId("B"),
        knows=(PersonId("B"), PersonId("C"), PersonId("gone")),
        distinct_from=(PersonId("C"),),
        sources=("uid:a",),
    )
    bob = Person(id="B", name="Bob", sources=("linkedin:bob",))
    carol = Person(id="C", name="Carol")
    reading = again([ada, bob, carol], form)
    one = Whom(source="uid:a", name="Ada")
    to_bob = Whom(source="linkedin:bob", name="Bob")
    to_carol = Whom(source=reading.people[2].sources[0], name="Carol")
    assert reading.ties == (
        IncomingTie(one=one, other=to_bob, how="through"),
        IncomingTie(one=one, other=to_bob),
        IncomingTie(one=one, other=to_carol),
        IncomingTie(one=one, other=to_carol, how="distinct"),
    )
    assert [each.properties for each in reading.people] == [(), (), ()]


MEMBERS = (
    Whom(source="uid:urn:uuid:B0B", name="Bob Doe"),
    Whom(source="uid:x"),
    Whom(email="c@x.org"),
)


@pytest.mark.parametrize(
    "card",
    [
        "KIND:group\nMEMBER:urn:uuid:b0b\nMEMBER:x\nMEMBER:mailto:c@x.org",
        "KIND:Group\nMEMBER:urn:uuid:B0B\nMEMBER:x\nMEMBER:mailto:c@x.org".replace(
            "KIND", "X-ADDRESSBOOKSERVER-KIND"
        ).replace("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"),
        "MEMBER:b0b\nMEMBER:x\nMEMBER:mailto:c@x.org",
    ],
)
def test_a_group_is_a_circle_of_its_members(card: str) -> None:
    reading = _reading(f"UID:g\nFN:Choir\nNOTE:Mondays\n{card}", BOB)
    assert [each.name for each in reading.people] == ["Bob Doe"]
    assert reading.refused == ()
    (record,) = reading.records
    assert record.key == "vcard:group:g"
    assert record.record == Circle(id="", name="Choir", notes="Mondays")
    assert record.whom == MEMBERS


def test_a_list_of_mail_is_a_circle_of_its_addressees() -> None:
    reading = _reading(
        "FN:Team\nX-EVOLUTION-LIST:TRUE\n"
        "EMAIL;X-EVOLUTION-DEST-CONTACT-UID=pas-1:Bob Doe <bob@x.org>\nEMAIL:c@x.org"
    )
    (record,) = reading.records
    assert record.whom == (
        Whom(source="uid:pas-1", email="bob@x.org", name="Bob Doe"),
        Whom(email="c@x.org"),
    )
    assert (
        record.key
        == _reading(
            "FN:Team\nX-EVOLUTION-LIST:TRUE\n"
            "EMAIL;X-EVOLUTION-DEST-CONTACT-UID=pas-1:Bob Doe <bob@x.org>\nEMAIL:c@x.org"
        )
        .records[0]
        .key
    )


def test_what_a_circle_has_no_place_for_is_told() -> None:
    reading = _reading("FN:Choir\nKIND:group\nX-COLOR:red")
    assert [(each.line, each.why.id, each.text) for each in reading.refused] == [
        (5, "vcard.group_left_out", "X-COLOR")
    ]


def test_a_card_that_says_it_is_no_list_is_a_person() -> None:
    reading = _reading("FN:Ada\nKIND:individual\nX-EVOLUTION-LIST:FALSE")
    assert [each.name for each in reading.people] == ["Ada"]
    assert "KIND:individual" in lines_of(cards_text(reading.people))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("ANNIVERSARY:20150612", "Anniversary"),
        ("X-ANNIVERSARY:2015-06-12", "Anniversary"),
        ("X-EVOLUTION-ANNIVERSARY:2015-06-12", "Anniversary"),
        ("item1.X-ABDATE:2015-06-12\nitem1.X-ABLabel:_$!<Anniversary>!$_", "Anniversary"),
        ("item1.X-ABLabel:Mariage\nitem1.X-ABDATE;TYPE=pref:2015-06-12", "Mariage"),
    ],
)
def test_days_that_come_round_are_dates_and_carried(lines: str, name: str) -> None:
    (person,) = _reading(f"FN:Ada\n{lines}").people
    assert [(each.name, each.on) for each in person.dates] == [(name, "2015-06-12")]
    assert len(person.properties) == 1 + lines.count("\n") + 1
