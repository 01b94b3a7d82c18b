"""What must hold of a tie whatever its contacts: silence cools, contacts warm, pauses stop."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, By, Kind
from store.records.person import Pause, Person
from store.rules.bands import COLD_FROM, ORDER, is_fresh
from store.rules.contacts import contacts_of, history_of
from store.rules.pauses import spans_of
from store.rules.rhythm import Rhythm, replay
from store.rules.tie import Day, Standing, standing_of

LATEST = date(2026, 11, 20)
"""The last day on which there was a contact."""

COLDER = (*ORDER, "dormant")

NOISE = 1e-9

Talked = tuple[int, Kind, By | None]
"""Days before `LATEST`, the kind, and who began it."""

TALKING: tuple[Kind, ...] = ("in_person", "video", "call", "event")
SIDES: st.SearchStrategy[By | None] = st.sampled_from([None, "me", "them"])
TALKED: st.SearchStrategy[Talked] = st.tuples(
    st.integers(0, 700) | st.integers(0, 30), st.sampled_from(KINDS), SIDES
)
TALKS = st.lists(TALKED, min_size=1, max_size=12)
LIGHT: st.SearchStrategy[Kind] = st.sampled_from(["message", "email", "social"])
"""Kinds that may weigh less than a whole contact."""
WHOLE = st.lists(
    st.tuples(st.integers(0, 700), st.sampled_from(TALKING), SIDES), min_size=1, max_size=12
)
"""Contacts of full weight."""
WROTE: st.SearchStrategy[Talked] = st.tuples(st.integers(0, 60), LIGHT, st.just(None))
PAUSES = st.lists(
    st.tuples(st.integers(-60, 400), st.integers(0, 60)).map(
        lambda drawn: Pause(
            start=LATEST - timedelta(days=drawn[0]),
            until=LATEST - timedelta(days=drawn[0] - drawn[1]),
        )
    ),
    max_size=3,
).map(tuple)
PEOPLE = st.builds(
    Person,
    id=st.just("P"),
    name=st.just("Zoë"),
    layer=st.sampled_from([None, 5, 15, 50, 150]),
    cadence_days=st.sampled_from([None, 1, 7, 30, 90, 400]),
)


def record(talked: Talked, number: int = 0) -> Interaction:
    ago, kind, by = talked
    on = LATEST - timedelta(days=ago)
    return Interaction(id=f"I{number}", people=(PersonId("P"),), kind=kind, on=on, by=by)


def records(talks: list[Talked]) -> list[Interaction]:
    return [record(each, number) for number, each in enumerate(talks)]


def stand(
    person: Person,
    talks: list[Interaction],
    today: date = LATEST,
    pauses: tuple[Pause, ...] = (),
) -> Standing:
    day = Day(today=today.toordinal(), layer_days={5: 21, 15: 45, 50: 120, 150: 365}, usual=30.0)
    spans = spans_of(pauses)
    return standing_of(
        person, history_of(contacts_of(talks, day.today), day.today, spans), spans, day
    )


def chance(standing: Standing) -> float:
    assert standing.p_lost is not None
    return standing.p_lost


def colder(standing: Standing) -> int:
    assert standing.band is not None
    return COLDER.index(standing.band)


@given(PEOPLE, TALKS, PAUSES, st.lists(st.integers(0, 600), min_size=2, max_size=6))
def test_without_a_contact_a_tie_only_grows_colder(
    person: Person, talks: list[Talked], pauses: tuple[Pause, ...], days: list[int]
) -> None:
    looks = [
        stand(person, records(talks), LATEST + timedelta(days=each), pauses)
        for each in sorted(days)
    ]
    chances = [chance(each) for each in looks]
    assert all(one <= other + NOISE for one, other in pairwise(chances))
    bands = [colder(each) for each in looks]
    assert bands == sorted(bands)


@given(PEOPLE, TALKS, st.integers(0, 600), st.sampled_from(KINDS), SIDES, PAUSES)
def test_one_more_contact_never_makes_a_loss_likelier(
    person: Person,
    talks: list[Talked],
    silence: int,
    kind: Kind,
    by: By | None,
    pauses: tuple[Pause, ...],
) -> None:
    before, after = around(person, talks, silence, (0, kind, by), pauses)
    assert chance(after) <= chance(before) + NOISE


@given(st.lists(WROTE, min_size=1, max_size=20), st.integers(0, 600), st.sampled_from(KINDS))
def test_nor_does_one_more_after_many_that_were_not_answered(
    talks: list[Talked], silence: int, kind: Kind
) -> None:
    before, after = around(Person(id="P", name="Zoë"), talks, silence, (0, kind, None))
    assert chance(after) <= chance(before) + NOISE


def test_nor_does_a_sign_from_them_on_a_social_network() -> None:
    daily: list[Talked] = [(ago, "message", None) for ago in range(20)]
    before, after = around(Person(id="P", name="Zoë"), daily, 300, (0, "social", "them"))
    assert chance(after) <= chance(before) + NOISE


def around(
    person: Person,
    talks: list[Talked],
    silence: int,
    more: Talked,
    pauses: tuple[Pause, ...] = (),
) -> tuple[Standing, Standing]:
    """Where a tie stands after a silence, before and after one more contact on that day."""
    today, held = LATEST + timedelta(days=silence), records(talks)
    last = msgspec.structs.replace(record(more, len(held)), on=today)
    return stand(person, held, today, pauses), stand(person, [*held, last], today, pauses)


@given(PEOPLE, TALKS, st.integers(0, 11), st.randoms(use_true_random=False))
def test_several_contacts_on_a_day_are_one_and_their_order_is_nothing(
    person: Person, talks: list[Talked], place: int, random: Random
) -> None:
    held = records(talks)
    again = talks[place % len(talks)]
    several = [*held, *(record(again, len(held) + more) for more in range(3))]
    assert stand(person, several) == stand(person, held)
    random.shuffle(several)
    mixed, plain = stand(person, several), stand(person, held)
    assert chance(mixed) == chance(plain)
    assert (mixed.band, mixed.silent_days, mixed.usual_gap_days, mixed.contacts) == (
        plain.band,
        plain.silent_days,
        plain.usual_gap_days,
        plain.contacts,
    )


@given(TALKS, PAUSES)
def test_stepping_over_pauses_is_replaying(talks: list[Talked], pauses: tuple[Pause, ...]) -> None:
    days = contacts_of(records(talks), LATEST.toordinal()).days
    spans = spans_of(pauses)
    rhythm = Rhythm()
    for each in days:
        rhythm = rhythm.step(each[0], each[1], spans)
    whole = replay(days, spans)
    found = (rhythm.contacts, rhythm.gaps, rhythm.roots, rhythm.last)
    assert found == pytest.approx((whole.contacts, whole.gaps, whole.roots, whole.last))


@given(PEOPLE, TALKS, PAUSES)
def test_a_tie_turns_cold_on_the_day_that_is_said_and_not_before(
    person: Person, talks: list[Talked], pauses: tuple[Pause, ...]
) -> None:
    newest = min(ago for ago, _, _ in talks)
    today = LATEST - timedelta(days=newest)
    said = stand(person, records(talks), today, pauses).day_at(COLD_FROM)
    assert said is not None
    assert said > today
    assert chance(stand(person, records(talks), said, pauses)) >= COLD_FROM - NOISE
    eve = stand(person, records(talks), said - timedelta(days=1), pauses)
    assert eve.silent_days is not None
    assert eve.usual_gap_days is not None
    assert chance(eve) < COLD_FROM or is_fresh(eve.silent_days, eve.usual_gap_days)


@given(PEOPLE, TALKS, st.integers(1, 500), st.integers(1, 400), st.integers(0, 300))
@example(Person(id="P", name="Zoë"), [(10, "call", None), (0, "message", None)], 100, 2, 0)
@example(Person(id="P", name="Zoë"), [(400, "call", None), (0, "call", None)], 200, 40, 0)
def test_a_pause_of_some_days_moves_all_before_it_by_as_many(
    person: Person, talks: list[Talked], length: int, begun: int, silence: int
) -> None:
    plain, paused = with_a_pause(person, talks, length, begun, silence)
    assert chance(paused) == pytest.approx(chance(plain))
    assert paused.silent_days == plain.silent_days
    assert paused.band == plain.band
    assert paused.usual_gap_days == pytest.approx(plain.usual_gap_days)
    assert paused.back_after == plain.back_after


def with_a_pause(
    person: Person, talks: list[Talked], length: int, begun: int, silence: int
) -> tuple[Standing, Standing]:
    """Where a tie stands; and where it does once a pause is put in `begun` days ago."""
    today, first = LATEST + timedelta(days=silence), LATEST - timedelta(days=begun)
    moved = [(ago + length if ago > begun else ago, kind, by) for ago, kind, by in talks]
    pause = Pause(start=first - timedelta(days=length), until=first - timedelta(days=1))
    plain = stand(person, records(talks), today)
    return plain, stand(person, records(moved), today, (pause,))
