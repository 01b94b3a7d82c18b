"""Cards of invented people, with names drawn as unevenly as real ones: a few are borne by many."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from random import Random

import msgspec

from store.records.person import City, Person, School
from store.words.fold import fold

_HIS = """
Jean Pierre Michel Philippe Alain Nicolas Christophe Laurent Stéphane David Julien Thomas
Antoine Emmanuel Frédéric Robert William James John Richard Michael Łukasz Björn Tomás
Ibrahim François Jérôme Grégoire Benoît Søren Jürgen Yuri Giuseppe Kwame Hiroshi Louis
Paul Daniel
"""
HIS = _HIS.split()
_HERS = """
Marie Nathalie Isabelle Sylvie Catherine Anne Sophie Céline Aurélie Émilie Camille Julie
Hélène Chloé Zoë Amélie Élodie Véronique Margaret Elizabeth Susan Karen Inès Françoise
Ingrid Priya Fatima Yuki Agnieszka Beatriz Noémie Solène Michèle Louise Paule Danielle
Laurence Juliette
"""
HERS = _HERS.split()
_USUAL = """
Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent
Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Smith Jones Taylor Brown
Nguyen Müller
"""
USUAL = _USUAL.split()
_STARTS = """
Bar Cor Del Fau Gar Hem Jol Kar Lam Mon Nor Or Pel Quin Ros Sar Tal Val Wron Zel
"""
STARTS = _STARTS.split()
_MIDDLES = """
a e i o an el in on ou ar
"""
MIDDLES = _MIDDLES.split()
_INNER = """
b c d ff g l m ng p r ss t v z
"""
INNER = _INNER.split()
_ENDS = """
dier net lle sart voy tin rand ska berg sen dini mura lez kov bert quet nier ziak
"""
ENDS = _ENDS.split()
_FIRMS = """
Aubier Bourgeon Corolle Duramen Écorce Feuillage Germe Humus Joubarbe Liège Mousse
"""
FIRMS = _FIRMS.split()
_TOWNS = """
Lyon Paris Genève Nantes Lille Bruxelles Göteborg London Montréal Toulouse
"""
TOWNS = _TOWNS.split()
SCHOOLS = ("INSA Lyon", "ENS de Lyon", "KTH", "HEC", "Sciences Po", "UCL", "Polytechnique")
FREE = ("gmail.com", "orange.fr", "free.fr", "hotmail.com", "laposte.net")
CALLED = {
    "Robert": "Bob",
    "William": "Bill",
    "Richard": "Dick",
    "James": "Jim",
    "Michael": "Mike",
    "Emmanuel": "Manu",
    "Frédéric": "Fred",
    "Margaret": "Peggy",
    "Elizabeth": "Liz",
    "Véronique": "Véro",
    "Isabelle": "Isa",
    "Catherine": "Cathy",
    "Stéphane": "Steph",
    "Nicolas": "Nico",
    "Antoine": "Tonio",
}
PAIRS = (
    ("Michel", "Michèle"),
    ("Louis", "Louise"),
    ("Paul", "Paule"),
    ("Daniel", "Danielle"),
    ("Laurent", "Laurence"),
    ("Jules", "Julie"),
    ("Frédéric", "Frédérique"),
    ("François", "Françoise"),
)


class Invented:
    """Makes cards; everything hangs on the seed."""

    def __init__(self, seed: int) -> None:
        """Begin."""
        self.chance = Random(seed)
        self._numbers = count(1)
        self._taken: set[str] = set()
        self.cards: list[Person] = []

    def given(self) -> str:
        """A given name; some are usual."""
        names = self.chance.choice((HIS, HERS))
        return names[min(int(self.chance.expovariate(1 / 12)), len(names) - 1)]

    def family(self) -> str:
        """A family name; one in ten is usual."""
        if self.chance.random() < 0.1:
            return USUAL[min(int(self.chance.expovariate(1 / 8)), len(USUAL) - 1)]
        parts = (self.chance.choice(each) for each in (STARTS, MIDDLES, INNER, MIDDLES, ENDS))
        return "".join(parts)

    def phone(self) -> str:
        """A number of one's own."""
        return f"06{self.chance.randrange(10**8):08}"

    def address(self, given: str, family: str, domain: str = "") -> str:
        """An address as people have them."""
        given, family = (plain(each) for each in (given, family))
        number = self.chance.randrange(60, 99)
        local = self.chance.choice(
            (f"{given}.{family}", f"{given[0]}{family}", f"{given}{number}{family[:3]}")
        )
        domain = domain or self.chance.choice(FREE)
        while f"{local}@{domain}" in self._taken:
            local = f"{local}{number}"
        self._taken.add(f"{local}@{domain}")
        return f"{local}@{domain}"

    def birthday(self, first: int = 1940, last: int = 2000) -> str:
        """A day of birth."""
        start = date(first, 1, 1)
        return (start + timedelta(self.chance.randrange((last - first) * 365))).isoformat()

    def card(self, given: str = "", family: str = "", **fields: object) -> Person:
        """Somebody, with as much on the card as address books have; fields given stand."""
        given, family = given or self.given(), family or self.family()
        firm = self.chance.choice(FIRMS) + self.chance.choice(("", " SA", " & fils", " Lab"))
        domain = f"{plain(firm).replace(' ', '').replace('&', '')}.example"
        emails = [self.address(given, family)] if self.chance.random() < 0.7 else []
        if self.chance.random() < 0.4:
            emails.append(self.address(given, family, domain))
        values: dict[str, object] = {
            "name": f"{given} {family}",
            "emails": tuple(emails),
            "phones": (self.phone(),) if self.chance.random() < 0.6 else (),
            "org": firm if self.chance.random() < 0.6 else "",
            "birthday": self.birthday() if self.chance.random() < 0.25 else "",
            "cities": (City(name=self.chance.choice(TOWNS)),) if self.chance.random() < 0.5 else (),
            "schools": (School(name=self.chance.choice(SCHOOLS)),)
            if self.chance.random() < 0.3
            else (),
        }
        return self.added(Person(id=f"P{next(self._numbers):06}", **{**values, **fields}))  # type: ignore[arg-type]

    def added(self, card: Person) -> Person:
        """Take a card in."""
        self.cards.append(card)
        return card

    def second(self, first: Person, **fields: object) -> Person:
        """Another card of somebody; what is not said is missing there."""
        return self.added(
            Person(id=f"P{next(self._numbers):06}", **{"name": first.name, **fields})  # type: ignore[arg-type]
        )

    def change(self, first: Person, **fields: object) -> Person:
        """The first card with more on it."""
        after = msgspec.structs.replace(first, **fields)
        self.cards[self.cards.index(first)] = after
        return after

    def one_of(self, first: Person) -> dict[str, object]:
        """An address or a number of somebody, taken over to another card."""
        if first.emails and (not first.phones or self.chance.random() < 0.5):
            return {"emails": (self.chance.choice(first.emails),)}
        return {"phones": (f"+33 {first.phones[0][1:]}",)} if first.phones else {}

    def slip(self, word: str) -> str:
        """A word with one slip of the keyboard, not in its first letter."""
        at = self.chance.randrange(1, len(word) - 1)
        letter = self.chance.choice("aeionrst")
        return self.chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
            )
        )


def plain(text: str) -> str:
    """A text as it stands in an address."""
    return fold(text)
