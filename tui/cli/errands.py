"""Commands that need no data file opened beforehand: demo, config, doctor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

import msgspec

from store.clock import clock_on, system_clock
from store.config import paths
from store.config.check import Listed, Scalar
from store.config.load import load
from store.records.record import Json
from store.words.message import DataProblem, UsageProblem
from store.words.words import Words
from tui.cli.answer import Answer
from tui.cli.parameter_words import option_message
from tui.cli.verb import Given, Parameter
from tui.composition import Wish, data_path

MOST_PEOPLE = 1_000_000


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What an errand may know."""

    wish: Wish
    words: Words
    environment: Mapping[str, str]
    encoding: str | None
    """Of the standard output."""


class Errand(msgspec.Struct, frozen=True, kw_only=True):
    """A command that opens no data of its own accord."""

    name: str
    help: str
    parameters: tuple[Parameter, ...] = ()
    run: Callable[[Surroundings, Given], Answer]


def _demo(around: Surroundings, given: Given) -> Answer:
    """An invented network in a new file; depends on people, seed and --today alone."""
    from store.actions.demo.network import demo_snapshot
    from store.disk.new_file import write_new

    people = _count(given, "people", 150, MOST_PEOPLE)
    seed = _count(given, "seed", 1, 2**31)
    out = given.get("out")
    if not out:
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name="out")
    today = around.wish.today or system_clock().date()
    path = Path(str(out))
    write_new(path, demo_snapshot(people, seed, today))
    value: dict[str, Json] = {"people": people, "seed": seed, "out": str(path)}
    return Answer(
        value=value, lines=lambda: (around.words.say("cli.demo_made", n=people, path=path),)
    )


def _count(given: Given, name: str, default: int, most: int) -> int:
    try:
        number = int(str(given.get(name, default)))
    except ValueError:
        number = -1
    if not 0 <= number <= most:
        raise UsageProblem("bad_number", "problem.bad_count_from_zero", name=option_message(name))
    return number


def _config(around: Surroundings, given: Given) -> Answer:
    """Each setting, its value, and where it came from."""
    from store.config.explain import explain

    loaded = load(paths.config_file())
    explained = explain(loaded, around.environment, around.encoding)
    value: list[Json] = [
        {
            "key": each.key,
            "value": list(each.value) if isinstance(each.value, tuple) else each.value,
            "origin": each.origin,
            "where": each.where,
        }
        for each in explained
    ]
    told = [str(loaded.path)]
    for _, entries in groupby(explained, lambda each: each.key.partition(".")[0]):
        some = tuple(entries)
        for each in some:
            where = each.where or around.words.say("config.origin.default")
            told.append(f"{each.key} = {_in_toml(each.value)}  ({where})")
        if given.get("explain"):
            told.append(f"    {around.words.say(some[0].help)}")
    told += [around.words.tell(warning) for warning in loaded.warnings]
    return Answer(value=value, lines=lambda: told)


def _in_toml(value: Scalar | Listed) -> str:
    """A value as the file takes it."""
    import json

    return json.dumps(value, ensure_ascii=False)


def _doctor(around: Surroundings, given: Given) -> Answer:
    """The data file and what surrounds the program: what is well, what is not, what can be done."""
    from tui.cli.doctor import examine, findings_lines, findings_value, status_of
    from tui.cli.paragraphs import terminal_columns
    from tui.cli.repairing import Repairing

    path = data_path(around.wish, around.environment)
    today = around.wish.today
    clock = system_clock if today is None else clock_on(today)
    if given.get("repair"):
        if around.wish.read_only:
            raise DataProblem("read_only", "problem.read_only")
        repairing = Repairing(
            path=path,
            words=around.words,
            environment=around.environment,
            encoding=around.encoding,
            clock=clock,
        )
        return repairing.run(yes=bool(given.get("yes")))
    findings = examine(path, around.environment, around.encoding, clock)
    return Answer(
        value=findings_value(findings, around.words),
        lines=lambda: findings_lines(findings, around.words, terminal_columns()),
        status=status_of(findings),
    )


ERRANDS: tuple[Errand, ...] = (
    Errand(
        name="demo",
        help="cli.help.demo",
        parameters=(
            Parameter(name="people", shape="number"),
            Parameter(name="seed", shape="number"),
            Parameter(name="out", required=True),
        ),
        run=_demo,
    ),
    Errand(
        name="config",
        help="cli.help.config",
        parameters=(Parameter(name="explain", shape="flag"),),
        run=_config,
    ),
    Errand(
        name="doctor",
        help="cli.help.doctor",
        parameters=(
            Parameter(name="repair", shape="flag"),
            Parameter(name="yes", shape="flag"),
        ),
        run=_doctor,
    ),
)
