"""Follow-ups and plans: what is due, what comes, and what was kept."""

from __future__ import annotations

from store.actions.demo.ledger import Known, Ledger
from store.records.follow_up import FollowUp
from store.records.interaction import Interaction
from store.records.kinds import Kind

DUE = (3, -1, -4, -9)
"""Days since the day of each open promise; below 0, days until it."""

LONGEST_OPEN = 28
"""Days since the oldest open promise was made, at most."""

PLANNED: tuple[tuple[int, Kind, int | None], ...] = (
    (2, "call", 5), (-2, "call", None), (-6, "in_person", None),
)  # fmt: skip
"""Days since a plan, its kind and minutes; the first has passed, and is asked about."""

KEPT_ONE_IN = 6
"""One in so many people has a promise behind them that was kept."""


def tell_promises(ledger: Ledger) -> list[Interaction]:
    """Follow-ups go to the ledger; the interactions that are planned are handed back."""
    for back, known in zip(DUE, ledger.cast(len(DUE), "steady", nearest=50), strict=False):
        _open(ledger, known, back)
    ready = [each for each in ledger.known if each.last and each.tie.role == "steady"]
    for known in ledger.chance.few(ready, len(ready) // KEPT_ONE_IN):
        _kept(ledger, known)
    return [
        _plan(ledger, known, back, kind, minutes)
        for (back, kind, minutes), known in zip(
            PLANNED, ledger.cast(len(PLANNED), "steady", "slipped"), strict=False
        )
    ]


def _open(ledger: Ledger, known: Known, back: int) -> None:
    made = max(back + 2, min(ledger.today - known.last, LONGEST_OPEN))
    why = ledger.chance.pick(ledger.sentences[known.text].whys)
    day = ledger.day(made)
    ledger.keep(
        FollowUp(
            id=ledger.id_on(day),
            person=known.id,
            on=ledger.day(back),
            why=why,
            step="message",
            made=day,
        )
    )


def _kept(ledger: Ledger, known: Known) -> None:
    """A promise made between the first and the last contact, and kept."""
    chance = ledger.chance
    made = ledger.today - chance.between(known.first, known.last)
    due = max(0, made - chance.between(3, 14))
    kept = max(0, due - chance.between(0, 6))
    day = ledger.day(made)
    ledger.keep(
        FollowUp(
            id=ledger.id_on(day),
            person=known.id,
            on=ledger.day(due),
            why=chance.pick(ledger.sentences[known.text].whys),
            made=day,
            closed=ledger.day(kept),
        )
    )


def _plan(ledger: Ledger, known: Known, back: int, kind: Kind, minutes: int | None) -> Interaction:
    made = ledger.day(max(back + 5, 5))
    sentences = ledger.sentences[known.text]
    return Interaction(
        id=ledger.id_on(made),
        people=(known.id,),
        kind=kind,
        on=ledger.day(back),
        minutes=minutes,
        note=ledger.chance.pick(sentences.planned if kind == "in_person" else sentences.whys),
        planned=True,
    )
