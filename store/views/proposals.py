"""What could be filled in on cards, in an order to be gone through."""

from __future__ import annotations

from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.card_values import names_on
from store.rules.institution import Similar, agree, institution_key
from store.rules.proposal import WHYS, Proposal, Why, proposals
from store.words.fold import fold
from store.words.words import Words

GroupKey = tuple[Why, str, str]
"""The rule, what is proposed and because of what: those of one group are taken together."""

_TAGS: dict[Why, str] = {
    "colleague": "gaps.tag.colleague",
    "former_colleague": "gaps.tag.former_colleague",
}


def proposals_of(snapshot: Snapshot, language: Language, similar: Similar) -> tuple[Proposal, ...]:
    """All proposals, rule after rule; those of one group stand together.

    Args:
        snapshot: the data.
        language: in which a tag is written; in the other it counts as there already.
        similar: how alike two names are, 0 to 100.
    """
    people = snapshot.people.plain()
    found = list(
        proposals(
            people.values(),
            snapshot.me,
            _tags(language),
            institution_key,
            lambda one, other: agree(one, other, similar),
            _schools(snapshot),
        )
    )

    def place(each: Proposal) -> tuple[int, str, str, GroupKey, str, PersonId]:
        # By name and not by number: no group jumps while another one is gone through.
        why, value, source = group = group_of(each)
        name = people[each.person].name
        return WHYS.index(why), fold(source), fold(value), group, fold(name), each.person

    return tuple(sorted(found, key=place))


def group_of(proposal: Proposal) -> GroupKey:
    """The group that a proposal is taken with."""
    source = proposal.source if proposal.what != "city" else institution_key(proposal.source)
    return proposal.why, proposal.value, source


def _tags(language: Language) -> dict[Why, tuple[str, ...]]:
    """The user's own words first."""
    languages = sorted(LANGUAGES, key=lambda each: each != language)
    return {why: tuple(Words(each).say(id) for each in languages) for why, id in _TAGS.items()}


def _schools(snapshot: Snapshot) -> frozenset[str]:
    cards: tuple[Person | Me, ...] = (snapshot.me, *snapshot.people.plain().values())
    names = {name for card in cards for name in names_on(card, "school")}
    return frozenset(map(institution_key, names))
