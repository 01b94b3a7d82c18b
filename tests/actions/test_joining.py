"""Joining two copies: each rule by an example."""

from __future__ import annotations

import msgspec
import pytest
from two_copies import (
    ADA,
    BO,
    CLEO,
    DAY,
    added,
    at,
    commit,
    copy_of,
    deleted,
    edited,
    network,
    person,
    undone,
)

from store.actions.joining import Copy, Joined, join
from store.actions.traces import traces
from store.records.change import alter, remove
from store.records.circle import Circle
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import CircleId, EventId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.me import Budget, Me, Sorting
from store.records.person import City, Person
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry


def after(ours: Copy, theirs: Copy) -> Snapshot:
    """Our data once theirs are joined in; a second time nothing is left to do."""
    first = join(ours, theirs)
    snapshot = ours.snapshot.apply(first.change_set)
    assert not join(Copy(snapshot, ours.history), theirs).change_set
    return snapshot


def talk(id: str, *people: Person, **fields: object) -> Interaction:
    ids = tuple(ADA if each.id == ADA else BO if each.id == BO else CLEO for each in people)
    return Interaction(id=id, people=ids, kind="call", on=DAY)


ada, bo, cleo = person(ADA), person(BO), person(CLEO)


# Records that one copy alone has -----------------------------------------------------------------


def test_what_only_the_other_copy_has_is_taken_in() -> None:
    base = copy_of(ada)
    theirs = added(base, 1, bo, talk("T", bo, ada))
    plan = join(base, theirs)
    assert after(base, theirs) == theirs.snapshot
    assert (plan.new, plan.changed, plan.same) == ((BO,), (), 1)


def test_what_was_removed_here_stays_removed_and_is_counted_once() -> None:
    base = copy_of(ada, bo, talk("T", bo), talk("U", ada))
    ours = deleted(deleted(base, 1, bo, talk("T", bo)), 2, talk("U", ada))
    assert after(ours, base) == ours.snapshot
    # Bo, and the talk with Ada; the talk that went with Bo is not told beside him.
    assert join(ours, base).removed_here == 2


def test_a_later_talk_there_with_somebody_removed_here_is_left_out() -> None:
    base = copy_of(ada, bo)
    ours = deleted(base, 1, bo)
    theirs = added(base, 2, talk("T", bo), talk("U", ada, bo))
    joined = after(ours, theirs)
    assert list(joined.people) == [ADA]
    assert [each.people for each in joined.interactions.values()] == [(ADA,)]


def test_what_was_removed_there_goes_here_too_unless_changed_here_later() -> None:
    base = copy_of(ada, bo, cleo)
    theirs = deleted(base, 2, bo, cleo)
    ours = edited(edited(base, 1, bo, org="Aubier"), 3, cleo, org="Aubier")
    plan = join(ours, theirs)
    assert plan.removed == (BO,)
    assert list(after(ours, theirs).people) == [ADA, CLEO]


def test_a_promise_removed_there_stays_where_it_was_moved_here_later() -> None:
    promises = [FollowUp(id=id, person=ADA, on=DAY) for id in ("F", "G")]
    base = copy_of(ada, *promises)
    theirs = deleted(base, 2, *promises)
    ours = edited(edited(base, 1, promises[0], why="a"), 3, promises[1], why="b")
    assert list(after(ours, theirs).follow_ups) == ["G"]


def test_what_only_we_have_stays() -> None:
    theirs = copy_of(ada)
    ours = added(theirs, 1, bo, talk("T", bo))
    assert not join(ours, theirs).change_set
    assert not join(copy_of(ada, bo), theirs).change_set


def test_somebody_removed_there_stays_with_all_talks_where_they_did_not_know_the_last() -> None:
    shared, event = talk("S", ada, bo), Event(id="E", name="Dinner", on=DAY, people=(ADA, BO))
    base = copy_of(ada, bo, talk("T", bo), shared, event)
    theirs = commit(
        base,
        2,
        remove(bo),
        remove(talk("T", bo)),
        alter(shared, people=(ADA,)),
        alter(event, people=(ADA,)),
    )
    ours = added(base, 1, talk("NEW", bo))
    assert not join(ours, theirs).change_set
    assert join(base, theirs).removed == (BO,)
    assert after(base, theirs) == theirs.snapshot


def test_what_was_undone_there_is_not_a_removal() -> None:
    base = copy_of(ada, bo)
    theirs = undone(deleted(base, 1, bo), 2)
    assert not join(base, theirs).change_set
    ours = edited(base, 0.5, bo, org="Aubier")
    assert after(ours, theirs).people[BO].org == "Aubier"


def test_an_addition_that_was_undone_after_the_copy_was_made_stays_undone() -> None:
    copied = added(copy_of(ada), 0, bo)
    assert not join(undone(copied, 1), copied).change_set
    assert join(copied, undone(copied, 1)).removed == (BO,)


