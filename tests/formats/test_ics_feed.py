"""The feed: what is in it, in whose words, the same to the byte, and never read as news."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clock import local_wall
from store.formats.exported import Wanted
from store.formats.ics.busy import busy_times
from store.formats.ics.content_lines import folded
from store.formats.ics.feed import FEED
from store.formats.ics.reader import looks_like_calendar, read_calendar
from store.formats.known import Known
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import PersonId, ulid
from store.records.interaction import Interaction
from store.records.kinds import Language, TableName
from store.records.person import Anniversary, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import Slot
from store.words.words import Words

NOW = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
MADE = 1_767_225_600_000
"""1 January 2026, in milliseconds."""

ADA = Person(
    id=ulid(MADE, b"ada-------"),
    name="Ada Lovelace",
    birthday="1984-02-29",
    dates=(Anniversary(name="Mariage", on="2015-06-12"), Anniversary(name="", on="--06-12")),
    notes="likes engines",
    private_notes="owes me money",
)
BO = Person(id=ulid(MADE, b"bo--------"), name="Bo, Chen; \\\nX", birthday="--04-12")
GONE = Person(id=ulid(MADE, b"gone------"), name="Gone", birthday="1950-01-01", status="deceased")
A, B = PersonId(ADA.id), PersonId(BO.id)
PROMISE = FollowUp(
    id=ulid(MADE, b"promise---"), person=A, on=date(2026, 5, 20), why="send the paper"
)
PLAN = Interaction(
    id=ulid(MADE, b"plan------"),
    people=(A, B),
    kind="call",
    on=date(2026, 6, 3),
    note="the talk",
    planned=True,
)
EVENING = Event(
    id=ulid(MADE, b"evening---"),
    name="Salon",
    on=date(2026, 6, 5),
    until=date(2026, 6, 7),
    place="Lyon",
    goal="meet investors",
    people=(B,),
    notes="secret",
)
TABLES: dict[type[Record], TableName] = {
    Person: "people",
    FollowUp: "follow_ups",
    Interaction: "interactions",
    Event: "events",
    Slot: "slots",
}
ALL: tuple[Record, ...] = (ADA, BO, GONE, PROMISE, PLAN, EVENING)


def _network(*records: Record) -> Snapshot:
    tables: dict[TableName, dict[str, Record]] = {}
    for record in records or ALL:
        tables.setdefault(TABLES[type(record)], {})[record.id] = record
    return snapshot_of(tables)


def _feed(
    snapshot: Snapshot | None = None,
    *,
    people: tuple[PersonId, ...] | None = None,
    now: datetime = NOW,
    private: bool = False,
    language: Language = "en",
) -> str:
    network = _network() if snapshot is None else snapshot
    wanted = Wanted(
        snapshot=network,
        people=tuple(network.people) if people is None else people,
        words=Words(language),
        now=now,
        private=private,
    )
    return "".join(FEED.write(wanted))


class Shown(msgspec.Struct):
    """What a calendar program makes of an entry."""

    day: date
    ends: date
    stamp: date
    rule: str
    description: str
    names: set[str]


def _events(feed: str) -> dict[str, Shown]:
    events = icalendar.Calendar.from_ical(feed).walk("VEVENT")
    assert not [each.errors for each in events if each.errors]
    return {
        str(each["UID"]).partition("-")[0] + str(each["SUMMARY"]): _shown(each) for each in events
    }


def _shown(event: Any) -> Shown:
    return Shown(
        day=event["DTSTART"].dt,
        ends=event["DTEND"].dt if "DTEND" in event else date.max,
        stamp=event["DTSTAMP"].dt.date(),
        rule=event["RRULE"].to_ical().decode() if "RRULE" in event else "",
        description=str(event.get("DESCRIPTION", "")),
        names=set(event),
    )


def test_everything_that_has_a_day_is_in_it() -> None:
    found = {name: each.day for name, each in _events(_feed()).items()}
    assert found == {
        "birthdayBirthday of Ada Lovelace": date(1984, 2, 29),
        "birthdayBirthday of Bo, Chen; \\ X": date(2000, 4, 12),
        "dateMariage: Ada Lovelace": date(2015, 6, 12),
        "dateA date of Ada Lovelace": date(2000, 6, 12),
        "followGet back to Ada Lovelace": date(2026, 5, 20),
        "planCall Ada Lovelace, Bo, Chen; \\ X": date(2026, 6, 3),
        "eventSalon": date(2026, 6, 5),
    }


def test_it_is_said_in_the_language_that_was_asked_for() -> None:
    french = _events(_feed(language="fr"))
    assert "birthdayAnniversaire d’Ada Lovelace" in {each.replace("'", "’") for each in french}
    assert "followRevenir vers Ada Lovelace" in french


def test_what_comes_round_does_so_each_year_and_the_29th_on_the_last_of_february() -> None:
    events = _events(_feed())
    rule = events["birthdayBirthday of Ada Lovelace"].rule
    assert rule == "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"
    assert events["dateMariage: Ada Lovelace"].rule == "FREQ=YEARLY"


def test_an_event_of_several_days_ends_after_its_last() -> None:
    assert _events(_feed())["eventSalon"].ends == date(2026, 6, 8)


def test_it_is_discreet() -> None:
    feed = _feed()
    for secret in ("owes me money", "likes engines", "meet investors", "secret", "Gone"):
        assert secret not in feed
    assert _events(feed)["followGet back to Ada Lovelace"].description == "send the paper"
    named = _events(_feed(private=True))["followGet back to Ada Lovelace"].description
    assert named == "send the paper\nowes me money"


def test_nothing_rings_and_nothing_takes_time() -> None:
    feed = _feed()
    assert "VALARM" not in feed
    assert feed.count("TRANSP:TRANSPARENT") == feed.count("CLASS:PRIVATE") == len(_events(feed))


def test_of_somebody_alone_nobody_else_is_named() -> None:
    feed = _feed(people=(A,))
    assert "Chen" not in feed
    assert "Salon" not in feed
    assert "planCall Ada Lovelace" in _events(feed)


def test_what_was_done_or_has_passed_is_not_in_it() -> None:
    closed = msgspec.structs.replace(PROMISE, closed=date(2026, 5, 30))
    happened = msgspec.structs.replace(PLAN, planned=False)
    over = msgspec.structs.replace(EVENING, closed=date(2026, 5, 30))
    assert _events(_feed(_network(ADA, closed, happened, over))).keys() == {
        "birthdayBirthday of Ada Lovelace",
        "dateMariage: Ada Lovelace",
        "dateA date of Ada Lovelace",
    }
    later = _events(_feed(now=NOW + timedelta(days=7)))
    assert not any(each.startswith(("plan", "event")) for each in later)


def test_a_plan_that_a_calendar_told_is_there_already() -> None:
    told = msgspec.structs.replace(PLAN, source="ics:one:2026-06-03")
    assert "plan-" not in _feed(_network(ADA, BO, told))


def test_an_unchanged_network_gives_the_same_bytes() -> None:
    feed = _feed()
    assert _feed(now=NOW + timedelta(hours=5)) == feed
    assert _feed(now=NOW + timedelta(days=1)) == feed
    assert _feed(people=(B, A, PersonId(GONE.id))) == feed
    assert _feed(_network(*reversed(ALL))) == feed


def test_a_record_keeps_its_uid_whatever_becomes_of_it() -> None:
    moved = msgspec.structs.replace(PROMISE, on=date(2026, 7, 1), why="x", kind="thanks")
    renamed = msgspec.structs.replace(ADA, name="Ada King", birthday="--12-10", dates=())
    before, after = _feed(), _feed(_network(renamed, moved))
    uids = {line for line in after.splitlines() if line.startswith("UID:")}
    assert len(uids) == 2
    assert all(each in before.replace("\r\n ", "") for each in uids)


def test_it_follows_the_standards() -> None:
    feed = _feed()
    assert feed.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert feed.endswith("END:VCALENDAR\r\n")
    assert feed.count("\n") == feed.count("\r\n")
    head = feed.partition("BEGIN:VEVENT")[0].split("\r\n")
    assert {"NAME:Arrosoir", "X-WR-CALNAME:Arrosoir", "METHOD:PUBLISH"} <= set(head)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in head
    assert {each.stamp for each in _events(feed).values()} == {date(2026, 1, 1)}


def test_read_again_it_makes_nobody_and_nothing() -> None:
    data = _feed().encode()
    assert looks_like_calendar(data, "feed.ics")
    reading = read_calendar(data, "feed.ics", Known(today=NOW.date()))
    assert (reading.people, reading.interactions, reading.refused) == ((), (), ())
    assert (reading.left, reading.own) == (0, 7), "what it tells of is here already"


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_lines_are_folded_at_75_octets_and_part_no_character(text: str) -> None:
    line = "SUMMARY:" + text.replace("\r", "").replace("\n", "")
    written = folded(line)
    rows = written.removesuffix("\r\n").split("\r\n ")
    assert all(len(f" {row}".encode()) <= 76 for row in rows)
    assert "".join(rows) == line.encode("utf-8", "replace").decode()


@settings(deadline=None, max_examples=100)
@given(st.text(min_size=1, max_size=120), st.text(max_size=200))
def test_strangers_text_stays_within_its_property(name: str, why: str) -> None:
    person = msgspec.structs.replace(ADA, name=name, dates=())
    promise = msgspec.structs.replace(PROMISE, why=why)
    events = _events(_feed(_network(person, promise)))
    assert len(events) == 2
    assert all(each.names <= KNOWN for each in events.values())


KNOWN = {
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "CATEGORIES"),
    *("CLASS", "TRANSP"),
}


@pytest.mark.parametrize("birthday", ["1985-04", "1985", "--04", "", "nonsense"])
def test_a_birthday_without_a_day_is_not_guessed(birthday: str) -> None:
    assert not _events(_feed(_network(msgspec.structs.replace(ADA, birthday=birthday, dates=()))))


def test_the_last_day_of_time_is_survived() -> None:
    late = msgspec.structs.replace(PROMISE, on=date.max)
    assert _events(_feed(_network(ADA, late)))


SLOT = Slot(
    id=ulid(MADE, b"slot------"),
    kind="call",
    on=date(2026, 6, 3),
    at="17:30",
    minutes=45,
    person=A,
    note="the roof",
)
BATCH = Slot(id=ulid(MADE, b"batch-----"), kind="writing", on=date(2026, 6, 4), minutes=15, count=3)


def _slots(*records: Record, **how: Any) -> dict[str, Any]:
    feed = icalendar.Calendar.from_ical(_feed(_network(ADA, BO, *records), **how))
    entries = [each for each in feed.walk("VEVENT") if str(each["UID"]).startswith("slot-")]
    return {str(each["SUMMARY"]): each for each in entries}


def test_a_slot_stands_at_its_hour_on_the_clock_of_wherever_one_is() -> None:
    slots = _slots(SLOT, BATCH)
    assert set(slots) == {"Call Ada Lovelace", "3 messages"}
    call = slots["Call Ada Lovelace"]
    assert call["DTSTART"].to_ical() == b"20260603T173000"
    assert call["DTEND"].to_ical() == b"20260603T181500"
    assert (call["TRANSP"], call["DESCRIPTION"]) == ("OPAQUE", "the roof")
    batch = slots["3 messages"]
    assert (batch["DTSTART"].dt, batch["TRANSP"]) == (date(2026, 6, 4), "TRANSPARENT")
    assert set(_slots(SLOT, BATCH, language="fr")) == {"Appeler Ada Lovelace", "3 messages"}


def test_a_slot_over_midnight_ends_on_the_next_day() -> None:
    late = msgspec.structs.replace(SLOT, at="23:50")
    assert _slots(late)["Call Ada Lovelace"]["DTEND"].to_ical() == b"20260604T003500"


def test_a_slot_goes_once_it_is_kept_or_missed_or_past() -> None:
    for state in ("kept", "missed"):
        assert not _slots(msgspec.structs.replace(SLOT, state=state))
    called = Interaction(id=ulid(MADE + 1, b"called----"), people=(A,), kind="call", on=SLOT.on)
    on_its_day = datetime(2026, 6, 3, 18, 0, tzinfo=UTC)
    assert _slots(SLOT, now=on_its_day)
    assert not _slots(SLOT, called, now=on_its_day)
    assert not _slots(SLOT, now=on_its_day + timedelta(days=1))


def test_slots_name_nobody_who_is_not_wanted() -> None:
    assert set(_slots(SLOT, BATCH, people=(A,))) == {"Call Ada Lovelace"}
    assert not _slots(SLOT, BATCH, people=(B,))


def test_slots_are_the_same_to_the_byte_and_take_no_time_when_read_again() -> None:
    network = _network(ADA, BO, SLOT, BATCH)
    feed = _feed(network)
    assert _feed(network, now=NOW + timedelta(hours=30)) == feed
    days = (date(2026, 6, 1), date(2026, 6, 7))
    assert busy_times(feed.encode(), "feed.ics", days, local_wall) == ((), ())
