"""What is wrong with a file, said to somebody who is repairing it already."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.message import DataProblem, Message, Problem
from store.words.reader_message import reader_message

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


def in_words(problem: DataProblem, data: bytes) -> DataProblem:
    """A problem whose reason is told in the user's language, not in the reader's.

    Args:
        problem: why a data file cannot be read.
        data: what it holds.
    """
    message = problem.message
    where = message.values.get("where")
    if not isinstance(where, str):
        return problem
    values = {**message.values, "where": reader_message(where, len(data))}
    return DataProblem(problem.code, message.id, **values)
