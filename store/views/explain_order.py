"""Why a row stands where it stands among the others, term by term."""

from __future__ import annotations

from collections.abc import Iterator

from store.rules.turns import chance, past_cadence
from store.rules.value import layer_value, places_of, value_of
from store.views.explain_backdrop import Backdrop
from store.views.explain_figure import Figure
from store.views.explain_source import BURT
from store.views.sighting import Sighting
from store.views.today import TodayRow
from store.words.fold import fold
from store.words.message import Message
from store.words.numbers import Measure


def order_figures(backdrop: Backdrop, row: TodayRow) -> Iterator[Figure]:
    """What is pinned and past a set rhythm comes first, then by value and chance of loss."""
    sighting = backdrop.ties.sightings[row.person]
    if row.pinned:
        what, rule = Message("explain.pinned"), Message("explain.rule.pinned")
        yield Figure(name="pinned", part="order", value=1, what=what, rule=rule)
    if row.group in ("promised", "occasion"):
        return
    if row.group == "cooling" and past_cadence(sighting.person, sighting.standing):
        yield _past(sighting)
    yield from _value(backdrop, sighting)
    yield _gain(row, sighting)


def _past(sighting: Sighting) -> Figure:
    cadence = sighting.person.cadence_days or 0
    past = (sighting.standing.silent_days or 0) - cadence
    return Figure(
        name="days_past",
        part="order",
        value=past,
        what=Message("explain.days_past", {"n": past, "cadence": cadence}),
        rule=Message("explain.rule.days_past"),
    )


def _value(backdrop: Backdrop, sighting: Sighting) -> Iterator[Figure]:
    """The layer, the contacts of a year, and what only this tie leads to."""
    person, recent = sighting.person, sighting.standing.recent
    bridge = backdrop.ties.roll.is_bridge(sighting.places)
    weight = layer_value(person.layer, backdrop.ties.settings.layer_values)
    if bridge:
        factor = Measure(backdrop.bridge_weight, 2)
        place = _only_place(backdrop, sighting)
        yield Figure(
            name="bridge",
            part="order",
            value=backdrop.bridge_weight,
            what=Message("explain.bridge", {"place": place}),
            rule=Message("explain.rule.bridge", {"factor": factor}),
            source=BURT,
        )
    value = value_of(weight, recent, backdrop.bridge_weight if bridge else 1.0)
    terms: dict[str, object] = {
        "layer": Measure(weight, 2),
        "n": recent,
        "factor": Measure(backdrop.bridge_weight, 2),
    }
    yield Figure(
        name="value",
        part="order",
        value=value,
        what=Message("explain.value", {"value": Measure(value, 2)}),
        rule=Message("explain.rule.value_bridge" if bridge else "explain.rule.value", terms),
    )


def _only_place(backdrop: Backdrop, sighting: Sighting) -> str:
    """The field or city that nobody else leads to, as the card has it."""
    holders = backdrop.ties.roll.holders
    lone = {place for place in places_of(sighting.person) if len(holders.get(place, ())) == 1}
    person = sighting.person
    names = [
        *(("field", name) for name in person.fields),
        *(("city", city.name) for city in person.cities if city.kind == "now"),
    ]
    return next((name for kind, name in names if f"{kind}:{fold(name)}" in lone), "")


def _gain(row: TodayRow, sighting: Sighting) -> Figure:
    """By what rows of one group are ordered."""
    values: dict[str, object] = {"gain": Measure(row.gain, 2)}
    id, rule = "explain.worth", "explain.rule.worth"
    if row.group == "cooling":
        id = "explain.gain"
        values["p"] = Measure(chance(sighting.standing), 2, exact=True)
        new = sighting.standing.p_lost is None
        rule = "explain.rule.gain_new" if new else "explain.rule.gain"
    elif row.group == "dormant":
        rule = "explain.rule.worth_dormant"
    return Figure(
        name="gain", part="order", value=row.gain, what=Message(id, values), rule=Message(rule)
    )
