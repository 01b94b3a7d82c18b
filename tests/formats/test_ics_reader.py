"""Meetings of a calendar: who was there, when, how, and which events are none."""

from __future__ import annotations

from datetime import date

import pytest
from calendar_text import (
    ADA,
    BO,
    I_COME,
    I_INVITE,
    TODAY,
    calendar,
    days,
    event,
    losses,
    names,
    one,
    read,
)

from store.formats.ics.reader import CALENDAR, looks_like_calendar, read_calendar
from store.formats.incoming import Whom
from store.formats.known import Known
from store.formats.registry import FORMATS, tell
from store.records.me import Me


def test_a_past_meeting_is_an_interaction_with_all_who_came() -> None:
    found = one(ADA, BO, I_COME, I_INVITE, "SUMMARY:Plans\\, and lunch", "DURATION:PT1H30M")
    talk = found.interaction
    assert (found.with_source, found.with_email) == (
        "mailto:ada@analytical.org",
        "ada@analytical.org",
    )
    assert found.with_name == "Ada Lovelace"
    assert found.also == (Whom(source="mailto:bo@chen.org", email="bo@chen.org", name="Bo Chen"),)
    assert (talk.on, talk.kind, talk.minutes) == (date(2026, 3, 2), "in_person", 90)
    assert (talk.note, talk.by, talk.planned) == ("Plans, and lunch", "me", False)
    assert talk.source == "ics:one:2026-03-02"


def test_those_who_were_there_become_people_with_their_address_as_key() -> None:
    ada, bo = read(event(ADA, BO, I_COME)).people
    assert (ada.name, ada.emails) == ("Ada Lovelace", ("ada@analytical.org",))
    assert (ada.sources, bo.sources) == (("mailto:ada@analytical.org",), ("mailto:bo@chen.org",))


def test_a_meeting_to_come_is_a_plan_up_to_a_year_ahead() -> None:
    near = event(ADA, uid="near", start="20260715T100000")
    today = event(ADA, uid="today", start="20260601T180000")
    far = event(ADA, uid="far", start="20271201T100000")
    reading = read(near, far, today)
    assert days(reading) == ["2026-06-01", "2026-07-15"]
    assert [each.interaction.planned for each in reading.interactions] == [True, True]
    assert reading.left == 1


def test_who_invited_began_it() -> None:
    assert one(BO, I_COME, "ORGANIZER;CN=Ada:mailto:ada@analytical.org").interaction.by == "them"
    assert one(BO, I_INVITE).interaction.by == "me"
    assert one(BO, I_COME).interaction.by is None


def test_who_invites_was_there() -> None:
    found = read(event("ORGANIZER;CN=Ada Lovelace:mailto:ada@analytical.org"))
    assert names(found) == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LOCATION:https://zoom.us/j/123", "video"),
        ("LOCATION:Réunion Microsoft Teams", "video"),
        ("LOCATION:Visio", "video"),
        ("LOCATION:+33 6 12 34 56 78", "call"),
        ("LOCATION:Téléphone", "call"),
        ("SUMMARY:Appel avec Ada", "call"),
        ("SUMMARY:Appel d’offres", "in_person"),
        ("SUMMARY:Point visio", "video"),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc", "video"),
        ("CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+33123456789", "call"),
        ("URL:https://www.meetup.com/x", "in_person"),
        ("LOCATION:Café des Arts", "in_person"),
    ],
)
def test_the_way_is_told_by_the_place_and_the_title(line: str, kind: str) -> None:
    assert one(ADA, line).interaction.kind == kind


def test_a_place_counts_for_more_than_the_conference_that_programs_add() -> None:
    found = one(ADA, "LOCATION:Café des Arts", "X-GOOGLE-CONFERENCE:https://meet.google.com/abc")
    assert found.interaction.kind == "in_person"


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTEND:20260302T104500",), 45),
        (("DTEND:20260303T110000",), None),
        (("DTEND:20260302T090000",), None),
        (("DURATION:-PT15M",), None),
        ((), None),
    ],
)
def test_minutes_are_those_within_a_day(lines: tuple[str, ...], minutes: int | None) -> None:
    assert one(ADA, *lines).interaction.minutes == minutes


def test_minutes_between_two_zones() -> None:
    start = ";TZID=Europe/Paris:20260302T100000"
    assert (
        one(ADA, "DTEND;TZID=Europe/London:20260302T100000", start=start).interaction.minutes == 60
    )


