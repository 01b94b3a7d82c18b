"""The card of an invented person."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from store.actions.demo.cultures import Culture
from store.actions.demo.ledger import Ledger
from store.actions.demo.reach import Reach
from store.actions.demo.self_card import CITY
from store.actions.demo.tie import Tie
from store.actions.demo.vocabulary import Vocabulary
from store.actions.demo.work import FIELDS
from store.records.kinds import CityKind, Kind, Language
from store.records.person import City, Pause, Person, School

LEAP_DAY = "--02-29"
REACHED: tuple[tuple[Kind | None, float], ...] = (
    (None, 70), ("call", 14), ("message", 6), ("email", 5), ("in_person", 5),
)  # fmt: skip
"""How people like to be reached, where that is known."""


class Course(NamedTuple):
    """What the course of a tie says on its card."""

    near: bool
    """Whether they live in my city."""
    added: date
    met: date | None
    deceased: date | None


def draw_card(
    ledger: Ledger, words: Vocabulary, reach: Reach, culture: Culture, tie: Tie, course: Course
) -> Person:
    """A person of a culture; the nearer the tie, the fuller the card."""
    chance = ledger.chance
    close = tie.layer is not None
    text = ledger.language or culture.text
    name = reach.name(culture)
    number = chance.between(0, len(FIELDS) - 1)
    field = FIELDS[number]
    employer = chance.pick(words.employers)
    born = ledger.day(0).year - chance.between(32, 68)
    sentences = ledger.sentences[text]
    return Person(
        id=ledger.id_on(course.added),
        name=name,
        emails=reach.emails(name, employer, 0.9 if close else 0.7),
        phones=reach.phones(culture, 0.8 if close else 0.35),
        links=reach.links(name, employer, 0.2),
        org=employer if chance.odds(0.94) else "",
        title=chance.pick(words.titles[text][number]) if chance.odds(0.9) else "",
        schools=_schools(ledger, culture, born),
        cities=_cities(ledger, culture, near=course.near),
        employers=chance.few(words.employers, 1) if chance.odds(0.25) else (),
        passions=chance.few(words.passions, chance.between(1 if close else 0, 3)),
        fields=(field[ledger.common].name,) if chance.odds(0.85) else (),
        languages=culture.speaks[: chance.between(1, 3)],
        tags=chance.few(words.tags, chance.between(0, 2)) if chance.odds(0.6) else (),
        needs=chance.few(words.needs[text][number], 1) if chance.odds(0.2) else (),
        offers=chance.few(words.offers[text][number], 1) if chance.odds(0.2) else (),
        layer=tie.layer,
        cadence_days=tie.cadence,
        prefers=chance.weighted(REACHED),
        met=course.met,
        where=_where(ledger, culture, close),
        birthday=_birthday(ledger, born, 0.55 if close else 0.12),
        intent=chance.pick(sentences.intents) if close and chance.odds(0.6) else "",
        status="faded" if tie.role == "faded" else "deceased" if course.deceased else "active",
        deceased_on=course.deceased,
        pauses=_pauses(ledger, tie),
        notes=" ".join(chance.few(sentences.personal, 2)) if chance.odds(_noted(tie)) else "",
        private_notes=chance.pick(sentences.private) if close and chance.odds(0.04) else "",
        added=course.added,
    )


def text_of(ledger: Ledger, culture: Culture) -> Language:
    """The language in which I write about people of a culture."""
    return ledger.language or culture.text


def _noted(tie: Tie) -> float:
    return 0.1 if tie.layer is None else 0.9 if tie.layer <= 15 else 0.35


def _schools(ledger: Ledger, culture: Culture, born: int) -> tuple[School, ...]:
    chance = ledger.chance
    begun = born + chance.between(17, 20)
    schools = []
    for name in chance.few(sorted(set(culture.schools)), chance.weighted(((0, 1), (1, 6), (2, 3)))):
        ended = begun + chance.between(2, 5)
        dated = chance.odds(0.75) and ended <= ledger.day(0).year
        schools.append(
            School(
                name=name, start=str(begun) if dated else None, end=str(ended) if dated else None
            )
        )
        begun = ended
    return tuple(schools)


def _cities(ledger: Ledger, culture: Culture, *, near: bool) -> tuple[City, ...]:
    """Where they live and lived: with me in one city, or somewhere else."""
    chance = ledger.chance
    kinds: tuple[CityKind, ...] = ("now", "past", "native")
    count = chance.weighted(((0, 0.6), (1, 6.0), (2, 2.5), (3, 0.9)))
    chosen = list(dict.fromkeys(chance.pick(culture.cities) for _ in range(count)))
    if near:
        chosen = [CITY, *(each for each in chosen if each != CITY)]
    elif chosen[:1] == [CITY]:
        chosen = chosen[1:]
    return tuple(City(name=name, kind=kind) for name, kind in zip(chosen, kinds, strict=False))


def _where(ledger: Ledger, culture: Culture, close: bool) -> str:
    chance = ledger.chance
    if not chance.odds(0.6 if close else 0.3):
        return ""
    return chance.pick(culture.schools if chance.odds(0.3) else culture.cities)


def _birthday(ledger: Ledger, born: int, known: float) -> str:
    """A partial date; of those near me nobody's comes these days but the one that a scene tells."""
    chance = ledger.chance
    if not chance.odds(known):
        return ""
    near = known > 0.5
    day = ledger.day(-chance.between(11 if near else 1, 360))
    if (day.month, day.day) == (2, 29):
        return LEAP_DAY
    return f"--{day:%m-%d}" if chance.odds(0.25) else f"{born:04d}-{day:%m-%d}"


def _pauses(ledger: Ledger, tie: Tie) -> tuple[Pause, ...]:
    if tie.role != "away":
        return ()
    chance = ledger.chance
    return (
        Pause(start=ledger.day(chance.between(5, 30)), until=ledger.day(-chance.between(20, 90))),
    )
