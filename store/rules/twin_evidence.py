"""What speaks for two cards being one person's, and what against it, each with its weight.

The sum of the weights is a logarithm of odds, after Fellegi and Sunter, A Theory for Record Linkage
(1969). The weights were chosen on `tests/benchmarks/duplicates.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from store.records.partial_date import month_and_day, parts_of
from store.rules.mail_domain import is_telling
from store.rules.twin_names import NameCode, NameLikeness
from store.rules.twin_traits import Census, Traits
from store.rules.twin_words import SHARED_BOXES

ClueCode = Literal[
    NameCode,
    "same_email",
    "same_mailbox",
    "same_phone",
    "same_profile",
    "same_link",
    "same_source",
    "same_birthday",
    "same_org",
    "same_city",
    "same_school",
    "other_birthday",
    "other_profile",
    "other_emails",
    "other_phones",
    "other_generation",
    "met_together",
]


class Clue(msgspec.Struct, frozen=True):
    """One piece of evidence."""

    code: ClueCode
    weight: float
    """Natural logarithm of how much likelier it is for one person than for two."""
    value: str = ""
    """What both have in common, where it is one thing."""


RELATIVES_SHARE = 0.2
"""What an address or a number in common is worth where the given names say they are two."""

FEW = 2
"""So many people have an address or a number that is one person's own."""

SHORTEST_MAILBOX = 5
"""Signs before the @ that are looked for at other domains."""

ONE_IN_SO_MANY = 0.05
"""An organisation of more people than that share tells little."""

ONE_GENERATION = 15
"""Years between two birthdays that are no slip."""

EMAIL, EMAIL_OF_MANY, PHONE, PHONE_OF_MANY = 7.0, 1.0, 6.5, 0.5
MAILBOX, MAILBOX_OF_NAME = 4.5, 1.0
PROFILE, LINK, LINK_OF_MANY, SOURCE = 9.0, 3.0, 0.3, 9.0
BIRTHDAY, DAY_OF_YEAR, PART_OF_BIRTHDAY = 5.0, 4.0, 0.8
ORG, ORG_OF_MANY, CITY, SCHOOL = 1.0, 0.2, 0.4, 0.7
OTHER_PROFILE, OTHER_GENERATION, MET = -6.0, -10.0, -10.0
OTHER_BIRTHDAY, OTHER_AGE, SLIPPED_BIRTHDAY = -7.0, -14.0, -1.0
COLLEAGUES, OTHER_EMAILS, OTHER_PHONES = -1.5, -0.3, -0.5


def clues(one: Traits, other: Traits, census: Census, name: NameLikeness) -> tuple[Clue, ...]:
    """All evidence, the weightiest first; that of the names is given."""
    found = [Clue(name.code, name.weight)]
    share = RELATIVES_SHARE if name.code in ("other_first_name", "other_name") else 1.0
    for clue in (*_emails(one, other, census), *_phones(one, other, census)):
        weight = clue.weight * share if clue.weight > 0 else clue.weight
        found.append(Clue(clue.code, weight, clue.value))
    found += _keys(one, other, census)
    found += _birthdays(one.birthday, other.birthday)
    found += _places(one, other, census)
    if one.generation and other.generation and one.generation != other.generation:
        found.append(Clue("other_generation", OTHER_GENERATION))
    return tuple(sorted(found, key=lambda clue: -abs(clue.weight)))


WEAK = ORG + CITY + SCHOOL
"""What two cards can have in common at most that share nothing telling."""


def _emails(one: Traits, other: Traits, census: Census) -> Iterator[Clue]:
    if not one.emails or not other.emails:
        return
    shared = [each for each in one.emails if each in other.emails]
    if shared:
        email = _rarest(shared, census.emails)
        local = email.partition("@")[0]
        own = census.emails[email] <= FEW and local not in SHARED_BOXES
        yield Clue("same_email", EMAIL if own else EMAIL_OF_MANY, email)
        return
    yield from _mailboxes(one, other)
    mine, theirs = ({each.rpartition("@")[2] for each in side.emails} for side in (one, other))
    colleagues = any(map(is_telling, mine & theirs))
    yield Clue("other_emails", COLLEAGUES if colleagues else OTHER_EMAILS)


