"""How two people come to resemble each other: a function for each way."""

from __future__ import annotations

from twin_maker import FREE, HERS, HIS, PAIRS, TOWNS, USUAL, Invented, plain
from twin_second_cards import Made

from store.records.person import City, Person


def _siblings(made: Invented) -> tuple[Person, Person]:
    family, phone = made.family(), made.phone()
    one, other = made.chance.sample(sorted({*HIS, *HERS}), 2)
    city = (City(name=made.chance.choice(TOWNS)),)
    first = made.card(one, family, phones=(phone, made.phone()), cities=city)
    return first, made.card(other, family, phones=(phone,), cities=city)


def _couple(made: Invented) -> tuple[Person, Person]:
    family, phone = made.family(), made.phone()
    his, hers = made.chance.choice(PAIRS)
    if made.chance.random() < 0.5:
        his, hers = made.chance.choice(HIS), made.chance.choice(HERS)
    email = made.address("famille", family)
    first = made.card(his, family, phones=(phone,), emails=(email,))
    if made.chance.random() < 0.5:
        return first, made.card(hers, family, phones=(phone,), emails=())
    return first, made.card(hers, family, phones=(made.phone(),), emails=(email,))


def _unmarried(made: Invented) -> tuple[Person, Person]:
    phone = made.phone()
    first = made.card(made.chance.choice(HIS), phones=(phone,))
    return first, made.card(made.chance.choice(HERS), phones=(phone,))


def _father(made: Invented) -> tuple[Person, Person]:
    given, family, phone = made.chance.choice(HIS), made.family(), made.phone()
    city = (City(name=made.chance.choice(TOWNS)),)
    first = made.card(
        given, family, phones=(phone,), cities=city, birthday=made.birthday(1930, 1950)
    )
    son = made.card(given, family, phones=(phone,), cities=city, birthday=made.birthday(1970, 1990))
    return first, son


def _namesakes(made: Invented) -> tuple[Person, Person]:
    given, family = made.chance.choice((*HIS[:8], *HERS[:8])), made.chance.choice(USUAL[:12])
    cards = [
        made.card(
            given,
            family,
            phones=(made.phone(),),
            emails=(f"{plain(given)}.{plain(family)}{number}@{made.chance.choice(FREE)}",),
        )
        for number in made.chance.sample(range(1, 99), 2)
    ]
    return cards[0], cards[1]


def _colleagues(made: Invented) -> tuple[Person, Person]:
    board = "04 72 00 00 00"
    fields = {"org": "Châtaigne", "phones": (board,)}
    cards = []
    for _ in range(2):
        given, family = made.given(), made.family()
        emails = (made.address(given, family, "chataigne.example"),)
        if made.chance.random() < 0.3:
            emails = ("contact@chataigne.example",)
        cards.append(made.card(given, family, emails=emails, **fields))
    return cards[0], cards[1]


def _near_names(made: Invented) -> tuple[Person, Person]:
    one, other = made.chance.choice(PAIRS)
    family = made.family()
    return made.card(one, family), made.card(other, family)


RESEMBLANCES: dict[str, Made] = {
    "siblings": _siblings,
    "a couple": _couple,
    "an unmarried couple": _unmarried,
    "father and son": _father,
    "namesakes": _namesakes,
    "colleagues": _colleagues,
    "names of a pair": _near_names,
}
