"""Joining another copy of the data: its path is asked for, and the rest is one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from store.actions.service import Done, Service
from store.actions.sweeping import sweep_of, sweeps
from store.words.message import Refusal
from tui.intake import expanded
from tui.other_copy import commit_joined, joined, read_copy
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
            raise Refusal(
                "needs_confirmation",
                "tui.join.many",
                changed=len(sweep.changed),
                removed=len(sweep.removed),
            )
        return commit_joined(service, plan, path.name, seen)

    place.submit(Job(run=run, verb="join"))
