"""A person one keeps in touch with."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import CityKind, DeferralHow, Kind, Layer, Status
from store.records.record import Part, Record


class School(Part, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A school attended; years or dates as partial ISO text ("2009", "2009-09")."""

    name: str
    start: str | None = None
    end: str | None = None


class City(Part, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A city lived in."""

    name: str
    kind: CityKind = "now"
    start: str | None = None
    end: str | None = None


class Employment(Part, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """The years with an employer, present or earlier; partial ISO text, as of a school."""

    name: str
    """As it stands in `org` or `employers`; of any other name the years count for nothing."""
    start: str | None = None
    end: str | None = None


class Anniversary(Part, frozen=True, kw_only=True):
    """A day that comes round each year and is no birthday: a wedding, a start, a memorial."""

    name: str
    """What it is, in the user's words."""
    on: str
    """Partial ISO date with month and day: `2015-06-12`, or `--06-12` without a year."""


class Pause(Part, frozen=True, kw_only=True, rename={"start": "from"}):
    """Days on which the clock stands still, both included."""

    start: date
    until: date


class Deferral(Part, frozen=True, kw_only=True):
    """A row of today's follow-ups put off by the user."""

    row: str
    """A record's id, or `cooling`, `dormant`, `birthday`, `new_job`, or `date:06-12`."""
    on: date
    """The day on which it was put off."""
    until: date
    """The first day on which the row shows again."""
    how: DeferralHow = "snooze"


class Property(Part, frozen=True, kw_only=True):
    """A vCard property carried verbatim (RFC 6350 names); raw, to be cleaned when shown."""

    name: str
    value: str
    group: str = ""
    params: str = ""
    """The parameters as written, between the name and the colon, without the leading `;`."""


class Person(Record, frozen=True, kw_only=True):
    """One person; every list keeps the order given by the user."""

    name: str
    nicknames: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    schools: tuple[School, ...] = ()
    cities: tuple[City, ...] = ()
    timezone: str = ""
    """The zone whose clocks they live by, as the IANA names it: `America/New_York`."""
    employers: tuple[str, ...] = ()
    """Earlier employers; the present one is `org`."""
    employment: tuple[Employment, ...] = ()
    """The years with some of them; names alone are in the fields above, as other programs know."""
    passions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    layer: Layer | None = None
    cadence_days: int | None = None
    """Days between two contacts, set by the user; 0 is "seen anyway", None is the own rhythm."""
    prefers: Kind | None = None
    """How this person likes to be reached."""
    avoids: tuple[Kind, ...] = ()
    met: date | None = None
    where: str = ""
    """Where we met."""
    birthday: str = ""
    """Partial ISO date: `1985-04-12`, `1985-04`, `1985`, or `--02-29` without a year (RFC 6350)."""
    dates: tuple[Anniversary, ...] = ()
    """Other days that come round each year."""
    new_job_on: date | None = None
    """The day on which a new job was noted."""
    intent: str = ""
    """Why I keep this tie, said honestly."""
    status: Status = "active"
    deceased_on: date | None = None
    pauses: tuple[Pause, ...] = ()
    deferrals: tuple[Deferral, ...] = ()
    pinned: bool = False
    through: PersonId | None = None
    """Who brought us together."""
    knows: tuple[PersonId, ...] = ()
    """Others of the network whom this person knows; one side noting it is enough."""
    distinct_from: tuple[PersonId, ...] = ()
    """Whose card resembles this one and is somebody else's all the same; one side is enough."""
    declined: tuple[str, ...] = ()
    """What was proposed for this card and is not so: `city:lyon`, `colleague:aubier`; folded."""
    notes: str = ""
    private_notes: str = ""
    added: date | None = None
    sources: tuple[str, ...] = ()
    """Stable keys of imports: `uid:...`, `linkedin:slug`; they make an import idempotent."""
    properties: tuple[Property, ...] = ()
    """What an imported card held and no field above models."""

    def __post_init__(self) -> None:
        """A cadence below 0, which only another program can have written, counts as none."""
        if self.cadence_days is not None and self.cadence_days < 0:
            msgspec.structs.force_setattr(self, "cadence_days", None)
