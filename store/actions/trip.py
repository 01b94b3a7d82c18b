"""A stay in another city: who lives there may be met."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import Change, ChangeSet
from store.records.clean import clean_line
from store.records.me import ME
from store.records.person import City
from store.records.snapshot import Snapshot
from store.rules.step import trip_days
from store.words.fold import fold
from store.words.message import Message, UnknownProblem, UsageProblem


class Trip(Params, frozen=True, kw_only=True, rename={"start": "from"}):
    """Where, and from which day until which, both included; `remove` takes a trip back."""

    city: str
    start: date | None = None
    """Needed for a new trip; one to be taken back is told from others by it."""
    until: date | None = None
    remove: bool = False


def trip(snapshot: Snapshot, params: Trip, context: Context) -> Outcome:
    """Note a stay on the own card, beside the city that is home, or take one back.

    The same days in the same city are noted once.

    Raises:
        UsageProblem: where no city or day is named, or the last day comes before the first.
        UnknownProblem: where there is no such trip to take back.
    """
    city = clean_line(params.city)
    if not city:
        raise UsageProblem("empty_city", "problem.empty_city")
    if params.remove:
        return _taken_back(snapshot, params, city, context.today)
    start, until = _days_of(params)
    stay = City(
        name=_as_written(snapshot, city),
        kind="now",
        start=start.isoformat(),
        end=until.isoformat(),
    )
    cities = snapshot.me.cities
    if stay in cities:
        return _outcome((), stay, "said.trip")
    return _outcome((me_change(snapshot, cities=(*cities, stay)),), stay, "said.trip")


def _days_of(params: Trip) -> tuple[date, date]:
    """The days of a new trip, which has both."""
    if params.start is None or params.until is None:
        missing = "from" if params.start is None else "until"
        raise UsageProblem("usage", "problem.missing_parameter", name=f"--{missing}")
    if params.until < params.start:
        raise UsageProblem("bad_period", "problem.bad_period", until=params.until)
    return params.start, params.until


def _taken_back(snapshot: Snapshot, params: Trip, city: str, today: date) -> Outcome:
    """Without the trip to the city: that of the days told, else the first that is not over."""
    wanted, cities = fold(city), snapshot.me.cities
    meant = [
        (days, place)
        for place, each in enumerate(cities)
        if fold(each.name) == wanted
        and (days := trip_days(each)) is not None
        and _is_meant(days, params, today)
    ]
    if not meant:
        raise UnknownProblem("unknown_trip", "problem.unknown_trip", city=city)
    _, gone = min(meant)
    kept = (*cities[:gone], *cities[gone + 1 :])
    return _outcome((me_change(snapshot, cities=kept),), cities[gone], "said.trip_removed")


def _is_meant(days: tuple[date, date], params: Trip, today: date) -> bool:
    if params.start is None and params.until is None:
        return days[1] >= today
    return params.start in (None, days[0]) and params.until in (None, days[1])


def _outcome(changes: tuple[Change, ...], stay: City, said: str) -> Outcome:
    days = trip_days(stay) or (stay.start, stay.end)
    values: dict[str, object] = {"city": stay.name, "start": days[0], "until": days[1]}
    return Outcome(
        change_set=ChangeSet(changes), id=ME, about=stay.name, said=Message(said, values)
    )


def _as_written(snapshot: Snapshot, city: str) -> str:
    """The name as the cards have it, where somebody lives there: "lyon" is "Lyon"."""
    wanted = fold(city)
    people = snapshot.people.plain().values()
    known = (each.name for person in people for each in person.cities if fold(each.name) == wanted)
    return next(known, city)


TRIP = Action("trip", Trip, trip)
