"""Backups from the screen: making one, and choosing which to restore."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.actions.restoring import Restored, restored
from store.actions.service import Done, Service
from store.records.change import ChangeSet
from store.records.snapshot import Snapshot
from store.words.counts import TO_COME, counted
from store.words.message import Message, Problem
from tui.backup_words import backed_up_message, which_word
from tui.backups import Backups, Kept
from tui.restoring import commit_restored, restoring
from tui.screens.place import Place
from tui.typed.choice import chosen, completed, matching
from tui.writer import Job
from widgets.ask_line import Echo, Question

if TYPE_CHECKING:
    from tui.app import ArrosoirApp

SHOWN = 4
"""Ids that are offered at once."""


class BackingUp:
    """Makes and restores backups for an app."""

    def __init__(self, app: ArrosoirApp, backups: Backups | None) -> None:
        """Bind both.

        Args:
            app: the program.
            backups: those of the data file; None for a network in memory.
        """
        self._app = app
        self._backups = backups
        self._kept: dict[str, Kept] = {}
        self._read: dict[str, Snapshot] = {}

    def now(self, place: Place) -> None:
        """Make one."""
        if self._backups is None:
            place.say(place.words.say("backup.in_memory"))
            return
        place.submit(Job(run=partial(_backed_up, self._backups), verb="backup", names_nobody=True))

    def ask(self, place: Place) -> None:
        """Which one? Nothing is done before Enter."""
        backups, words = self._backups, place.words
        if backups is None:
            place.say(words.say("backup.in_memory"))
            return
        kept = {each.id: each for each in backups.all()}
        if not kept:
            place.say(words.say("tui.restore.none"))
            return
        self._kept, self._read = kept, {}
        ids = tuple(kept)
        question = Question(
            key="restore",
            label=words.say("tui.restore.label"),
            hint=words.say("tui.restore.hint", ids=_some(ids)),
            read=partial(self._echo, place, ids),
            complete=partial(completed, ids),
        )
        place.ask(question, partial(self._restore, place, ids))

    def _echo(self, place: Place, ids: tuple[str, ...], text: str) -> Echo:
        words = place.words
        id = chosen(ids, text)
        if id is None:
            found = matching(ids, text)
            if not found:
                return Echo(words.say("tui.restore.unknown"), accepted=False)
            return Echo(words.say("tui.restore.several", ids=_some(found)), accepted=False)
        try:
            plan = self._plan(id)
        except Problem as problem:
            return Echo(words.tell(problem.message), accepted=False)
        kept, today = self._kept[id], self._app.service.today()
        would = counted(TO_COME, changed=plan.changed, removed=plan.removed, back=plan.new)
        values: dict[str, object] = {"would": would, "which": which_word(kept, words, today)}
        return Echo(words.tell(Message("tui.restore.echo", values)))

    def _plan(self, id: str) -> Restored:
        """What it would change; the copy is read once."""
        assert self._backups is not None
        then = self._read.get(id)
        if then is None:
            then = self._read[id] = self._backups.read(id)
        return restored(self._app.service.snapshot, then)

    def _restore(self, place: Place, ids: tuple[str, ...], text: str) -> None:
        id = chosen(ids, text)
        then = self._read.get(id or "")
        if id is not None and then is not None:
            place.submit(Job(run=partial(_restored, id, then), verb="restore", names_nobody=True))


def _some(ids: tuple[str, ...]) -> str:
    more = f"  +{len(ids) - SHOWN}" if len(ids) > SHOWN else ""
    return "  ".join(ids[:SHOWN]) + more


def _backed_up(backups: Backups, service: Service) -> Done:
    id = backups.now()
    return Done(
        snapshot=service.snapshot,
        id=id,
        about=id,
        said=backed_up_message(id),
        change_set=ChangeSet(),
    )


def _restored(id: str, then: Snapshot, service: Service) -> Done:
    plan = restoring(service, then)
    return commit_restored(service, plan, id, service.snapshot)
