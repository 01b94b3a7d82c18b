"""Where actions meet the keeper of the data: run, commit, undo, redo. One writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from store.actions import past
from store.actions.action import Action, Context, Outcome, Params
from store.actions.commit import Entry, Keeper
from store.actions.committing import Done, done_by
from store.actions.purge import Purge, Purged
from store.actions.resolve import person_named
from store.actions.turned_value import NAMED
from store.actions.turning import Turning
from store.clock import Clock
from store.config.settings import Settings
from store.records.change import ChangeSet, combine
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal, UsageProblem

__all__ = ["Done", "Service"]


TRIES = 6
"""How often an act is worked out anew, since another session has written meanwhile."""


class Service(Turning):
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
        super().__init__(keeper, clock, settings)
        self._actions = actions
        self._new_id = new_id

    def beside(self, keeper: Keeper) -> Service:
        """A service over other data; actions, time, chance and settings are the same."""
        return Service(keeper, self._actions, self._clock, self._new_id, self.settings)

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
        for attempt in range(1, TRIES + 1):
            self._keeper.refresh()
            outcome = self._whole(action, several)
            expects = self.snapshot.revision if attempt < TRIES else None
            try:
                return self.commit(name, outcome, seen, expects)
            except Refusal as refusal:
                # Somebody was quicker: an addition to a note is worked out on what they wrote.
                if refusal.code != "changed_meanwhile" or expects is None:
                    raise
        raise AssertionError("the last try returns or raises")

    def foreseen(self, name: str, params: Params) -> Outcome:
        """What an action would do with the newest data; nothing is committed.

        Raises:
            Problem: where the action refuses.
        """
        self._keeper.refresh()
        return self._whole(self.action(name), (params,))

    def _whole(self, action: Action[Params], several: Sequence[Params]) -> Outcome:
        """What the action does for all of them, as one."""
        outcomes = self._outcomes(action, several)
        if not outcomes:
            raise UsageProblem("nobody", "problem.nobody")
        change_set = combine(outcome.change_set for outcome in outcomes)
        said = outcomes[-1].said
        if len(outcomes) > 1:
            said = Message("said.many", {"n": len(outcomes), "said": said})
        about = _named([*dict.fromkeys(each.about for each in outcomes if each.about)])
        return Outcome(change_set=change_set, id=outcomes[-1].id, about=about, said=said)

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
        history = self.history()
        entry = next((each for each in history if each.revision == revision), None)
        if entry is None:
            raise Refusal("nothing_to_undo", "problem.nothing_to_undo")
        back = self._rebased(past.without_stamp(entry.change_set).inverse(), entry, history)
        before = self.snapshot.apply(back)
        ties = self.ties().after(back, before)
        context = Context(self.now(), self.today(), self._new_id, self.settings, lambda: ties)
        outcome = action.run(before, params, context)
        whole = combine((back, outcome.change_set))
        return self.commit(name, msgspec.structs.replace(outcome, change_set=whole))

    def keep_parts(self, parts: Mapping[str, bytes]) -> None:
        """Keep what is too large for a record, before the commit that refers to it.

        Args:
            parts: by digest (`store.records.attachment`); what is kept already stays as it is.

        Raises:
            Problem: where one cannot be saved; nothing new is kept then.
        """
        self._keeper.keep_parts(parts)

    def commit_if_unchanged(self, name: str, outcome: Outcome, seen: Snapshot) -> Done:
        """Commit what was worked out on a snapshot some time ago, an import for instance.

        Raises:
            Refusal: `changed_meanwhile`, where the data are no longer those; work it out again.
            Problem: where the data cannot be kept.
        """
        try:
            return super().commit_if_unchanged(name, outcome, seen)
        finally:
            self._keeper.leave_parts()

    def part(self, digest: str) -> bytes | None:
        """What is kept under a digest; None where it is not there, or damaged.

        It may be called in any thread.
        """
        return self._keeper.part(digest)

    def forget(self, person: str, key: str) -> tuple[Done, Purged]:
        """End a person everywhere; the one change without a way back.

        Args:
            person: an id or an exact name.
            key: 32 bytes of chance, hexadecimal, for the hash that refuses a later import.

        Raises:
            UnknownProblem: where the person is not known.
            Problem: where a file cannot be written; it can be asked for again then.
        """
        # Loaded only for the one act that needs it.
        from store.actions.forget import purge_of, traces_with_past

        self._keeper.refresh()
        id = person_named(self.snapshot, person).id
        wanted = ChangeSet()

        def plan(snapshot: Snapshot, history: Sequence[Entry]) -> Purge:
            nonlocal wanted
            found = person_named(snapshot, id)
            traces = traces_with_past(snapshot, found, history)
            purge = purge_of(snapshot, found, traces, self.now(), key)
            wanted = purge.change_set
            return purge

        purged = self._keeper.purge(plan)
        outcome = Outcome(change_set=wanted, id=id, said=Message("said.forgotten"))
        return done_by(self.snapshot, outcome), purged

    def _outcomes(self, action: Action[Params], several: Iterable[Params]) -> list[Outcome]:
        context = Context(self.now(), self.today(), self._new_id, self.settings, self.ties)
        snapshot = self.snapshot
        outcomes = []
        for params in several:
            outcome = action.run(snapshot, params, context)
            snapshot = snapshot.apply(outcome.change_set)
            outcomes.append(outcome)
        return outcomes


def _named(about: Sequence[str]) -> str:
    """Whom something was done for: "Ana Ek, Zoë Adler", "Ana Ek, Ann Lund, Bo Sand +346"."""
    if len(about) <= NAMED:
        return ", ".join(about)
    named = about[: NAMED - 1]
    return f"{', '.join(named)} +{len(about) - len(named)}"
