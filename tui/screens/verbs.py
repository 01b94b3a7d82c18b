"""What the keys of a person do: they ask where needed, and hand jobs to the writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Literal, Protocol

import msgspec

from store.actions.action import Params
from store.actions.add import Add
from store.actions.delete import Delete
from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.fade import Fade
from store.actions.log import Log
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.actions.service import Done, Service
from store.actions.snooze import Snooze
from store.records.kinds import LAYERS, Kind, Layer
from store.records.person import Person
from store.views.today import TodayRow
from store.words.words import Words
from tui.screens.questions import (
    add_question,
    delete_question,
    log_question,
    note_question,
    rhythm_question,
    snooze_question,
)
from tui.screens.targets import Targets
from tui.typed.capture import Capture, read_capture
from tui.typed.later import read_until
from tui.typed.rhythm import read_rhythm
from tui.writer import TURN, Job
from widgets.ask_line import Question

Make = Callable[[TodayRow], Params]


class Host(Protocol):
    """The screen that verbs speak through."""

    words: Words

    def today(self) -> date:
        """The day."""

    def targets(self) -> Targets:
        """Whom the verb is about."""

    def ask(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask one line."""

    def draft(self, key: str) -> str:
        """What was typed before under a key."""

    def submit(self, job: Job) -> None:
        """Hand a job to the writer."""

    def say(self, text: str) -> None:
        """Say one line."""


