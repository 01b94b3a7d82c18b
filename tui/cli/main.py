"""Running the command line: options, one command, one boundary for what goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence

import click
import msgspec

from store.actions.service import Service
from store.records.record import Json
from store.words.message import Problem, UsageProblem
from store.words.words import Words
from tui.cli.answer import Answer, plain
from tui.cli.backup import BACKUP
from tui.cli.batch import run_batch
from tui.cli.dossier import DOSSIER
from tui.cli.errands import ERRANDS, Surroundings
from tui.cli.export import EXPORT
from tui.cli.forgetting import FORGET
from tui.cli.history import HISTORY
from tui.cli.intake import IMPORT
from tui.cli.joining import JOIN
from tui.cli.outlet import encoding_of, in_utf8, pour, say, say_json, warn, write
from tui.cli.program import build, usage_problem
from tui.cli.reads import READS
from tui.cli.session import Session
from tui.cli.slots import FREE, SLOT
from tui.cli.timing import TIMER
from tui.cli.untouched import UNTOUCHED
from tui.cli.verb import Given, Parameter, Verb
from tui.cli.walk import WALK, walk
from tui.cli.writes import WRITES
from tui.composition import Program, Wish, compose
from tui.history_words import by_session
from tui.opening import Opening, early_language, wish_of

VERBS: Mapping[str, Verb] = {
    verb.name: verb
    for verb in (
        *READS,
        WALK,
        HISTORY,
        DOSSIER,
        *WRITES,
        TIMER,
        SLOT,
        FREE,
        FORGET,
        BACKUP,
        IMPORT,
        EXPORT,
        JOIN,
        UNTOUCHED,
    )
}

BATCH = "batch"


class CommandLine:
    """One run. `run` gives the exit status, or the wish to open the screen."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Take the arguments, without the program's name."""
        self._arguments = list(arguments)
        self._words = Words(early_language(self._arguments, os.environ))
        self._wish = Wish()
        self._json = "--json" in self._arguments
        self._status = 0
        self._opening: Opening | None = None
        self._answer: tuple[Answer, bool] | None = None
        self._service: Service | None = None

    def run(self) -> int | Opening:
        """Do what is asked.

        Problems end as one line on stderr, with `--json` also as JSON on stdout.
        """
        group = build(self._words, _offered(), self._invoke, self._begin)
        try:
            return self._ran(group)
        finally:
            self._close()

    def _ran(self, group: click.Group) -> int | Opening:
        try:
            group.main(self._arguments, prog_name="arrosoir", standalone_mode=False)
            # Not within click, which ends a program whose reader has gone on its own.
            if self._answer is not None:
                self._show(*self._answer)
        except click.exceptions.Exit as leave:
            return leave.exit_code
        except click.UsageError as error:
            return self._tell(usage_problem(error))
        except (click.Abort, KeyboardInterrupt):
            return 130
        except Problem as problem:
            return self._tell(problem)
        if self._opening is not None:
            return self._opening
        return self._status

    def _begin(self, given: Mapping[str, object]) -> None:
        """The options before the command."""
        if given["version"]:
            from importlib.metadata import version

            say(f"arrosoir {version('arrosoir')}")
            return
        self._wish = wish_of(given)
        self._words = Words(self._wish.lang or self._words.language)
        if click.get_current_context().invoked_subcommand is None:
            self._opening = Opening(wish=self._wish, demo=bool(given["demo"]), words=self._words)
        elif given["demo"]:
            raise UsageProblem("usage", "problem.demo_alone")

    def _invoke(self, name: str, given: Given, wants_json: bool) -> None:
        if name == BATCH:
            self._status = self._batch()
            return
        if name == WALK.name and not wants_json:
            session = self._session()
            _collect_from_here_on()
            self._status = walk(session, given)
            return
        errand = next((each for each in ERRANDS if each.name == name), None)
        if errand is not None:
            answer = errand.run(self._surroundings(), given)
        else:
            answer = VERBS[name].run(self._session(), given)
        self._answer = answer, wants_json
        self._status = answer.status

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            wish=self._wish,
            words=self._words,
            environment=os.environ,
            encoding=encoding_of(sys.stdout),
        )

    def _session(self) -> Session:
        program: Program = compose(self._wish)
        for warning in program.loaded.warnings:
            warn(program.words.tell(warning))
        self._service = program.service
        return Session(
            program.service, program.words, program.path, program.backups, program.exports
        )

    def _close(self) -> None:
        """Put the files in order; what was answered is saved whatever comes of it."""
        if self._service is None:
            return
        try:
            self._service.close()
        except Problem as problem:
            warn(self._words.tell(problem.message))

    def _batch(self) -> int:
        status = 0
        session = msgspec.structs.replace(self._session(), asks=False)
        _collect_from_here_on()
        orders, in_ascii = getattr(sys.stdin, "buffer", ()), not in_utf8(sys.stdout)
        for done, line in run_batch(session, VERBS, orders, in_ascii=in_ascii):
            write(sys.stdout, f"{line}\n", at_once=True)
            status = status if done else 1
            session.service.tidy("large")
        return status

    def _show(self, answer: Answer, wants_json: bool) -> None:
        if wants_json:
            say_json(answer.in_json())
        else:
            if answer.body is not None:
                pour(answer.body())
            for line in answer.lines():
                say(line, tabbed=answer.tabbed)
            for line in answer.aside:
                warn(line)

    def _tell(self, problem: Problem) -> int:
        own = "" if self._service is None else self._service.session
        sentence = plain(self._words.tell(by_session(problem.message, own)))
        warn(sentence)
        if self._json:
            error: dict[str, Json] = {"code": problem.code, "message": sentence}
            say_json({"error": error})
        return problem.status


def _collect_from_here_on() -> None:
    """For what runs long. What was read stays: going through it each time would be for nothing."""
    gc.freeze()
    gc.enable()


def _offered() -> dict[str, tuple[str, Sequence[Parameter]]]:
    offered: dict[str, tuple[str, Sequence[Parameter]]] = {}
    for verb in VERBS.values():
        offered[verb.name] = (verb.help, verb.parameters)
    offered[BATCH] = ("cli.help.batch", ())
    for errand in ERRANDS:
        offered[errand.name] = (errand.help, errand.parameters)
    return offered
