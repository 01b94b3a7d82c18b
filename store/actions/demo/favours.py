"""Help given, received and asked for, and introductions."""

from __future__ import annotations

from store.actions.demo.ledger import Known, Ledger
from store.records.exchange import Exchange
from store.records.introduction import Introduction
from store.records.kinds import Direction, ExchangeKind, IntroductionState, Weight

SETTLED_BEFORE = 100
"""Days after which help received has been thanked for and its outcome told."""

NEWS_OWED = 22
"""Days since the one help of the inner network whose outcome is still to be told."""

HELPED_ONE_IN = 3
KINDS: tuple[ExchangeKind, ...] = (
    "introduction", "advice", "information", "article", "recommendation", "service",
)  # fmt: skip
DIRECTIONS: tuple[tuple[Direction, float], ...] = (("given", 6), ("received", 5), ("asked", 1))
WEIGHTS: tuple[tuple[Weight, float], ...] = (("small", 6), ("medium", 3), ("large", 1))
STATES: tuple[IntroductionState, ...] = (
    "made", "outcome", "proposed", "a_agreed", "outcome", "made", "declined", "b_agreed",
)  # fmt: skip

INTRODUCED_ONE_IN = 16
"""One introduction for so many people."""

OWED_ONE_IN = 400
"""Beyond the inner network, thanks are owed to one in so many people."""


def tell_favours(ledger: Ledger) -> None:
    """Exchanges and introductions."""
    for known in ledger.cast(1, "steady", nearest=50):
        _owed(ledger, known, NEWS_OWED, thanked=True)
    ready = [
        each
        for each in ledger.known
        if each.last and each.tie.role in ("steady", "cadenced", "slipped")
    ]
    for known in ledger.chance.few(ready, len(ready) // HELPED_ONE_IN):
        for _ in range(ledger.chance.between(1, 3)):
            _settled(ledger, known)
    for known in ledger.chance.few(ready, len(ledger.known) // OWED_ONE_IN):
        _owed(ledger, known, 1, thanked=False)
    _introductions(ledger, ready)


def _owed(ledger: Ledger, known: Known, back: int, *, thanked: bool) -> None:
    """Help received whose outcome, and perhaps whose thanks, are still to come."""
    day = ledger.day(back)
    ledger.keep(
        Exchange(
            id=ledger.id_on(day),
            person=known.id,
            direction="received",
            kind="advice",
            weight="medium",
            on=day,
            note=ledger.chance.pick(ledger.sentences[known.text].help["advice"]),
            thanked=ledger.day(back - 1) if thanked else None,
        )
    )


def _settled(ledger: Ledger, known: Known) -> None:
    chance = ledger.chance
    latest = min(known.last, ledger.today - SETTLED_BEFORE)
    if latest < known.first:
        return
    back = ledger.today - chance.between(known.first, latest)
    direction: Direction = chance.weighted(DIRECTIONS)
    received = direction == "received"
    kind = chance.pick(KINDS)
    day = ledger.day(back)
    ledger.keep(
        Exchange(
            id=ledger.id_on(day),
            person=known.id,
            direction=direction,
            kind=kind,
            weight=chance.weighted(WEIGHTS),
            on=day,
            note=chance.pick(ledger.sentences[known.text].help[kind]),
            thanked=ledger.day(back - chance.between(0, 4)) if received else None,
            told=ledger.day(back - chance.between(20, 60)) if received else None,
            closed=ledger.day(back - 60),
        )
    )


def _introductions(ledger: Ledger, ready: list[Known]) -> None:
    chance = ledger.chance
    count = len(ready) // INTRODUCED_ONE_IN
    pairs = chance.few(ready, 2 * count)
    for number, (one, other) in enumerate(zip(pairs[::2], pairs[1::2], strict=False)):
        state = STATES[number % len(STATES)]
        waiting = state not in ("outcome", "declined", "made")
        day = ledger.day(chance.between(4, 25) if waiting else chance.between(40, 700))
        sentences = ledger.sentences[one.text]
        ledger.keep(
            Introduction(
                id=ledger.id_on(day),
                a=one.id,
                b=other.id,
                on=day,
                why=chance.pick(sentences.matches),
                state=state,
                outcome=chance.pick(sentences.outcomes) if state == "outcome" else "",
            )
        )
