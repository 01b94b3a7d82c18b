"""Who knows whom, who brought whom, and how long somebody worked where."""

from __future__ import annotations

import msgspec

from store.actions.demo.ledger import Known, Ledger
from store.records.ids import PersonId
from store.records.person import Employment, Person

ACQUAINTED = 0.35
"""How probable it is that somebody's card names others."""

BROUGHT = 0.25
"""How probable it is that somebody close came through another."""

DATED = 0.7
"""How probable it is that the years with an earlier employer are known."""

LOOKED_AT = 12
"""Colleagues and schoolmates among whom acquaintances are chosen."""


def tell_acquaintance(ledger: Ledger) -> None:
    """Drawn after everything else, so that all other scenes are as they were without it."""
    met: dict[str, list[Known]] = {}
    for known in sorted(ledger.known, key=_first):
        person = ledger.tables["people"][known.id]
        assert isinstance(person, Person)
        places = [person.org, *person.employers, *(school.name for school in person.schools)]
        others = [each for place in places for each in met.get(place, ())[-LOOKED_AT:]]
        told = _employed(ledger, _linked(ledger, person, known, others))
        ledger.tables["people"][known.id] = told
        for place in filter(None, places):
            met.setdefault(place, []).append(known)


def _first(known: Known) -> tuple[int, str]:
    return known.first, known.id


def _linked(ledger: Ledger, person: Person, known: Known, others: list[Known]) -> Person:
    """With the names of others, all of whom I met before."""
    chance = ledger.chance
    if not others:
        return person
    fields: dict[str, object] = {}
    if chance.odds(ACQUAINTED):
        chosen = dict.fromkeys(each.id for each in chance.few(others, chance.between(1, 3)))
        fields["knows"] = tuple(PersonId(each) for each in chosen)
    alive = [each for each in others if each.last and each.tie.role != "deceased"]
    if alive and known.tie.layer is not None and chance.odds(BROUGHT):
        fields["through"] = chance.pick(alive).id
    return msgspec.structs.replace(person, **fields) if fields else person


def _employed(ledger: Ledger, person: Person) -> Person:
    """With the years at an earlier employer, which have ended."""
    chance = ledger.chance
    if not person.employers or not chance.odds(DATED):
        return person
    ended = ledger.day(0).year - chance.between(1, 12)
    years = Employment(
        name=person.employers[0], start=str(ended - chance.between(1, 9)), end=str(ended)
    )
    return msgspec.structs.replace(person, employment=(years,))
