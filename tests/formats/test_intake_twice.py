"""Whatever cards there are: an import that is done is done."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import plan

from store.formats.incoming import Reading
from store.formats.plan import IMPORT_HOWS, ImportHow
from store.records.person import Person, Property
from store.records.snapshot import EMPTY

NAMES = st.sampled_from(
    ["Ann Bee", "BEE Ann", "Ann", "Bob Cox", "Bob Bee", "Änn Bee", "山田", "👩", "Bob"]
)
FEW = {"max_size": 2, "unique": True}
EMAILS = st.lists(st.sampled_from(["a@x.org", "A@X.org", "b@y.org", "info@z.org"]), **FEW)  # type: ignore[arg-type]
PHONES = st.lists(st.sampled_from(["0612345678", "+33612345678", "070", "call me"]), **FEW)  # type: ignore[arg-type]
LINKS = st.lists(
    st.sampled_from(["https://linkedin.com/in/a", "http://fr.linkedin.com/in/A/", "x.org"]),
    **FEW,  # type: ignore[arg-type]
)
SOURCES = st.sampled_from(
    [
        *(f"uid:{n}" for n in range(6)),
        "linkedin:a",
        "linkedin:b",
        "linkedin:name:ann bee:",
        "vcard:f",
    ]
)
PROPERTIES = st.lists(
    st.builds(
        Property,
        name=st.sampled_from(["REV", "X-A", "X-ABLabel"]),
        value=st.sampled_from(["1", "2"]),
        group=st.sampled_from(["", "item1", "item2"]),
    ),
    max_size=3,
)
CARDS = st.builds(
    Person,
    id=st.just(""),
    name=NAMES,
    sources=st.tuples(SOURCES),
    emails=EMAILS.map(tuple),
    phones=PHONES.map(tuple),
    links=LINKS.map(tuple),
    properties=PROPERTIES.map(tuple),
    org=st.sampled_from(["", "Acme", "Globex"]),
    title=st.sampled_from(["", "CEO", "CTO"]),
    birthday=st.sampled_from(["", "--04-12", "1985", "1985-04-12", "1990-01-01"]),
    met=st.sampled_from([None, date(2020, 1, 1), date(2030, 1, 1)]),
    notes=st.sampled_from(["", "One.", "Two.\nOne.", "One.\n"]),
)
READINGS = st.lists(
    st.lists(CARDS, max_size=5, unique_by=lambda card: card.sources).map(
        lambda cards: Reading(people=tuple(cards))
    ),
    max_size=4,
)


@given(before=READINGS, readings=READINGS, how=st.sampled_from(IMPORT_HOWS))
def test_planned_again_an_import_changes_nothing(
    before: list[Reading], readings: list[Reading], how: ImportHow
) -> None:
    start = EMPTY.apply(plan(EMPTY, *before).change_set)
    first = plan(start, *readings, how=how)
    after = start.apply(first.change_set)
    again = plan(after, *readings, how=how)
    assert again.new == ()
    names = [card.name for reading in (*before, *readings) for card in reading.people]
    if how == "ask" and len(names) > len(set(names)):
        # Where nobody is completed, whom a card of a namesake means can change with the newcomers:
        # only `merge` leaves its key with the one it was taken for.
        return
    assert not again.change_set
    assert how != "merge" or again.changed == ()


@given(readings=READINGS)
def test_nobody_is_lost(readings: list[Reading]) -> None:
    after = EMPTY.apply(plan(EMPTY, *readings).change_set)
    kept = {source for person in after.people.values() for source in person.sources}
    given = {source for reading in readings for card in reading.people for source in card.sources}
    # A key that was worked out from what a card says, and a card that says nothing new, may go.
    assert {each for each in given if not each.startswith("vcard:")} <= kept <= given
    for reading in readings:
        for card in reading.people:
            source, emails = card.sources[0], set(map(str.lower, card.emails))
            people = list(after.people.values())
            held = [each for each in people if source in each.sources] or people
            assert any(emails <= set(map(str.lower, each.emails)) for each in held)


@given(readings=READINGS)
def test_each_record_changes_once_and_the_plan_applies(readings: list[Reading]) -> None:
    made = plan(EMPTY, *readings)
    changed = [change.id for change in made.change_set.changes]
    assert len(changed) == len(set(changed))
    assert len(EMPTY.apply(made.change_set).people) == len(made.new)
