"""Whatever files hold, of any kind: an import that is done is done."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import TODAY, card, plan

from store.formats.incoming import IncomingInteraction, IncomingRecord, IncomingTie, Reading, Whom
from store.formats.mail.letter import Letter, Party
from store.formats.plan import ImportHow
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot

NOBODY = PersonId("")

CARDS = st.builds(
    card,
    st.sampled_from(["Ann Bee", "Bob Cox", "Bobby", "Zoe Adler"]),
    st.sampled_from(["uid:1", "uid:2", "uid:3", "mailto:bob@y.org", "names:bobby"]),
    emails=st.sampled_from([(), ("ann@x.org",), ("bob@y.org", "ann@x.org")]),
    phones=st.sampled_from([(), ("0612345678",), ("+33612345678",)]),
    nicknames=st.sampled_from([(), ("Bobby",)]),
    where=st.sampled_from(["", "Lyon", "Paris"]),
    org=st.sampled_from(["", "Acme", "Globex"]),
)
WHOM = st.one_of(
    st.builds(Whom, source=st.sampled_from(["uid:1", "uid:2", "linkedin:nobody"])),
    st.builds(Whom, email=st.sampled_from(["ann@x.org", "no@z.org"])),
    st.builds(Whom, name=st.sampled_from(["ann bee", "Bobby", "A Stranger"])),
)
TALKS = st.builds(
    lambda whom, also, key, on, planned, note: IncomingInteraction(
        with_source=whom.source,
        with_email=whom.email,
        with_name=whom.name,
        also=tuple(also),
        interaction=Interaction(
            id="", people=(), kind="social", on=on, planned=planned, note=note, source=key
        ),
    ),
    WHOM,
    st.lists(WHOM, max_size=2),
    st.sampled_from(["ics:1", "ics:2", "ics:3"]),
    st.sampled_from([date(2020, 1, 1), TODAY, date(2026, 11, 21), date(2027, 1, 1)]),
    st.booleans(),
    st.sampled_from(["", "Lunch"]),
)
RECORDS = st.builds(
    lambda kind, key, whom: IncomingRecord(
        key=f"{kind}:{key}", record=KINDS[kind], whom=tuple(whom)
    ),
    st.sampled_from(["promise", "help", "evening", "group"]),
    st.integers(1, 2),
    st.lists(WHOM, max_size=3),
)
KINDS: dict[str, FollowUp | Exchange | Event | Circle] = {
    "promise": FollowUp(id="", person=NOBODY, on=date(2026, 12, 1)),
    "help": Exchange(id="", person=NOBODY, direction="given", kind="service", on=date(2025, 1, 1)),
    "evening": Event(id="", name="PyConFR", on=date(2026, 11, 28)),
    "group": Circle(id="", name="Choir"),
}
TIES = st.builds(IncomingTie, one=WHOM, other=WHOM, how=st.sampled_from(["", "through"]))
PARTIES = st.builds(
    Party,
    st.sampled_from(["me@home.org", "ann@x.org", "bob@y.org", "zoe@z.org"]),
    st.sampled_from(["", "Ann Bee", "Bob Cox"]),
)
LETTERS = st.builds(
    Letter,
    key=st.sampled_from(["m1", "m2", "m3", "m4"]),
    on=st.sampled_from([date(2025, 1, 1), date(2025, 2, 2)]),
    sender=PARTIES,
    to=st.lists(PARTIES, max_size=3).map(tuple),
    answers=st.booleans(),
    bulk=st.booleans(),
)
READINGS = st.lists(
    st.builds(
        Reading,
        people=st.lists(CARDS, max_size=3, unique_by=lambda each: each.sources).map(tuple),
        interactions=st.lists(TALKS, max_size=4).map(tuple),
        records=st.lists(RECORDS, max_size=4).map(tuple),
        ties=st.lists(TIES, max_size=2).map(tuple),
        letters=st.lists(LETTERS, max_size=4).map(tuple),
        me=st.sampled_from([None, Me(emails=("me@home.org",)), Me(name="Me", org="Acme")]),
    ),
    max_size=3,
)


def once(readings: list[Reading], how: ImportHow = "merge", start: Snapshot = EMPTY) -> Snapshot:
    return start.apply(plan(start, *readings, how=how).change_set)


@given(readings=READINGS)
def test_of_every_kind_twice_is_once(readings: list[Reading]) -> None:
    after = once(readings)
    again = plan(after, *readings)
    assert not again.change_set
    assert (again.new, again.changed, again.me) == ((), (), {})


@given(readings=READINGS)
def test_people_left_alone_stay_the_very_same(readings: list[Reading]) -> None:
    there = [
        Person(id="P", name="Ann Bee", sources=("uid:1",), emails=("ann@x.org",)),
        Person(id="Q", name="Bob Cox"),
    ]
    start = once([Reading(people=())])
    start = start.apply(plan(start, Reading(people=tuple(there))).change_set)
    for how in ("skip", "ask"):
        made = plan(start, *readings, how=how)
        touched = [each.table for each in made.change_set.changes if each.before is not None]
        assert set(touched) <= {"circles"}
        after = start.apply(made.change_set)
        again = plan(after, *readings, how=how)
        assert again.new == ()


@given(readings=READINGS)
def test_talks_never_name_somebody_twice_nor_lie_ahead_unplanned(readings: list[Reading]) -> None:
    after = once(readings)
    sources = [each.source for each in after.interactions.values()]
    assert len(sources) == len(set(sources))
    for talk in after.interactions.values():
        assert len(talk.people) == len(set(talk.people)) > 0
        assert talk.planned or talk.on <= TODAY
