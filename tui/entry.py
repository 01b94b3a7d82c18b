"""The command `arrosoir`: the screen, or one command; Textual is loaded for the screen alone."""

from __future__ import annotations

import gc
import os
import sys

from store.actions.commit import Keeper
from store.words.message import Problem
from store.words.words import Words
from tui.cli.answer import plain
from tui.cli.main import CommandLine, Opening
from tui.composition import compose

DEMO_PEOPLE = 150
DEMO_SEED = 1


def main() -> None:
    """Run and leave with an exit status."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    # A command lives for a moment and makes many small objects that all stay: collecting finds
    # nothing and takes a fifth of the time.
    gc.disable()
    try:
        outcome = CommandLine(arguments).run()
        if isinstance(outcome, Opening):
            gc.enable()
            return _screen(outcome)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has gone (`arrosoir today | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return outcome


def _screen(opening: Opening) -> int:
    from tui.terminal import terminal_problem

    problem = terminal_problem(os.environ, sys.stdin.isatty() and sys.stderr.isatty())
    if problem is not None:
        return _refused(problem, opening.words)
    try:
        program = compose(opening.wish, _demo_keeper(opening) if opening.demo else None)
    except Problem as refused:
        return _refused(refused, opening.words)
    from tui.launch import launch

    return launch(program, demo=opening.demo)


def _demo_keeper(opening: Opening) -> Keeper:
    from store.actions.demo.network import demo_snapshot
    from store.clock import system_clock
    from store.disk.memory_keeper import MemoryKeeper

    today = opening.wish.today or system_clock().date()
    language = opening.words.language
    return MemoryKeeper(demo_snapshot(DEMO_PEOPLE, DEMO_SEED, today, language))


def _refused(problem: Problem, words: Words) -> int:
    sys.stderr.write(plain(words.tell(problem.message)) + "\n")
    return problem.status
