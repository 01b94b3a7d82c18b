"""Where the invented records are gathered."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from store.actions.demo.chance import Chance
from store.actions.demo.sentences import Sentences
from store.actions.demo.sentences_en import english
from store.actions.demo.sentences_fr import french
from store.actions.demo.tie import Tie
from store.records.ids import PersonId, ulid
from store.records.kinds import Language, TableName
from store.records.person import Person
from store.records.record import Record
from store.records.tables import TABLE_OF

EPOCH = date(1970, 1, 1).toordinal()
DAY_MS = 86_400_000
HALF_ENTROPY = 1 << 40


class Known(NamedTuple):
    """A person who has been drawn, with what the later scenes need to know."""

    person: Person
    tie: Tie
    text: Language
    """The language in which I write about this person."""
    first: int
    """The day of the first contact; today where there is none."""
    last: int
    """The day of the last contact; 0 where there is none."""

    @property
    def id(self) -> PersonId:
        """The person's id."""
        return PersonId(self.person.id)


class Ledger:
    """Records by table, made with one stream of chance for one day."""

    def __init__(self, chance: Chance, today: date, language: Language | None) -> None:
        """Begin with nothing.

        Args:
            chance: the only chance there is.
            today: the day on which the network is looked at.
            language: of all texts; None mixes them by person.
        """
        self.chance = chance
        self.today = today.toordinal()
        self.language = language
        self.common: Language = language or "en"
        """The language of what all share: passions, fields, tags, events."""
        self.sentences: dict[Language, Sentences] = {"en": english(), "fr": french()}
        self.tables: dict[TableName, dict[str, Record]] = {}
        self.known: list[Known] = []
        self.busy: set[str] = set()
        """Ids of people who have their scene already."""

    @property
    def quiet(self) -> int:
        """Days back to before this week, whether it starts on Sunday or Monday."""
        return self.day(0).weekday() + 2

    def day(self, back: int) -> date:
        """The day so many days before today."""
        return date.fromordinal(min(max(self.today - back, 1), date.max.toordinal()))

    def id_on(self, day: date) -> str:
        """A new id, made at some time of a day."""
        share = self.chance.share
        moment = (day.toordinal() - EPOCH) * DAY_MS + int(share() * DAY_MS)
        entropy = (int(share() * HALF_ENTROPY) << 40) | int(share() * HALF_ENTROPY)
        return ulid(max(moment, 0), entropy.to_bytes(10, "big"))

    def keep(self, record: Record) -> None:
        """Put a record in its table."""
        self.tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record

    def replace(self, known: Known, person: Person) -> None:
        """Put a newer version of a person in the place of the old one."""
        self.tables["people"][person.id] = person
        self.known[self.known.index(known)] = known._replace(person=person)

    def cast(self, count: int, *roles: str, nearest: int = 150) -> list[Known]:
        """People for a scene: of these roles, within a layer, and not in another scene yet.

        Where there are too few, there are fewer.
        """
        fit = [
            each
            for each in self.known
            if each.tie.role in roles
            and each.person.id not in self.busy
            and (each.tie.layer or 999) <= nearest
        ]
        chosen = list(self.chance.few(fit, count))
        self.busy.update(each.person.id for each in chosen)
        return chosen
