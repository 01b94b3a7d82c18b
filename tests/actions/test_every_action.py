"""For every action that is registered: its inverse gives back the snapshot before it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.actions.action import Context, Params
from store.actions.add import Add
from store.actions.budget import SetBudget
from store.actions.deceased import Deceased
from store.actions.decline_gap import DeclineGap
from store.actions.delete import Delete
from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.fill_gap import FillGap
from store.actions.follow_up import Promise
from store.actions.give import Give
from store.actions.log import Log
from store.actions.look_over import LookOver
from store.actions.me import EditMe
from store.actions.merge import Merge
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.actions.pause import PauseClock
from store.actions.registry import ACTIONS
from store.actions.respell import Respell
from store.actions.saved_search import SaveSearch
from store.actions.set_apart import SetApart
from store.actions.slot_add import AddSlot
from store.actions.slot_drop import DropSlot
from store.actions.slot_kept import KeepSlot
from store.actions.slot_missed import MissSlot
from store.actions.slot_move import MoveSlot
from store.actions.snooze import Snooze
from store.actions.sort import EndSorting, Sort
from store.actions.spent import Spent
from store.actions.tell_apart import TellApart
from store.actions.timer_drop import TimerDrop
from store.actions.timer_note import TimerNote
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.actions.trait import WHATS, SetTrait
from store.actions.trip import Trip
from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import BUDGET_KINDS, KINDS, LAYERS
from store.records.me import Me, SavedSearch
from store.records.person import Anniversary, City, Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot
from store.records.time_entry import Slot, TimeEntry
from store.rules.spellings import SPELLED
from store.rules.united_card import CHOOSABLE
from store.views.ties import Ties
from store.words.message import Problem

TODAY = date(2026, 11, 20)
PEOPLE = ("A", "B", "C")

person_ids = st.sampled_from(PEOPLE)
past_days = st.integers(0, 900).map(lambda days: TODAY - timedelta(days=days))
coming_days = st.integers(1, 90).map(lambda days: TODAY + timedelta(days=days))
text = st.text(max_size=12)
names = st.tuples(st.sampled_from(["Zoë", "Łukasz", "Jo"]), text).map(" ".join)
lists = st.one_of(st.none(), st.lists(text, max_size=3).map(tuple))
rows = st.one_of(
    person_ids,
    person_ids.map("cooling:{}".format),
    person_ids.map("birthday:{}".format),
    person_ids.map("date:{}:11-22".format),
    st.sampled_from(["F1", "F2", "T1", "P1", "X1", "X2", "I1"]),
)

slots = st.one_of(st.sampled_from(["L1", "L2", "L3", "L4"]), person_ids)


def _card(kind: type[Params], **own: st.SearchStrategy[object]) -> st.SearchStrategy[Params]:
    return st.builds(
        kind,
        tag=lists,
        school=lists,
        city=lists,
        org=st.one_of(st.none(), text),
        layer=st.sampled_from([None, 0, *LAYERS]),
        cadence=st.sampled_from([None, -1, 0, 30]),
        birthday=st.sampled_from([None, "", "--02-29", "1985-04-12"]),
        dates=st.sampled_from([None, (), ("wedding=2015-11-22", "start --02-29")]),
        last=st.one_of(st.none(), past_days),
        **own,
    )


PARAMS: dict[str, st.SearchStrategy[Params]] = {
    "add": _card(Add, name=names),
    "edit": _card(Edit, person=person_ids, name=st.one_of(st.none(), names)),
    "log": st.builds(
        Log,
        people=st.lists(person_ids, min_size=1).map(tuple),
        kind=st.sampled_from(KINDS),
        minutes=st.one_of(st.none(), st.integers(0, 200)),
        note=text,
        on=st.one_of(st.none(), past_days, coming_days),
        by=st.sampled_from([None, "me", "them"]),
    ),
    "note": st.builds(Note, person=person_ids, text=names),
    "follow-up": st.builds(
        Promise,
        person=person_ids,
        on=coming_days,
        why=text,
        kind=st.sampled_from(["follow_up", "thanks", "news", "event"]),
    ),
    "give": st.builds(Give, person=person_ids, kind=st.sampled_from(["article", "advice"])),
    "done": st.builds(MarkDone, row=rows, kind=st.sampled_from([None, "call"])),
    "snooze": st.builds(Snooze, row=rows, until=coming_days),
    "pass": st.builds(Pass, row=rows),
    "trait": st.builds(
        SetTrait,
        person=person_ids,
        what=st.sampled_from(WHATS),
        value=st.one_of(text, st.sampled_from(["INSA Lyon 2004-2009", "past:Lyon"])),
        remove=st.booleans(),
    ),
    "fill-gap": st.builds(
        FillGap,
        person=person_ids,
        what=st.sampled_from(["tag", "city", "org"]),
        value=st.one_of(text, st.just("Lyon")),
    ),
    "decline-gap": st.builds(DeclineGap, person=person_ids, gap=text),
    "respell": st.builds(
        Respell,
        what=st.sampled_from(SPELLED),
        spellings=st.lists(st.sampled_from(["Aubier", "lyon", "x", ""]), max_size=3).map(tuple),
        to=st.one_of(text, st.just("LYON")),
    ),
    "tell-apart": st.builds(
        TellApart,
        what=st.sampled_from(SPELLED),
        name=text,
        others=st.lists(text, max_size=2).map(tuple),
    ),
    "fade": st.builds(Fade, person=person_ids, back=st.booleans()),
    "pause": st.builds(
        PauseClock,
        start=past_days,
        until=coming_days,
        person=st.one_of(st.just(""), person_ids),
    ),
    "deceased": st.builds(Deceased, person=person_ids, on=st.one_of(st.none(), past_days)),
    "delete": st.builds(Delete, person=person_ids),
    "merge": st.builds(
        Merge,
        a=person_ids,
        b=person_ids,
        take=st.lists(st.sampled_from(CHOOSABLE), max_size=2).map(tuple),
    ),
    "apart": st.builds(SetApart, a=person_ids, b=person_ids, back=st.booleans()),
    "me": st.builds(
        EditMe,
        name=st.one_of(st.none(), text),
        passion=lists,
        budget=st.one_of(st.none(), st.integers(0, 600)),
        budgets=st.one_of(
            st.none(), st.dictionaries(st.sampled_from(["call", "writing"]), st.integers(0, 60))
        ),
    ),
    "budget": st.builds(
        SetBudget,
        total=st.one_of(st.none(), st.integers(-1, 600)),
        kinds=st.dictionaries(st.sampled_from(["call", "writing"]), st.integers(0, 60)),
    ),
    "spent": st.builds(
        Spent,
        kind=st.sampled_from(BUDGET_KINDS),
        minutes=st.integers(0, 200),
        note=text,
        on=st.one_of(st.none(), past_days, coming_days),
    ),
    "trip": st.builds(
        Trip,
        city=st.sampled_from(["Lyon", "lyon", " "]),
        start=st.one_of(st.none(), coming_days),
        until=st.one_of(st.none(), coming_days),
        remove=st.booleans(),
    ),
    "timer-start": st.builds(TimerStart, person=person_ids, kind=st.sampled_from(["", "video"])),
    "timer-stop": st.builds(
        TimerStop,
        minutes=st.one_of(st.none(), st.integers(0, 200)),
        note=text,
        person=st.one_of(st.just(""), person_ids),
        kind=st.sampled_from([None, "call", "event"]),
    ),
    "timer-note": st.builds(TimerNote, text=text),
    "timer-drop": st.builds(TimerDrop),
    "slot": st.builds(
        AddSlot,
        person=st.one_of(st.just(""), person_ids),
        kind=st.sampled_from(["", "call", "messages", "preparing"]),
        on=st.one_of(past_days, coming_days),
        at=st.sampled_from(["", "9:00", "17h30", "x"]),
        minutes=st.one_of(st.none(), st.integers(0, 90)),
        count=st.integers(0, 3),
        note=text,
    ),
    "slot-move": st.builds(
        MoveSlot,
        slot=slots,
        on=st.one_of(st.none(), past_days, coming_days),
        at=st.sampled_from([None, "", "9:00"]),
        minutes=st.sampled_from([None, 15]),
    ),
    "slot-kept": st.builds(KeepSlot, slot=slots, minutes=st.sampled_from([None, 0, 15]), note=text),
    "slot-missed": st.builds(MissSlot, slot=slots),
    "slot-drop": st.builds(DropSlot, slot=slots),
    "sort": st.builds(
        Sort,
        person=person_ids,
        layer=st.sampled_from([None, *LAYERS]),
        last=st.sampled_from([None, "week", "month", "quarter", "year", "longer"]),
    ),
    "end-sorting": st.builds(EndSorting),
    "look-over": st.builds(LookOver),
    "save-search": st.builds(
        SaveSearch,
        name=st.sampled_from(["Climbers", "climbers", "Old hands", " "]),
        query=text,
        remove=st.booleans(),
    ),
}


def network() -> Snapshot:
    """Three people, with something in every table that names people."""
    a, b, c = (PersonId(each) for each in PEOPLE)
    records: tuple[Record, ...] = (
        Person(id=a, name="Ada", layer=15, birthday=f"--{TODAY:%m-%d}", through=b, knows=(c, b)),
        Person(
            id=b,
            name="Bo",
            cadence_days=10,
            org="Aubier",
            dates=(Anniversary(name="wedding", on="2015-11-22"),),
            distinct_from=(c,),
        ),
        Person(id=c, name="Cleo", knows=(a,)),
        Interaction(id="T0", people=(a, b), kind="call", on=TODAY - timedelta(days=40)),
        Interaction(id="T1", people=(b,), kind="message", on=TODAY - timedelta(days=30)),
        Interaction(id="P1", people=(c,), kind="call", on=TODAY - timedelta(days=1), planned=True),
        FollowUp(id="F1", person=a, on=TODAY, why="an intro"),
        FollowUp(id="F2", person=b, on=TODAY + timedelta(days=3)),
        Exchange(id="X2", person=c, direction="given", kind="article", on=TODAY),
        Exchange(id="X1", person=c, direction="received", kind="advice", on=TODAY),
        Introduction(id="I1", a=a, b=b, on=TODAY),
        Event(id="E1", name="PyConFR", on=TODAY, people=(a, b), wanted=(c,)),
        Circle(id="K1", name="Alumni", people=(a, c)),
        TimeEntry(
            id="M1", kind="preparing", on=TODAY, minutes=15, person=a, slot=SlotId("L1"), note="x"
        ),
        Slot(id="L1", kind="writing", on=TODAY, minutes=15, count=3, person=a),
        Slot(id="L2", kind="call", on=TODAY, at="10:00", minutes=25, person=b),
        Slot(id="L3", kind="preparing", on=TODAY - timedelta(days=2), minutes=30),
        Slot(id="L4", kind="in_person", on=TODAY + timedelta(days=2), minutes=60, person=c),
        TimeEntry(
            id="M2",
            kind="call",
            contact="call",
            on=TODAY,
            person=b,
            started=datetime(2026, 11, 20, 8, 50, tzinfo=UTC),
        ),
        Me(
            cities=(City(name="Lyon", start="2026-11-23", end="2026-11-25"),),
            searches=(SavedSearch(name="Climbers", query="passion:climbing"),),
        ),
    )
    return EMPTY.apply(ChangeSet(tuple(make(record) for record in records)))


NETWORK = network()
TIES = Ties.of(NETWORK, TODAY, Settings())


def context() -> Context:
    """An act on the fixed day, with ids in order."""
    numbers = count(1)
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return Context(now, TODAY, lambda: f"N{next(numbers)}", Settings(), lambda: TIES)


def test_every_registered_action_is_tried_here() -> None:
    assert set(PARAMS) == set(ACTIONS)


@pytest.mark.parametrize("name", sorted(ACTIONS))
@given(data=st.data())
def test_its_inverse_gives_back_the_snapshot_before(name: str, data: st.DataObject) -> None:
    params = data.draw(PARAMS[name])
    try:
        outcome = ACTIONS[name].run(NETWORK, params, context())
    except Problem:
        return
    after = NETWORK.apply(outcome.change_set)
    back = after.apply(outcome.change_set.inverse())
    assert back == NETWORK
    assert [_ids_of(back, person) for person in PEOPLE] == [
        _ids_of(NETWORK, person) for person in PEOPLE
    ]


def _ids_of(snapshot: Snapshot, person: str) -> set[str]:
    """What the indexes find of a person."""
    key = PersonId(person)
    talks, promises = snapshot.interactions_of(key), snapshot.follow_ups_of(key)
    return {each.id for each in (*talks, *promises, *snapshot.exchanges_of(key))}


def _named(snapshot: Snapshot) -> set[str]:
    named: set[str] = set()
    for card in snapshot.people.values():
        named.update((*card.knows, *card.distinct_from, *filter(None, (card.through,))))
    for talk in snapshot.interactions.values():
        named.update(talk.people)
    named.update(each.person for each in snapshot.follow_ups.values())
    named.update(each.person for each in snapshot.exchanges.values())
    for introduction in snapshot.introductions.values():
        named.update((introduction.a, introduction.b))
    for event in snapshot.events.values():
        named.update((*event.people, *event.wanted))
    for circle in snapshot.circles.values():
        named.update(circle.people)
    named.update(entry.person for entry in snapshot.time_entries.values() if entry.person)
    named.update(slot.person for slot in snapshot.slots.values() if slot.person)
    return named


@pytest.mark.parametrize("person", PEOPLE)
def test_after_a_delete_nothing_names_the_person(person: str) -> None:
    outcome = ACTIONS["delete"].run(NETWORK, Delete(person=person), context())
    after = NETWORK.apply(outcome.change_set)
    assert person not in _named(after)
    assert _named(after) == set(PEOPLE) - {person}
