"""All that the screen of one person shows."""

from __future__ import annotations

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import Common
from store.rules.tie import Standing
from store.rules.traits import Traits
from store.views.between import Between, between
from store.views.card_traits import traits_of
from store.views.news import News, news_of, next_question
from store.views.shared_ground import SharedGround
from store.views.tie_detail import TieDetail, tie_detail
from store.views.ties import Ties
from store.views.timeline import Year, timeline
from store.words.message import Message


class OnePerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person, the tie, and what lies between."""

    card: Person
    standing: Standing
    circles: tuple[str, ...]
    """Of which they are."""
    common: tuple[Common, ...]
    """Shared with the user, the rarest first."""
    mine_known: bool
    """Whether the user's own card holds anything that could be shared."""
    between: Between
    years: tuple[Year, ...]
    tie: TieDetail
    news: News | None
    """Their last."""
    question: Message | None
    """To ask next, drawn from what they told."""

    @property
    def talks(self) -> int:
        """How many there were."""
        return sum(year.talks for year in self.years)

    @property
    def since(self) -> int | None:
        """The year of the first talk."""
        talked = [year.year for year in self.years if year.talks]
        return talked[-1] if talked else None


def one_person(
    snapshot: Snapshot, ties: Ties, person: PersonId, ground: SharedGround | None = None
) -> OnePerson:
    """Everything about one person.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        person: whom it is about.
        ground: keeps what was counted among everybody, for whoever asks about many.

    Raises:
        KeyError: where there is no such person.
    """
    card = snapshot.people[person]
    circles = snapshot.circles.plain().values()
    return OnePerson(
        card=card,
        standing=ties[person],
        circles=tuple(circle.name for circle in circles if person in circle.people),
        common=(ground or SharedGround()).with_me(snapshot, card, ties.today, most=None),
        mine_known=traits_of(snapshot.me) != Traits(),
        between=between(snapshot, ties, person),
        years=timeline(snapshot, ties.today, person),
        tie=tie_detail(snapshot, ties, person),
        news=news_of(snapshot, person, ties.today),
        question=next_question(snapshot, person, ties.today),
    )
