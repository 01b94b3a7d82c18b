"""Calendars as other programs write them, put together from lines, and what is read in them."""

from __future__ import annotations

from datetime import date

from store.formats.ics.reader import read_calendar
from store.formats.incoming import IncomingInteraction, Reading
from store.formats.known import Known
from store.records.me import Me

TODAY = date(2026, 6, 1)
ME = Me(name="Camille Roux", emails=("camille@roux.example.org",))

ADA = "ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@analytical.org"
BO = "ATTENDEE;CN=Bo Chen:mailto:bo@chen.org"
I_COME = "ATTENDEE;CN=Camille Roux;PARTSTAT=ACCEPTED:mailto:camille@roux.example.org"
I_INVITE = "ORGANIZER;CN=Camille Roux:mailto:Camille@Roux.example.org"


def event(*lines: str, uid: str = "one", start: str = "20260302T100000") -> str:
    """An event: its UID, its start unless empty, and further lines."""
    begin = f"DTSTART{start}" if start[:1] in ";:" else f"DTSTART:{start}"
    head = ["BEGIN:VEVENT", f"UID:{uid}", *([begin] if start else [])]
    return "\r\n".join([*head, *lines, "END:VEVENT", ""])


def calendar(*events: str, head: tuple[str, ...] = ()) -> str:
    """A file of some events."""
    top = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, ""])
    return top + "".join(events) + "END:VCALENDAR\r\n"


def read(*events: str, me: Me = ME, head: tuple[str, ...] = ()) -> Reading:
    """What a calendar of some events gives on the day of the tests."""
    data = calendar(*events, head=head).encode()
    return read_calendar(data, "cal.ics", Known(me=me, today=TODAY))


def one(*lines: str, uid: str = "one", start: str = "20260302T100000") -> IncomingInteraction:
    """The only meeting of a calendar with one event."""
    (found,) = read(event(*lines, uid=uid, start=start)).interactions
    return found


def days(reading: Reading) -> list[str]:
    """The days of its meetings."""
    return [each.interaction.on.isoformat() for each in reading.interactions]


def names(reading: Reading) -> list[str]:
    """The people of a reading."""
    return [person.name for person in reading.people]


def losses(reading: Reading) -> list[tuple[int, str]]:
    """What was set aside: the line and why."""
    return [(each.line, each.why.id) for each in reading.refused]