def test_a_join_that_was_undone_can_be_done_again() -> None:
    base = copy_of(ada)
    theirs = added(edited(base, 1, ada, org="Aubier"), 2, bo)
    first = join(base, theirs)
    back = undone(commit(base, 3, *first.change_set.changes, action="join"), 4)
    assert join(back, theirs) == first


# Fields of records that both have ----------------------------------------------------------------


def test_different_fields_of_one_card_are_both_taken() -> None:
    base = copy_of(ada)
    ours = edited(base, 2, ada, org="Aubier")
    theirs = edited(base, 1, ada, title="Editor")
    joined = after(ours, theirs).people[ADA]
    assert (joined.org, joined.title) == ("Aubier", "Editor")
    plan = join(ours, theirs)
    assert (plan.changed, plan.same, plan.kept) == ((ADA,), 0, ())


@pytest.mark.parametrize(("ours_at", "theirs_at", "stands"), [(1, 2, "there"), (2, 1, "here")])
def test_the_later_change_of_a_field_stands(ours_at: int, theirs_at: int, stands: str) -> None:
    base = copy_of(person(ADA, org="before"))
    ours = edited(base, ours_at, ada, org="here")
    theirs = edited(base, theirs_at, ada, org="there")
    assert after(ours, theirs).people[ADA].org == stands


def test_a_change_there_that_ours_outlived_is_told() -> None:
    base = copy_of(person(ADA, notes="a"))
    ours = edited(base, 2, ada, notes="a\nhere")
    theirs = edited(base, 1, ada, notes="a\nthere")
    (kept,) = join(ours, theirs).kept
    assert (kept.field, kept.ours, kept.theirs) == ("notes", "a\nhere", "a\nthere")
    assert join(ours, base).kept == ()


def test_a_change_beats_a_field_without_history_either_way() -> None:
    old, new = copy_of(person(ADA, org="old")), copy_of(person(ADA, org="first"))
    changed = edited(new, 1, ada, org="new")
    assert after(old, changed).people[ADA].org == "new"
    assert after(changed, old).people[ADA].org == "new"


def test_an_empty_field_is_filled_unless_it_was_emptied_later() -> None:
    base = copy_of(person(ADA, org="Aubier"))
    empty = copy_of(ada)
    assert after(empty, base).people[ADA].org == "Aubier"
    assert not join(base, empty).change_set
    emptied = edited(base, 1, ada, org="")
    assert after(base, emptied).people[ADA].org == ""
    assert not join(emptied, base).change_set
    set_anew = edited(edited(base, 0.5, ada, org=""), 2, ada, org="Bourgeon")
    assert after(emptied, set_anew).people[ADA].org == "Bourgeon"


def test_where_nothing_tells_the_later_ours_stands_and_is_listed() -> None:
    plan = join(copy_of(person(ADA, org="here")), copy_of(person(ADA, org="there")))
    assert not plan.change_set
    (kept,) = plan.kept
    assert kept.table == "people"
    assert (kept.id, kept.about, kept.field) == (ADA, "Ada", "org")
    assert (kept.ours, kept.theirs) == ("here", "there")


def test_lists_without_history_are_put_together_ours_first() -> None:
    ours = person(ADA, emails=("a@x.org", "b@x.org"), cities=(City(name="Lyon"),))
    theirs = person(
        ADA, emails=("c@x.org", "B@x.org"), cities=(City(name="Lyon", kind="past"), *ours.cities)
    )
    joined = after(copy_of(ours), copy_of(theirs)).people[ADA]
    assert joined.emails == ("a@x.org", "b@x.org", "c@x.org")
    assert joined.cities == (City(name="Lyon"), City(name="Lyon", kind="past"))


def test_of_lists_with_history_the_later_stands() -> None:
    base = copy_of(person(ADA, tags=("lab", "press")))
    theirs = edited(base, 1, ada, tags=("lab",))
    assert after(base, theirs).people[ADA].tags == ("lab",)
    assert not join(theirs, base).change_set


def test_a_promise_closed_there_is_closed_here() -> None:
    promise = FollowUp(id="F", person=ADA, on=DAY)
    base = copy_of(ada, promise)
    theirs = edited(base, 1, promise, closed=DAY)
    assert after(base, theirs).follow_ups == theirs.snapshot.follow_ups


def test_fields_of_other_programs_are_joined_key_by_key() -> None:
    ours, theirs = person(ADA, extra={"x": 1, "y": 1}), person(ADA, extra={"y": 2, "z": 2})
    plan = join(copy_of(ours), copy_of(theirs))
    assert after(copy_of(ours), copy_of(theirs)).people[ADA].extra == {"x": 1, "y": 1, "z": 2}
    assert [each.field for each in plan.kept] == ["extra"]


def test_the_only_copy_that_changed_a_field_is_right_whatever_its_clock_says() -> None:
    base = edited(copy_of(ada), 5, ada, tags=("lab", "press"))
    changed = edited(base, 1, ada, tags=("press",))
    assert not join(changed, base).change_set
    assert after(base, changed).people[ADA].tags == ("press",)


