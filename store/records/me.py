"""The user's own card, budget and state of sorting; one document."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import BudgetKind
from store.records.person import City, Employment, Pause, School
from store.records.record import Part, Record

ME = "1"
"""The id of the only record of its table."""


class Budget(Part, frozen=True, kw_only=True):
    """Minutes a week: in all, and per kind where one is set."""

    total: int = 120
    kinds: dict[BudgetKind, int] = msgspec.field(default_factory=dict)


class Sorting(Part, frozen=True, kw_only=True):
    """How far the sorting of newcomers has come."""

    wanted: bool = True
    """False once the user has ended it for good."""
    asked: tuple[PersonId, ...] = ()
    """Who has been shown, answered or not."""
    last: date | None = None
    """The day of the last round."""


class SavedSearch(Part, frozen=True, kw_only=True):
    """A search that has a name."""

    name: str
    query: str
    """As typed, `school:insa city:lyon` for instance."""


class Unlike(Part, frozen=True, kw_only=True):
    """Two spellings that look alike and mean two things."""

    what: str
    """Of what kind they are: `school`, `city` and so on."""
    one: str
    other: str
    """As written, after `one` in the order of the alphabet."""


class Me(Record, frozen=True, kw_only=True):
    """Who the user is, as far as the rules need it."""

    id: str = ME
    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    schools: tuple[School, ...] = ()
    cities: tuple[City, ...] = ()
    employers: tuple[str, ...] = ()
    employment: tuple[Employment, ...] = ()
    """The years with some of them, as on the card of a person."""
    passions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    budget: Budget = Budget()
    sorting: Sorting = Sorting()
    searches: tuple[SavedSearch, ...] = ()
    """In the order in which they were saved; no two with one folded name."""
    unlike: tuple[Unlike, ...] = ()
    """Spellings that are not to be taken for one thing again."""
    pauses: tuple[Pause, ...] = ()
    """Days on which every clock stands still."""
    looked_over: date | None = None
    """The last day on which the cards untouched for years were looked over."""
    last_act: date | None = None
    """The last day on which the user changed anything; an absence is measured from it."""
