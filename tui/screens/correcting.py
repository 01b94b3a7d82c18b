"""What `c` asks right after something was done or timed: how was it in fact?"""

from __future__ import annotations

from functools import partial

from tui.screens.questions import correct_question
from tui.screens.stop_questions import better_question
from tui.screens.stopped_better import Stopping
from tui.screens.targets import Targets
from tui.screens.told_better import Doing, correction, told_better
from tui.screens.verb_host import Deed, Host, with_draft
from tui.typed.capture import read_capture
from tui.writer import Job


def ask_better(host: Host, latest: Doing | Stopping, settled: Deed) -> None:
    """Ask what was otherwise than it was logged.

    Args:
        host: the screen.
        latest: what was just done.
        settled: called once it is told better.
    """
    if isinstance(latest, Stopping):
        _ask_stopped(host, latest, settled)
    else:
        _ask_done(host, latest, settled)


def _ask_done(host: Host, doing: Doing, settled: Deed) -> None:
    targets = Targets(rows=(doing.row,), people=doing.people, veiled=host.curtain)
    question = correct_question(host.words, host.today(), targets, doing.base)
    host.ask(with_draft(question, host), partial(_done_better, host, doing, settled))


def _done_better(host: Host, doing: Doing, settled: Deed, text: str) -> None:
    if doing.noted and not text.strip():
        return
    read = read_capture(text, host.today(), host.words.language)
    settled()
    host.submit(Job(run=correction(doing, told_better(read, doing.base)), verb="done"))


def _ask_stopped(host: Host, stopping: Stopping, settled: Deed) -> None:
    today, language = host.today(), host.words.language
    question = better_question(
        stopping.key,
        stopping.timer.name,
        stopping.base,
        today,
        host.words,
        lambda text: stopping.read(text, today, language),
        curtain=host.curtain,
    )
    host.ask(with_draft(question, host), partial(_stopped_better, host, stopping, settled))


def _stopped_better(host: Host, stopping: Stopping, settled: Deed, text: str) -> None:
    if not text.strip():
        return
    told = stopping.read(text, host.today(), host.words.language)
    settled()
    host.submit(Job(run=stopping.correction(told), verb="timer-stop"))
