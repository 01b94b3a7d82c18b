"""How far a tie has slipped, term by term: from the silence to the word that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.records.kinds import Band
from store.records.person import Person
from store.rules.bands import (
    BOUNDS,
    COLD_FROM,
    DORMANT_DAYS,
    DORMANT_GAPS,
    ORDER,
    WARM,
    is_fresh,
    rank_of,
)
from store.rules.rhythm import PRIOR_GAPS, last_chance, survival
from store.rules.tie import Standing
from store.views.code_words import BAND_IDS
from store.views.explain_figure import Figure
from store.views.explain_rhythm import counted_silence
from store.views.explain_source import LAPLACE, LEVIN, NAVARRO
from store.words.message import Message
from store.words.numbers import Measure

FORETOLD = 730
"""Days ahead beyond which the day itself would promise more than the rule can know."""

THIN: frozenset[Band] = frozenset({"cold", "frozen"})


def loss_figures(person: Person, standing: Standing, today: date) -> Iterator[Figure]:
    """The chance of loss, the band, and the day on which the tie turns thin."""
    p_lost, band = standing.p_lost, standing.band
    if p_lost is None or band is None or standing.silent_days is None:
        return
    chance = survival(standing.rhythm, standing.prior, counted_silence(standing))
    lost = last_chance(standing.rhythm, standing.evidence)
    yield _survival(standing, chance)
    yield _evidence(standing, lost)
    yield _p_lost(p_lost, lost, chance)
    yield _band(person, standing, p_lost, band)
    cold = standing.turns_cold_on()
    if cold is not None and band != "dormant":
        known, far = "explain.cold_on", (cold - today).days > FORETOLD
        if cold <= today:
            known = "explain.cold_since"
        elif band in THIN:
            # The rhythm set by the user has made it thin before.
            known = "explain.cold_scale_far" if far else "explain.cold_scale"
        elif far:
            known = "explain.cold_far"
        yield Figure(
            name="turns_cold_on",
            part="tie",
            value=cold,
            what=Message(known, {"day": cold}),
            rule=Message("explain.rule.cold", {"thin": _exact(COLD_FROM)}),
        )


def _exact(value: float) -> Measure:
    return Measure(value, 2, exact=True)


def _survival(standing: Standing, chance: float) -> Figure:
    values: dict[str, object] = {
        "two": int(PRIOR_GAPS),
        "prior": Measure(standing.prior),
        "roots": Measure(standing.rhythm.roots),
        "silence": Measure(counted_silence(standing)),
        "power": Measure(PRIOR_GAPS + standing.rhythm.gaps),
    }
    return Figure(
        name="survival",
        part="tie",
        value=chance,
        what=Message("explain.survival", {"chance": _exact(chance)}),
        rule=Message("explain.rule.survival", values),
    )


def _evidence(standing: Standing, lost: float) -> Figure:
    values: dict[str, object] = {
        "contacts": Measure(standing.rhythm.contacts),
        "layer": Measure(standing.evidence),
    }
    layered = "explain.rule.evidence_layer" if standing.layered else "explain.rule.evidence"
    return Figure(
        name="evidence",
        part="tie",
        value=lost,
        what=Message("explain.evidence", {"chance": _exact(lost)}),
        rule=Message(layered, values),
        source=LAPLACE,
    )


def _p_lost(p_lost: float, lost: float, chance: float) -> Figure:
    values: dict[str, object] = {"lost": _exact(lost), "chance": _exact(chance)}
    return Figure(
        name="p_lost",
        part="tie",
        value=p_lost,
        what=Message("explain.p_lost", {"p": _exact(p_lost), "thin": _exact(COLD_FROM)}),
        rule=Message("explain.rule.p_lost", values),
    )


def _band(person: Person, standing: Standing, p_lost: float, band: Band) -> Figure:
    """The word that is shown, and what bounds it."""
    rule, source = _bound(person, standing, p_lost, band)
    return Figure(
        name="band",
        part="tie",
        value=band,
        what=Message("explain.band", {"band": Message(BAND_IDS[band])}),
        rule=rule,
        source=source,
    )


def _bound(person: Person, standing: Standing, p_lost: float, band: Band) -> tuple[Message, str]:
    silent, usual = standing.silent_days or 0, standing.usual_gap_days or standing.prior
    if band == "dormant":
        days = max(DORMANT_DAYS, round(DORMANT_GAPS * usual))
        return Message("explain.rule.dormant", {"days": days}), f"{NAVARRO}; {LEVIN}"
    rank = rank_of(p_lost)
    fresh = rank > WARM and is_fresh(silent, usual)
    rank = WARM if fresh else rank
    cadence = person.cadence_days
    if ORDER[rank] != band and cadence:
        twice = silent > 2 * cadence
        id = "explain.rule.band_twice" if twice else "explain.rule.band_cadence"
        return Message(id, {"cadence": cadence}), ""
    if fresh:
        return Message("explain.rule.band_fresh", {"days": Measure(usual / 2)}), ""
    values: dict[str, object] = {
        name: _exact(bound)
        for name, bound in zip(("warm", "cooling", "cold", "frozen"), BOUNDS, strict=True)
    }
    return Message("explain.rule.band", values), ""
