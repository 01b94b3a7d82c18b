"""After somebody is forgotten nothing tells of them, and what is others' is as it was."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.actions.demo.network import demo_snapshot
from store.actions.forgetting import forget_change_set, redacted, redacted_text, traces_of
from store.actions.mentioned import mentions
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TABLES, TableName
from store.records.me import Me, SavedSearch, Sorting
from store.records.person import City, Person, Property
from store.records.record import Document, Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.records.time_entry import Slot, Template, TimeEntry

DAY = date(2026, 11, 20)
Z, B = PersonId("01ZOE000000000000000000000"), PersonId("01BO0000000000000000000000")
S1 = SlotId("01S10000000000000000000000")

ZOE = Person(
    id=Z,
    name="Zoé Adler",
    nicknames=("La Grande Zoé", "Zozo"),
    emails=("zoe@adler.org", "a+b(c)@x.org"),
    phones=("06 12 34 56 78",),
    links=("https://www.linkedin.com/in/zoe-adler/",),
    notes="Her mother is ill; ask after her.",
    sources=("uid:1234-5678",),
)
BO = Person(id=B, name="Bo Lind", notes="Old friend.")


def network(*records: Record, zoe: Person = ZOE, bo: Person = BO) -> Snapshot:
    tables: dict[TableName, dict[str, Record]] = {}
    for record in (zoe, bo, *records):
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)


def forgotten(snapshot: Snapshot, person: Person = ZOE) -> Snapshot:
    return snapshot.apply(forget_change_set(snapshot, person))


def bo_with(**fields: object) -> Person:
    return msgspec.structs.replace(BO, **fields)


def bo_after(**fields: object) -> Person:
    return forgotten(network(bo=bo_with(**fields))).people[B]


def talk(*people: PersonId, note: str = "", id: str = "T1") -> Interaction:
    return Interaction(id=id, people=people, kind="call", on=DAY, minutes=20, note=note)


# What goes, and what others keep -------------------------------------------------------------


def test_what_is_about_them_alone_goes_and_others_are_as_they_were() -> None:
    after = forgotten(
        network(
            talk(Z, note="Her exhibition in Lyon."),
            FollowUp(id="F1", person=Z, on=DAY),
            Exchange(id="X1", person=Z, direction="given", kind="advice", on=DAY),
            Introduction(id="I1", a=B, b=Z, on=DAY),
            talk(B, note="About her exhibition.", id="T2"),
        )
    )
    assert after == snapshot_of(
        {"people": {B: BO}, "interactions": {"T2": talk(B, note="About her exhibition.", id="T2")}}
    )


def test_a_shared_talk_keeps_its_day_kind_and_minutes_for_the_others() -> None:
    after = forgotten(network(talk(Z, B, note="Zoe Adler and Bo plan a show.")))
    assert after.interactions_of(B) == (talk(B, note="[…] and Bo plan a show."),)


def test_lists_and_time_name_them_no_more() -> None:
    after = forgotten(
        network(
            Event(id="E1", name="Dinner for Zoé Adler", on=DAY, people=(Z, B), wanted=(Z,)),
            Circle(id="C1", name="Alumni", people=(B, Z)),
            TimeEntry(id="M1", kind="call", on=DAY, minutes=5, person=Z, note="Her knee.", slot=S1),
            TimeEntry(id="M2", kind="call", on=DAY, minutes=5, note="Slides.", slot=SlotId("S2")),
            Slot(id=S1, kind="call", on=DAY, minutes=5, person=Z, note="Ask about the knee."),
            Slot(id="S2", kind="call", on=DAY, minutes=5, person=B, note="Ask about the roof."),
            Me(sorting=Sorting(asked=(Z, B))),
        )
    )
    event = after.events["E1"]  # type: ignore[index]
    assert (event.name, event.people, event.wanted) == ("Dinner for […]", (B,), ())
    assert [each.people for each in after.circles.values()] == [(B,)]
    assert [(each.person, each.note, each.slot) for each in after.time_entries.values()] == [
        (None, "", None),
        (None, "Slides.", "S2"),
    ]
    assert [(each.person, each.note) for each in after.slots.values()] == [
        (B, "Ask about the roof.")
    ]
    assert after.me.sorting.asked == (B,)


def test_what_was_noted_while_time_was_taken_for_them_goes_elsewhere_too() -> None:
    told = "The knee hurts since the fall in Lyon."
    timed = TimeEntry(id="M1", kind="preparing", on=DAY, minutes=5, person=Z, note=told)
    copied = talk(B, note=f"Heard of her: {told}", id="T2")
    for known in ((), (talk(Z, note=told),)):
        after = forgotten(network(timed, copied, *known))
        assert after.interactions_of(B) == (talk(B, note="Heard of her: […]", id="T2"),)


def test_cards_name_them_no_more() -> None:
    after = bo_after(through=Z, knows=(Z, B), distinct_from=(Z,), org="Aubier")
    assert after == bo_with(knows=(B,), org="Aubier")


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("Knows zoé ADLER.", "Knows […]."),
        ("Calls her la grande Zoe.", "Calls her […]."),
        ("Write to A+B(C)@x.org", "Write to […]"),
        ("Zozo and Zoé and Mrs Adler", "Zozo and Zoé and Mrs Adler"),
        ("Says: her mother is ill; ask after her.", "Says: […]"),
    ],
)
def test_a_mention_in_somebody_elses_note_is_blacked_out(note: str, left: str) -> None:
    assert bo_after(notes=note).notes == left


def test_unknown_fields_and_carried_properties_are_looked_through_too() -> None:
    after = bo_after(
        properties=(Property(name="RELATED", value="mailto:zoe@adler.org"),),
        extra={"theirs": {"zoe@adler.org": [1, {"who": Z, "tel": "+33612345678"}, Z]}},
        tags=("Zoé Adler", "chess"),
    )
    assert after.properties[0].value == "mailto:[…]"
    assert after.extra == {"theirs": {"[…]": [1, {"who": "[…]", "tel": "[…]"}]}}
    assert after.tags == ("chess",)


# What is somebody else's as well --------------------------------------------------------------


def test_a_namesake_keeps_their_name() -> None:
    after = bo_after(name="Zoé Adler", emails=("zoe@elsewhere.net",), notes="Not Zoé Adler")
    assert (after.name, after.emails) == ("Zoé Adler", ("zoe@elsewhere.net",))
    assert after.notes == "Not […]"
    longer = bo_after(name="Anne Zoé Adler")
    assert longer.name == "Anne Zoé Adler"


def test_an_address_a_number_and_a_note_of_both_stay_with_the_other() -> None:
    bo = bo_with(
        emails=("ZOE@adler.org",),
        phones=("+33 6 12 34 56 78",),
        notes="Her mother is ill; ask after her.",
    )
    assert forgotten(network(bo=bo)).people[B] == bo


# Documents of backups, of the history and of other programs --------------------------------------


def test_documents_that_the_present_data_do_not_hold_are_judged_by_what_they_say() -> None:
    traces = traces_of(network(talk(Z, id="T9")), ZOE)
    day: Document = {"on": "2020-01-01", "kind": "call"}
    assert redacted("people", {"id": Z, "name": "Zoé A."}, traces) is None
    assert redacted("interactions", {"id": "OLD", "people": [Z], **day}, traces) is None
    assert redacted("follow_ups", {"id": "OLD", "person": Z, **day}, traces) is None
    assert redacted("introductions", {"id": "OLD", "a": B, "b": Z, **day}, traces) is None
    shared: Document = {"id": "T9", "people": [Z, B], **day}
    assert redacted("interactions", shared, traces) == {"id": "T9", "people": [B], **day}
    others: Document = {"id": "T9", "people": [B], "note": "Chess", **day}
    assert redacted("interactions", others, traces) is others
    foreign: Document = {"value": [{"person": Z}, "Zoé Adler's"]}
    assert redacted("theirs", foreign, traces) == {"value": [{"person": "[…]"}, "[…]'s"]}


def test_earlier_names_and_addresses_are_found_where_they_are_told() -> None:
    before = Person(id=Z, name="Zoé Petit", emails=("zoe@petit.org",))
    traces = traces_of(network(), ZOE, (before,))
    assert redacted_text("Zoé Petit <zoe@petit.org>, Zoé Adler", traces) == "[…] <[…]>, […]"


def test_a_name_of_one_word_goes_where_it_stands_alone() -> None:
    rose = Person(id=Z, name="Rose")
    traces = traces_of(network(zoe=rose), rose)
    assert redacted_text("Bo Lind, Rose", traces) == "Bo Lind, […]"
    assert redacted_text("rose", traces) == "[…]"
    assert redacted_text("A rose for Bo", traces) == "A rose for Bo"


# What is listed -----------------------------------------------------------------------------------


def test_mentions_tell_what_is_replaced_and_what_is_for_the_user_to_look_at() -> None:
    bo = bo_with(
        notes="Zoé Adler's cousin.\nAdler is her name too; will ask.",
        intent="Through Zoé",
        emails=("zoe@adler.org",),
        org="Adler",
    )
    snapshot = network(
        talk(Z, note="Zoé was late."),
        talk(B, Z, note="With Zoé.", id="T2"),
        Template(id="W1", name="Hello", body="Say hello to zoé"),
        bo=bo,
    )
    found = {(each.table, each.person, each.field, each.kind) for each in mentions(snapshot, ZOE)}
    assert found == {
        ("people", B, "notes", "redacted"),
        ("people", B, "notes", "left"),
        ("people", B, "intent", "left"),
        ("people", B, "emails", "left"),
        ("interactions", B, "note", "left"),
    }


def test_a_namesakes_card_is_listed() -> None:
    (found,) = mentions(network(bo=bo_with(name="Zoe ADLER")), ZOE)
    assert (found.id, found.field, found.kind) == (B, "name", "left")


def test_a_last_name_that_three_others_bear_is_not_looked_for() -> None:
    bo = bo_with(notes="Lunch at the Adlers': Adler.", intent="Through Zoé")
    others = [Person(id=f"P{n}", name=f"{name} ADLER") for n, name in enumerate(("Ida", "Max"))]
    fields = {each.field for each in mentions(network(*others, bo=bo), ZOE)}
    assert fields == {"notes", "intent"}
    others.append(Person(id="P9", name="Adler, Uwe"))
    assert [each.field for each in mentions(network(*others, bo=bo), ZOE)] == ["intent"]


def test_what_a_card_says_of_its_own_name_is_no_mention() -> None:
    own = Property(name="N", value="Adler;Bo;;;")
    assert mentions(network(bo=bo_with(properties=(own,))), ZOE) == ()
    of_zoe = Property(name="RELATED", value="Zoé Adler")
    (found,) = mentions(network(bo=bo_with(properties=(of_zoe,))), ZOE)
    assert (found.field, found.kind) == ("properties", "redacted")


# Any network ------------------------------------------------------------------------------------

secrets = st.sampled_from(
    [ZOE.name, "ZOE ADLER", *ZOE.nicknames[:1], *ZOE.emails, *ZOE.phones, *ZOE.links, ZOE.notes, Z]
)
clean = st.text(st.sampled_from('abé \n.,-("\\'), max_size=8)
told = st.one_of(clean, st.tuples(clean, secrets, clean).map(" ".join))
several = st.lists(st.sampled_from([Z, B]), min_size=1, unique=True).map(tuple)
days = st.just(DAY)

records: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Person,
        id=st.sampled_from(["01CLEO00000000000000000000", "01DAN000000000000000000000"]),
        name=st.just("Cleo"),
        tags=st.lists(told, max_size=2).map(tuple),
        emails=st.lists(clean, max_size=2).map(tuple),
        cities=st.lists(st.builds(City, name=told), max_size=1).map(tuple),
        notes=told,
        properties=st.lists(st.builds(Property, name=st.just("NOTE"), value=told)).map(tuple),
        extra=st.dictionaries(told.map("x {}".format), st.lists(told), max_size=1),
    ),
    st.builds(
        Interaction,
        id=st.sampled_from(["T1", "T2"]),
        people=several,
        kind=st.just("call"),
        on=days,
        note=told,
    ),
    st.builds(FollowUp, id=st.just("F1"), person=st.sampled_from([Z, B]), on=days, why=told),
    st.builds(Introduction, id=st.just("I1"), a=st.just(B), b=st.just(Z), on=days, why=told),
    st.builds(Event, id=st.just("E1"), name=told, on=days, people=several, notes=told),
    st.builds(Circle, id=st.just("C1"), name=told, people=several, notes=told),
    st.builds(Template, id=st.just("W1"), name=told, body=told),
    st.builds(
        Slot,
        id=st.just("S1"),
        kind=st.just("call"),
        on=days,
        minutes=st.just(5),
        person=st.sampled_from([Z, B, None]),
        note=told,
    ),
    st.builds(Me, passions=st.lists(told).map(tuple), sorting=st.builds(Sorting, asked=several)),
)


def json_of(snapshot: Snapshot) -> str:
    return "\n".join(
        json.dumps(msgspec.to_builtins(record), ensure_ascii=False)
        for table in TABLES
        for record in snapshot.tables[table].values()
    )


@given(st.lists(records, max_size=6))
def test_no_document_holds_the_id_or_a_secret_whatever_was_written(written: list[Record]) -> None:
    before = network(*written)
    traces = traces_of(before, ZOE)
    after = forgotten(before)
    text = json_of(after)
    assert Z not in text
    for secret in traces.secrets:
        assert json.dumps(secret.text, ensure_ascii=False)[1:-1].lower() not in text.lower()
    assert not forget_change_set(network(*_all(after)), ZOE).changes[1:]
    for table in TABLES:
        for id, record in before.tables[table].items():
            if not traces.touches(msgspec.json.encode(record).decode()):
                assert after.tables[table][id] == record


def _all(snapshot: Snapshot) -> list[Record]:
    return [
        record for table in TABLES for record in snapshot.tables[table].values() if record.id != B
    ]


@pytest.mark.parametrize("place", [0, 7, 30, 55])
def test_in_an_invented_network_one_goes_and_the_others_stay(place: int) -> None:
    before = demo_snapshot(60, 5, DAY)
    person = list(before.people.values())[place]
    after = forgotten(before, person)
    traces = traces_of(before, person)
    text = json_of(after)
    assert person.id not in text
    assert person.name not in text
    assert not any(each.text in text for each in traces.secrets)
    gone = {person.id, *traces.records}
    for table in TABLES:
        kept = {id for id in before.tables[table] if id not in gone}
        assert kept == set(after.tables[table])
    others = [card for card in before.people.values() if card.id != person.id]
    assert [after.people[PersonId(card.id)].name for card in others] == [c.name for c in others]


def test_a_search_kept_with_their_name_is_among_the_mentions() -> None:
    me = Me(
        searches=(
            SavedSearch(name="Alumni", query="school:insa"),
            SavedSearch(name="Friends", query="adler lyon"),
        )
    )
    found = [(each.table, each.field, each.kind) for each in mentions(network(me), ZOE)]
    assert found == [("me", "searches", "left")]
    other = Me(searches=(SavedSearch(name="Alumni", query="school:insa"),))
    assert mentions(network(other), ZOE) == ()
