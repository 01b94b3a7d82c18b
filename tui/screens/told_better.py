"""A row that was just done, told better: what `c` right after `d` does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from store.actions.done import MarkDone
from store.actions.service import Done, Service
from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.records.person import Person
from store.views.today import TodayRow
from tui.typed.capture import Capture


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """What stands unless something else is told."""

    kind: Kind
    minutes: int
    note: str = ""
    on: date | None = None


class Doing:
    """One row being done; the writer fills in what came of it before anything later runs."""

    def __init__(self, row: TodayRow, people: tuple[Person, ...]) -> None:
        """Nothing has come of it yet."""
        self.row = row
        self.people = people
        self.revision = 0
        """The commit; 0 where there is none."""
        self._talk: Interaction | None = None

    def run(self, service: Service) -> Done:
        """Do it, and remember the commit and the contact that it logged."""
        done = service.perform("done", MarkDone(row=self.row.id))
        if done.change_set:
            talks = (change.after for change in done.change_set.changes)
            self._talk = next((each for each in talks if isinstance(each, Interaction)), None)
            self.revision = done.snapshot.revision
        return done

    @property
    def noted(self) -> bool:
        """Whether a contact is logged already."""
        return self._talk is not None

    @property
    def base(self) -> Base:
        """The contact as it was logged, or as it was proposed."""
        talk = self._talk
        if talk is None:
            return Base(kind=self.row.step, minutes=self.row.minutes)
        return Base(kind=talk.kind, minutes=talk.minutes or 0, note=talk.note, on=talk.on)


def told_better(told: Capture, base: Base) -> Capture:
    """What is told over what was logged; another kind takes its own usual minutes."""
    kind = told.kind or base.kind
    same = base.minutes if kind == base.kind else None
    return Capture(
        kind=kind,
        minutes=told.minutes if told.minutes is not None else same,
        note=told.note or base.note,
        on=told.on or base.on,
    )


def correction(doing: Doing, told: Capture) -> Callable[[Service], Done]:
    """Puts the better telling in the place of what was done; one commit, so one undo."""

    def run(service: Service) -> Done:
        params = MarkDone(
            row=doing.row.id,
            kind=told.kind,
            minutes=told.minutes,
            note=told.note,
            on=told.on,
        )
        if not doing.revision:
            return service.perform("done", params)
        return service.perform_instead(doing.revision, "done", params)

    return run
