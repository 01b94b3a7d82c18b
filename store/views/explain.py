"""A row taken apart: each number, the rule it obeys, where that comes from, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.contacts import IN_A_ROW
from store.rules.etiquette import REST_AFTER, REST_DAYS, VOICE_AFTER, Restraint, restraint
from store.rules.queue import turn_reason
from store.rules.reason import Reason
from store.views.sighting import Sighting, subject_of
from store.views.ties import Ties
from store.views.today import TodayRow, rows_of_person
from store.words.message import Message

NAVARRO = "Navarro et al., EPJ Data Science 2017"
LEVIN = "Levin, Walter & Murnighan, Organization Science 2011"
BURT = "Burt, Social Networks 2002"
LAPLACE = "Laplace"
DUNBAR = "Dunbar"
RFC_6350 = "RFC 6350"

_RESTRAINTS: dict[Restraint, str] = {
    "just_talked": "explain.just_talked",
    "planned": "explain.planned",
    "resting": "explain.resting",
}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a row."""

    what: Message
    """The number in a sentence."""
    rule: Message
    source: str = ""
    """Whose finding it is; empty where it is our own choice."""


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A row taken apart."""

    row: str
    """Its id; empty for somebody without a row."""
    person: PersonId
    name: str
    reason: Reason
    figures: tuple[Figure, ...]
    leaves: tuple[Message, ...]
    """What would take the row off the list."""


def explain(snapshot: Snapshot, ties: Ties, row: TodayRow) -> Explained:
    """Take a row of today apart."""
    person = snapshot.people[row.person]
    figures = [*_first(row), *_rhythm(ties, person), *_order(ties, row), *_step(ties, row)]
    return Explained(
        row=row.id,
        person=row.person,
        name=row.name,
        reason=row.reason,
        figures=tuple(figures),
        leaves=tuple(_leaves(row)),
    )


def explain_person(snapshot: Snapshot, ties: Ties, person: PersonId) -> Explained:
    """Take apart the first row of a person, or how they stand where there is none."""
    row = next(rows_of_person(ties, person), None)
    if row is not None:
        return explain(snapshot, ties, row)
    card = snapshot.people[person]
    sighting = ties.sightings.get(person)
    reason = turn_reason(subject_of(sighting, bridge=False)) if sighting else Reason("not_yet")
    figures = [*_rhythm(ties, card), *_restraint(ties, sighting)]
    return Explained(
        row="",
        person=person,
        name=card.name,
        reason=reason,
        figures=tuple(figures),
        leaves=(),
    )


def _first(row: TodayRow) -> Iterator[Figure]:
    """The day of a promise or an occasion."""
    if row.group == "promised" and row.due is not None:
        rule, source = "explain.rule.promise", ""
        if row.reason.code == "thanks":
            rule = "explain.rule.thanks"
        elif row.reason.code == "news":
            rule = "explain.rule.news"
        elif row.reason.code == "plan_passed":
            rule = "explain.rule.plan"
        yield Figure(
            what=Message("explain.due", {"day": row.due}), rule=Message(rule), source=source
        )
    if row.group == "occasion" and row.due is not None:
        birthday = row.reason.code == "birthday"
        rule = "explain.rule.birthday" if birthday else "explain.rule.new_job"
        yield Figure(
            what=Message("explain.day", {"day": row.due}),
            rule=Message(rule),
            source=RFC_6350 if birthday else "",
        )


def _rhythm(ties: Ties, person: Person) -> Iterator[Figure]:
    """Silence, usual gap, evidence and band."""
    standing = ties[PersonId(person.id)]
    usual = standing.usual_gap_days
    if standing.band is None or usual is None:
        return
    days = max(1, round(usual))
    gaps = round(standing.rhythm.gaps)
    yield Figure(
        what=Message("explain.usual", {"n": days, "gaps": gaps, "prior": round(standing.prior)}),
        rule=_prior_rule(person, ties),
        source=DUNBAR if person.layer is not None and not person.cadence_days else "",
    )
    if standing.silent_days is None:
        return
    yield Figure(
        what=Message("explain.silence", {"n": standing.silent_days, "day": standing.last_on}),
        rule=Message("explain.rule.silence"),
    )
    evidence = f"{standing.rhythm.contacts:.1f}".removesuffix(".0")
    layered = "explain.rule.evidence_layer" if standing.layered else "explain.rule.evidence"
    yield Figure(
        what=Message("explain.evidence", {"contacts": evidence}),
        rule=Message(layered),
        source=LAPLACE,
    )
    if standing.band == "dormant":
        yield Figure(
            what=Message("explain.dormant", {"days": max(365, round(8 * usual))}),
            rule=Message("explain.rule.dormant"),
            source=f"{NAVARRO}; {LEVIN}",
        )
        return
    cold = standing.turns_cold_on()
    if cold is not None:
        known = "explain.cold_since" if cold <= ties.today else "explain.cold_on"
        yield Figure(what=Message(known, {"day": cold}), rule=Message("explain.rule.cold"))


def _prior_rule(person: Person, ties: Ties) -> Message:
    """Where the gap comes from that is supposed before any was seen."""
    if person.cadence_days:
        return Message("explain.rule.prior_cadence")
    if person.layer is not None:
        return Message("explain.rule.prior_layer", {"layer": person.layer})
    return Message("explain.rule.prior_usual", {"days": round(ties.day.usual)})


def _order(ties: Ties, row: TodayRow) -> Iterator[Figure]:
    """Why the row stands where it stands among the others."""
    if row.group in ("promised", "occasion"):
        return
    sighting = ties.sightings[row.person]
    if row.pinned:
        yield Figure(what=Message("explain.pinned"), rule=Message("explain.rule.pinned"))
    yield Figure(
        what=Message("explain.recent", {"n": sighting.standing.recent}),
        rule=Message("explain.rule.value"),
    )
    if ties.roll.is_bridge(sighting.places):
        yield Figure(
            what=Message("explain.bridge"), rule=Message("explain.rule.bridge"), source=BURT
        )


def _step(ties: Ties, row: TodayRow) -> Iterator[Figure]:
    """Why this kind of contact."""
    sighting = ties.sightings[row.person]
    history, person = sighting.history, sighting.person
    minutes = Message("explain.minutes", {"minutes": row.minutes})
    if history.unanswered >= VOICE_AFTER:
        values: dict[str, object] = {"n": history.unanswered}
        yield Figure(
            what=Message("explain.unanswered", values),
            rule=Message("explain.rule.unanswered", {"rest": REST_AFTER, "days": REST_DAYS}),
        )
    elif history.written >= IN_A_ROW:
        yield Figure(
            what=Message("explain.written", {"n": history.written}),
            rule=Message("explain.rule.ladder"),
        )
    if person.prefers is not None:
        rule = Message("explain.rule.prefers")
    elif history.kind is not None:
        rule = Message("explain.rule.last_kind")
    else:
        rule = Message("explain.rule.first_kind")
    yield Figure(what=minutes, rule=rule)


def _restraint(ties: Ties, sighting: Sighting | None) -> Iterator[Figure]:
    """Why nothing is proposed for somebody whose turn it might be."""
    if sighting is None or sighting.standing.usual_gap_days is None:
        return
    held = restraint(sighting.history, sighting.standing.usual_gap_days, ties.day.today)
    if held is not None:
        yield Figure(what=Message(_RESTRAINTS[held]), rule=Message("explain.rule.harass"))


def _leaves(row: TodayRow) -> Iterator[Message]:
    if row.group == "promised":
        asked = row.reason.code == "plan_passed"
        yield Message("explain.leave.plan" if asked else "explain.leave.promise")
    elif row.group == "occasion":
        yield Message("explain.leave.occasion")
    elif row.group == "give":
        yield Message("explain.leave.give")
    else:
        yield Message("explain.leave.contact")
        yield Message("explain.leave.rhythm")
    yield Message("explain.leave.later")
