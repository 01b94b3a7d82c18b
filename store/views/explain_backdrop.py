"""What the terms of all rows are held against: weights, contacts, minutes and the room of today."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.records.snapshot import Snapshot
from store.rules.contacts import contacts_of, history_of
from store.rules.rhythm import ContactDay
from store.rules.tie import Standing, standing_of
from store.rules.weights import Weights
from store.views.ties import Ties, weights_in
from store.views.today import Room, TodayRow, room_of, today_view


class Backdrop:
    """Worked out when asked for, once for however many rows are opened."""

    def __init__(self, snapshot: Snapshot, ties: Ties) -> None:
        """Bind the records, and everybody's standing in them."""
        self.snapshot = snapshot
        self.ties = ties

    @property
    def today(self) -> date:
        """The day."""
        return self.ties.today

    @cached_property
    def weights(self) -> Weights:
        """What contacts weigh."""
        return weights_in(self.ties.settings)

    @property
    def bridge_weight(self) -> float:
        """How much more the only way into a field or a city weighs."""
        return self.ties.settings.bridge_weight

    def contact_days(self, person: PersonId) -> list[ContactDay]:
        """The contact days with a person, with their weights."""
        talks = self.snapshot.interactions_of(person)
        return contacts_of(talks, self.ties.day.today, self.weights).days

    def after_a_call(self, person: PersonId) -> Standing:
        """How somebody would stand had there been a call today."""
        card, spans = self.snapshot.people[person], self.ties[person].spans
        call = Interaction(id="", people=(person,), kind="call", on=self.today, by="me")
        talks = (*self.snapshot.interactions_of(person), call)
        today = self.ties.day.today
        history = history_of(contacts_of(talks, today, self.weights), today, spans)
        return standing_of(card, history, spans, self.ties.day)

    @cached_property
    def _counts(self) -> dict[Kind, int]:
        tally = self.ties.log.before_today()
        return {kind: sum(counts.values()) for kind, counts in tally.items()}

    def noted(self, kind: Kind) -> int:
        """How many contacts of a kind had their minutes noted before today."""
        return self._counts.get(kind, 0)

    @cached_property
    def room(self) -> Room:
        """How much of today is left."""
        return room_of(self.snapshot, self.ties)

    @cached_property
    def shown(self) -> tuple[TodayRow, ...]:
        """The rows that Today shows."""
        return today_view(self.snapshot, self.ties, whole=False).rows
