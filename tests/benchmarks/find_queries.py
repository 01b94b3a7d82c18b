"""What is typed in the measurements of the search: mistyped, combined, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.search.find import Finder
from store.search.values import key_of
from store.words.fold import fold

FIRST = 20
"""People on the first page."""

MISTYPED = 4
"""Letters of the shortest word that is mistyped."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"

VALUES: dict[str, Callable[[Person], tuple[str, ...]]] = {
    "schools": lambda person: tuple(each.name for each in person.schools),
    "cities": lambda person: tuple(each.name for each in person.cities),
    "passions": lambda person: person.passions,
}
FILTERS = {"schools": "school", "cities": "city", "passions": "passion"}


def slipped(word: str, random: Random) -> str:
    """A word with one letter other, missing, more, or swapped with its neighbour."""
    kind = random.choice(("other", "missing", "more", "swapped"))
    place = random.randrange(len(word))
    letter = random.choice(LETTERS)
    if kind == "other":
        return f"{word[:place]}{letter}{word[place + 1 :]}"
    if kind == "missing":
        return word[:place] + word[place + 1 :]
    if kind == "more":
        return f"{word[:place]}{letter}{word[place:]}"
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def mistyped(text: str, random: Random, least: int = MISTYPED) -> str:
    """A text with one slip in every word of so many letters or more; numbers stay."""
    return " ".join(
        slipped(word, random) if len(word) >= least and word.isalpha() else word
        for word in text.replace("-", " ").split()
    )


def first_page(finder: Finder, snapshot: Snapshot, query: str) -> tuple[PersonId, ...]:
    """Who stands on the first page."""
    return tuple(finder.rank(snapshot, query).ids[:FIRST])


def names_recall(
    finder: Finder, snapshot: Snapshot, queries: int, random: Random, least: int = MISTYPED
) -> float:
    """How often somebody is on the first page whose name is typed with one slip a word.

    Of people of one and the same name the first page has to hold one.

    Args:
        finder: who knows the snapshot.
        snapshot: the people.
        queries: how many are tried.
        random: draws.
        least: letters of the shortest word that is mistyped.
    """
    ids, people = list(snapshot.people), snapshot.people
    found = 0
    for _ in range(queries):
        sought = people[random.choice(ids)]
        page = first_page(finder, snapshot, mistyped(sought.name, random, least))
        found += any(people[id].name == sought.name for id in page)
    return found / queries


def values_recall(
    finder: Finder, snapshot: Snapshot, field: str, queries: int, random: Random
) -> tuple[float, float]:
    """How often a value typed with one slip a word brings those who have it to the first page.

    Given are two shares: where all were found, and where anybody was. Where no more people have a
    value than a page holds, all of them have to be there; else everybody on the page has to have
    it. Values are drawn as people have them, the common ones oftener, and are the same where they
    are only written differently.
    """
    values_of = VALUES[field]
    having: Counter[str] = Counter()
    written: list[str] = []
    for person in snapshot.people.values():
        having.update({key_of(field, text) for text in values_of(person)})
        written += values_of(person)
    found = some = 0
    for _ in range(queries):
        text = random.choice(written)
        page = first_page(finder, snapshot, mistyped(text, random))
        key = key_of(field, text)
        fitting = sum(
            key in {key_of(field, each) for each in values_of(snapshot.people[id])} for id in page
        )
        found += fitting >= min(FIRST, having[key])
        some += fitting > 0
    return found / queries, some / queries


def two_facets(
    finder: Finder, snapshot: Snapshot, queries: int, random: Random, *, named: bool
) -> float:
    """How often school and city of somebody, with a slip a word, bring whoever has both.

    Args:
        finder: who knows the snapshot.
        snapshot: the people.
        queries: how many are tried.
        random: draws.
        named: whether as filters (`school:"..."`), or as plain words.
    """
    people = [each for each in snapshot.people.values() if each.schools and each.cities]
    pairs: Counter[tuple[str, str]] = Counter()
    for person in people:
        pairs.update(set(_pairs(person)))
    found = 0
    for _ in range(queries):
        sought = random.choice(people)
        school, city = sought.schools[0].name, sought.cities[0].name
        typed = mistyped(school, random), mistyped(city, random)
        query = " ".join(typed)
        if named:
            query = " ".join(
                f"{name}:{text.replace(' ', '-')}"
                for name, text in zip(("school", "city"), typed, strict=True)
            )
        page = first_page(finder, snapshot, query)
        pair = key_of("schools", school), key_of("cities", city)
        fitting = sum(pair in _pairs(snapshot.people[id]) for id in page)
        found += fitting >= min(FIRST, pairs[pair])
    return found / queries


def _pairs(person: Person) -> list[tuple[str, str]]:
    return [
        (key_of("schools", school.name), key_of("cities", city.name))
        for school in person.schools
        for city in person.cities
    ]


def prefixes_recall(finder: Finder, snapshot: Snapshot, queries: int, random: Random) -> float:
    """How often a prefix of a name that twenty people at most share has them on the first page."""
    names = {id: fold(person.name) for id, person in snapshot.people.items()}
    begun: Counter[str] = Counter()
    for name in names.values():
        begun.update({name[:length] for length in range(1, len(name) + 1)})
    ids = list(names)
    tried = found = 0
    for _ in range(queries):
        id = random.choice(ids)
        name = snapshot.people[id].name
        for length in range(1, len(name) + 1):
            if begun[fold(name[:length])] <= FIRST:
                tried += 1
                found += id in first_page(finder, snapshot, name[:length])
    return found / max(1, tried)


def typings(snapshot: Snapshot, count: int, random: Random) -> Iterator[str]:
    """Queries of all kinds, each to be typed letter by letter."""
    ids, people = list(snapshot.people), snapshot.people
    for number in range(count):
        person = people[random.choice(ids)]
        school = person.schools[0].name if person.schools else "INSA Lyon"
        city = person.cities[0].name if person.cities else "Lyon"
        kinds = (
            person.name,
            mistyped(person.name, random),
            f"{person.name.split()[-1]} {city}",
            school,
            mistyped(school, random),
            f"school:{school.split()[0]} city:{city.split()[0]}",
            f"{(person.notes or person.title or city).split()[0]} {city}",
            f"{city} -{school.split()[-1]} layer:50",
        )
        yield kinds[number % len(kinds)]
