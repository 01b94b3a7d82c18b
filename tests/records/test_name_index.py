"""The index of names: what it finds is what a walk through everybody would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.change import ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot
from store.words.fold import fold

NAMES = st.sampled_from(["Ada", "ada", "Łukasz", "Lukasz", "Bo"])
STEPS = st.lists(st.tuples(st.sampled_from("ABC"), st.one_of(st.none(), NAMES)), max_size=8)


def after(snapshot: Snapshot, id: str, name: str | None) -> Snapshot:
    held = snapshot.people.get(PersonId(id))
    if name is None:
        return snapshot.apply(ChangeSet((remove(held),))) if held else snapshot
    change = alter(held, name=name) if held else make(Person(id=id, name=name))
    return snapshot.apply(ChangeSet((change,)))


@given(steps=STEPS, asked_first=st.booleans())
def test_it_follows_every_change(steps: list[tuple[str, str | None]], asked_first: bool) -> None:
    snapshot = EMPTY
    if asked_first:
        assert snapshot.names.named("ada") == ()
    for id, name in steps:
        snapshot = after(snapshot, id, name)
        for wanted in ("ada", "lukasz", "bo"):
            walked = {id for id, who in snapshot.people.items() if fold(who.name) == wanted}
            assert set(snapshot.names.named(wanted)) == walked
