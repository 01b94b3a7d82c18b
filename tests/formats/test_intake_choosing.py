"""A plan after decisions: who is left out, taken as somebody else, or overwritten."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import card, letter, plan, reading, store

from store.formats.choosing import chosen
from store.formats.incoming import IncomingInteraction, IncomingRecord, IncomingTie, Reading, Whom
from store.formats.plan import Decision, Plan
from store.records.attachment import digest_of, reference_to
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person, Property
from store.records.references import names_the_missing
from store.records.snapshot import EMPTY, Snapshot

HELD = Person(id="P", name="Ann Bee", emails=("other@y.org",), phones=("0700000000",))
TWIN = card("Ann Bee", "uid:1", emails=("ann@x.org",), phones=("0612345678",))
BOB = card("Bob Cox", "uid:2", emails=("bob@x.org",))
P = PersonId("P")


def everything() -> Reading:
    """A twin of somebody there and another newcomer, with talks, a promise, an evening, a tie."""
    together = Interaction(id="", people=(), kind="social", on=date(2025, 5, 5), source="k3")
    return Reading(
        people=(TWIN, BOB),
        interactions=(
            letter("uid:1", "", "k1"),
            letter("uid:2", "", "k2"),
            IncomingInteraction(
                with_source="uid:1",
                with_name="",
                also=(Whom(source="uid:2"),),
                interaction=together,
            ),
        ),
        records=(
            IncomingRecord(
                key="r1",
                record=FollowUp(id="", person=PersonId(""), on=date(2026, 12, 1)),
                whom=(Whom(source="uid:1"),),
            ),
            IncomingRecord(
                key="r2",
                record=Event(id="", name="PyConFR", on=date(2026, 11, 28)),
                whom=(Whom(source="uid:1"), Whom(source="uid:2")),
            ),
        ),
        ties=(IncomingTie(one=Whom(source="uid:2"), other=Whom(source="uid:1")),),
    )


def decided(decision: Decision, snapshot: Snapshot | None = None) -> tuple[Plan, Snapshot]:
    """Something decided of the twin."""
    before = store(HELD) if snapshot is None else snapshot
    made = plan(before, everything())
    twin = next(each for each in made.entries if each.after.sources == ("uid:1",))
    after = chosen(made, {twin.person: decision}, before)
    return after, before.apply(after.change_set)


def test_nothing_decided_is_the_plan_itself() -> None:
    made = plan(store(HELD), everything())
    assert chosen(made, {}, store(HELD)) is made
    assert decided("take")[0] == made


def test_somebody_left_out_is_left_out_with_all_that_is_about_them() -> None:
    made, after = decided("leave")
    assert sorted(each.name for each in after.people.values()) == ["Ann Bee", "Bob Cox"]
    assert after.people[P] is HELD
    assert [each.source for each in after.interactions.values()] == ["k2", "k3"]
    assert [len(each.people) for each in after.interactions.values()] == [1, 1]
    assert not after.follow_ups
    assert [len(each.people) for each in after.events.values()] == [1]
    assert all(not each.knows for each in after.people.values())
    assert (len(made.new), made.doubtful, made.interactions, made.records) == (1, (), 2, 1)


def test_a_twin_taken_as_the_one_whom_they_resemble_brings_everything_there() -> None:
    made, after = decided("same")
    assert len(after.people) == 2
    ann = after.people[P]
    assert ann.emails == ("other@y.org", "ann@x.org")
    assert ann.sources == ("uid:1",)
    bob = next(each for each in after.people.values() if each.id != "P")
    assert bob.knows == ("P",)
    assert [each.people for each in after.interactions.values()] == [
        (P,),
        (bob.id,),
        (P, bob.id),
    ]
    assert [each.person for each in after.follow_ups.values()] == ["P"]
    assert (made.new, made.changed) == ((bob.id,), (P,))
    assert not plan(after, everything()).change_set


def test_somebody_there_who_is_left_out_keeps_the_card_and_gains_no_talk() -> None:
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    made = plan(store(held), everything())
    after = store(held).apply(chosen(made, {P: "leave"}, store(held)).change_set)
    assert after.people[P] is held
    assert [each.source for each in after.interactions.values()] == ["k2", "k3"]


def test_who_is_the_same_as_a_newcomer_goes_where_that_one_goes() -> None:
    first = card("Jean Martin", "uid:1", phones=("0612345678",))
    second = card("Jean Martin", "uid:2", phones=("0712345678",))
    made = plan(EMPTY, reading(first, second))
    one, other = made.new
    left = chosen(made, {one: "leave", other: "same"}, EMPTY)
    assert (left.new, bool(left.change_set)) == ((), False)
    joined = chosen(made, {other: "same"}, EMPTY)
    (person,) = EMPTY.apply(joined.change_set).people.values()
    assert (person.id, person.phones) == (one, ("0612345678", "0712345678"))


def test_a_twin_of_somebody_left_as_they_are_still_gets_their_talks_there() -> None:
    before = store(HELD)
    made = plan(before, everything())
    twin = next(each for each in made.entries if each.like == "P")
    after = before.apply(chosen(made, {twin.person: "same", P: "leave"}, before).change_set)
    assert {each.people[0] for each in after.interactions.values() if each.source == "k1"} == {P}


def test_take_takes_what_was_only_to_be_shown() -> None:
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    for how in ("ask", "skip"):
        made = plan(store(held), reading(TWIN), how=how)
        assert not made.change_set
        after = chosen(made, {P: "take"}, store(held))
        assert after.changed == (P,)
        assert store(held).apply(after.change_set).people[P].emails == ("ann@x.org",)


def test_parts_of_somebody_left_out_are_not_kept() -> None:
    parts = {digest_of(each): each for each in (b"one", b"two", b"nobody's")}
    one, two, _ = parts
    cards = [
        card(name, key, properties=(Property(name="PHOTO", value=reference_to(digest)),))
        for name, key, digest in (("Ann Bee", "uid:1", one), ("Bob Cox", "uid:2", two))
    ]
    made = plan(EMPTY, Reading(people=tuple(cards), parts=parts))
    assert set(made.parts) == {one, two}
    left = chosen(made, {made.new[0]: "leave"}, EMPTY)
    assert set(left.parts) == {two}


DECISIONS = st.sampled_from(["take", "leave", "theirs", "same"])


@given(decisions=st.lists(DECISIONS, min_size=6, max_size=6))
def test_whatever_is_decided_the_plan_applies_and_names_nobody_missing(
    decisions: list[Decision],
) -> None:
    more = reading(
        card("Ann Bee", "uid:4", emails=("ann@z.org",), phones=("0812345678",), where="Lyon"),
        card("Bob Cox", "uid:2", where="Paris", org="Acme"),
    )
    bob = Person(id="Q", name="Bob Cox", sources=("uid:2",), where="Rome", org="Globex")
    before = store(HELD, bob)
    made = plan(before, everything(), more)
    people = [each.person for each in made.entries]
    after = chosen(made, dict(zip(people, decisions, strict=False)), before)
    snapshot = before.apply(after.change_set)
    assert not names_the_missing(after.change_set, snapshot)
    assert set(after.new) == set(snapshot.people) - set(before.people)
    for talk in snapshot.interactions.values():
        assert talk.people
        assert len(set(talk.people)) == len(talk.people)
    changed = {
        each.id
        for each in after.change_set.changes
        if each.table == "people" and each.before is not None
    }
    assert set(after.changed) == changed
    assert {each.person for each in after.entries} >= set(after.new) | set(after.changed)
