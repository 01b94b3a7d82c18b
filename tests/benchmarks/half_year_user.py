"""Somebody who keeps up with 150 people for half a year: what they do, and what they find."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random

import msgspec

from store.actions.action import Params
from store.actions.done import MarkDone
from store.actions.follow_up import Promise
from store.actions.log import Log
from store.actions.pass_over import Pass
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.snooze import Snooze
from store.actions.sort import LastTalk, Sort
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.records.kinds import Band, Kind, Layer
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.rules.due import Due
from store.rules.weights import WRITTEN
from store.views.today import TodayView, today_view

START = date(2026, 1, 5)
"""A Monday: the day of the import and of the sorting."""

DAYS = 182
MONTH, QUARTER = 30, 91

LAYERS: dict[Layer, int] = {5: 5, 15: 10, 50: 35, 150: 100}
"""How many people are sorted into each layer."""

LAST_TALKS: dict[Layer, tuple[LastTalk, ...]] = {
    5: ("week", "month"),
    15: ("month", "quarter"),
    50: ("quarter", "year"),
    150: ("quarter", "year", "longer"),
}
"""When the last real talk was, by layer; one of these."""

PROPOSED = (2, 1, 1, 1, 1)
"""Rows of Today that get done, Monday to Friday."""

SPONTANEOUS = 2
"""Contacts a week that Today did not propose."""

PASSED, PUT_OFF, PROMISED = 0.10, 0.05, 0.05
"""How often a row is passed over or put off, and a contact ends in a promise."""

ANSWERED = 0.7
"""How often something written is answered."""

LEAST_QUIET, GAP_SHARE = 3, 4
RHYTHMIC = frozenset({"cooling", "dormant", "give"})


class Morning(msgspec.Struct, frozen=True, kw_only=True):
    """What the user finds when they open Today."""

    day: int
    """From 0, the day of the sorting."""
    shown: int
    promised: int
    waiting: int
    """Rows that can wait."""
    bands: dict[Band, int]
    """How many people stand in each."""
    too_soon: tuple[str, ...]
    """Rows of the rhythm for people left alone for too short a time."""


class HalfYear(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    mornings: list[Morning]
    weeks: list[int]
    """Minutes spent, by week."""
    longest_left: dict[Layer, list[int]]
    """The longest time in days without a contact of each person, by layer; sorted."""

    contacts: int
    """Contacts begun by the user."""
    passed: int
    """Rows passed over or put off."""

    def waiting_on(self, day: int) -> int:
        """Rows that wait on a morning."""
        return self.mornings[day].waiting

    def longest_empty(self) -> int:
        """Mornings in a row on which Today had nothing to show."""
        longest = run = 0
        for morning in self.mornings:
            run = 0 if morning.shown else run + 1
            longest = max(longest, run)
        return longest


class User:
    """Somebody with 150 people, a budget of two hours a week, and little time."""

    def __init__(self, seed: int) -> None:
        """Import and sort everybody on the first day."""
        self.random = Random(seed)
        self.day = 0
        self._ids = 0
        self.acts: Counter[str] = Counter()
        self.answers: dict[int, list[tuple[str, Kind]]] = {}
        self.people = {
            f"P{layer}-{number}": layer for layer, size in LAYERS.items() for number in range(size)
        }
        cards: dict[str, Record] = {
            id: Person(id=id, name=id, added=START, sources=(f"uid:{id}",)) for id in self.people
        }
        keeper = MemoryKeeper(snapshot_of({"people": cards}))
        self.service = Service(keeper, ACTIONS, self._now, self._new_id, Settings())
        for id, layer in self.people.items():
            last = self.random.choice(LAST_TALKS[layer])
            self.service.perform("sort", Sort(person=id, layer=layer, last=last))

    def _perform(self, name: str, params: Params) -> None:
        self.acts[name] += 1
        self.service.perform(name, params)

    def _now(self) -> datetime:
        return datetime.combine(START + timedelta(days=self.day), time(8), tzinfo=UTC)

    def _new_id(self) -> str:
        self._ids += 1
        return f"{self._ids:026}"

    def live(self, days: int) -> HalfYear:
        """Morning after morning."""
        mornings = []
        for self.day in range(days):
            for id, kind in self.answers.pop(self.day, ()):
                self.service.perform("log", Log(people=(id,), kind=kind, minutes=0, by="them"))
            view = today_view(self.service.snapshot, self.service.ties())
            mornings.append(self._seen(view))
            self._work(view)
        return HalfYear(
            mornings=mornings,
            weeks=self._weeks(),
            longest_left=self._longest_left(),
            contacts=self.acts["done"] + self.acts["log"],
            passed=self.acts["pass"] + self.acts["snooze"],
        )

    def _seen(self, view: TodayView) -> Morning:
        ties = self.service.ties()
        standings = [ties[PersonId(id)] for id in self.people]
        return Morning(
            day=self.day,
            shown=view.summary.shown,
            promised=sum(row.group == "promised" for row in view.rows),
            waiting=view.summary.waiting,
            bands=dict(Counter(standing.band for standing in standings if standing.band)),
            too_soon=tuple(row.id for row in view.rows if self._is_too_soon(row)),
        )

    def _is_too_soon(self, row: Due) -> bool:
        today = START + timedelta(days=self.day)
        usual = self.service.ties()[row.person].usual_gap_days
        talks = self.service.snapshot.interactions_of(row.person)
        since = min(((today - talk.on).days for talk in talks), default=None)
        if row.group not in RHYTHMIC or since is None or usual is None:
            return False
        return since < max(LEAST_QUIET, usual / GAP_SHARE)

    def _work(self, view: TodayView) -> None:
        """The day's contacts, in the order of Today; none at the weekend."""
        weekday = self.day % 7
        if weekday == 0:
            self.spontaneous = self.random.sample(range(len(PROPOSED)), SPONTANEOUS)
        if weekday >= len(PROPOSED):
            return
        left = PROPOSED[weekday]
        for row in view.rows:
            chance = self.random.random()
            if not left and not row.today:
                break
            if chance < PASSED:
                self._perform("pass", Pass(row=row.id))
            elif chance < PASSED + PUT_OFF:
                until = START + timedelta(days=self.day + self.random.randint(3, 21))
                self._perform("snooze", Snooze(row=row.id, until=until))
            elif left:
                left -= 1
                self._get_back(row)
        if weekday in self.spontaneous:
            someone = self.random.choice(list(self.people))
            self._perform("log", Log(people=(someone,), kind="call"))

    def _get_back(self, row: Due) -> None:
        self._perform("done", MarkDone(row=row.id, kind=row.step))
        if row.step in WRITTEN and self.random.random() < ANSWERED:
            answered = self.day + self.random.randint(1, 4)
            self.answers.setdefault(answered, []).append((row.person, row.step))
        if self.random.random() < PROMISED:
            on = START + timedelta(days=self.day + 14)
            self.service.perform("follow-up", Promise(person=row.person, on=on))

    def _weeks(self) -> list[int]:
        spent = [0] * (self.day // 7 + 1)
        for talk in self.service.snapshot.interactions.values():
            if talk.on >= START and not talk.approximate:
                spent[(talk.on - START).days // 7] += talk.minutes or 0
        return spent

    def _longest_left(self) -> dict[Layer, list[int]]:
        found: dict[Layer, list[int]] = {layer: [] for layer in LAYERS}
        for id, layer in self.people.items():
            talks = self.service.snapshot.interactions_of(PersonId(id))
            days = [0, *(max(0, (talk.on - START).days) for talk in talks), self.day]
            gaps = [later - earlier for earlier, later in pairwise(days)]
            found[layer].append(max(gaps))
        return {layer: sorted(gaps) for layer, gaps in found.items()}
