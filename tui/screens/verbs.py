"""What the keys of a person do: they ask where needed, and hand jobs to the writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from store.actions.action import Params
from store.actions.add import Add
from store.actions.delete import Delete
from store.actions.done import MarkDone
from store.actions.log import Log
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.actions.service import Done, Service
from store.actions.snooze import Snooze
from store.records.ids import PersonId
from store.records.kinds import Kind
from store.records.person import Person
from store.views.today import TodayRow
from store.words.message import Message
from tui.card_deeds import said_instead
from tui.commands.command import NO_ROW
from tui.requests import DossierWanted, ReadingWanted
from tui.screens.card_openers import card_openers
from tui.screens.card_verbs import CardVerbs
from tui.screens.correcting import ask_better
from tui.screens.forgetting_person import ask_to_forget
from tui.screens.gift_question import ask_gift
from tui.screens.promise_question import ask_promise
from tui.screens.questions import (
    add_question,
    delete_question,
    log_question,
    note_question,
    snooze_question,
)
from tui.screens.stopped_better import Stopping
from tui.screens.targets import Targets
from tui.screens.told_better import Doing
from tui.screens.trip_question import ask_trip
from tui.screens.verb_host import Deed, Host, targets_shown, with_draft
from tui.typed.capture import Capture, read_capture
from tui.typed.later import read_until
from tui.writer import TURN, Job

Make = Callable[[TodayRow], Params]


class Verbs:
    """The verbs, by the id of their command."""

    def __init__(self, host: Host) -> None:
        """Bind the screen."""
        self._host = host
        self._cards = CardVerbs(host, self._submit, self.remember)
        self._last: Deed | None = None
        self._delay: int | None = None
        self.correctable: Doing | Stopping | None = None
        """What was just done or timed, so that `c` can tell it better."""

    @property
    def better(self) -> Doing | Stopping | None:
        """What `c` tells better; nothing where a stop was refused."""
        latest = self.correctable
        return None if isinstance(latest, Stopping) and not latest.noted else latest

    @property
    def repeatable(self) -> bool:
        """Whether there is a verb to repeat."""
        return self._last is not None

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {
            **self._cards.table(),
            "person.done": self.done,
            "person.snooze": self.snooze,
            "person.snooze_again": self.snooze_again,
            "person.pass": self.pass_over,
            "person.log": self.log,
            "person.note": self.note,
            "person.delete": self.delete,
            **card_openers(self._host),
            "person.brief": self.brief,
            "person.common": self.common,
            "person.dossier": self.dossier,
            "person.forget": partial(ask_to_forget, self._host),
            "person.give": partial(ask_gift, self._host),
            "person.promise": partial(ask_promise, self._host, self.remember),
            "person.repeat": self.repeat,
            "all.trip": partial(ask_trip, self._host),
            "all.add": self.add,
            "all.undo": partial(self._turn, Service.undo),
            "all.redo": partial(self._turn, Service.redo),
        }

    def remember(self, deed: Deed) -> None:
        """What `.` does from now on."""
        self._last = deed

    def repeat(self) -> None:
        """The last verb, on whoever is meant now."""
        if self._last is not None:
            self._last()

    # On rows ----------------------------------------------------------------------------------

    def done(self) -> None:
        """Close or log; the next row comes under the cursor."""
        self.remember(self.done)
        targets = targets_shown(self._host)
        if len(targets.rows) != 1:
            self._act("done", _done, targets)
            return
        doing = Doing(targets.rows[0], targets.people)
        self._host.submit(Job(run=doing.run, then=targets.then, verb="done"))
        self.correctable = doing

    def pass_over(self) -> None:
        """Seen, nothing to do today."""
        self.remember(self.pass_over)
        self._act("pass", _passed, targets_shown(self._host))

    def snooze(self) -> None:
        """Ask until when."""
        today, targets = self._host.today(), targets_shown(self._host)
        question = snooze_question(self._host.words, today, targets.names)
        self._host.ask(question, partial(self._snooze_until, targets))

    def _snooze_until(self, targets: Targets, text: str) -> None:
        today = self._host.today()
        until = read_until(text, today, self._host.words.language)
        self._delay = (until - today).days
        self.remember(self.snooze_again)
        self._act("snooze", partial(_snoozed, until), targets)

    def snooze_again(self) -> None:
        """The same delay, or ask where there is none yet."""
        if self._delay is None:
            self.snooze()
            return
        self.remember(self.snooze_again)
        until = date.fromordinal(self._host.today().toordinal() + self._delay)
        self._act("snooze", partial(_snoozed, until), targets_shown(self._host))

    def _act(self, name: str, make: Make, targets: Targets) -> None:
        if targets.rows:
            self._submit(name, [make(row) for row in targets.rows], targets.then)
        else:
            self._host.say(self._host.words.say(NO_ROW))

    def _submit(
        self,
        name: str,
        several: Sequence[Params],
        then: str | None = None,
        said: Message | None = None,
        asked: Message | None = None,
    ) -> None:
        def run(service: Service) -> Done:
            done = service.perform_many(name, several)
            return done if said is None else said_instead(done, said, len(several), asked)

        self.correctable = None
        self._host.submit(Job(run=run, then=then, verb=name))

    # On people --------------------------------------------------------------------------------

    def log(self) -> None:
        """Ask what was told; after `d` or a stop it corrects what was logged."""
        latest = self.better
        if latest is not None:
            ask_better(self._host, latest, self._settle)
            return
        targets = targets_shown(self._host)
        kind: Kind = targets.rows[0].step if targets.rows else _kind_of(targets.people)
        question = log_question(self._host.words, self._host.today(), targets, kind)
        question = with_draft(question, self._host)
        self._host.ask(question, partial(self._logged, targets, kind))

    def offer(self, stopping: Stopping) -> None:
        """A timer was stopped: `c` tells it better."""
        self.correctable = stopping

    def _settle(self) -> None:
        """It was told better: `c` asks anew."""
        self.correctable = None

    def _read(self, text: str) -> Capture:
        return read_capture(text, self._host.today(), self._host.words.language)

    def _logged(self, targets: Targets, kind: Kind, text: str) -> None:
        told = self._read(text)
        self.remember(partial(self._log_again, kind, told))
        self._log(targets, kind, told)

    def _log_again(self, kind: Kind, told: Capture) -> None:
        self._log(targets_shown(self._host), kind, told)

    def _log(self, targets: Targets, kind: Kind, told: Capture) -> None:
        people = tuple(person.id for person in targets.people)
        params = Log(
            people=people,
            kind=told.kind or kind,
            minutes=told.minutes,
            note=told.note,
            on=told.on,
        )
        self._submit("log", [params], targets.then if targets.rows else None)

    def note(self) -> None:
        """Ask for one line to keep."""
        targets = targets_shown(self._host)
        question = with_draft(note_question(self._host.words, targets), self._host)
        self._host.ask(question, partial(self._noted, targets))

    def _noted(self, targets: Targets, text: str) -> None:
        self.remember(lambda: self._note(targets_shown(self._host), text))
        self._note(targets, text)

    def _note(self, targets: Targets, text: str) -> None:
        self._submit("note", [Note(person=each.id, text=text) for each in targets.people])

    def delete(self) -> None:
        """Ask, then delete."""
        self.remember(self.delete)
        targets = targets_shown(self._host)
        self._host.ask(delete_question(self._host.words, targets), partial(self._delete, targets))

    def _delete(self, targets: Targets, text: str) -> None:
        gone = [Delete(person=person.id) for person in targets.people]
        self._submit("delete", list(gone), targets.then)

    def dossier(self) -> None:
        """Show all that is held about somebody."""
        for person in self._host.targets().people:
            self._host.post_message(DossierWanted(PersonId(person.id)))

    def brief(self) -> None:
        """Show what helps before a meeting, of one or of several."""
        people = tuple(PersonId(person.id) for person in self._host.targets().people)
        self._host.post_message(ReadingWanted("brief", people))

    def common(self) -> None:
        """What is shared: by one person and the user, by two, by all who are marked."""
        people = tuple(PersonId(each.id) for each in self._host.targets().people)
        self._host.post_message(ReadingWanted("common", people))

    # Everywhere -------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a name."""
        self._host.ask(with_draft(add_question(self._host.words), self._host), self._added)

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
