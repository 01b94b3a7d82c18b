"""What tells two cards apart, and what they have in common."""

from __future__ import annotations

import re

from store.records.identity import keys_of, phone_key, same_words, text_key
from store.records.partial_date import parts_of
from store.records.person import Person
from store.records.profile_slug import slug_in
from store.rules.twin_names import compare_names
from store.rules.twin_traits import census_of, traits_of
from store.rules.twin_words import PARTICLES, TITLES
from store.words.fold import fold

_WORDS = re.compile(r"\w+")


def giver_of(person: Person) -> str:
    """Who gave a card its key: two cards of one file with keys of one giver are two cards."""
    source = person.sources[0] if person.sources else ""
    if slug_in(source):
        return "linkedin profile"
    prefix = source.partition(":")[0]
    return "vcard" if prefix == "uid" else prefix


def agree(one: str, other: str) -> bool:
    """Whether two texts are the same as compared, or one of them says nothing."""
    return not one or not other or text_key(one) == text_key(other)


_RELATIVES = ("other_first_name", "other_name")

_NOBODY_COUNTED = census_of(())


def can_be_one(one: Person, other: Person, *, married: bool) -> bool:
    """Whether two names can be one person's who share an address or a number.

    A word in common is not enough: couples and families share both, and their last name. A short
    form, an initial or a further name is no other name.

    Args:
        one: a card.
        other: another.
        married: whether another last name beside the same first name is taken for the same person.
    """
    if same_words(one.name, other.name) or not share_a_word(one.name, other.name):
        return same_words(one.name, other.name)
    likeness = compare_names(traits_of(one), traits_of(other), _NOBODY_COUNTED, _slipless)
    if likeness.code == "same_first_name":
        return married
    return likeness.code not in _RELATIVES


def _slipless(one: str, other: str) -> int:
    """A slip of the keyboard is for the user to tell from another name."""
    return 0 if one == other else max(len(one), len(other))


def share_a_word(one: str, other: str) -> bool:
    """Whether two names have a word in common, or one has none.

    Initials, titles and particles say too little to count.
    """
    ours, theirs = _telling_words(one), _telling_words(other)
    return not ours or not theirs or bool(ours & theirs)


def _telling_words(name: str) -> set[str]:
    words = (word for word in _WORDS.findall(fold(name)) if len(word) > 1)
    return {word for word in words if word not in TITLES and word not in PARTICLES}


def birthdays_agree(one: str, other: str) -> bool:
    """Whether two partial dates can be of one day; what cannot be read says nothing."""
    ours, others = parts_of(one), parts_of(other)
    if ours is None or others is None:
        return True
    pairs = zip(ours, others, strict=True)
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def is_fuller_birthday(one: str, other: str) -> bool:
    """Whether a partial date says all that another says, and more."""
    ours, others = parts_of(one), parts_of(other)
    if ours is None or others is None:
        return False
    pairs = zip(ours, others, strict=True)
    return one != other and all(not theirs or mine == theirs for mine, theirs in pairs)


def contradict(card: Person, held: Person) -> bool:
    """Whether something says that two cards of one name are two people.

    Another profile of LinkedIn, another birthday, only numbers or only domains of mail that the
    other has not. A number in common outweighs the domains.
    """
    if not birthdays_agree(card.birthday, held.birthday):
        return True
    if _apart(_slugs(card), _slugs(held)):
        return True
    phones, others = set(map(phone_key, card.phones)), set(map(phone_key, held.phones))
    if phones & others:
        return False
    return _apart(phones, others) or _apart(_domains(card), _domains(held))


def share_a_phone(card: Person, held: Person) -> bool:
    """Whether two cards have a number in common."""
    if not card.phones or not held.phones:
        return False
    return bool(set(map(phone_key, card.phones)) & set(map(phone_key, held.phones)))


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _slugs(person: Person) -> set[str]:
    return {slug for key in keys_of(person) if (slug := slug_in(key))}


def _domains(person: Person) -> set[str]:
    return {fold(email).rpartition("@")[2] for email in person.emails}
