"""How one person comes to be on two cards: a function for each way."""

from __future__ import annotations

from collections.abc import Callable

from twin_maker import CALLED, ENDS, FIRMS, HERS, Invented, plain

from store.records.person import Person

Made = Callable[[Invented], tuple[Person, Person]]


def _reachable(made: Invented, **fields: object) -> Person:
    """Somebody with an address and a number."""
    given, family = made.given(), made.family()
    whole = {"emails": (made.address(given, family),), "phones": (made.phone(),), **fields}
    return made.card(given, family, **whole)


def _typo(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    given, family = first.name.split(" ", 1)
    wrong = f"{given} {made.slip(family)}"
    if made.chance.random() < 0.4 and len(given) > 4:
        wrong = f"{made.slip(given)} {family}"
    return first, made.second(first, name=wrong, **made.one_of(first))


def _swapped(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    given, family = first.name.split(" ", 1)
    return first, made.second(first, name=f"{family.upper()} {given}", **made.one_of(first))


def _bare(made: Invented) -> tuple[Person, Person]:
    """From another network, which gives a name, a firm and nothing to write to."""
    first = made.card(phones=(made.phone(),), org=made.chance.choice(FIRMS))
    return first, made.second(first, org=first.org)


def _plain_letters(made: Invented) -> tuple[Person, Person]:
    given = made.chance.choice(("Jürgen", "Björn", "Søren", "Łukasz", "François", "Noémie"))
    family = made.chance.choice(("Mü", "Grö", "Nuñ", "Lefè", "Çe", "Hü")) + made.chance.choice(ENDS)
    first = made.card(given, family, phones=(made.phone(),), emails=(made.address(given, family),))
    german = str.maketrans({"ü": "ue", "ö": "oe", "ø": "oe", "ß": "ss"})
    name = first.name.translate(german) if made.chance.random() < 0.5 else plain(first.name)
    return first, made.second(first, name=name, **made.one_of(first))


CYRILLIC = {"Юрий": "Yuri", "Светлана": "Svetlana", "Дмитрий": "Dmitri", "Ольга": "Olga"}
CYRILLIC |= {"Сергей": "Sergei", "Наталья": "Natalia", "Андрей": "Andrei", "Ирина": "Irina"}
ROOTS = {"Сокол": "Sokol", "Иван": "Ivan", "Кузнец": "Kuznets", "Морозн": "Morozn"}
ROOTS |= {"Волк": "Volk", "Зайц": "Zaits", "Павл": "Pavl", "Семён": "Semyon", "Лебед": "Lebed"}
ROOTS |= {"Фёдор": "Fyodor", "Жук": "Zhuk", "Щерб": "Shcherb", "Тарас": "Taras", "Гонч": "Gonch"}


def _other_script(made: Invented) -> tuple[Person, Person]:
    given, ours = made.chance.choice(tuple(CYRILLIC.items()))
    family, theirs = made.chance.choice(tuple(ROOTS.items()))
    end, ending = made.chance.choice((("ов", "ov"), ("ин", "in"), ("енко", "enko"), ("юк", "yuk")))
    first = _reachable(made, name=f"{given} {family}{end}")
    return first, made.second(first, name=f"{ours} {theirs}{ending}", **made.one_of(first))


def _married(made: Invented) -> tuple[Person, Person]:
    given = made.chance.choice(HERS)
    first = _reachable(made, name=f"{given} {made.family()}")
    return first, made.second(first, name=f"{given} {made.family()}", **made.one_of(first))


def _double_name(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    name = f"{first.name}-{made.family()}"
    return first, made.second(first, name=name, **made.one_of(first))


def _called(made: Invented) -> tuple[Person, Person]:
    given = made.chance.choice(tuple(CALLED))
    family = made.family()
    first = made.card(given, family, emails=(made.address(given, family),), phones=(made.phone(),))
    name = f"{CALLED[given]} {family}"
    if made.chance.random() < 0.5:
        return first, made.second(first, name=name, **made.one_of(first))
    first = made.change(first, nicknames=(CALLED[given],))
    return first, made.second(first, name=name, org=first.org)


def _initial(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    given, family = first.name.split(" ", 1)
    return first, made.second(first, name=f"{given[0]}. {family}", **made.one_of(first))


def _other_domain(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    local = first.emails[0].partition("@")[0]
    firm = made.chance.choice(FIRMS).lower()
    return first, made.second(first, emails=(f"{local}@{firm}.example",))


def _given_only(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made)
    return first, made.second(first, name=first.name.split(" ")[0], phones=first.phones)


def _birthday(made: Invented) -> tuple[Person, Person]:
    first = _reachable(made, birthday=made.birthday())
    day = first.birthday if made.chance.random() < 0.5 else f"--{first.birthday[5:]}"
    return first, made.second(first, birthday=day)


SECOND_CARDS: dict[str, Made] = {
    "a slip": _typo,
    "family name first": _swapped,
    "bare": _bare,
    "plain letters": _plain_letters,
    "another script": _other_script,
    "another family name": _married,
    "double name": _double_name,
    "short form": _called,
    "an initial": _initial,
    "mailbox elsewhere": _other_domain,
    "given name alone": _given_only,
    "birthday": _birthday,
}
