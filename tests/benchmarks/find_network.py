"""An invented network for measuring the search, with as many family names as people really have.

The network of `demo` draws from some 1,700 words of names at any size, which would make searching
easy: here family names, towns and companies are put together from syllables, so that there are a
third as many family names as people, and as in life a few are common and most are rare.
"""

from __future__ import annotations

from random import Random

from store.actions.demo import names_english, names_french
from store.actions.demo.cultures import cultures
from store.actions.demo.listed import listed
from store.actions.demo.vocabulary import vocabulary
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.me import Me
from store.records.person import City, Person, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of

SYLLABLES = listed(
    """
    ma, ri, lo, ber, gar, nier, dup, ont, le, fe, vre, che, va, lier, mo, rin, sau, tier, gi, rard,
    bou, cha, nel, pe, ti, tot, ros, sel, ver, net, bla, cour, tois, du, val, fon, tai, ne, schmi,
    mül, ler, kow, al, ski, son, and, er, sen, vil, lan, de, dieu, pré, gué, hô, ça, øst, åk, ñez,
    ćw, łu, ßen, ov, ić, ho, wa, ka, mi, ta, na
    """
)

TOWNS = ("ville", "bourg", "court", "mont", "ham", "stadt", "-sur-Mer", "-les-Bains", "")

LAYERS: tuple[Layer | None, ...] = (None,) * 20 + (150,) * 6 + (50,) * 3 + (15, 5)


def invented(people: int, seed: int = 1) -> Snapshot:
    """So many people; the same for the same numbers."""
    world = _World(people, Random(seed))
    cards: dict[str, Record] = {}
    for number in range(people):
        person = world.person(PersonId(f"P{number:07}"))
        cards[person.id] = person
    circles = {each.id: each for each in world.circles(list(cards))}
    me = Me(
        schools=(School(name=world.schools[3]),),
        cities=(City(name=world.cities[0]),),
        passions=world.passions[:2],
    )
    return snapshot_of({"people": cards, "circles": {**circles}, "me": {me.id: me}})


class _World:
    def __init__(self, people: int, random: Random) -> None:
        self.random = random
        cultures_known = [culture for culture, _ in cultures()]
        words = vocabulary("fr")
        self.given = listed(names_french.GIVEN) + listed(names_english.GIVEN)
        self.family = self._made(max(300, people // 3), 2, 4)
        towns = [f"{town}{random.choice(TOWNS)}" for town in self._made(400, 2, 3)]
        self.cities = tuple(
            dict.fromkeys([c for each in cultures_known for c in each.cities] + towns)
        )
        kinds = ("Université de {}", "INSA {}", "Lycée {}", "École de commerce de {}", "IUT {}")
        self.schools = tuple(
            dict.fromkeys(
                [school for each in cultures_known for school in each.schools]
                + [kind.format(town) for kind in kinds for town in towns[:60]]
            )
        )
        self.passions = (*words.passions, *(word.lower() for word in self._made(100, 3, 4)))
        self.orgs = tuple(
            f"{name} {end}".strip()
            for name in self._made(max(60, people // 25), 2, 3)
            for end in (random.choice(("", "SA", "Conseil", "Group", "& Fils")),)
        )
        self.titles = [title for titles in words.titles["fr"] for title in titles]
        self.needs = [need for needs in words.needs["fr"] for need in needs]
        self.tags = words.tags
        self.told = [word.lower() for word in self._made(3000, 1, 4)]

    def _made(self, count: int, least: int, most: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            parts = self.random.randint(least, most)
            found["".join(self.random.choice(SYLLABLES) for _ in range(parts)).capitalize()] = None
        return list(found)

    def _common(self, values: tuple[str, ...] | list[str]) -> str:
        """One of these, the first ones far oftener than the last."""
        return values[int(len(values) * self.random.random() ** 2.5)]

    def person(self, id: PersonId) -> Person:
        """The next one."""
        random = self.random
        given, family = self._common(self.given), self._common(self.family)
        if random.random() < 0.04:
            given = f"{given}-{self._common(self.given)}"
        if random.random() < 0.06:
            family = f"{family}-{self._common(self.family)}"
        name = f"{given} {family}"
        local = name.lower().replace(" ", ".")
        return Person(
            id=id,
            name=name,
            emails=(f"{local}@courrier.example",) if random.random() < 0.6 else (),
            org=self._common(self.orgs) if random.random() < 0.9 else "",
            title=random.choice(self.titles) if random.random() < 0.8 else "",
            schools=tuple(
                School(name=self._common(self.schools)) for _ in range(random.choice((0, 1, 1, 2)))
            ),
            cities=tuple(
                City(name=self._common(self.cities)) for _ in range(random.choice((0, 1, 1, 2)))
            ),
            passions=tuple(self._common(self.passions) for _ in range(random.choice((0, 0, 1, 2)))),
            languages=random.choice((("fr", "en"), ("en",), (), ("fr",))),
            tags=(random.choice(self.tags),) if random.random() < 0.3 else (),
            needs=(random.choice(self.needs),) if random.random() < 0.1 else (),
            layer=random.choice(LAYERS),
            notes=" ".join(random.choice(self.told) for _ in range(15))
            if random.random() < 0.3
            else "",
        )

    def circles(self, ids: list[str]) -> list[Circle]:
        """Some groups of people."""
        size = max(2, len(ids) // 40)
        return [
            Circle(
                id=f"C{number:02}",
                name=f"Club {self.family[number]}",
                people=tuple(PersonId(id) for id in self.random.sample(ids, min(size, len(ids)))),
            )
            for number in range(12)
        ]
