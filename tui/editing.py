"""Cards and notes written on the screen: opens the forms, hands what they give to the writer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.actions.action import Params
from store.actions.card_form import CARD, OWN_CARD, CardField
from store.actions.edit import Edit
from store.actions.me import EditMe
from store.actions.service import Done, Service
from store.records.me import Me
from store.records.person import Person
from store.words.message import Message, Problem
from tui.outside_editor import edit_file, editor_command, remove, write_file
from tui.phrasing.card_lines import Card
from tui.phrasing.curtain import name_shown
from tui.requests import EditingWanted, OutsideWanted
from tui.screens.card_sheet import Changed, Sheet
from tui.screens.edit_card import EditCard
from tui.screens.notes import Notes
from tui.shape import classes_of
from tui.typed.card_lines import Reader
from tui.writer import Fresh, Job

if TYPE_CHECKING:
    from tui.app import ArrosoirApp

OUTSIDE = "editing"
"""The folder for what is being written in the user's editor, in that of the state."""


class Editing:
    """For one app."""

    def __init__(self, app: ArrosoirApp) -> None:
        """Nothing is open yet."""
        self._app = app
        self._file: Path | None = None
        """What the user's editor has written last and is not saved yet."""

    def wanted(self, event: EditingWanted) -> None:
        """Open what a screen asks for."""
        fresh = self._app.fresh
        if fresh is None:
            return
        if event.what == "me":
            self._form(fresh, fresh.snapshot.me, OWN_CARD)
            return
        person = fresh.snapshot.people.get(event.person) if event.person is not None else None
        if person is None:
            return
        if event.what == "card":
            self._form(fresh, person, CARD)
        else:
            self._notes(fresh, person, outside=event.what == "outside")

    # Forms ------------------------------------------------------------------------------------

    def _form(self, fresh: Fresh, record: Person | Me, fields: tuple[CardField, ...]) -> None:
        app, words = self._app, self._app.words
        own = isinstance(record, Me)
        sheet = Sheet(
            title=words.say("form.title_me" if own else "form.title", name=record.name),
            fields=fields,
            card=Card(record, fresh.snapshot, words),
            reader=Reader(record, fresh.snapshot, words, fresh.today),
            draft="me:edit" if own else f"edit:{record.id}",
        )
        form = EditCard(sheet, app.keys, app.drafts, self._written_outside, app.glyphs)
        form.add_class(*classes_of(app.size), update=False)
        app.push_screen(form, partial(self._filled, fresh, sheet))

    def _filled(self, fresh: Fresh, sheet: Sheet, changed: Changed | None) -> None:
        if changed is None:
            if self._app.drafts.get(sheet.draft):
                self._app.say(Message("form.kept"))
            return
        params: Params
        if isinstance(sheet.card.record, Me):
            params, name = msgspec.convert(changed.params, EditMe), "me"
        else:
            given = {"person": sheet.card.record.id, **changed.params}
            params, name = msgspec.convert(given, Edit), "edit"
        self._save(partial(_performed, name, params, fresh), sheet.draft, changed.draft)

    # Notes ------------------------------------------------------------------------------------

    def _notes(self, fresh: Fresh, person: Person, *, outside: bool) -> None:
        app = self._app
        key = f"notes:{person.id}"
        screen = Notes(
            app.words.say("notes.title", name=name_shown(person.name, app.curtain)),
            person.notes,
            app.words,
            app.keys,
            self._kept_outside,
            app.glyphs,
            typed=app.drafts.get(key),
            keep=partial(app.drafts.keep, key),
            at_once=outside,
        )
        app.push_screen(screen, partial(self._noted, fresh, person.id, key))

    def _noted(self, fresh: Fresh, person: str, key: str, text: str | None) -> None:
        if text is None:
            self._app.drafts.drop(key)
            self._let_go()
            return
        run = partial(_performed, "edit", Edit(person=person, note=text), fresh)
        self._save(run, key, text)

    # Saving -----------------------------------------------------------------------------------

    def _save(self, run: Callable[[Service], Done], key: str, text: str) -> None:
        file, self._file = self._file, None
        job = Job(run=run if file is None else partial(_with_file, run, file), verb="edit")
        self._app.drafts.hand_over(job, key, text)
        self._app.writer.submit(job)

    # The user's own editor --------------------------------------------------------------------

    def outside(self, event: OutsideWanted) -> None:
        """Let a line be written in the user's editor; says why where that cannot be."""
        try:
            text = self._written_outside(event.text)
        except Problem as problem:
            self._app.say(problem.message)
        else:
            event.answer(text)

    def _written_outside(self, text: str) -> str:
        """A text for a field that is open: the file has done its duty once it is read."""
        written = self._kept_outside(text)
        self._let_go()
        return written

    def _kept_outside(self, text: str) -> str:
        """A text that is to be saved as it comes back: the file stays until it is."""
        app = self._app
        command = editor_command(app.settings.editor, app.environment)
        self._let_go()
        folder = None if app.state is None else app.state / OUTSIDE
        file = write_file(text, folder)
        written = edit_file(file, text, command, app)
        self._file = file
        return written

    def _let_go(self) -> None:
        if self._file is not None:
            remove(self._file)
            self._file = None


def _performed(name: str, params: Params, fresh: Fresh, service: Service) -> Done:
    return service.perform(name, params, fresh.snapshot)


def _with_file(run: Callable[[Service], Done], file: Path, service: Service) -> Done:
    """Save, and let the file go; where it cannot be saved the file stays and is told."""
    try:
        done = run(service)
    except Problem as problem:
        problem.message = Message("editor.kept", {"why": problem.message, "path": str(file)})
        raise
    remove(file)
    return done
