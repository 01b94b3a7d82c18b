"""Where actions meet the keeper of the data: run, commit, undo, redo. One writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec

from store.actions import past
from store.actions.action import Action, Context, Outcome, Params
from store.actions.commit import Committed, Entry, Keeper, Note, TidyWhen
from store.actions.me_change import me_change
from store.actions.replaced import Replaced, bring_back, replaced_message, replaced_since
from store.clock import Clock
from store.config.settings import Settings
from store.records.change import Change, ChangeSet, combine
from store.records.me import Me
from store.records.overwritten import overwritten
from store.records.rebase import ConflictError, rebase
from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.words.kinds import action_message
from store.words.message import Message, Refusal, UsageProblem


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A change that is durable, and what to say of it."""

    snapshot: Snapshot
    id: str
    """The record made or changed."""
    about: str
    said: Message
    change_set: ChangeSet
    """Empty where there was nothing to change."""


class Service:
    """Runs actions against the newest data and commits what they give.

    Not thread-safe: whoever has it calls it from one thread at a time. `snapshot` may be read from
    any.
    """

    def __init__(
        self,
        keeper: Keeper,
        actions: Mapping[str, Action[Params]],
        clock: Clock,
        new_id: Callable[[], str],
        settings: Settings,
    ) -> None:
        """Bind what all actions need; time and chance come from outside."""
        self._keeper = keeper
        self._actions = actions
        self._clock = clock
        self._new_id = new_id
        self.settings = settings
        self._told = keeper.snapshot.revision
        """Up to where what others have written over has been told."""
        self._ties: Ties | None = None
        self._tied: Snapshot | None = None

    def beside(self, keeper: Keeper) -> Service:
        """A service over other data; actions, time, chance and settings are the same."""
        return Service(keeper, self._actions, self._clock, self._new_id, self.settings)

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot seen."""
        return self._keeper.snapshot

    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    def today(self) -> date:
        """The present day."""
        return self._clock().date()

    def ties(self) -> Ties:
        """The standing of everybody in the newest snapshot, today."""
        known = self._ties
        snapshot = self.snapshot
        if known is None or known.today != self.today() or self._tied is not snapshot:
            known = Ties.of(snapshot, self.today(), self.settings)
            self._ties, self._tied = known, snapshot
        return known

    def action(self, name: str) -> Action[Params]:
        """The action of a name.

        Raises:
            UsageProblem: where there is none.
        """
        found = self._actions.get(name)
        if found is None:
            raise UsageProblem("unknown_action", "problem.unknown_action", action=name)
        return found

    def perform(self, name: str, params: Params, seen: Snapshot | None = None) -> Done:
        """Run one action and commit it.

        Args:
            name: the action.
            params: its parameters.
            seen: what they were made from, where that may be older than the data are: a value set
                elsewhere since is told, and can be brought back.

        Raises:
            Problem: where the action refuses or the data cannot be kept; nothing has changed then.
        """
        return self.perform_many(name, (params,), seen)

    def perform_many(
        self, name: str, several: Sequence[Params], seen: Snapshot | None = None
    ) -> Done:
        """Run one action for each set of parameters, as one commit and one step of undo.

        Raises:
            Problem: where one of them refuses; nothing has changed then.
        """
        action = self.action(name)
        self._keeper.refresh()
        outcomes = self._outcomes(action, several)
        if not outcomes:
            raise UsageProblem("nobody", "problem.nobody")
        change_set = combine(outcome.change_set for outcome in outcomes)
        said = outcomes[-1].said
        if len(outcomes) > 1:
            said = Message("said.many", {"n": len(outcomes), "said": said})
        about = ", ".join(dict.fromkeys(each.about for each in outcomes if each.about))
        outcome = Outcome(change_set=change_set, id=outcomes[-1].id, about=about, said=said)
        return self.commit(name, outcome, seen)

    def perform_instead(self, revision: int, name: str, params: Params) -> Done:
        """Run an action as though an earlier commit had not been made; one commit, one undo.

        Args:
            revision: the commit that this one takes the place of.
            name: the action.
            params: its parameters.

        Raises:
            Problem: where the action refuses or the commit no longer stands as it was made.
        """
        action = self.action(name)
        self._keeper.refresh()
        entry = next((each for each in self.history() if each.revision == revision), None)
        if entry is None:
            raise Refusal("nothing_to_undo", "problem.nothing_to_undo")
        back = self._rebased(past.without_stamp(entry.change_set).inverse(), entry)
        before = self.snapshot.apply(back)
        ties = self.ties().after(back, before)
        context = Context(self.now(), self.today(), self._new_id, self.settings, lambda: ties)
        outcome = action.run(before, params, context)
        whole = combine((back, outcome.change_set))
        return self.commit(name, msgspec.structs.replace(outcome, change_set=whole))

    def _rebased(self, wanted: ChangeSet, entry: Entry) -> ChangeSet:
        try:
            return rebase(wanted, self.snapshot, strict=True)
        except ConflictError as conflict:
            change, field = conflict.change, conflict.field
            values: dict[str, object] = {"about": entry.about, "field": field}
            by = past.changed_it(self.history(), change.table, change.id, field)
            if by is None or by.revision == entry.revision:
                raise Refusal("changed_since", "problem.changed_since", **values) from conflict
            values |= {"day": by.at.date(), "time": f"{by.at:%H:%M}", "session": by.session}
            raise Refusal("changed_since", "problem.changed_since_by", **values) from conflict

    def _outcomes(self, action: Action[Params], several: Iterable[Params]) -> list[Outcome]:
        context = Context(self.now(), self.today(), self._new_id, self.settings, self.ties)
        snapshot = self.snapshot
        outcomes = []
        for params in several:
            outcome = action.run(snapshot, params, context)
            snapshot = snapshot.apply(outcome.change_set)
            outcomes.append(outcome)
        return outcomes

    def commit(self, name: str, outcome: Outcome, seen: Snapshot | None = None) -> Done:
        """Commit what an action, or an import, has worked out.

        Raises:
            Problem: where the data cannot be kept.
        """
        if not outcome.change_set:
            return _done(self.snapshot, outcome)
        over = () if seen is None else overwritten(_from(seen, outcome), outcome.change_set)
        note = Note(at=self.now(), action=name, about=outcome.about, over=over)
        committed = self._commit(self._stamped(outcome.change_set), note)
        said = replaced_message(outcome.said, committed.entry)
        return _done(committed.snapshot, msgspec.structs.replace(outcome, said=said))

    def commit_if_unchanged(self, name: str, outcome: Outcome, seen: Snapshot) -> Done:
        """Commit what was worked out on a snapshot some time ago, an import for instance.

        Raises:
            Refusal: `changed_meanwhile`, where the data are no longer those; work it out again.
            Problem: where the data cannot be kept.
        """
        self._keeper.refresh()
        if self.snapshot is not seen:
            raise Refusal("changed_meanwhile", "problem.changed_meanwhile")
        return self.commit(name, outcome)

    def _commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Commit, and carry the ties over where nobody else has written meanwhile."""
        before = self.snapshot
        committed = self._keeper.commit(change_set, note)
        alone = committed.snapshot.revision == before.revision + 1
        if self._ties is not None and self._tied is before and alone:
            self._ties = self._ties.after(committed.entry.change_set, committed.snapshot)
            self._tied = committed.snapshot
        return committed

    def _stamped(self, change_set: ChangeSet) -> ChangeSet:
        """Note the day of the last own act, from which an absence is told."""
        today = self.today()
        for place, own in enumerate(change_set.changes):
            if isinstance(own.after, Me):
                after = msgspec.structs.replace(own.after, last_act=today)
                changes = list(change_set.changes)
                changes[place] = Change(own.table, own.id, own.before, after)
                return ChangeSet(tuple(changes))
        if self.snapshot.me.last_act == today:
            return change_set
        return ChangeSet((*change_set.changes, me_change(self.snapshot, last_act=today)))

    def history(self) -> Sequence[Entry]:
        """The commits that are remembered, oldest first."""
        return self._keeper.history()

    def undo(self) -> Done:
        """Take back the last change that still stands.

        Raises:
            Refusal: where there is none, or somebody has changed the same fields since.
        """
        return self._turn("undo")

    def redo(self) -> Done:
        """Do again what was last taken back.

        Raises:
            Refusal: where there is nothing, or somebody has changed the same fields since.
        """
        return self._turn("redo")

    def _turn(self, how: past.Turn) -> Done:
        self._keeper.refresh()
        entry = past.to_turn(self.history(), how, self._keeper.session)
        if entry is None:
            nothing = "problem.nothing_to_undo" if how == "undo" else "problem.nothing_to_redo"
            raise Refusal(f"nothing_to_{how}", nothing)
        wanted = past.without_stamp(entry.change_set)
        wanted = wanted.inverse() if how == "undo" else wanted
        change_set = self._rebased(wanted, entry)
        note = Note(
            at=self.now(), action=entry.action, about=entry.about, how=how, of=entry.revision
        )
        snapshot = self._commit(change_set, note).snapshot
        first = entry.change_set.changes[0]
        values: dict[str, object] = {"action": action_message(entry.action), "about": entry.about}
        said = Message("said.undo" if how == "undo" else "said.redo", values)
        outcome = Outcome(change_set=change_set, id=first.id, about=entry.about, said=said)
        return _done(snapshot, outcome)

    def refresh(self) -> bool:
        """Take in what other sessions have done; whether there was anything.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        before = self._keeper.snapshot
        return self._keeper.refresh() is not before

    def replaced(self) -> tuple[Replaced, ...]:
        """What others have written over of this session's, and was not told yet."""
        told, self._told = self._told, self.snapshot.revision
        if told == self._told:
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
        id = replaced.field.id
        return self.commit(
            "bring-back", Outcome(change_set=change_set, id=id, about=replaced.about, said=said)
        )

    def is_due(self, when: TidyWhen) -> bool:
        """Whether there is something to put in order."""
        return self._keeper.is_due(when)

    def tidy(self, when: TidyWhen) -> None:
        """Put the files in order where that is due; any thread may call it.

        Raises:
            DataProblem: where that cannot be done; what was saved is saved all the same.
        """
        self._keeper.tidy(when)

    def close(self) -> None:
        """Let go of the data, in good order.

        Raises:
            DataProblem: where the files cannot be put in order.
        """
        self._keeper.close()


def _from(seen: Snapshot, outcome: Outcome) -> ChangeSet:
    """The same changes, made from records as they were seen."""
    return ChangeSet(
        tuple(
            msgspec.structs.replace(each, before=seen.tables[each.table].get(each.id))
            for each in outcome.change_set.changes
        )
    )


def _done(snapshot: Snapshot, outcome: Outcome) -> Done:
    return Done(
        snapshot=snapshot,
        id=outcome.id,
        about=outcome.about,
        said=outcome.said if outcome.change_set else Message("said.nothing"),
        change_set=outcome.change_set,
    )
