"""A change in words: record by record, field by field."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from store.records.change import ChangeSet, alter, make, remove
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.me import Budget, Me, Sorting
from store.records.person import Deferral, Person
from store.records.snapshot import EMPTY, snapshot_of
from store.views.field_changes import RecordChange, field_changes
from store.words.words import Words

ADA = Person(id="A", name="Ada", org="Aubier", pinned=True)
NOW = snapshot_of(
    {
        "people": {"A": ADA},
        "follow_ups": {
            "P": FollowUp(id="P", person=PersonId("A"), on=date(2026, 11, 20), why="a book")
        },
    }
)


def told(change_set: ChangeSet, language: Language = "en") -> list[RecordChange]:
    return list(field_changes(change_set, NOW, Words(language)))


def lines(change_set: ChangeSet, language: Language = "en") -> list[tuple[str, str, str]]:
    (record,) = told(change_set, language)
    return [(each.field, each.before, each.after) for each in record.fields]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", [("organisation", "Aubier", "Bourgeon"), ("pinned", "yes", "no")]),
        ("fr", [("organisation", "Aubier", "Bourgeon"), ("épinglé", "oui", "non")]),
    ],
)
def test_only_what_changed_is_told(
    language: Language, expected: list[tuple[str, str, str]]
) -> None:
    assert lines(ChangeSet((alter(ADA, org="Bourgeon", pinned=False),)), language) == expected


def test_people_are_named_also_those_who_are_gone() -> None:
    bo = Person(id="B", name="Bo")
    talk = Interaction(
        id="1", people=(PersonId("A"), PersonId("B")), kind="call", on=date(2026, 11, 20), note="x"
    )
    card, said = told(ChangeSet((remove(bo), make(talk))))
    assert (card.title, card.fate) == ("Card: Bo", "removed")
    assert (said.title, said.fate) == ("Talks and messages: Ada, Bo", "made")
    assert ("kind", "", "call") in [(each.field, each.before, each.after) for each in said.fields]


def test_the_day_of_the_last_act_is_nobodys_business() -> None:
    assert told(ChangeSet((alter(Me(), last_act=date(2026, 11, 20)),))) == []


def test_what_was_put_off_is_named_by_its_promise() -> None:
    off = Deferral(row="P", on=date(2026, 11, 20), until=date(2026, 11, 24))
    ((_, before, after),) = lines(ChangeSet((alter(ADA, deferrals=(off,)),)))
    assert before == ""
    assert after.startswith("a book (")


def test_the_own_card_is_told_without_ids() -> None:
    me = Me(budget=Budget(total=90, kinds={"call": 30}), sorting=Sorting(asked=(PersonId("A"),)))
    fields = lines(ChangeSet((alter(Me(), budget=me.budget, sorting=me.sorting),)))
    assert ("weekly time", "", "1 h 30, call 30 min") in fields
    assert [after for _, _, after in fields if "person asked" in after] == ["1 person asked about"]


def test_a_text_of_several_lines_is_told_on_one() -> None:
    ((_, _, after),) = lines(ChangeSet((alter(ADA, notes="one\n\ntwo\tthree"),)))
    assert after == "one two three"


def test_fields_of_other_programs_are_told_by_their_own_name() -> None:
    other = msgspec.structs.replace(ADA, extra={"shoe": 38})
    (record,) = field_changes(ChangeSet((alter(ADA, extra=other.extra),)), EMPTY, Words("en"))
    assert [(each.field, each.after) for each in record.fields] == [("shoe", "38")]


def test_the_key_of_an_import_is_shortened() -> None:
    card = alter(ADA, sources=("vcard:7cb1f00d7cb1f00d", "linkedin:ada"))
    assert lines(ChangeSet((card,))) == [("import keys", "", "vcard:7cb1…, linkedin:ada")]
