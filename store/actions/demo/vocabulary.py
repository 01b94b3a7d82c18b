"""The lists from which cards are filled, ready to choose from."""

from __future__ import annotations

from typing import NamedTuple

from store.actions.demo.listed import listed
from store.actions.demo.passions import PASSIONS, TAGS
from store.actions.demo.work import EMPLOYERS, FIELDS
from store.records.kinds import LANGUAGES, Language

ByField = dict[Language, tuple[tuple[str, ...], ...]]
"""By language and place of the field in `FIELDS`."""


class Vocabulary(NamedTuple):
    """What stands on cards: what all share in one language, what is said of one in both."""

    employers: tuple[str, ...]
    passions: tuple[str, ...]
    tags: tuple[str, ...]
    titles: ByField
    needs: ByField
    offers: ByField


def vocabulary(common: Language) -> Vocabulary:
    """The lists, with passions and tags in one language.

    Args:
        common: the language of what all share.
    """
    return Vocabulary(
        employers=listed(EMPLOYERS),
        passions=listed(PASSIONS[common]),
        tags=listed(TAGS[common]),
        titles={each: tuple(listed(field[each].titles) for field in FIELDS) for each in LANGUAGES},
        needs={each: tuple(listed(field[each].needs) for field in FIELDS) for each in LANGUAGES},
        offers={each: tuple(listed(field[each].offers) for field in FIELDS) for each in LANGUAGES},
    )