class Verbs:
    """The verbs, by the id of their command."""

    def __init__(self, host: Host) -> None:
        """Bind the screen."""
        self._host = host
        self._last: tuple[str, Make] | None = None
        self._delay: int | None = None
        self.correctable: str | None = None
        """The row that was just done by its proposed step, so that `c` can tell it better."""

    @property
    def repeatable(self) -> bool:
        """Whether there is a verb to repeat."""
        return self._last is not None

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {
            "person.done": self.done,
            "person.snooze": self.snooze,
            "person.snooze_again": self.snooze_again,
            "person.pass": self.pass_over,
            "person.log": self.log,
            "person.note": self.note,
            "person.rhythm": self.rhythm,
            "person.closer": partial(self.shift_layer, closer=True),
            "person.farther": partial(self.shift_layer, closer=False),
            "person.pin": self.pin,
            "person.fade": self.fade,
            "person.delete": self.delete,
            "person.repeat": self.repeat,
            "all.add": self.add,
            "all.undo": partial(self._turn, Service.undo),
            "all.redo": partial(self._turn, Service.redo),
        }

    # On rows ----------------------------------------------------------------------------------

    def done(self) -> None:
        """Close or log; the next row comes under the cursor."""
        targets = self._host.targets()
        self._act("done", _done)
        if len(targets.rows) == 1:
            self.correctable = targets.rows[0].id

    def pass_over(self) -> None:
        """Seen, nothing to do today."""
        self._act("pass", _passed)

    def snooze(self) -> None:
        """Ask until when."""
        today, targets = self._host.today(), self._host.targets()
        question = snooze_question(self._host.words, today, targets.names)
        self._host.ask(question, partial(self._snooze_until, targets))

    def _snooze_until(self, targets: Targets, text: str) -> None:
        today = self._host.today()
        until = read_until(text, today, self._host.words.language)
        self._delay = (until - today).days
        self._act("snooze", partial(_snoozed, until), targets)

    def snooze_again(self) -> None:
        """The same delay, or ask where there is none yet."""
        if self._delay is None:
            self.snooze()
            return
        until = date.fromordinal(self._host.today().toordinal() + self._delay)
        self._act("snooze", partial(_snoozed, until))

    def repeat(self) -> None:
        """The last verb, on this row."""
        if self._last is not None:
            self._act(*self._last)

    def _act(self, name: str, make: Make, targets: Targets | None = None) -> None:
        targets = targets or self._host.targets()
        self._last = name, make
        several = [make(row) for row in targets.rows]
        self._submit(name, several, targets.then)

    def _submit(self, name: str, several: list[Params], then: str | None = None) -> None:
        def run(service: Service) -> Done:
            return service.perform_many(name, several)

        self.correctable = None
        self._host.submit(Job(run=run, then=then, verb=name))

    # On people --------------------------------------------------------------------------------

    def log(self) -> None:
        """Ask what was told; after `d` it corrects what was logged."""
        targets, row = self._host.targets(), self.correctable
        kind: Kind = targets.rows[0].step if targets.rows else _kind_of(targets.people)
        question = log_question(self._host.words, self._host.today(), targets, kind, row)
        question = _with_draft(question, self._host)
        answer = partial(self._correct, row) if row else partial(self._logged, targets, kind)
        self._host.ask(question, answer)

    def _read(self, text: str) -> Capture:
        return read_capture(text, self._host.today(), self._host.words.language)

    def _logged(self, targets: Targets, kind: Kind, text: str) -> None:
        told = self._read(text)
        people = tuple(person.id for person in targets.people)
        params = Log(
            people=people,
            kind=told.kind or kind,
            minutes=told.minutes,
            note=told.note,
            on=told.on,
        )
        self._submit("log", [params], targets.then if targets.rows else None)

    def _correct(self, row: str, text: str) -> None:
        told = self._read(text)
        params = MarkDone(row=row, kind=told.kind, minutes=told.minutes, note=told.note)

        def run(service: Service) -> Done:
            service.undo()
            return service.perform("done", params)

        self.correctable = None
        self._host.submit(Job(run=run, verb="done"))

    def note(self) -> None:
        """Ask for one line to keep."""
        targets = self._host.targets()
        question = _with_draft(note_question(self._host.words, targets), self._host)
        self._host.ask(question, partial(self._noted, targets))

    def _noted(self, targets: Targets, text: str) -> None:
        self._submit("note", [Note(person=each.id, text=text) for each in targets.people])

    def rhythm(self) -> None:
        """Ask every how many days."""
        targets = self._host.targets()
        self._host.ask(
            rhythm_question(self._host.words, targets), partial(self._rhythm_set, targets)
        )

    def _rhythm_set(self, targets: Targets, text: str) -> None:
        self._edit(targets, [Edit(person=p.id, cadence=read_rhythm(text)) for p in targets.people])

    def shift_layer(self, *, closer: bool) -> None:
        """One layer closer or farther."""
        targets = self._host.targets()
        moved = [
            Edit(person=person.id, layer=layer)
            for person in targets.people
            if (layer := next_layer(person.layer, closer=closer)) is not None
        ]
        if moved:
            self._edit(targets, moved)
        else:
            self._host.say(self._host.words.say("tui.layer_end"))

    def pin(self) -> None:
        """To the top of Today, or back."""
        targets = self._host.targets()
        self._edit(targets, [Edit(person=p.id, pinned=not p.pinned) for p in targets.people])

    def _edit(self, targets: Targets, several: list[Edit]) -> None:
        self._submit("edit", list(several))

    def fade(self) -> None:
        """Let the tie fade, or take it up again."""
        targets = self._host.targets()
        faded = [Fade(person=p.id, back=p.status == "faded") for p in targets.people]
        self._submit("fade", list(faded), targets.then)

    def delete(self) -> None:
        """Ask, then delete."""
        targets = self._host.targets()
        self._host.ask(delete_question(self._host.words, targets), partial(self._delete, targets))

    def _delete(self, targets: Targets, text: str) -> None:
        gone = [Delete(person=person.id) for person in targets.people]
        self._submit("delete", list(gone), targets.then)

    # Everywhere -------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a name."""
        self._host.ask(_with_draft(add_question(self._host.words), self._host), self._added)

    def _added(self, text: str) -> None:
        self._submit("add", [Add(name=text)])

    def _turn(self, run: Callable[[Service], Done]) -> None:
        self.correctable = None
        self._host.submit(Job(run=run, verb=TURN))


def _done(row: TodayRow) -> Params:
    return MarkDone(row=row.id)


def _passed(row: TodayRow) -> Params:
    return Pass(row=row.id)


def _snoozed(until: date, row: TodayRow) -> Params:
    return Snooze(row=row.id, until=until)


def _kind_of(people: tuple[Person, ...]) -> Kind:
    return (people[0].prefers if people else None) or "call"


def _with_draft(question: Question, host: Host) -> Question:
    return msgspec.structs.replace(question, value=host.draft(question.key))


def next_layer(layer: Layer | None, *, closer: bool) -> Layer | Literal[0] | None:
    """One layer closer or farther; 0 takes it away, None where there is none to go to."""
    if layer is None:
        return LAYERS[-1] if closer else None
    index = LAYERS.index(layer) + (-1 if closer else 1)
    if index < 0:
        return None
    return LAYERS[index] if index < len(LAYERS) else 0