def _mailboxes(one: Traits, other: Traits) -> Iterator[Clue]:
    """The same before the @ at another domain; what is but the name says little more than it."""
    theirs = {each.partition("@")[0] for each in other.emails}
    for each in one.emails:
        local = each.partition("@")[0]
        if local in theirs and len(local) >= SHORTEST_MAILBOX and local not in SHARED_BOXES:
            letters = "".join(sign for sign in local if sign.isalpha())
            named = letters in _spellings(one.name) or letters in _spellings(other.name)
            yield Clue("same_mailbox", MAILBOX_OF_NAME if named else MAILBOX, local)
            return


def _spellings(name: tuple[str, ...]) -> set[str]:
    """How a name commonly becomes an address."""
    if not name:
        return set()
    first, last = name[0], name[-1]
    return {
        *("".join(name), first, last, first + last, last + first),
        *(first[0] + last, first + last[0], last + first[0]),
    }


def _phones(one: Traits, other: Traits, census: Census) -> Iterator[Clue]:
    if not one.phones or not other.phones:
        return
    shared = [each for each in one.phones if each in other.phones]
    if shared:
        phone = _rarest(shared, census.phones)
        own = census.phones[phone] <= FEW
        yield Clue("same_phone", PHONE if own else PHONE_OF_MANY, phone)
    else:
        yield Clue("other_phones", OTHER_PHONES)


def _keys(one: Traits, other: Traits, census: Census) -> Iterator[Clue]:
    if one.profiles and other.profiles:
        shared = one.profiles & other.profiles
        if shared:
            yield Clue("same_profile", PROFILE, min(shared))
        else:
            yield Clue("other_profile", OTHER_PROFILE)
    links = one.links & other.links
    if links:
        link = _rarest(links, census.links)
        yield Clue("same_link", LINK if census.links[link] <= FEW else LINK_OF_MANY, link)
    if one.sources & other.sources:
        yield Clue("same_source", SOURCE)


def _birthdays(one: str, other: str) -> Iterator[Clue]:
    mine, theirs = parts_of(one), parts_of(other)
    if mine is None or theirs is None:
        return
    differ = [a != b for a, b in zip(mine, theirs, strict=True) if a and b]
    if not any(differ):
        if one == other and all(mine):
            yield Clue("same_birthday", BIRTHDAY, one)
        elif month_and_day(one) and month_and_day(one) == month_and_day(other):
            yield Clue("same_birthday", DAY_OF_YEAR, one)
        elif differ:
            yield Clue("same_birthday", PART_OF_BIRTHDAY)
        return
    far = mine[0] and theirs[0] and abs(int(mine[0]) - int(theirs[0])) >= ONE_GENERATION
    swapped = mine[0] == theirs[0] and (mine[1], mine[2]) == (theirs[2], theirs[1])
    weight = OTHER_AGE if far else SLIPPED_BIRTHDAY if swapped else OTHER_BIRTHDAY
    yield Clue("other_birthday", weight)


def _places(one: Traits, other: Traits, census: Census) -> Iterator[Clue]:
    if one.org and one.org == other.org:
        small = census.orgs[one.org] <= census.people * ONE_IN_SO_MANY + FEW
        yield Clue("same_org", ORG if small else ORG_OF_MANY, one.org)
    cities, schools = one.cities & other.cities, one.schools & other.schools
    if cities:
        yield Clue("same_city", CITY, min(cities))
    if schools:
        yield Clue("same_school", SCHOOL, min(schools))


def _rarest(values: Iterable[str], census: Counter[str]) -> str:
    return min(values, key=lambda each: (census[each], each))


def total(found: Iterable[Clue]) -> float:
    """The evidence together."""
    return sum(clue.weight for clue in found)
