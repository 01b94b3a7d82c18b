"""Whom an export may be about, as the screen one comes from says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.export_selection import Selection, by_name, everyone
from tui.phrasing.curtain import name_shown

How = Literal["one", "marked", "found", "everyone"]


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """Some people, or all."""

    how: How
    people: tuple[PersonId, ...] = ()
    """Of `everyone` nobody is named: it is all who are there when the file is written."""

    def selection(self, snapshot: Snapshot) -> Selection:
        """Those who are still there."""
        if self.how == "everyone":
            return everyone(snapshot)
        there = tuple(id for id in self.people if id in snapshot.people)
        return Selection(people=by_name(snapshot, there))


def scopes(
    people: Sequence[PersonId],
    *,
    marked: bool,
    found: Sequence[PersonId] | None = None,
    one_first: bool = False,
) -> tuple[Scope, ...]:
    """What can be chosen, the likeliest first; everybody always.

    Args:
        people: the marked, or whoever is under the cursor.
        marked: whether they are marked.
        found: those who are shown, where not all are.
        one_first: whether the screen is about that one person.
    """
    offered: list[Scope] = []
    one = None if marked or not people else Scope(how="one", people=tuple(people))
    if marked and people:
        offered.append(Scope(how="marked", people=tuple(people)))
    if one is not None and one_first:
        offered.append(one)
    if found:
        offered.append(Scope(how="found", people=tuple(found)))
    offered.append(Scope(how="everyone"))
    if one is not None and not one_first:
        offered.append(one)
    return tuple(offered)


def scope_text(scope: Scope, snapshot: Snapshot, words: Words, *, curtain: bool) -> str:
    """Whom, in words: "the 3 marked", "everybody: 147 people"."""
    people = scope.selection(snapshot).people
    if scope.how == "one" and people:
        return name_shown(snapshot.people[people[0]].name, curtain)
    if scope.how == "marked":
        return words.say("export.scope.marked", n=len(people))
    if scope.how == "found":
        return words.say("export.scope.found", n=len(people))
    return words.say("export.scope.everyone", n=len(people))
