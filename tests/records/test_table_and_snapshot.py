"""Snapshots: immutable, cheap to change, and exactly undone by the inverse change."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.change import Change, ChangeSet, alter, combine, make, remove
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.rebase import ConflictError, rebase
from store.records.snapshot import EMPTY, StaleChangeError
from store.records.table import FOLD_AT, Table

ADA = Person(id="A", name="Ada")


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.one_of(st.none(), st.integers()))))
def test_a_table_behaves_as_a_dict_would(steps: list[tuple[str, int | None]]) -> None:
    table: Table[str, int] = Table({"a": 1, "b": 2})
    model = {"a": 1, "b": 2}
    for key, value in steps:
        table = table.with_changes({key: value})
        if value is None:
            model.pop(key, None)
        else:
            model[key] = value
        assert dict(table) == model
        assert len(table) == len(model)


def test_a_table_keeps_its_old_versions_when_it_folds() -> None:
    versions: list[Table[str, int]] = [Table()]
    for number in range(FOLD_AT + 10):
        versions.append(versions[-1].with_changes({str(number): number}))
    assert [len(table) for table in versions] == list(range(FOLD_AT + 11))


def test_interactions_of_a_person_come_by_day() -> None:
    later = Interaction(id="1", people=(PersonId("A"),), kind="call", on=date(2026, 5, 2))
    earlier = Interaction(id="2", people=(PersonId("A"),), kind="call", on=date(2026, 5, 1))
    snapshot = EMPTY.apply(ChangeSet((make(ADA), make(later), make(earlier))))
    assert snapshot.interactions_of(PersonId("A")) == (earlier, later)


def test_an_interaction_moves_with_its_people() -> None:
    talk = Interaction(id="1", people=(PersonId("A"),), kind="call", on=date(2026, 5, 2))
    snapshot = EMPTY.apply(ChangeSet((make(talk),)))
    moved = snapshot.apply(ChangeSet((alter(talk, people=(PersonId("B"), PersonId("C"))),)))
    assert moved.interactions_of(PersonId("A")) == ()
    assert moved.interactions_of(PersonId("B")) == moved.interactions_of(PersonId("C"))
    assert snapshot.interactions_of(PersonId("A")) == (talk,)


def test_a_change_on_another_state_is_refused() -> None:
    snapshot = EMPTY.apply(ChangeSet((make(ADA),)))
    with pytest.raises(StaleChangeError):
        snapshot.apply(ChangeSet((make(ADA),)))


def test_combined_changes_are_one_per_record() -> None:
    renamed = alter(ADA, name="Ada L.")
    assert isinstance(renamed.after, Person)
    both = combine((ChangeSet((make(ADA),)), ChangeSet((renamed,))))
    assert both == ChangeSet((Change("people", "A", None, renamed.after),))
    assert not combine((ChangeSet((make(ADA),)), ChangeSet((remove(ADA),))))


def test_rebasing_keeps_the_fields_of_others() -> None:
    mine, theirs = alter(ADA, org="Aubier"), alter(ADA, title="Head", name="Ada L.")
    snapshot = EMPTY.apply(ChangeSet((make(ADA),))).apply(ChangeSet((theirs,)))
    after = snapshot.apply(rebase(ChangeSet((mine,)), snapshot)).people[PersonId("A")]
    assert (after.org, after.title, after.name) == ("Aubier", "Head", "Ada L.")


def test_strict_rebasing_refuses_a_field_that_somebody_changed() -> None:
    mine, theirs = alter(ADA, org="Aubier"), alter(ADA, org="Mirabel")
    snapshot = EMPTY.apply(ChangeSet((make(ADA),))).apply(ChangeSet((theirs,)))
    with pytest.raises(ConflictError) as caught:
        rebase(ChangeSet((mine,)), snapshot, strict=True)
    assert caught.value.field == "org"


def test_follow_ups_are_found_by_person() -> None:
    promise = FollowUp(id="F", person=PersonId("A"), on=date(2026, 5, 2))
    snapshot = EMPTY.apply(ChangeSet((make(ADA), make(promise))))
    assert snapshot.follow_ups_of(PersonId("A")) == (promise,)
