"""What is wrong with a file, said to somebody who is repairing it already."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.message import Message, Problem

_SHORTER: Mapping[str, str] = {
    "problem.damaged": "repair.wrong.damaged",
    "problem.duplicate_id": "repair.wrong.duplicate_id",
    "problem.emptied": "repair.wrong.emptied",
    "problem.journal_damaged": "repair.wrong.journal_damaged",
    "problem.journal_gap": "repair.wrong.journal_gap",
}


def wrong(problem: Problem) -> Message:
    """A problem without the advice to repair it."""
    message = problem.message
    return Message(_SHORTER.get(message.id, message.id), message.values)