@pytest.mark.parametrize(
    "line",
    [
        "STATUS:CANCELLED",
        "SUMMARY:Annulé : déjeuner",
        "SUMMARY:Canceled: lunch",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:camille@roux.example.org",
    ],
)
def test_what_did_not_take_place_is_left(line: str) -> None:
    reading = read(event(ADA, line))
    assert (reading.people, reading.interactions, reading.refused) == ((), (), ())
    assert reading.left == 1


def test_a_whole_day_that_takes_no_time_is_no_meeting() -> None:
    assert not read(event(ADA, "TRANSP:TRANSPARENT", start=";VALUE=DATE:20260302")).interactions
    assert (
        read(event(ADA, start=";VALUE=DATE:20260302")).interactions[0].interaction.minutes is None
    )


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@acme.org",
        "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@acme.org",
        "ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@acme.org",
        "ATTENDEE;CN=Room:mailto:acme_3@resource.calendar.google.com",
        "ATTENDEE;CN=Family:mailto:x1@group.calendar.google.com",
        "ATTENDEE:mailto:no-reply@acme.org",
        "ATTENDEE:mailto:invites+noreply@acme.org",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Eve Doe:mailto:eve@doe.org",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Eve Doe:mailto:eve@doe.org",
        I_COME,
        "ATTENDEE;CN=ROUX Camille:mailto:other@address.org",
    ],
)
def test_who_is_no_other_person_at_it_is_not_counted(line: str) -> None:
    assert names(read(event(ADA, line))) == ["Ada Lovelace"]
    assert not read(event(line)).interactions


def test_more_than_twenty_people_are_an_audience() -> None:
    crowd = [f"ATTENDEE;CN=A{n} B:mailto:a{n}@b.org" for n in range(21)]
    assert len(read(event(*crowd[:20])).people) == 20
    reading = read(event(*crowd, "SUMMARY:All hands"))
    assert not reading.people
    assert losses(reading) == [(3, "ics.audience")]
    assert reading.refused[0].text == "All hands"
    assert losses(read(event(*crowd * 5))) == [(3, "ics.audience")]


def test_an_event_alone_is_counted_and_not_refused() -> None:
    reading = read(event("SUMMARY:Dentist"), event("DTEND:broken", uid="two"))
    assert (reading.left, reading.refused) == (2, ())


@pytest.mark.parametrize(
    ("line", "email", "name"),
    [
        ("ATTENDEE;CN=Ada Lovelace:ada@analytical.org", "ada@analytical.org", "Ada Lovelace"),
        ("ATTENDEE;CN=A;EMAIL=ada@analytical.org:/principal/7", "ada@analytical.org", "A"),
        (
            "ATTENDEE:MAILTO:Ada.Lovelace@Analytical.org",
            "ada.lovelace@analytical.org",
            "Ada Lovelace",
        ),
        ('ATTENDEE;CN="Lovelace, Ada":mailto:a@l.org', "a@l.org", "Ada Lovelace"),
        ("ATTENDEE;CN=al@l.org:mailto:al@l.org", "al@l.org", "al@l.org"),
        ("ATTENDEE;CN=George ^'Babe^' Ruth:mailto:b@r.org", "b@r.org", 'George "Babe" Ruth'),
        ("ATTENDEE;CN=Mario Voigt:mailto:REDACTED@REDACTED", "", "Mario Voigt"),
    ],
)
def test_addresses_and_names_as_programs_write_them(line: str, email: str, name: str) -> None:
    found = one(line, I_COME)
    assert (found.with_email, found.with_name) == (email, name)


def test_whom_the_program_invited_is_the_user() -> None:
    mine = "X-MOZ-INVITED-ATTENDEE:mailto:cam@work.org"
    assert names(read(event(ADA, "ATTENDEE:mailto:cam@work.org", mine), me=Me())) == [
        "Ada Lovelace"
    ]


def test_a_calendar_called_by_an_address_is_its_owners() -> None:
    events = event(ADA, "ATTENDEE:mailto:cam@work.org")
    assert names(read(events, me=Me(), head=("X-WR-CALNAME:cam@work.org",))) == ["Ada Lovelace"]


def test_who_is_at_nearly_all_meetings_is_taken_for_the_user_and_that_is_told() -> None:
    mine = "ATTENDEE;CN=Cam:mailto:cam@work.org"
    events = [event(f"ATTENDEE:mailto:p{n}@x.org", mine, uid=f"e{n}") for n in range(4)]
    reading = read(*events, me=Me())
    assert "Cam" not in names(reading)
    (told,) = reading.refused
    assert (told.why.id, told.why.values) == ("ics.taken_for_you", {"name": "cam@work.org"})
    assert told.line > 0


