"""Asking before a command that changes many people at once."""

from __future__ import annotations

import sys

from store.words.message import Message, Refusal
from tui.cli.outlet import warn
from tui.cli.session import Session


def confirm(session: Session, changed: int, removed: int) -> None:
    """Ask on a terminal; anything but yes, or nobody to ask, refuses.

    Args:
        session: says the question.
        changed: how many people would change.
        removed: how many would go.

    Raises:
        Refusal: code `needs_confirmation`.
    """
    values: dict[str, object] = {"changed": Message("counts.people", {"n": changed})}
    question, refusal = "cli.confirm_changes", "problem.needs_confirmation_changes"
    if removed:
        values["removed"] = Message("counts.people", {"n": removed})
        question, refusal = "cli.confirm", "problem.needs_confirmation"
    if is_answerable():
        warn(session.tell(Message(question, values)), end=" ")
        if is_yes(sys.stdin.readline()):
            return
    raise Refusal("needs_confirmation", refusal, **values)


def is_answerable() -> bool:
    """Whether there is somebody at a terminal to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_yes(answer: str) -> bool:
    """Whether an answer means yes, in either language; anything else means no."""
    return answer.strip().casefold() in ("y", "yes", "o", "oui")
