"""Joining another copy of the data: its path is asked for, and the rest is one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from store.actions.service import Done, Service
from store.actions.sweeping import sweep_of, sweeps
from store.words.counts import TO_COME, counted
from store.words.message import Refusal
from tui.intake import expanded
from tui.other_copy import commit_joined, joined, joined_briefly, read_copy
from tui.screens.path_question import path_question
from tui.typed.paths import split_paths
from tui.writer import Job

if TYPE_CHECKING:
    from tui.screens.place import Place


def ask_copy(place: Place) -> None:
    """Which copy?"""
    words = place.words
    question = msgspec.structs.replace(
        path_question(words, ""),
        key="join",
        label=words.say("tui.join.label"),
        hint=words.say("tui.join.hint"),
    )
    place.ask(question, lambda text: _submit(place, text))


def _submit(place: Place, text: str) -> None:
    path = expanded(next(iter(split_paths(text)), ""))

    def run(service: Service) -> Done:
        plan = joined(service, read_copy(path))
        seen = service.snapshot
        if sweeps(plan.change_set, seen):
            sweep = sweep_of(plan.change_set)
            would = counted(TO_COME, changed=len(sweep.changed), removed=len(sweep.removed))
            raise Refusal("needs_confirmation", "tui.join.many", would=would)
        done = commit_joined(service, plan, path.name, seen, said=joined_briefly(plan))
        if done.change_set:
            return done
        # Nothing new came in; what stays as it is here is told all the same.
        return msgspec.structs.replace(done, said=joined_briefly(plan))

    place.submit(Job(run=run, verb="join"))
