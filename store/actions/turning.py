"""Taking changes back and doing them again; values written over elsewhere, set again."""

from __future__ import annotations

from collections.abc import Sequence

from store.actions import past
from store.actions.action import Outcome
from store.actions.commit import Entry, Keeper, Note
from store.actions.committing import Committing, Done, done_by
from store.actions.replaced import Replaced, bring_back, replaced_since
from store.actions.turned_value import turned_for_many, turned_value
from store.clock import Clock
from store.config.settings import Settings
from store.records.change import ChangeSet
from store.records.rebase import ConflictError, rebase
from store.records.references import links_of_today, naming_who_is_there
from store.words.about_words import about_message, turned_message
from store.words.field_words import field_message
from store.words.kinds import action_message
from store.words.message import Message, Refusal


class Turning(Committing):
    """Turns changes round: each by a commit of its own, which can be turned round as well."""

    def __init__(self, keeper: Keeper, clock: Clock, settings: Settings) -> None:
        """Bind the keeper of the data, and the time."""
        super().__init__(keeper, clock, settings)
        self._told = keeper.snapshot.revision
        """Up to where what others have written over has been told."""

    def undo(self) -> Done:
        """Take back the last change that still stands.

        Raises:
            Refusal: where there is none, or somebody has changed the same fields since.
        """
        return self._turn_last("undo")

    def redo(self) -> Done:
        """Do again what was last taken back.

        Raises:
            Refusal: where there is nothing, or somebody has changed the same fields since.
        """
        return self._turn_last("redo")

    def undo_revision(self, revision: int) -> Done:
        """Take back one change, wherever in the history it stands; later ones stay.

        To take back an undo is to do again what it took back.

        Raises:
            Refusal: where it is not remembered or taken back already, or somebody has changed the
                same fields since.
        """
        self._keeper.refresh()
        history = self.history()
        entry, how = past.turn_of(history, revision)
        return self._turn(entry, how, history)

    def _turn_last(self, how: past.Turn) -> Done:
        self._keeper.refresh()
        history = self.history()
        entry = past.to_turn(history, how, self._keeper.session)
        if entry is None:
            nothing = "problem.nothing_to_undo" if how == "undo" else "problem.nothing_to_redo"
            raise Refusal(f"nothing_to_{how}", nothing)
        return self._turn(entry, how, history)

    def _turn(self, entry: Entry, how: past.Turn, history: Sequence[Entry]) -> Done:
        wanted = past.without_stamp(entry.change_set)
        wanted = wanted.inverse() if how == "undo" else wanted
        change_set = self._rebased(wanted, entry, history)
        note = Note(
            at=self.now(), action=entry.action, about=entry.about, how=how, of=entry.revision
        )
        acted = self._committed > 0
        snapshot = self._commit(change_set, note).snapshot
        first = entry.change_set.changes[0]
        elsewhere = acted and entry.session != self.session
        deed = action_message(entry.action)
        said = turned_message(
            how,
            entry.action,
            deed,
            entry.about,
            elsewhere=elsewhere,
            value=turned_value(entry.action, change_set),
            many=turned_for_many(entry.action, change_set),
        )
        outcome = Outcome(change_set=change_set, id=first.id, about=entry.about, said=said)
        return done_by(snapshot, outcome)

    def _rebased(self, wanted: ChangeSet, entry: Entry, history: Sequence[Entry]) -> ChangeSet:
        """A change on the data of today, refused where a field has another value by now."""
        try:
            wanted = links_of_today(wanted, self.snapshot)
            rebased = rebase(wanted, self.snapshot, strict=True)
            return naming_who_is_there(rebased, self.snapshot)
        except ConflictError as conflict:
            change, field = conflict.change, conflict.field
            about = about_message(entry.action, entry.about)
            values: dict[str, object] = {"about": about, "field": _field(field)}
            by = past.changed_it(history, change.table, change.id, field)
            if by is None or by.revision == entry.revision:
                raise Refusal("changed_since", "problem.changed_since", **values) from conflict
            values |= {"day": by.at.date(), "time": f"{by.at:%H:%M}", "session": by.session}
            raise Refusal("changed_since", "problem.changed_since_by", **values) from conflict

    def replaced(self) -> tuple[Replaced, ...]:
        """What others have written over of this session's, and was not told yet."""
        told, self._told = self._told, self.snapshot.revision
        if told == self._told or (told + 1 == self._told == self._committed):
            return ()
        return replaced_since(self.history(), told, self._keeper.session)

    def bring_back(self, replaced: Replaced) -> Done:
        """Set a value again that another session has written over.

        Raises:
            Problem: where the field has another value by now, or nothing can be saved.
        """
        self._keeper.refresh()
        change_set = bring_back(self.snapshot, replaced)
        said = Message("said.brought_back", {"about": replaced.about})
        id = replaced.id
        return self.commit(
            "bring-back", Outcome(change_set=change_set, id=id, about=replaced.about, said=said)
        )


def _field(name: str) -> Message:
    """The field that has changed, or the record as a whole."""
    return field_message(name) if name else Message("history.whole")
