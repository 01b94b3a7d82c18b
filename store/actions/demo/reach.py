"""Names and addresses that are nobody's: each given once, all of them reserved for fiction.

Domains end in `.example` (RFC 2606); telephone numbers come from the ranges that the French, the
British and the North American numbering plans set apart for fiction.
"""

from __future__ import annotations

import re

from store.actions.demo.chance import Chance
from store.actions.demo.cultures import Culture
from store.words.fold import fold

JOINED = 0.04
"""How often a family name is two, with a hyphen."""

TRIES = 6
"""How often another name is drawn before a family name is added."""

AREAS = ("212", "312", "415", "514", "617", "206")

_NOT_IN_ADDRESSES = re.compile("[^a-z0-9]+")


class Reach:
    """Gives out names and addresses, none twice."""

    def __init__(self, chance: Chance) -> None:
        """Begin with everything free."""
        self._chance = chance
        self._taken: set[str] = set()
        self._dialled = {"33": 0, "44": 0, "1": 0}

    def name(self, culture: Culture) -> str:
        """A name of a culture that nobody else bears."""
        chance = self._chance
        for _ in range(TRIES):
            family = chance.pick(culture.family)
            if chance.odds(JOINED):
                family = self._joined(culture, family)
            name = f"{chance.pick(culture.given)} {family}"
            if name not in self._taken:
                break
        while name in self._taken:
            name = f"{name}-{chance.pick(culture.family)}"
        self._taken.add(name)
        return name

    def _joined(self, culture: Culture, family: str) -> str:
        """Two family names with a hyphen, where both are plain."""
        other = self._chance.pick(culture.family)
        plain = family != other and (family + other).isalpha()
        return f"{family}-{other}" if plain else family

    def emails(self, name: str, employer: str, known: float) -> tuple[str, ...]:
        """An address at work, now and then one at home too."""
        chance = self._chance
        if not chance.odds(known):
            return ()
        local = _plain(name, ".")
        at_home = (f"{local}@courrier.example",) if chance.odds(0.2) else ()
        candidates = (f"{local}@{_plain(employer, '-')}.example", *at_home)
        free = tuple(each for each in candidates if local and each not in self._taken)
        self._taken.update(free)
        return free

    def links(self, name: str, employer: str, known: float) -> tuple[str, ...]:
        """A page of their own."""
        if not self._chance.odds(known):
            return ()
        return (f"https://{_plain(employer, '-')}.example/{_plain(name, '-')}",)

    def phones(self, culture: Culture, known: float) -> tuple[str, ...]:
        """A number, until the reserved ones are used up."""
        if culture.phone not in self._dialled or not self._chance.odds(known):
            return ()
        # Steps that share no factor with the range visit each number once.
        place = self._dialled[culture.phone]
        self._dialled[culture.phone] += 1
        if culture.phone == "33" and place < 10_000:
            digits = f"{place * 7_919 % 10_000:04d}"
            return (f"+33 1 99 00 {digits[:2]} {digits[2:]}",)
        if culture.phone == "44" and place < 1_000:
            return (f"+44 20 7946 0{place * 389 % 1_000:03d}",)
        if culture.phone == "1" and place < 100 * len(AREAS):
            area = AREAS[place % len(AREAS)]
            return (f"+1 {area} 555 01{place // len(AREAS) * 37 % 100:02d}",)
        return ()


def _plain(text: str, joint: str) -> str:
    return _NOT_IN_ADDRESSES.sub(joint, fold(text)).strip(joint)
