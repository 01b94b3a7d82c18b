"""What a verb asks of the screen it speaks through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

import msgspec
from textual.message import Message as Event

from store.words.words import Words
from tui.commands.command import Situation
from tui.screens.targets import Targets
from tui.writer import Fresh, Job
from widgets.ask_line import Question

Deed = Callable[[], None]
"""Does a verb on whoever is meant then, without asking again."""


class Host(Protocol):
    """The screen that verbs speak through."""

    words: Words

    @property
    def fresh(self) -> Fresh | None:
        """The data at hand."""

    @property
    def curtain(self) -> bool:
        """Whether names are hidden."""

    def today(self) -> date:
        """The day."""

    def situation(self) -> Situation:
        """Which pane has the focus, and whom it is about."""

    def targets(self) -> Targets:
        """Whom the verb is about."""

    def ask(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask one line."""

    def draft(self, key: str) -> str:
        """What was typed before under a key."""

    def submit(self, job: Job) -> None:
        """Hand a job to the writer."""

    def say(self, text: str) -> None:
        """Say one line."""

    def post_message(self, message: Event) -> bool:
        """Hand a message up to the app."""


def targets_shown(host: Host) -> Targets:
    """Whom a verb is about, named as the curtain allows."""
    return msgspec.structs.replace(host.targets(), veiled=host.curtain)


def with_draft(question: Question, host: Host, *, selected: bool = False) -> Question:
    """A question that goes on with what was typed before; behind the curtain covered.

    Args:
        question: without it.
        host: the screen, which keeps the drafts.
        selected: whether the first key takes its place: for what is told anew rather than gone on
            with.
    """
    draft = host.draft(question.key)
    return msgspec.structs.replace(
        question,
        value=draft,
        selected=len(draft) if selected else 0,
        covered=bool(draft) and host.curtain,
    )
