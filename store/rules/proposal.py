"""What is probably so of somebody and not yet on their card, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Literal, get_args

import msgspec

from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import Person
from store.rules.colleagues_city import Supposed, cities_of_colleagues
from store.rules.former_colleagues import Same, colleagues
from store.rules.mail_domain import organisations_of_mail
from store.rules.no_organisation import is_no_organisation
from store.words.fold import fold

Gap = Literal["tag", "city", "org"]
"""What of a card is filled."""

Why = Literal["colleague", "former_colleague", "city", "org"]
"""By which rule: works where I do, worked where I did, city of colleagues, domain of mail."""
WHYS: tuple[Why, ...] = get_args(Why)

Tags = Mapping[Why, tuple[str, ...]]
"""What the tag of a colleague is called, the first as it is written now; in any language."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One thing for one card."""

    person: PersonId
    why: Why
    what: Gap
    value: str
    source: str
    """The employer in common, the organisation of the colleagues, or the domain of mail."""
    whom: tuple[PersonId, ...] = ()
    """Of whom it is known, a few of them; nobody where the user's own card says it."""
    known: int = 0
    """Of how many it is known."""

    @property
    def id(self) -> str:
        """Stable as long as the card is: `city:PERSON_ID`."""
        return f"{self.why}:{self.person}"

    @property
    def key(self) -> str:
        """What a card keeps where this is turned down; holds nobody's id."""
        return f"{self.why}:{fold(self.source if self.what == 'tag' else self.value)}"


def proposals(
    people: Iterable[Person],
    me: Me,
    tags: Tags,
    key: Callable[[str], str],
    same: Same,
    schools: Set[str] = frozenset(),
) -> Iterator[Proposal]:
    """All that is probably so of people whose tie is tended, and was not turned down.

    Args:
        people: all there are.
        me: the user's own card.
        tags: what colleagues and former ones are called.
        key: an organisation's name as compared.
        same: whether two names mean one institution.
        schools: names that are schools, as compared.
    """
    tended = {PersonId(each.id): each for each in people if each.status == "active"}
    for each in _all(tended, me, tags, key, same, schools):
        person = tended[each.person]
        if each.key not in person.declined and not _is_card_of(person, each, key):
            yield each


def _is_card_of(person: Person, proposal: Proposal, key: Callable[[str], str]) -> bool:
    """Whether a card is the organisation's own, not that of somebody who works there."""
    named = proposal.value if proposal.what == "org" else proposal.source
    name = key(person.name)
    return bool(name) and name in map(key, (named, person.org, *person.employers))


def _all(
    tended: Mapping[PersonId, Person],
    me: Me,
    tags: Tags,
    key: Callable[[str], str],
    same: Same,
    schools: Set[str],
) -> Iterator[Proposal]:
    org = "" if is_no_organisation(me.org) else me.org
    employers = tuple(each for each in me.employers if not is_no_organisation(each))
    told = {fold(each) for names in tags.values() for each in names}
    for found in colleagues(tended.values(), org, employers, same):
        # Who bears either tag is known for what they are: times change, tags are the user's.
        if told.isdisjoint(map(fold, tended[found.person].tags)):
            why: Why = "colleague" if found.now else "former_colleague"
            yield Proposal(
                person=found.person,
                why=why,
                what="tag",
                value=tags[why][0],
                source=found.employer,
            )
    for each in cities_of_colleagues(tended.values(), key):
        yield _supposed(each, "city")
    for each in organisations_of_mail(tended.values(), key, schools):
        yield _supposed(each, "org")


def _supposed(found: Supposed, what: Literal["city", "org"]) -> Proposal:
    return Proposal(
        person=found.person,
        why=what,
        what=what,
        value=found.value,
        source=found.source,
        whom=found.whom,
        known=found.known,
    )