def test_the_latest_moment_counts_though_a_clock_went_back() -> None:
    base = edited(edited(copy_of(ada), 5, ada, org="a"), 1, ada, org="b")
    assert traces(base.history, ()).of("people", ADA)["org"].at == at(5)


# The user's own card -----------------------------------------------------------------------------


def test_the_own_card_is_joined_like_any_record() -> None:
    ours, theirs = (
        Me(name="Zoë", budget=Budget(total=60)),
        Me(org="Aubier", budget=Budget(total=90)),
    )
    plan = join(copy_of(ours), copy_of(theirs))
    joined = after(copy_of(ours), copy_of(theirs)).me
    assert (joined.name, joined.org, joined.budget.total) == ("Zoë", "Aubier", 60)
    assert [(each.table, each.field) for each in plan.kept] == [("me", "budget")]
    later = edited(copy_of(theirs), 1, theirs, budget=Budget(total=30))
    assert after(copy_of(ours), later).me.budget.total == 30
    assert after(copy_of(ada), copy_of(theirs)).me == theirs


def test_the_day_of_the_last_act_and_the_sorting_of_the_removed_are_not_joined() -> None:
    assert not join(copy_of(ada), copy_of(ada, Me(last_act=DAY))).change_set
    base = copy_of(ada, bo)
    ours = deleted(base, 1, bo)
    theirs = commit(
        base,
        2,
        *added(copy_of(), 0, Me(sorting=Sorting(asked=(ADA, BO)))).history[0].change_set.changes,
    )
    assert after(ours, theirs).me.sorting.asked == (ADA,)


# References --------------------------------------------------------------------------------------


def test_no_record_names_somebody_who_is_not_there() -> None:
    theirs = Copy(
        network(
            ada,
            talk("T1", bo),
            talk("T2", ada, bo),
            FollowUp(id="F", person=BO, on=DAY),
            Introduction(id="I", a=ADA, b=BO, on=DAY),
            Event(id="E", name="Dinner", on=DAY, people=(ADA, BO), wanted=(BO,)),
            Circle(id="C", name="Choir", people=(BO, ADA)),
            TimeEntry(id="M", kind="call", on=DAY, person=BO, minutes=5),
        )
    )
    joined = after(copy_of(ada), theirs)
    assert [each.people for each in joined.interactions.values()] == [(ADA,)]
    assert not joined.follow_ups
    assert not joined.introductions
    (event,), (circle,) = joined.events.values(), joined.circles.values()
    assert (event.people, event.wanted, circle.people) == ((ADA,), (), (ADA,))
    assert [each.person for each in joined.time_entries.values()] == [None]


def test_a_link_to_a_record_removed_here_is_dropped() -> None:
    circle = Circle(id="C", name="Choir")
    base = copy_of(ada, circle)
    ours = deleted(base, 1, circle)
    theirs = added(
        base,
        2,
        Event(id="E", name="Concert", on=DAY, circle=CircleId("C")),
        FollowUp(id="F", person=ADA, on=DAY, event=EventId("E")),
    )
    joined = after(ours, theirs)
    assert [each.circle for each in joined.events.values()] == [None]
    assert [each.event for each in joined.follow_ups.values()] == [EventId("E")]


# The forgotten, and people who are there twice ---------------------------------------------------


def forgetting(copy: Copy, card: Person) -> Copy:
    forgotten = copy.snapshot.forgotten.with_person(card, "5e" * 32)
    return Copy(msgspec.structs.replace(copy.snapshot, forgotten=forgotten), copy.history)


def test_the_forgotten_never_come_back_nor_what_is_about_them() -> None:
    ours = forgetting(copy_of(ada), bo)
    theirs = copy_of(
        ada, bo, talk("T", bo), talk("U", ada, bo), FollowUp(id="F", person=BO, on=DAY)
    )
    plan = join(ours, theirs)
    assert (plan.forgotten, plan.new, plan.removed_here) == (1, (), 0)
    joined = after(ours, theirs)
    assert list(joined.people) == [ADA]
    assert [each.people for each in joined.interactions.values()] == [(ADA,)]
    assert not joined.follow_ups


def test_whom_the_other_copy_forgot_is_named_and_stays() -> None:
    ours, theirs = copy_of(ada, bo), forgetting(copy_of(ada), bo)
    plan = join(ours, theirs)
    assert plan.forgotten_there == (BO,)
    assert not plan.change_set


def test_people_with_an_address_of_ours_under_another_id_are_counted() -> None:
    ours = copy_of(person(ADA, emails=("Ada@x.org",)), person(BO, sources=("uid:1",)))
    theirs = copy_of(
        person(CLEO, emails=("ada@X.org",)),
        Person(id="DAN", name="Dan", sources=("uid:1",)),
        Person(id="EVE", name="Eve", emails=("eve@x.org",)),
    )
    plan = join(ours, theirs)
    assert (len(plan.new), plan.alike) == (3, 2)


def test_an_empty_join_says_how_many_are_the_same() -> None:
    base = copy_of(ada, bo)
    plan = join(base, base)
    assert plan == Joined(change_set=plan.change_set, same=2)
    assert not plan.change_set
