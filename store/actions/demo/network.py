"""An invented network: people, years of contacts with them, promises, events, and a week."""

from __future__ import annotations

from datetime import date

from store.actions.demo.acquaintance import tell_acquaintance
from store.actions.demo.card import Course, draw_card, text_of
from store.actions.demo.chance import Chance
from store.actions.demo.cultures import Culture, cultures
from store.actions.demo.events import tell_events
from store.actions.demo.favours import tell_favours
from store.actions.demo.ledger import Known, Ledger
from store.actions.demo.occasions import tell_occasions
from store.actions.demo.past import past_of, silence_of
from store.actions.demo.promises import tell_promises
from store.actions.demo.reach import Reach
from store.actions.demo.self_card import CITY, keep_self
from store.actions.demo.talks import notes_of, talk
from store.actions.demo.this_week import tell_week
from store.actions.demo.tie import Tie, ties
from store.actions.demo.vocabulary import Vocabulary, vocabulary
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.snapshot import Snapshot, snapshot_of

AWAY = (425, 560)
"""Days of the silence that ends when somebody is back in touch."""


def demo_snapshot(
    people: int, seed: int, today: date, language: Language | None = None
) -> Snapshot:
    """A network of so many invented people, as it stands on a day.

    The same arguments give the same network, on every machine.

    Args:
        people: how many; none for 0 or less.
        seed: chooses among all networks.
        today: nothing but plans lies after it.
        language: of all that is written; None writes about each person in English or in French.
    """
    ledger = Ledger(Chance(seed), today, language)
    keep_self(ledger)
    talks: list[Interaction] = []
    if people > 0:
        _fill(ledger, people, talks)
        talks += tell_week(ledger)
        talks += tell_promises(ledger)
        tell_occasions(ledger)
        talks += tell_events(ledger)
        tell_favours(ledger)
        tell_acquaintance(ledger)
    talks.sort(key=_by_day)
    for each in talks:
        ledger.keep(each)
    return snapshot_of(ledger.tables)


def _by_day(interaction: Interaction) -> tuple[date, str]:
    return interaction.on, interaction.id


def _fill(ledger: Ledger, people: int, talks: list[Interaction]) -> None:
    """All people, each with the contacts behind the tie."""
    words = vocabulary(ledger.common)
    reach = Reach(ledger.chance)
    origins = cultures()
    for tie in ties(people, ledger.chance):
        culture = ledger.chance.weighted(origins)
        known, past = _meet(ledger, words, reach, culture, tie)
        ledger.keep(known.person)
        ledger.known.append(known)
        talks += past


def _meet(
    ledger: Ledger, words: Vocabulary, reach: Reach, culture: Culture, tie: Tie
) -> tuple[Known, list[Interaction]]:
    """One person, and the contacts with them in the order in which they came."""
    chance = ledger.chance
    near = chance.odds(culture.cities.count(CITY) / len(culture.cities) + 0.1)
    past = past_of(tie, near, chance)
    silence = silence_of(tie, past, ledger.quiet, chance) if past else 0
    if tie.role == "back":
        silence = chance.between(*AWAY)
    first = silence + (past[-1].back if past else chance.between(3, 400))
    dead = ledger.day(max(0, silence - 20)) if tie.role == "deceased" else None
    known_since = first + chance.between(0, 200) if chance.odds(0.4) else first
    met = ledger.day(known_since) if past and chance.odds(0.85) else None
    course = Course(near, ledger.day(first), met, dead)
    person = draw_card(ledger, words, reach, culture, tie, course)
    text = text_of(ledger, culture)
    last = ledger.today - silence if past else 0
    known = Known(person, tie, text, ledger.today - first, last)
    notes = notes_of(ledger, text)
    found = [
        talk(ledger, (known.id,), ledger.day(silence + each.back), each.kind, text, each.by, notes)
        for each in reversed(past)
    ]
    return known, found
