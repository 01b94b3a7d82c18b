"""Two cards made one: nothing of either is lost, nothing names who is gone, one undo gives both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging_network import DAY, A, B, C, cards, context, holding, networks

from store.actions.merge import MERGE, Merge, merge
from store.actions.set_apart import SetApart, set_apart
from store.formats.incoming import Reading
from store.formats.intake import plan_import
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import ExchangeId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TABLES
from store.records.lost import without_lost
from store.records.naming import named_in
from store.records.person import City, Deferral, Person, School
from store.records.snapshot import Snapshot
from store.rules.card_union import LISTS
from store.rules.twins import twins
from store.rules.united_card import CHOOSABLE, LIST_FIELDS, SIDES, united
from store.search.slips import slips
from store.words.message import Problem, Refusal, UnknownProblem, UsageProblem


def merged(snapshot: Snapshot, **more: object) -> Snapshot:
    params = msgspec.structs.replace(Merge(a="A", b="B"), **more)
    return snapshot.apply(merge(snapshot, params, context(snapshot)).change_set)


def together(a: Person, b: Person, **more: object) -> Person:
    return merged(holding(a, b, Person(id="C", name="Cy")), **more).people[A]


def card(id: str, **fields: object) -> Person:
    return msgspec.structs.replace(Person(id=id, name="Zoë Adler"), **fields)


# Whatever the network ------------------------------------------------------------------------


@given(networks())
def test_it_is_taken_back_as_one(snapshot: Snapshot) -> None:
    change_set = merge(snapshot, Merge(a="A", b="B"), context(snapshot)).change_set
    keys = [(each.table, each.id) for each in change_set.changes]
    assert len(keys) == len(set(keys))
    assert snapshot.apply(change_set).apply(change_set.inverse()) == snapshot


@given(networks())
def test_nothing_names_the_one_who_is_gone(snapshot: Snapshot) -> None:
    after = merged(snapshot)
    assert B not in after.people
    everything = (record for table in TABLES for record in after.tables[table].values())
    assert not any(B in named_in(record) for record in everything)
    assert B not in after.me.sorting.asked
    assert (B in snapshot.me.sorting.asked) <= (A in after.me.sorting.asked)
    assert A not in named_in(after.people[A]), "nobody knows themselves"
    before = {change.id for change in without_lost(snapshot).changes}
    assert {change.id for change in without_lost(after).changes} <= before


@given(networks())
def test_no_talk_promise_or_exchange_is_lost_and_none_counts_twice(snapshot: Snapshot) -> None:
    after = merged(snapshot)
    before = {*_content(snapshot, A), *_content(snapshot, B)}
    assert set(_content(after, A)) == before
    for talk in after.interactions.values():
        assert len(set(talk.people)) == len(talk.people)
    lists = [each.people for each in after.events.values()]
    lists += [each.people for each in after.circles.values()]
    assert all(len(set(people)) == len(people) for people in lists)


def _content(snapshot: Snapshot, person: PersonId) -> Iterator[object]:
    """What was done with somebody, the two taken for one."""
    for talk in snapshot.interactions_of(person):
        company = frozenset(A if each == B else each for each in talk.people)
        yield talk.on, talk.kind, talk.note, talk.source, company
    for promise in snapshot.follow_ups_of(person):
        yield promise.on, promise.why
    for exchange in snapshot.exchanges_of(person):
        yield exchange.on, exchange.direction


@given(networks())
def test_records_of_others_alone_stay_as_they_are(snapshot: Snapshot) -> None:
    after = merged(snapshot)
    gone = set(snapshot.exchanges) - set(after.exchanges)
    for table in TABLES:
        for id, record in snapshot.tables[table].items():
            about = {A, B} & {PersonId(id), *named_in(record)}
            if not about and table != "me" and getattr(record, "exchange", None) not in gone:
                assert after.tables[table][id] == record


@given(cards(A), cards(B))
def test_every_value_of_both_cards_is_on_the_card_or_in_its_notes(a: Person, b: Person) -> None:
    card = united(a, b, {}, DAY)
    for name, key in LISTS.items():
        own = (card.name,) if name == "nicknames" else ()
        held = {key(each) for each in (*getattr(card, name), *own)}
        assert {key(each) for each in (*getattr(a, name), *getattr(b, name))} <= held
    for side in (a, b):
        for text in (side.title, side.where, side.intent):
            found = (card.title, card.where, card.intent, card.notes)
            assert any(text.lower() in each.lower() for each in found)
        assert side.notes in card.notes
        assert side.private_notes in card.private_notes
        assert not side.layer or card.layer is not None
        assert {each.row for each in side.deferrals} <= {each.row for each in card.deferrals}
        there = {each.name.lower() for each in card.cities}
        assert {each.name.lower() for each in side.cities} <= there


@given(cards(A), cards(B))
def test_united_again_with_the_same_card_nothing_is_added(a: Person, b: Person) -> None:
    once = united(a, b, {"name": "a", "title": "a", "where": "a", "intent": "a"}, DAY)
    sides = {"name": "a", "title": "a", "where": "a", "intent": "a", "birthday": "a", "org": "a"}
    again = united(once, b, sides, DAY)  # type: ignore[arg-type]
    for name in (*LISTS, "dates", "avoids", "pauses", "properties"):
        assert getattr(again, name) == getattr(once, name)


@given(
    networks(),
    st.dictionaries(st.sampled_from(CHOOSABLE), st.sampled_from(SIDES), max_size=6),
)
def test_whatever_is_chosen_stands(snapshot: Snapshot, sides: dict[str, str]) -> None:
    chosen = {name: side for name, side in sides.items() if side != "both" or name in LIST_FIELDS}
    params = Merge(a="A", b="B", sides=chosen)  # type: ignore[arg-type]
    card = snapshot.apply(merge(snapshot, params, context(snapshot)).change_set).people[A]
    for name, side in chosen.items():
        if side == "both" or name in ("nicknames", "employers", "notes", "through", "name"):
            continue
        assert getattr(card, name) == getattr(snapshot.people[A if side == "a" else B], name)


def test_every_field_of_a_card_is_either_chosen_or_put_together() -> None:
    by_itself = {
        *("id", "extra", "sources", "properties", "pauses", "deferrals", "knows"),
        *("distinct_from", "pinned", "deceased_on", "new_job_on", "added", "employment"),
        "declined",
    }
    assert {*CHOOSABLE, *by_itself} == set(Person.__struct_fields__)


# One by one ----------------------------------------------------------------------------------


def test_the_first_card_stands_and_what_the_second_says_otherwise_is_kept() -> None:
    a = card("A", org="Aubier", title="Head", birthday="1985-04-12", where="Lyon", notes="Oak.")
    a = msgspec.structs.replace(a, timezone="Europe/Paris")
    b = card(
        "B",
        name="Zoé Rousseau",
        org="Bourgeon",
        title="Engineer",
        timezone="Asia/Tokyo",
        birthday="1985-12-04",
        where="a fair",
        notes="Elm.",
    )
    whole = together(a, b)
    assert (whole.name, whole.nicknames) == ("Zoë Adler", ("Zoé Rousseau",))
    assert (whole.org, whole.employers) == ("Aubier", ("Bourgeon",))
    assert (whole.title, whole.birthday, whole.where) == ("Head", "1985-04-12", "Lyon")
    assert whole.timezone == "Europe/Paris"
    line = "2026-11-20 · Zoé Rousseau: Engineer · Asia/Tokyo · 1985-12-04 · a fair"
    assert whole.notes == f"Oak.\n\nElm.\n\n{line}"


def test_what_was_chosen_lets_the_other_value_go() -> None:
    a = card("A", org="Aubier", title="Head", phones=("1", "2"))
    b = card("B", name="Zoé Rousseau", org="Bourgeon", title="Engineer", phones=("3",))
    whole = together(a, b, take=("name", "org", "title"), sides={"phones": "b"})
    assert (whole.name, whole.nicknames) == ("Zoé Rousseau", ())
    assert (whole.org, whole.employers) == ("Bourgeon", ("Aubier",)), "an organisation is a past"
    assert (whole.title, whole.phones, whole.notes) == ("Engineer", ("3",), "")


def test_empty_fields_are_filled_and_values_written_otherwise_are_one() -> None:
    a = card("A", phones=("06 12 34 56 78",), emails=("Z@x.org",), birthday="--04-12")
    b = card(
        "B",
        name="ADLER Zoë",
        phones=("+33 6 12 34 56 78",),
        emails=("z@X.org", "z@y.org"),
        birthday="1985",
        layer=15,
        cadence_days=30,
        org="Aubier",
        title="Head",
        intent="she dares",
    )
    whole = together(a, b)
    assert whole.phones == ("06 12 34 56 78",)
    assert whole.emails == ("Z@x.org", "z@y.org")
    assert whole.birthday == "1985-04-12"
    assert (whole.layer, whole.cadence_days, whole.org, whole.title) == (15, 30, "Aubier", "Head")
    assert (whole.nicknames, whole.notes, whole.intent) == ((), "", "she dares")


def test_years_come_to_a_school_that_had_none() -> None:
    a = card("A", schools=(School(name="INSA Lyon"),), cities=(City(name="Lyon"),))
    long = "Institut national des sciences appliquées de Lyon"
    b = card("B", schools=(School(name=long, start="2004"),), cities=(City(name="lyon"),))
    whole = together(a, b)
    assert whole.schools == (School(name="INSA Lyon", start="2004"),)
    assert whole.cities == (City(name="Lyon"),)


def test_one_who_has_died_has_died() -> None:
    whole = together(card("A"), card("B", status="deceased", deceased_on=date(2025, 1, 2)))
    assert (whole.status, whole.deceased_on) == ("deceased", date(2025, 1, 2))


def test_the_same_talk_on_both_cards_is_there_once() -> None:
    def talk(id: str, *people: PersonId, note: str = "") -> Interaction:
        return Interaction(id=id, people=people, kind="call", on=date(2026, 1, 2), note=note)

    after = merged(
        holding(
            card("A"),
            card("B"),
            card("C", name="Cy"),
            *(talk("T1", A), talk("T2", B), talk("T3", B, note="oak"), talk("T4", B, C, A)),
        )
    )
    assert {each.id: each.people for each in after.interactions.values()} == {
        "T1": (A,),
        "T3": (A,),
        "T4": (A, C),
    }


def test_a_promise_follows_the_exchange_that_stays() -> None:
    def gift(id: str, who: PersonId) -> Exchange:
        on = date(2026, 1, 2)
        return Exchange(id=id, person=who, direction="given", kind="advice", on=on)

    promise = FollowUp(id="F", person=B, on=date(2026, 1, 3), exchange=ExchangeId("X2"))
    after = merged(holding(card("A"), card("B"), gift("X1", A), gift("X2", B), promise))
    (left,) = after.follow_ups.values()
    assert (left.person, left.exchange) == (A, "X1")
    assert list(after.exchanges) == ["X1"]


def test_so_does_a_promise_made_to_somebody_else() -> None:
    def gift(id: str, who: PersonId) -> Exchange:
        on = date(2026, 1, 2)
        return Exchange(id=id, person=who, direction="given", kind="advice", on=on)

    promise = FollowUp(id="F", person=C, on=date(2026, 1, 3), exchange=ExchangeId("X2"))
    cards = (card("A"), card("B"), card("C", name="Cy"))
    after = merged(holding(*cards, gift("X1", A), gift("X2", B), promise))
    (left,) = after.follow_ups.values()
    assert (left.person, left.exchange) == (C, "X1")


def test_a_row_that_was_put_off_stays_so_under_the_promise_that_stays() -> None:
    mine = FollowUp(id="F1", person=A, on=date(2026, 1, 3), why="the slides")
    theirs = FollowUp(id="F2", person=B, on=date(2026, 1, 3), why="the slides")
    put_off = Deferral(row="F2", on=date(2026, 1, 4), until=date(2026, 12, 1))
    after = merged(holding(card("A"), card("B", deferrals=(put_off,)), mine, theirs))
    assert list(after.follow_ups) == ["F1"]
    assert [each.row for each in after.people[A].deferrals] == ["F1"]


def test_an_introduction_of_the_two_to_each_other_is_kept_as_words() -> None:
    own = Introduction(id="I1", a=A, b=B, on=date(2026, 1, 2), why="both build boats")
    other = Introduction(id="I2", a=C, b=B, on=date(2026, 1, 2), why="both sing")
    after = merged(holding(card("A"), card("B"), card("C", name="Cy"), own, other))
    (left,) = after.introductions.values()
    assert (left.a, left.b, left.why) == (C, A, "both sing")
    assert "both build boats" in after.people[A].notes


def test_who_brought_us_together_on_the_other_card_is_somebody_they_know() -> None:
    d = PersonId("D")
    snapshot = holding(
        card("A", through=C, knows=(B,), distinct_from=(B,)),
        card("B", through=d, knows=(A, C)),
        card("C", name="Cy", through=B, knows=(B, A)),
        card("D", name="Di", distinct_from=(B,)),
    )
    after = merged(snapshot)
    whole = after.people[A]
    assert (whole.through, whole.knows, whole.distinct_from) == (C, (C, d), ())
    assert (after.people[C].through, after.people[C].knows) == (A, (A,))
    assert after.people[d].distinct_from == (A,)


def test_a_later_import_of_the_card_that_is_gone_finds_the_one_that_stays() -> None:
    first = card("A", sources=("uid:1",))
    second = card("B", name="Zoé Rousseau", sources=("uid:2",), emails=("z@r.example",))
    after = merged(holding(first, second))
    reading = Reading(people=(msgspec.structs.replace(second, id=""),))
    plan = plan_import(after, (reading,), "merge", lambda: "NEW", DAY)
    assert plan.new == ()
    by_mail = msgspec.structs.replace(second, id="", sources=("uid:9",))
    plan = plan_import(after, (Reading(people=(by_mail,)),), "merge", lambda: "NEW", DAY)
    assert (plan.new, plan.changed) == ((), (A,))


# What is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        (Merge(a="A", b="A"), Refusal),
        (Merge(a="A", b="Nobody"), UnknownProblem),
        (Merge(a="A", b="B", take=("sources",)), UsageProblem),
        (Merge(a="A", b="B", sides={"org": "both"}), UsageProblem),
    ],
)
def test_what_cannot_be_meant_is_refused(params: Merge, problem: type[Problem]) -> None:
    snapshot = holding(card("A"), card("B", name="Bo"))
    with pytest.raises(problem):
        MERGE.run(snapshot, params, context(snapshot))


# Two people ----------------------------------------------------------------------------------


def apart(snapshot: Snapshot, **fields: object) -> Snapshot:
    params = msgspec.structs.replace(SetApart(a="A", b="B"), **fields)
    return snapshot.apply(set_apart(snapshot, params, context(snapshot)).change_set)


def test_two_who_were_said_to_be_two_are_shown_no_more_until_that_is_taken_back() -> None:
    mail = {"emails": ("z@x.org",)}
    snapshot = holding(card("A", **mail), card("B", **mail), card("C", name="Cy"))
    assert twins(snapshot, slips)
    two = apart(snapshot)
    assert twins(two, slips) == ()
    assert apart(two) == two, "said once is enough"
    assert apart(two, a="B", b="A") == two
    assert apart(two, a="B", b="A", back=True) == snapshot


def test_they_stay_two_when_one_of_them_is_merged_with_a_third() -> None:
    mail = {"emails": ("z@x.org",)}
    snapshot = apart(holding(card("A", **mail), card("B", **mail), card("D", **mail)))
    outcome = merge(snapshot, Merge(a="D", b="B"), context(snapshot))
    after = snapshot.apply(outcome.change_set)
    assert after.people[A].distinct_from == ("D",)
    assert twins(after, slips) == ()


def test_nobody_is_another_than_themselves() -> None:
    snapshot = holding(card("A"), card("B", name="Bo"))
    with pytest.raises(Refusal):
        apart(snapshot, b="A")
