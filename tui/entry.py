"""The command `arrosoir`: the screen, or one command; Textual is loaded for the screen alone."""

from __future__ import annotations

import errno
import gc
import os
import sys

from store.actions.commit import Keeper
from store.words.message import Problem
from store.words.words import Words
from tui.calm_line import calm_line
from tui.cli.outlet import warn
from tui.composition import Wish, compose
from tui.opening import Opening, early_language, screen_options, wish_of

INTERRUPTED = 130
"""Exit status of whoever was told to stop (128 and the number of SIGINT)."""


def main() -> None:
    """Run and leave with an exit status."""
    # Until the data are read, many small objects are made that all stay: collecting finds nothing
    # and takes a fifth of the time. A command is over by then; the screen collects from there on.
    gc.disable()
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        # While all is loaded, or put in order at the end; nothing is half done.
        status = INTERRUPTED
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    options = screen_options(arguments)
    if options is None:
        return _command(arguments)
    words = Words(early_language(arguments, os.environ))
    try:
        wish: Wish = wish_of(options)
    except Problem as refused:
        return _refused(refused, words)
    return _screen(Opening(wish=wish, demo=bool(options["demo"]), words=words))


def _command(arguments: list[str]) -> int:
    from tui.cli.main import CommandLine

    try:
        outcome = CommandLine(arguments).run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has gone (`arrosoir today | head`): nothing is left to say.
        _say_no_more()
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EDQUOT) or error.filename:
            return _failed(error, Words(early_language(arguments, os.environ)))
        # The data file tells its troubles itself: this is standard output, on a full disk.
        _say_no_more()
        warn(Words(early_language(arguments, os.environ)).say("problem.unsaid"))
        return 1
    except Exception as error:  # noqa: BLE001 - the one boundary of the command line
        return _failed(error, Words(early_language(arguments, os.environ)))
    if isinstance(outcome, Opening):
        return _screen(outcome)
    return outcome


def _say_no_more() -> None:
    """Let Python's last look at standard output find nothing to complain about."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _screen(opening: Opening) -> int:
    os.environ.update(calm_line(os.environ))
    from tui.terminal import terminal_problem

    problem = terminal_problem(os.environ, sys.stdin.isatty() and sys.stderr.isatty())
    if problem is not None:
        return _refused(problem, opening.words)
    try:
        program = compose(opening.wish, _demo_keeper(opening) if opening.demo else None)
    except Problem as refused:
        return _refused(refused, opening.words)
    from tui.launch import launch

    program.service.ties()
    gc.freeze()
    gc.enable()
    return launch(program, demo=opening.demo)


def _demo_keeper(opening: Opening) -> Keeper:
    from store.clock import system_clock
    from tui.demo import demo_keeper

    return demo_keeper(opening.wish.today or system_clock().date(), opening.words.language)


def _failed(error: Exception, words: Words) -> int:
    """Something nobody foresaw: one line, and a report without anybody's notes."""
    from store.clock import system_clock
    from store.config.paths import state_dir
    from tui.crash import STATUS, tell, write_report

    report = write_report(error, state_dir(), system_clock())
    if report is None:
        tell(words.say("tui.crash.no_report"))
    else:
        tell(words.say("tui.crash.report", path=report))
    return STATUS


def _refused(problem: Problem, words: Words) -> int:
    warn(words.tell(problem.message))
    return problem.status
