"""Our own rule over real contacts: records, then the product's rules, then the chance of loss."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from decay.cases import Look
from decay.contact_sets import Tie
from decay.rivals import Scorer
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.rules.contacts import History, contacts_of, history_of
from store.rules.rhythm import own_usual
from store.rules.tie import Day, Standing, standing_of
from store.views.ties import Ties

FIRST_DAY = date(2000, 1, 1).toordinal()
"""What day 0 of a set becomes; any day does."""

TALKS = "our rule"
"""Each day with a contact a call of weight 1, the own usual gap over the ties in question."""

TALKS_IN_USE = "our rule, as in use"
"""The same contacts through the whole product: the own usual gap over everybody, before today."""

MESSAGES_IN_USE = "our rule, as in use, with who wrote"
"""Messages by me and by them: what was not answered weighs less."""

OWN = (TALKS, TALKS_IN_USE, MESSAGES_IN_USE)

NOBODY = PersonId("nobody")

Records = Callable[[PersonId, Tie, int], list[Interaction]]
"""From a tie and a day to the records up to it."""


def own_rules() -> Mapping[str, Scorer]:
    """The rule by how the contacts are fed to it."""
    return {
        TALKS: lambda look, horizon: by_rules(look, as_talks),
        TALKS_IN_USE: lambda look, horizon: in_use(look, as_talks),
        MESSAGES_IN_USE: lambda look, horizon: in_use(look, as_messages),
    }


def as_talks(person: PersonId, tie: Tie, day: int) -> list[Interaction]:
    """Each day with a contact as one call."""
    days = tie.days[: bisect_right(tie.days, day)]
    return [_record(person, "call", each) for each in days]


def as_messages(person: PersonId, tie: Tie, day: int) -> list[Interaction]:
    """Each message with who wrote it."""
    contacts = tie.contacts[: bisect_right(tie.contacts, (day, "them"))]
    return [_record(person, "message", each, by) for each, by in contacts]


def _record(person: PersonId, kind: Kind, day: int, by: By | None = None) -> Interaction:
    on = date.fromordinal(FIRST_DAY + day)
    return Interaction(id=f"{person}-{day}-{by}", people=(person,), kind=kind, on=on, by=by)


def by_rules(look: Look, records: Records) -> list[float]:
    """The chance of loss by the rules alone, nobody known but those whose ties are in question."""
    today = FIRST_DAY + look.day
    talks = (records(NOBODY, look.known[tie.other], look.day) for tie in look.ties)
    histories = [history_of(contacts_of(each, today), today) for each in talks]
    day = Day(today=today, layer_days={}, usual=own_usual(_mean_roots(histories)))
    somebody = Person(id=NOBODY, name="")
    return [_chance(standing_of(somebody, history, (), day)) for history in histories]


def _mean_roots(histories: Iterable[History]) -> list[float]:
    rhythms = [history.rhythm for history in histories]
    return [rhythm.roots / rhythm.gaps for rhythm in rhythms if rhythm.gaps > 0]


def in_use(look: Look, records: Records) -> list[float]:
    """The chance of loss that the heat would show on that day."""
    names = {other: PersonId(str(other)) for other in look.known}
    people: dict[str, Record] = {id: Person(id=id, name=id) for id in names.values()}
    talks: dict[str, Record] = {
        talk.id: talk
        for other, tie in look.known.items()
        for talk in records(names[other], tie, look.day)
    }
    snapshot = snapshot_of({"people": people, "interactions": talks})
    ties = Ties.of(snapshot, date.fromordinal(FIRST_DAY + look.day), Settings())
    return [_chance(ties[names[tie.other]]) for tie in look.ties]


def _chance(standing: Standing) -> float:
    assert standing.p_lost is not None, "a tie in question has contacts"
    return standing.p_lost
