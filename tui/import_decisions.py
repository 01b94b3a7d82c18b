"""What the user decides about an import before it is made: in all, and person by person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.snapshot import Snapshot

if TYPE_CHECKING:
    from store.formats.plan import Decision, Entry, ImportHow, Plan

Group = Literal["new", "changed", "doubled", "same", "aside"]
GROUPS: tuple[Group, ...] = ("new", "changed", "doubled", "same", "aside")
"""In the order in which they are shown."""

_NEXT: Mapping[ImportHow, ImportHow] = {"merge": "skip", "skip": "ask", "ask": "merge"}


class Decisions:
    """Laid over one plan; what is not decided stays as planned."""

    def __init__(self, plan: Plan, snapshot: Snapshot) -> None:
        """Bind what was read.

        Args:
            plan: made to complete those who are there already.
            snapshot: the data that it was made for.
        """
        self.plan = plan
        self.snapshot = snapshot
        self.how: ImportHow = "merge"
        """What becomes of people who are there already and on whom nothing else is decided."""
        self.entries: dict[str, Entry] = {str(each.person): each for each in plan.entries}
        self.groups = _grouped(plan)
        """The ids of the entries, or the numbers of what was set aside."""
        self._otherwise = [each for each in plan.entries if each.differs and each.how != "new"]
        self._made: dict[PersonId, Decision] = {}
        self._outcome: Plan | None = None

    # What is decided --------------------------------------------------------------------------

    def of(self, entry: Entry) -> Decision:
        """What becomes of somebody."""
        return self._made.get(entry.person) or self._unless_decided(entry)

    def _unless_decided(self, entry: Entry) -> Decision:
        if entry.how == "new" or self.how == "merge":
            return "take"
        # Where the files add nothing there is nothing to ask either.
        return "take" if entry.how == "same" and self.how == "ask" else "leave"

    def is_open(self, entry: Entry) -> bool:
        """Whether the user wants to be asked about somebody, and has not decided yet."""
        return self.how == "ask" and entry.how == "changed" and entry.person not in self._made

    @property
    def open(self) -> int:
        """How many the user has yet to decide on."""
        return sum(self.is_open(self.entries[id]) for id in self.groups["changed"])

    @property
    def left_out(self) -> int:
        """How many newcomers were left out."""
        ids = (*self.groups["new"], *self.groups["doubled"])
        return sum(self.of(self.entries[id]) == "leave" for id in ids)

    @property
    def differing(self) -> int:
        """Of how many who are here the files say otherwise, and are not followed."""
        return sum(self.of(each) != "theirs" for each in self._otherwise)

    @property
    def followed(self) -> int:
        """Of how many the files say otherwise, and are followed."""
        return sum(self.of(each) == "theirs" for each in self._otherwise)

    # Deciding ---------------------------------------------------------------------------------

    def turn_how(self) -> None:
        """What is there already: completed, left alone, asked about, and round again."""
        self.how, self._outcome = _NEXT[self.how], None

    def leave_or_take(self, entry: Entry) -> None:
        """Leave somebody out; whoever was left out is taken."""
        self._decide(entry, "take" if self.of(entry) == "leave" else "leave")

    def flip(self, entry: Entry, decision: Literal["theirs", "same"]) -> bool:
        """Take what the file says otherwise, or take them for the one whom they resemble.

        Once more takes it back. False where there is no such thing to decide.
        """
        if not _is_open_to(entry, decision):
            return False
        self._decide(entry, "take" if self.of(entry) == decision else decision)
        return True

    def flip_all(self, ids: Sequence[str], decision: Literal["theirs", "same"]) -> bool:
        """The same for all of some that have it to decide; where all have it, take it back.

        False where none has.
        """
        some = [each for each in map(self.entries.__getitem__, ids) if _is_open_to(each, decision)]
        all_so = all(self.of(each) == decision for each in some)
        for each in some:
            self._decide(each, "take" if all_so else decision)
        return bool(some)

    def leave_or_take_all(self, ids: Sequence[str]) -> None:
        """Take all of some; where all are taken leave all out."""
        entries = [self.entries[id] for id in ids]
        left = [each for each in entries if self.of(each) == "leave"]
        for each in left or entries:
            self._decide(each, "take" if left else "leave")

    def inherit(self, other: Decisions) -> None:
        """Take over what was decided when the same was read before.

        Newcomers have other ids each time; what files call them stays.
        """
        self.how, self._outcome = other.how, None
        before = {_key(each): other._made.get(each.person) for each in other.entries.values()}
        for each in self.entries.values():
            decision = before.get(_key(each))
            if decision is not None:
                self._made[each.person] = decision

    def _decide(self, entry: Entry, decision: Decision) -> None:
        self._outcome = None
        self._made[entry.person] = decision

    # What comes of it -------------------------------------------------------------------------

    @property
    def outcome(self) -> Plan:
        """The plan as it would be committed; worked out once."""
        if self._outcome is None:
            self._outcome = self._chosen()
        return self._outcome

    def _chosen(self) -> Plan:
        from store.formats.choosing import chosen

        decided = {each.person: self.of(each) for each in self.entries.values()}
        decided = {id: decision for id, decision in decided.items() if decision != "take"}
        plan = chosen(self.plan, decided, self.snapshot) if decided else self.plan
        if self.how == "merge" or not plan.me:
            return plan
        # The user's own card is there already, too.
        kept = tuple(each for each in plan.change_set.changes if each.table != "me")
        return msgspec.structs.replace(plan, change_set=ChangeSet(kept), me={})


def _is_open_to(entry: Entry, decision: Literal["theirs", "same"]) -> bool:
    return bool(entry.differs) if decision == "theirs" else entry.like is not None


def _key(entry: Entry) -> str:
    return next(iter(entry.after.sources), str(entry.person))


def _grouped(plan: Plan) -> dict[Group, tuple[str, ...]]:
    found: dict[Group, list[str]] = {group: [] for group in GROUPS}
    for each in plan.entries:
        doubled = each.how == "new" and each.like is not None
        found["doubled" if doubled else each.how].append(str(each.person))
    # Among hundreds who stay as they are, those of whom the files say otherwise come first.
    otherwise = {str(each.person) for each in plan.entries if each.differs}
    found["same"].sort(key=lambda id: id not in otherwise)
    found["aside"] = [str(at) for at in range(len(plan.refused))]
    return {group: tuple(ids) for group, ids in found.items()}
