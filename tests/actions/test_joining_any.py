"""Whatever two copies became: joining loses nothing, leads nowhere, and is done once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from two_copies import DAY, NOON, added, at, commit, copy_of, undone

from store.actions.action import Context
from store.actions.commit import Entry
from store.actions.delete import Delete, delete
from store.actions.joining import Copy, join
from store.config.settings import Settings
from store.records.card_links import card_without
from store.records.change import Change, alter, remove
from store.records.circle import Circle
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import EventId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TABLES
from store.records.me import Me, Sorting
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.records.tables import TABLE_OF
from store.views.ties import Ties

people = st.sampled_from("ABCD").map(PersonId)
several = st.lists(people, min_size=1, max_size=3, unique=True).map(tuple)
words = st.lists(st.sampled_from(["x", "X", "y", "z"]), max_size=2, unique=True).map(tuple)
text = st.sampled_from(["", "one", "two"])
day = st.just(DAY)

cards = st.builds(
    Person,
    id=people,
    name=st.just("N"),
    org=text,
    tags=words,
    notes=text,
    through=st.none() | people,
    knows=st.lists(people, max_size=2, unique=True).map(tuple),
    distinct_from=st.lists(people, max_size=2, unique=True).map(tuple),
)
records: st.SearchStrategy[Record] = st.one_of(
    cards,
    st.builds(
        Interaction,
        id=st.sampled_from(["T1", "T2", "T3"]),
        people=several,
        kind=st.just("call"),
        on=day,
        note=text,
    ),
    st.builds(
        FollowUp,
        id=st.sampled_from(["F1", "F2"]),
        person=people,
        on=day,
        why=text,
        event=st.sampled_from([None, EventId("E1")]),
    ),
    st.builds(Introduction, id=st.just("I1"), a=people, b=people, on=day, why=text),
    st.builds(Event, id=st.just("E1"), name=text, on=day, people=several, wanted=several),
    st.builds(Circle, id=st.just("C1"), name=text, people=several),
    st.builds(Me, name=text, passions=words, sorting=st.builds(Sorting, asked=several)),
)

Step = Callable[[Copy, float], Copy]


def put(record: Record) -> Step:
    """Make a record, or set the fields of the one that is there."""

    def step(copy: Copy, hours: float) -> Copy:
        if any(person not in copy.snapshot.people for person in named_in(record)):
            return copy
        held = copy.snapshot.tables[TABLE_OF[type(record)]].get(record.id)
        if held is None:
            return added(copy, hours, record)
        change = alter(held, **{name: getattr(record, name) for name in held.__struct_fields__})
        return copy if change.before == change.after else commit(copy, hours, change)

    return step


def take_away(id: str) -> Step:
    """Delete a person as the program does, or remove another record."""

    def step(copy: Copy, hours: float) -> Copy:
        if PersonId(id) in copy.snapshot.people:
            ties = Ties.of(copy.snapshot, DAY, Settings())
            context = Context(NOON, DAY, str, Settings(), lambda: ties)
            outcome = delete(copy.snapshot, Delete(person=id), context)
            return commit(copy, hours, *outcome.change_set.changes, action="delete")
        held = next((table[id] for table in copy.snapshot.tables.values() if id in table), None)
        return copy if held is None else commit(copy, hours, remove(held))

    return step


def take_back(copy: Copy, hours: float) -> Copy:
    """Undo the last commit."""
    return undone(copy, hours) if copy.history and copy.history[-1].how == "do" else copy


steps: st.SearchStrategy[Step] = st.one_of(
    cards.map(put),
    people.map(take_away),
    records.map(put),
    st.sampled_from([*"ABCD", "T1", "T2", "F1", "E1", "C1"]).map(take_away),
    st.just(take_back),
)
moments = st.floats(0, 9)


def walked(copy: Copy, walk: list[tuple[Step, float]], start: float) -> Copy:
    for step, hours in sorted(walk, key=lambda each: each[1]):
        copy = step(copy, start + hours)
    return copy


walks = st.lists(st.tuples(steps, moments), min_size=1, max_size=8)


@st.composite
def parted(draw: st.DrawFn) -> tuple[Copy, Copy]:
    """Two copies of one file, each changed by itself; some have lost their history."""
    first = (Person(id=id, name="N") for id in "ABC")
    base = walked(added(copy_of(), -10, *first), draw(walks), -9)
    ours, theirs = walked(base, draw(walks), 0), walked(base, draw(walks), 0)
    kept = draw(st.sampled_from(["both", "both", "ours", "theirs", "none"]))
    return (
        ours if kept in ("both", "ours") else Copy(ours.snapshot),
        theirs if kept in ("both", "theirs") else Copy(theirs.snapshot),
    )


def committed(ours: Copy, theirs: Copy) -> Copy:
    """Ours with theirs joined in, as the program commits it."""
    change_set = join(ours, theirs).change_set
    if not change_set:
        return ours
    return commit(ours, 20, *change_set.changes, action="join")


def lost(snapshot: Snapshot) -> set[str]:
    """Records that name somebody who is not there, or a record that is not there."""
    return {
        record.id
        for table in snapshot.tables.values()
        for record in table.values()
        if any(person not in snapshot.people for person in named_in(record))
        or (isinstance(record, FollowUp) and record.event and record.event not in snapshot.events)
    }


@given(parted())
def test_a_copy_joined_with_itself_changes_nothing(copies: tuple[Copy, Copy]) -> None:
    for copy in copies:
        plan = join(copy, copy)
        assert not plan.change_set
        assert (plan.kept, plan.removed_here, plan.same) == ((), 0, len(copy.snapshot.people))


@given(parted())
def test_joined_again_it_changes_nothing(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    after = committed(ours, theirs)
    assert not join(after, theirs).change_set
    assert not join(Copy(after.snapshot, ours.history), theirs).change_set


@given(parted())
def test_it_applies_and_is_taken_back_as_one(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    change_set = join(ours, theirs).change_set
    keys = [(change.table, change.id) for change in change_set.changes]
    assert len(keys) == len(set(keys))
    after = ours.snapshot.apply(change_set)
    assert after.apply(change_set.inverse()) == ours.snapshot


@given(parted())
def test_nothing_leads_nowhere_that_did_not_before(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    after = committed(ours, theirs).snapshot
    assert lost(after) <= lost(ours.snapshot)


@given(parted())
def test_nothing_that_they_never_touched_is_lost(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    after = committed(ours, theirs).snapshot
    touched = {
        (change.table, change.id) for entry in theirs.history for change in entry.change_set.changes
    }
    for name in TABLES:
        for id, own in ours.snapshot.tables[name].items():
            if (name, id) not in touched and id not in theirs.snapshot.tables[name]:
                # A card goes on without the names of people whom the other copy has let go.
                gone = {person for person in named_in(own) if person not in after.people}
                kept = card_without(own, gone) if isinstance(own, Person) else own
                assert after.tables[name][id] == kept


@given(parted())
def test_what_only_they_have_comes_in_or_was_removed_here(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    after = committed(ours, theirs).snapshot
    removed = {
        change.id
        for entry in ours.history
        for change in entry.change_set.changes
        if change.after is None
    }
    for person in theirs.snapshot.people:
        assert person in after.people or person in removed


@given(parted())
def test_the_newest_change_of_a_field_stands(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    after = committed(ours, theirs).snapshot
    for id, card in after.people.items():
        own, peer = ours.snapshot.people.get(id), theirs.snapshot.people.get(id)
        if own is None or peer is None or any(_came_and_went(copy, id) for copy in copies):
            continue
        mine, other = (_last(copy.history, id, "org") for copy in copies)
        if mine != other:
            assert card.org == (own.org if mine > other else peer.org)


def _changes(history: Sequence[Entry], id: str) -> list[tuple[Entry, Change]]:
    return [
        (entry, each) for entry in history for each in entry.change_set.changes if each.id == id
    ]


def _came_and_went(copy: Copy, id: str) -> bool:
    """Whether somebody was removed for a while, or a change of them taken back."""
    return any(
        entry.how == "undo" or change.after is None for entry, change in _changes(copy.history, id)
    )


def _last(history: Sequence[Entry], id: str, field: str) -> float:
    """Hours at which a field was last set, told the slow way; long ago where it was not."""
    latest = float("-inf")
    for entry, change in _changes(history, id):
        if getattr(change.after, field) != getattr(change.before, field, ""):
            latest = max(latest, (entry.at - at(0)).total_seconds())
    return latest
