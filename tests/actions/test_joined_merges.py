"""A copy in which somebody lives on whose card was made one with another at home."""

from __future__ import annotations

from two_copies import ADA, BO, CLEO, DAY, added, at, commit, copy_of, edited, person, undone

from store.actions.action import Context
from store.actions.joining import Copy, join
from store.actions.merge import Merge, merge
from store.config.settings import Settings
from store.records.follow_up import FollowUp
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot
from store.views.ties import Ties

ada = person(ADA, emails=("ada@example.org",))
bo = person(BO, emails=("bo@example.org",))
cleo = person(CLEO)
talk = Interaction(id="T", people=(BO,), kind="call", on=DAY)


def merged(copy: Copy, hours: float) -> Copy:
    settings = Settings()
    context = Context(
        now=at(hours),
        today=DAY,
        new_id=lambda: "N",
        settings=settings,
        ties=lambda: Ties.of(copy.snapshot, DAY, settings),
    )
    done = merge(copy.snapshot, Merge(a=ADA, b=BO), context)
    return commit(copy, hours, *done.change_set.changes, action="merge")


def after(ours: Copy, theirs: Copy) -> Snapshot:
    """Our data once theirs are joined in; a second time nothing is left to do."""
    snapshot = ours.snapshot.apply(join(ours, theirs).change_set)
    assert not join(Copy(snapshot, ours.history), theirs).change_set
    return snapshot


def test_what_was_noted_there_about_the_card_that_went_comes_to_the_one_that_stays() -> None:
    base = copy_of(ada, bo, cleo, talk)
    ours = merged(base, 1)
    theirs = added(base, 2, Interaction(id="U", people=(CLEO, BO), kind="call", on=DAY))
    theirs = added(theirs, 3, FollowUp(id="F", person=BO, on=DAY, why="the slides"))
    theirs = edited(theirs, 4, bo, notes="Plays the cello.", emails=("new@example.org",))
    found = after(ours, theirs)
    assert set(found.people) == {ADA, CLEO}
    assert {each.people for each in found.interactions.values()} == {(ADA,), (CLEO, ADA)}
    assert [each.person for each in found.follow_ups.values()] == [ADA]
    assert found.people[ADA].notes == "Plays the cello."
    assert set(found.people[ADA].emails) >= {"ada@example.org", "new@example.org"}


def test_a_copy_in_which_nothing_happened_changes_nothing() -> None:
    base = copy_of(ada, bo, cleo, talk)
    ours = merged(base, 1)
    assert not join(ours, base).change_set


def test_a_merge_that_was_taken_back_is_none() -> None:
    base = copy_of(ada, bo, cleo, talk)
    ours = undone(merged(base, 1), 2)
    theirs = added(base, 3, Interaction(id="U", people=(BO,), kind="call", on=DAY))
    found = after(ours, theirs)
    assert set(found.people) == {ADA, BO, CLEO}
    assert {each.people for each in found.interactions.values()} == {(BO,)}