def test_two_who_are_always_there_are_not_guessed_between() -> None:
    reading = read(*(event(ADA, BO, uid=f"e{n}") for n in range(5)), me=Me())
    assert names(reading) == ["Ada Lovelace", "Bo Chen"]
    assert losses(reading) == [(3, "ics.who_are_you")]


def test_who_is_named_alone_is_not_taken_for_the_user() -> None:
    reading = read(*(event(ADA, uid=f"e{n}") for n in range(5)), me=Me())
    assert names(reading) == ["Ada Lovelace"]


def test_an_organiser_alone_is_mostly_the_user_where_nobody_knows() -> None:
    assert not read(event("ORGANIZER;CN=Ada:mailto:ada@analytical.org"), me=Me()).people


def test_a_birthday_calendar_gives_birthdays_of_who_has_two_names() -> None:
    yearly = "RRULE:FREQ=YEARLY"
    reading = read(
        event("SUMMARY:Anniversaire d’Ada Lovelace", yearly, start=";VALUE=DATE:20240229"),
        event("SUMMARY:🎂 Bo Chen’s birthday", yearly, uid="b", start=";VALUE=DATE:20240304"),
        event("SUMMARY:Anniversaire de mariage", yearly, uid="c", start=";VALUE=DATE:20240305"),
        event("SUMMARY:Maman - anniversaire", yearly, uid="d", start=";VALUE=DATE:20240306"),
        event("SUMMARY:Eve Doe’s birthday", uid="e", start=";VALUE=DATE:20240306"),
    )
    assert [(each.name, each.birthday) for each in reading.people] == [
        ("Ada Lovelace", "--02-29"),
        ("Bo Chen", "--03-04"),
    ]
    assert reading.left == 3


def test_loss_is_confined_to_the_event_and_told() -> None:
    reading = read(
        event(ADA, "SUMMARY:No day", start="", uid="a"),
        event(ADA, "DTEND:PT-15H", "garbage", uid="b"),
        event(BO, uid="c"),
    )
    assert len(reading.interactions) == 2
    assert losses(reading) == [
        (3, "ics.no_start"),
        (12, "ics.bad_property"),
        (13, "ics.bad_line"),
    ]
    assert [each.text for each in reading.refused] == ["No day", "DTEND:PT-15H", "garbage"]


def test_an_event_that_does_not_end_costs_no_other() -> None:
    cut = event(ADA, uid="a").replace("END:VEVENT\r\n", "")
    reading = read(cut, event(BO, uid="b"))
    assert len(reading.interactions) == 2
    assert losses(reading) == [(3, "ics.unended")]


def test_an_alarm_says_nothing_of_the_event() -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Alarm", BO, "END:VALARM")
    found = one(*alarm, ADA, "SUMMARY:Talk")
    assert (found.interaction.note, found.also) == ("Talk", ())


def test_times_of_the_world_fall_on_the_day_of_the_calendar() -> None:
    late = event(ADA, start="20260302T233000Z")
    assert days(read(late)) == ["2026-03-02"]
    assert days(read(late, head=("X-WR-TIMEZONE:Europe/Paris",))) == ["2026-03-03"]


def test_strangers_text_is_cleaned() -> None:
    found = read(event("ATTENDEE;CN=A\x1b[31mda Love:mailto:a@l.org", "SUMMARY:x\u202ey\\nz"))
    assert names(found) == ["A[31mda Love"]
    assert found.interactions[0].interaction.note == "xy z"


def test_an_event_without_a_uid_has_a_key_of_what_it_says() -> None:
    bare = event(ADA).replace("UID:one\r\n", "")
    first, again = (read(bare).interactions[0].interaction.source for _ in range(2))
    assert first == again
    assert first.endswith(":2026-03-02")


def test_a_calendar_is_told_by_what_it_holds() -> None:
    assert looks_like_calendar(calendar().encode(), "x.txt")
    assert looks_like_calendar(event(ADA).encode("utf-16"), "x")
    assert not looks_like_calendar(b"Subject: x\n\nBEGIN:VCALENDAR\n", "x.eml")
    assert tell(b"BEGIN:VCALENDAR\n", "a.vcf", FORMATS) is CALENDAR


def test_it_tells_how_far_it_is_and_lets_itself_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    told: list[int] = []

    def step(count: int) -> None:
        told.append(count)
        if count >= 200:
            raise StoppedError

    text = calendar(*(event(ADA, uid=str(n)) for n in range(500)))
    with pytest.raises(StoppedError):
        read_calendar(text.encode(), "x", Known(today=TODAY, step=step))
    assert told == [0, 100, 200]
