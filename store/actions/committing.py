"""What is known of the data, and making a change durable; time and keeper come from outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from store.actions.action import Outcome
from store.actions.commit import Committed, Entry, Keeper, Note, TidyWhen
from store.actions.me_change import me_change
from store.actions.replaced import replaced_message
from store.clock import Clock
from store.config.settings import Settings
from store.records.change import Change, ChangeSet, combine
from store.records.me import Me
from store.records.overwritten import overwritten
from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.words.message import Message, Refusal


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A change that is durable, and what to say of it."""

    snapshot: Snapshot
    id: str
    """The record made or changed."""
    about: str
    said: Message
    change_set: ChangeSet
    """Empty where there was nothing to change."""


class Committing:
    """Commits what was worked out, and knows where everybody stands after it."""

    def __init__(self, keeper: Keeper, clock: Clock, settings: Settings) -> None:
        """Bind the keeper of the data, and the time."""
        self._keeper = keeper
        self._clock = clock
        self.settings = settings
        self._ties: Ties | None = None
        self._tied: Snapshot | None = None
        self._rereadings = 0
        self._committed = 0
        """The revision of the last commit made here."""

    @property
    def session(self) -> str:
        """What the commits made here are signed with."""
        return self._keeper.session

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

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on; everybody is looked at anew."""
        self.settings = settings
        self._ties = self._tied = None

    def ties(self) -> Ties:
        """The standing of everybody in the newest snapshot, today."""
        snapshot, today = self.snapshot, self.today()
        known = self._followed(snapshot)
        if known is None:
            known = Ties.of(snapshot, today, self.settings)
        elif known.today != today:
            known = known.on(snapshot, today)
        self._ties, self._tied, self._rereadings = known, snapshot, self._keeper.rereadings
        return known

    def _followed(self, snapshot: Snapshot) -> Ties | None:
        """The known ties with what other sessions have committed since; None to look anew."""
        known, tied = self._ties, self._tied
        if known is None or tied is None or tied is snapshot:
            return known
        # Read anew: another program edited the file, or another file was put in its place.
        if self._rereadings != self._keeper.rereadings or tied.forgotten != snapshot.forgotten:
            return None
        missed = [each for each in self._keeper.history() if each.revision > tied.revision]
        if [each.revision for each in missed] != [*range(tied.revision + 1, snapshot.revision + 1)]:
            return None
        return known.after(combine(each.change_set for each in missed), snapshot)

    def commit(
        self,
        name: str,
        outcome: Outcome,
        seen: Snapshot | None = None,
        expects: int | None = None,
    ) -> Done:
        """Commit what an action, or an import, has worked out.

        Args:
            name: the action.
            outcome: what it would do.
            seen: what its parameters were made from, where that may be older than the data.
            expects: the revision that it was worked out on, where no other one will do.

        Raises:
            Problem: where the data cannot be kept.
        """
        if not outcome.change_set:
            return done_by(self.snapshot, outcome)
        over = () if seen is None else overwritten(_from(seen, outcome), outcome.change_set)
        note = Note(at=self.now(), action=name, about=outcome.about, over=over, expects=expects)
        committed = self._commit(self._stamped(outcome.change_set), note)
        said = replaced_message(outcome.said, committed.entry)
        return done_by(committed.snapshot, msgspec.structs.replace(outcome, said=said))

    def commit_if_unchanged(self, name: str, outcome: Outcome, seen: Snapshot) -> Done:
        """Commit what was worked out on a snapshot some time ago, an import for instance.

        Raises:
            Refusal: `changed_meanwhile`, where the data are no longer those; work it out again.
            Problem: where the data cannot be kept.
        """
        self._keeper.refresh()
        if self.snapshot is not seen:
            raise Refusal("changed_meanwhile", "problem.changed_meanwhile")
        return self.commit(name, outcome, expects=seen.revision)

    def _commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Commit, and carry the ties over where nobody else has written meanwhile."""
        before = self.snapshot
        committed = self._keeper.commit(change_set, note)
        self._committed = committed.entry.revision
        alone = committed.snapshot.revision == before.revision + 1
        known = self._tied is before and self._rereadings == self._keeper.rereadings
        if self._ties is not None and known and alone:
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

    def refresh(self) -> bool:
        """Take in what other sessions have done; whether there was anything.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        before = self._keeper.snapshot
        return self._keeper.refresh() is not before

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


def done_by(snapshot: Snapshot, outcome: Outcome) -> Done:
    """What a commit has done, or that there was nothing to change."""
    return Done(
        snapshot=snapshot,
        id=outcome.id,
        about=outcome.about,
        said=outcome.said if outcome.change_set else Message("said.nothing"),
        change_set=outcome.change_set,
    )
