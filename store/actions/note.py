"""Note something about a person."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.clean import clean_text
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class Note(Params, frozen=True, kw_only=True):
    """Text to keep beside what is noted already."""

    person: str
    text: str


def note(snapshot: Snapshot, params: Note, context: Context) -> Outcome:
    """A line under the notes, with its day.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where there is nothing to note.
    """
    person = person_named(snapshot, params.person)
    text = clean_text(params.text)
    if not text:
        raise Refusal("empty_note", "problem.empty_note")
    line = f"{context.today.isoformat()}: {text}"
    notes = f"{person.notes}\n{line}" if person.notes else line
    return Outcome(
        change_set=ChangeSet((alter(person, notes=notes),)),
        id=person.id,
        about=person.name,
        said=Message("said.noted", {"name": person.name}),
    )


NOTE = Action("note", Note, note)
