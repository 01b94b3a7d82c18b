"""Cards that name people: found by whom they name, kept up with every change, never in vain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.person import Person
from store.records.references import names_the_missing, naming_who_is_there
from store.records.snapshot import EMPTY, Snapshot, snapshot_of

IDS = tuple(PersonId(each) for each in "ABCD")
ids = st.sampled_from(IDS)
several = st.lists(ids, max_size=3, unique=True).map(tuple)
cards = st.builds(
    Person,
    id=ids,
    name=st.just("N"),
    through=st.none() | ids,
    knows=several,
    distinct_from=several,
)


def found(snapshot: Snapshot) -> dict[PersonId, set[str]]:
    return {id: {card.id for card in snapshot.cards_naming(id)} for id in IDS}


def looked_for(snapshot: Snapshot) -> dict[PersonId, set[str]]:
    return {
        id: {
            card.id
            for card in snapshot.people.values()
            if id == card.through or id in card.knows or id in card.distinct_from
        }
        for id in IDS
    }


@given(st.lists(cards | ids, max_size=12))
def test_cards_that_name_somebody_are_found_after_any_changes(steps: list[Person | str]) -> None:
    snapshot = EMPTY
    for step in steps:
        id = step.id if isinstance(step, Person) else step
        held = snapshot.people.get(PersonId(id))
        change = Change("people", id, held, step if isinstance(step, Person) else None)
        snapshot = snapshot.apply(ChangeSet((change,)))
        assert found(snapshot) == looked_for(snapshot)
        again = snapshot_of({"people": dict(snapshot.tables["people"])})
        assert found(again) == looked_for(snapshot)


def test_a_card_that_is_made_or_changed_must_not_name_the_missing() -> None:
    a, gone = Person(id="A", name="A"), PersonId("Z")
    snapshot = EMPTY.apply(ChangeSet((make(a),)))
    for change in (
        make(Person(id="B", name="B", through=gone)),
        alter(a, knows=(gone,)),
        alter(a, distinct_from=(PersonId("A"), gone)),
    ):
        wanted = ChangeSet((change,))
        assert names_the_missing(wanted, snapshot.apply(wanted))
        left = naming_who_is_there(wanted, snapshot)
        assert not names_the_missing(left, snapshot.apply(left))


def test_a_name_that_leads_nowhere_already_keeps_no_other_change_out() -> None:
    a = Person(id="A", name="A", knows=(PersonId("Z"),))
    snapshot = EMPTY.apply(ChangeSet((make(a),)))
    change = ChangeSet((alter(a, org="Aubier"),))
    assert not names_the_missing(change, snapshot.apply(change))
    assert naming_who_is_there(change, snapshot) == change


def test_whoever_comes_with_the_same_change_may_be_named() -> None:
    a, b = Person(id="A", name="A", knows=(PersonId("B"),)), Person(id="B", name="B")
    wanted = ChangeSet((make(a), make(b)))
    assert naming_who_is_there(wanted, EMPTY) == wanted


def test_whoever_goes_with_the_same_change_is_not_named() -> None:
    a, b = Person(id="A", name="A"), Person(id="B", name="B")
    both = EMPTY.apply(ChangeSet((make(a), make(b))))
    wanted = ChangeSet((alter(a, through=PersonId("B"), org="Aubier"), remove(b)))
    (change, _) = naming_who_is_there(wanted, both).changes
    assert change.after == Person(id="A", name="A", org="Aubier")
