"""The rhythm of a tie, term by term: contacts, the gap supposed, the gaps seen, the silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.pauses import paused_between
from store.rules.rhythm import PLAIN_GAP, PRIOR_GAPS, ContactDay
from store.rules.tie import Standing
from store.rules.weights import WRITTEN
from store.views.explain_backdrop import Backdrop
from store.views.explain_figure import Figure
from store.views.explain_source import DUNBAR, FORGOTTEN, PLANTS
from store.words.kinds import kind_message
from store.words.message import Message
from store.words.numbers import Measure

SAME_DAYS = 0.05
"""Two spans that differ by less are told as one, in days."""


def rhythm_figures(backdrop: Backdrop, person: Person, standing: Standing) -> Iterator[Figure]:
    """How often the two are in touch, and for how long they have not been."""
    if standing.band is None or standing.usual_gap_days is None:
        return
    if standing.silent_days is not None:
        yield _contacts(backdrop, person, standing)
    yield _prior(person, standing, backdrop.ties.day.usual)
    if standing.rhythm.gaps > 0:
        yield _gaps(standing)
    yield _usual_gap(standing, standing.usual_gap_days)
    if standing.silent_days is not None:
        yield from _silence(standing, standing.silent_days)


def _contacts(backdrop: Backdrop, person: Person, standing: Standing) -> Figure:
    """The days with a contact, and why they weigh less than their number."""
    days = backdrop.contact_days(PersonId(person.id))
    weighed = standing.rhythm.contacts
    values: dict[str, object] = {"n": standing.contacts, "weight": Measure(weighed)}
    why = tuple(_lighter(days))
    values["why"] = why
    return Figure(
        name="contacts",
        part="rhythm",
        value=weighed,
        what=Message("explain.contacts_light" if why else "explain.contacts", values),
        rule=Message("explain.rule.contacts", _weight_values(backdrop)),
        source=FORGOTTEN,
    )


def _lighter(days: list[ContactDay]) -> Iterator[Message]:
    """The days that do not count in full, by why."""
    # Of what waits for an answer the kind is not told: by it alone the weights may differ.
    waiting = Counter(weight for _, weight, _, waits in days if waits and weight < 1.0)
    for weight, count in waiting.items():
        yield Message("explain.only_mine", {"n": count, "weight": Measure(weight, 2)})
    lighter = Counter(
        (kind, weight) for _, weight, kind, waits in days if not waits and weight < 1.0
    )
    for (kind, weight), count in lighter.items():
        told = Message("explain.remembered") if kind is None else kind_message(kind)
        values: dict[str, object] = {"count": count, "kind": told, "weight": Measure(weight, 2)}
        yield Message("explain.lighter", values)


def _weight_values(backdrop: Backdrop) -> dict[str, object]:
    weights = backdrop.weights
    written = min(WRITTEN)
    return {
        "unanswered": Measure(weights.mine[written], 2),
        "social": Measure(weights.answered["social"], 2),
    }


def _prior(person: Person, standing: Standing, usual: float) -> Figure:
    """The gap supposed before any was seen, and where it comes from."""
    source = ""
    if person.cadence_days:
        rule = Message("explain.rule.prior_cadence")
    elif person.layer is not None:
        rule, source = Message("explain.rule.prior_layer", {"layer": person.layer}), DUNBAR
    elif usual == PLAIN_GAP:
        rule = Message("explain.rule.prior_plain")
    else:
        rule = Message("explain.rule.prior_usual")
    return Figure(
        name="prior",
        part="rhythm",
        value=standing.prior,
        what=Message("explain.prior", {"days": Measure(standing.prior), "gaps": int(PRIOR_GAPS)}),
        rule=rule,
        source=source,
    )


def _gaps(standing: Standing) -> Figure:
    """The gaps seen, and their mean."""
    rhythm = standing.rhythm
    mean = (rhythm.roots / rhythm.gaps) ** 2
    return Figure(
        name="gaps",
        part="rhythm",
        value=rhythm.gaps,
        what=Message("explain.gaps", {"gaps": Measure(rhythm.gaps), "days": Measure(mean)}),
        rule=Message("explain.rule.gaps"),
    )


def _usual_gap(standing: Standing, usual: float) -> Figure:
    """What the gaps seen and the one supposed come to."""
    rhythm = standing.rhythm
    values: dict[str, object] = {
        "two": int(PRIOR_GAPS),
        "prior": Measure(standing.prior),
        "gaps": Measure(rhythm.gaps),
        "mean": Measure((rhythm.roots / rhythm.gaps) ** 2 if rhythm.gaps else 0.0),
    }
    return Figure(
        name="usual_gap",
        part="rhythm",
        value=usual,
        what=Message("explain.usual_gap", {"days": Measure(usual)}),
        rule=Message("explain.rule.usual_gap" if rhythm.gaps else "explain.rule.no_gap", values),
        source=PLANTS,
    )


def _silence(standing: Standing, silent: int) -> Iterator[Figure]:
    """Days since the last contact; the clock, where light contacts moved it in part."""
    last = standing.last_on
    if last is None:
        return
    paused = standing.today - last.toordinal() - silent
    values: dict[str, object] = {"n": silent, "day": last, "paused": paused}
    yield Figure(
        name="silence",
        part="rhythm",
        value=silent,
        what=Message("explain.silence_paused" if paused > 0 else "explain.silence", values),
        rule=Message("explain.rule.silence"),
    )
    counted = counted_silence(standing)
    if abs(counted - silent) >= SAME_DAYS:
        yield Figure(
            name="clock",
            part="rhythm",
            value=counted,
            what=Message("explain.clock", {"days": Measure(counted)}),
            rule=Message("explain.rule.clock"),
        )


def counted_silence(standing: Standing) -> float:
    """The days that the formula takes: from the moved clock, paused ones out, never below 0."""
    moved = standing.rhythm.last
    if moved is None:
        return 0.0
    return max(0.0, standing.today - moved - paused_between(standing.spans, moved, standing.today))
