"""What is decided about an import before it is made."""

from __future__ import annotations

import msgspec

from store.formats.plan import Entry, Plan
from store.records.change import Change, ChangeSet, make
from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of
from tui.import_decisions import Decisions

HELD = Person(id="H", name="Hélène")
AFTER = msgspec.structs.replace(HELD, org="Aubier")


def decisions(new: str = "N1") -> Decisions:
    """One newcomer, one completed, and the own card."""
    card = Person(id=new, name="Ada", sources=("uid:1",))
    entries = (
        Entry(person=PersonId(new), how="new", before=None, after=card),
        Entry(person=PersonId("H"), how="changed", before=HELD, after=AFTER),
    )
    changes = (
        make(card),
        Change("people", "H", HELD, AFTER),
        Change("me", "me", Me(), Me(org="Aubier")),
    )
    plan = Plan(
        change_set=ChangeSet(changes),
        new=(PersonId(new),),
        changed=(PersonId("H"),),
        me={"org": 1},
        entries=entries,
    )
    return Decisions(plan, store())


def store() -> Snapshot:
    return snapshot_of({"people": {"H": HELD}})


def touched(made: Decisions) -> set[str]:
    return {f"{each.table}:{each.id}" for each in made.outcome.change_set.changes}


def test_nothing_decided_is_the_plan_itself() -> None:
    made = decisions()
    assert made.outcome is made.plan


def test_left_alone_means_the_own_card_too() -> None:
    made = decisions()
    made.turn_how()
    assert made.how == "skip"
    assert touched(made) == {"people:N1"}
    assert not made.outcome.me


def test_asked_about_waits_and_whoever_is_taken_comes() -> None:
    made = decisions()
    made.turn_how()
    made.turn_how()
    assert made.how == "ask"
    assert made.open == 1
    assert touched(made) == {"people:N1"}
    made.leave_or_take(made.entries["H"])
    assert made.open == 0
    assert touched(made) == {"people:N1", "people:H"}
    made.turn_how()
    assert "me:me" in touched(made), "completed again"


def test_what_was_decided_is_taken_over_though_newcomers_have_other_ids() -> None:
    before = decisions()
    before.leave_or_take(before.entries["N1"])
    before.turn_how()
    again = decisions("N77")
    again.inherit(before)
    assert again.how == "skip"
    assert again.of(again.entries["N77"]) == "leave"
    assert touched(again) == set()


def test_there_is_nothing_to_flip_where_nothing_differs() -> None:
    made = decisions()
    assert not made.flip(made.entries["H"], "theirs")
    assert not made.flip(made.entries["N1"], "same")
    assert made.outcome is made.plan


def test_all_are_taken_before_all_are_left_out() -> None:
    made = decisions()
    made.leave_or_take(made.entries["N1"])
    made.leave_or_take_all(["N1", "H"])
    assert touched(made) == {"people:N1", "people:H", "me:me"}
    made.leave_or_take_all(["N1", "H"])
    assert touched(made) == {"me:me"}
    assert made.left_out == 1
