"""The contacts behind a tie, counted back from the last one, and the silence since."""

from __future__ import annotations

from typing import NamedTuple

from store.actions.demo.chance import Chance
from store.actions.demo.tie import Tie
from store.records.kinds import By, Kind, Layer
from store.rules.bands import DORMANT_DAYS, DORMANT_GAPS
from store.rules.rhythm import LAYER_EVIDENCE, Rhythm, silence_until, usual_gap
from store.rules.weights import GLANCE, UNANSWERED, WRITTEN

LONGEST = 15 * 365
"""Days that a history reaches back at most."""

PRIORS: dict[Layer | None, float] = {5: 21.0, 15: 45.0, 50: 120.0, 150: 365.0, None: 110.0}
"""The gap that the rules suppose before they know one, in days; the last is a guess."""

NEAR: tuple[tuple[Kind, float], ...] = (
    ("in_person", 11), ("call", 24), ("message", 43), ("email", 14), ("social", 8),
)  # fmt: skip
FAR: tuple[tuple[Kind, float], ...] = (
    ("call", 22), ("video", 10), ("message", 36), ("email", 22), ("social", 8), ("in_person", 2),
)  # fmt: skip
"""How often each kind is used with people of my city, and with the others."""

FAVOURED = 2.5
"""How much oftener the kind is used that a tie has come to prefer."""


class Talk(NamedTuple):
    """One contact."""

    back: int
    """Days before the last contact."""
    kind: Kind
    by: By | None


def past_of(tie: Tie, near: bool, chance: Chance) -> list[Talk]:
    """The contacts of a tie, the last one first."""
    kinds = _kinds(near, chance)
    talks: list[Talk] = []
    back = 0
    for number in range(tie.talks):
        kind: Kind = chance.weighted(kinds)
        if tie.role == "soon" or (number == 0 and kind == "social"):
            kind = "call"
        talks.append(Talk(back, kind, "them" if chance.odds(0.45) else "me"))
        back += max(1, round(chance.around(tie.gap, 0.5)))
        if back > LONGEST:
            break
    return talks


def _kinds(near: bool, chance: Chance) -> tuple[tuple[Kind, float], ...]:
    usual = NEAR if near else FAR
    favourite = chance.weighted(usual)
    return tuple(
        (kind, weight * FAVOURED if kind == favourite else weight) for kind, weight in usual
    )


def silence_of(tie: Tie, past: list[Talk], quiet: int, chance: Chance) -> int:
    """Days since the last contact of a tie, from its own rhythm and from what became of it.

    Args:
        tie: the plan.
        past: its contacts.
        quiet: days before which nothing is left to chance, since this week is told apart.
        chance: where the rest comes from.
    """
    if tie.role == "met_once":
        return quiet + chance.between(2, 100)
    if tie.role == "deceased":
        return chance.between(200, 600)
    if tie.role == "cadenced" and tie.cadence:
        part = chance.weighted(((0.5, 4.0), (0.9, 4.0), (1.35, 3.0), (1.7, 2.0), (2.2, 2.0)))
        return max(quiet, round(tie.cadence * (part + 0.2 * chance.share())))
    if tie.role == "dormant" or tie.aim is not None:
        return max(quiet, _aimed(tie, _rhythm(past), chance))
    natural = round(chance.around(tie.gap, 0.4) * chance.share())
    return natural if natural >= quiet else quiet + int(chance.share() * max(6.0, tie.gap / 3))


def _rhythm(past: list[Talk]) -> Rhythm:
    """What the rules make of these contacts, the last one being day 0."""
    heard = max((-talk.back for talk in past if talk.by == "them"), default=-LONGEST * 2)
    rhythm = Rhythm()
    for talk in reversed(past):
        weight = 1.0
        if talk.kind == "social":
            weight = GLANCE
        elif talk.kind in WRITTEN and -talk.back > heard:
            weight = UNANSWERED
        rhythm = rhythm.step(-talk.back, weight)
    return rhythm


def _aimed(tie: Tie, rhythm: Rhythm, chance: Chance) -> int:
    """The silence after which the rules see this tie where the plan wants it."""
    prior = PRIORS[tie.layer]
    sleeps = max(DORMANT_DAYS, DORMANT_GAPS * usual_gap(rhythm, prior))
    if tie.aim is None:
        return round(sleeps * 1.1) + chance.between(5, 900)
    moved = -(rhythm.last or 0.0)
    silence = int(
        silence_until(rhythm, prior, LAYER_EVIDENCE if tie.layer is not None else 0.0, tie.aim)
        - moved
    )
    if tie.role == "soon":
        return silence - chance.between(1, 5)
    return min(silence, round(sleeps * (0.75 + 0.2 * chance.share())))
