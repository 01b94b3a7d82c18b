"""The click program, made from the declared commands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

import click

from store.words.message import UsageProblem
from store.words.width import fit
from store.words.words import Words
from tui.cli.outlet import say
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.parameter_words import choice_messages, parameter_message
from tui.cli.verb import Given, Parameter

Invoke = Callable[[str, Given, bool], None]
"""Runs a command by name: its parameters as typed, and whether JSON is wanted."""

NAME = 14
OPTION = 22

GLOBAL_OPTIONS = (
    ("--data FILE", "cli.option.data"),
    ("--lang en|fr", "cli.option.lang"),
    ("--today YYYY-MM-DD", "cli.option.today"),
    ("--read-only", "cli.option.read_only"),
    ("--demo", "cli.option.demo"),
    ("--version", "cli.option.version"),
)


class _Command(click.Command):
    """A click command whose help is ours, in the user's language."""

    def __init__(self, text: Callable[[], str], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._text = text

    def get_help(self, ctx: click.Context) -> str:
        return self._text()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options first, then all else as texts: `-lyon` leaves Lyon out of a search."""
        valued = {
            name
            for each in self.params
            if isinstance(each, click.Option) and not each.is_flag
            for name in each.opts
        }
        options: list[str] = []
        texts: list[str] = []
        rest = iter(args)
        for each in rest:
            if each == "--":
                texts += rest
            elif each.startswith("--") or each == "-h":
                value = list(islice(rest, 1)) if each in valued else []
                if each in valued and not value:
                    return super().parse_args(ctx, args)
                options += [each, *value]
            else:
                texts.append(each)
        return super().parse_args(ctx, [*options, "--", *texts])


class _Group(click.Group):
    """A click group whose help is ours, in the user's language."""

    def __init__(self, text: Callable[[], str], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._text = text

    def get_help(self, ctx: click.Context) -> str:
        return self._text()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command of a name.

        Raises:
            UsageProblem: where there is none.
        """
        command = super().get_command(ctx, cmd_name)
        if command is None:
            raise UsageProblem("usage", "problem.unknown_action", action=cmd_name)
        return command


def build(
    words: Words,
    commands: Mapping[str, tuple[str, Sequence[Parameter]]],
    invoke: Invoke,
    begin: Callable[[Mapping[str, object]], None],
) -> click.Group:
    """The whole command line.

    Args:
        words: for help.
        commands: help id and parameters by name.
        invoke: what a command does.
        begin: is given the options before the command; called also without a command.
    """
    group = _Group(
        lambda: overview(words, {name: help for name, (help, _) in commands.items()}),
        name="arrosoir",
        params=_global_params(),
        callback=lambda **given: begin(given),
        invoke_without_command=True,
        add_help_option=False,
    )
    group.params.append(_help_option(group))
    for name, (help, parameters) in commands.items():
        group.add_command(_command(words, name, help, parameters, invoke))
    return group


def _global_params() -> list[click.Parameter]:
    return [
        click.Option(["--data"]),
        click.Option(["--lang"]),
        click.Option(["--today"]),
        click.Option(["--read-only"], is_flag=True),
        click.Option(["--demo"], is_flag=True),
        click.Option(["--version"], is_flag=True),
    ]


def _help_option(command: click.Command) -> click.Option:
    def show(context: click.Context, parameter: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            for line in command.get_help(context).splitlines():
                say(line)
            context.exit()

    return click.Option(
        ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=show
    )


def _command(
    words: Words, name: str, help: str, parameters: Sequence[Parameter], invoke: Invoke
) -> click.Command:
    names = {_click_name(each.name): each.name for each in parameters}

    def run(**typed: object) -> None:
        wants_json = bool(typed.pop("json_", False))
        given = {names[key]: value for key, value in typed.items() if _was_typed(value)}
        invoke(name, given, wants_json)

    command = _Command(
        lambda: one(words, name, help, parameters),
        name=name,
        callback=run,
        params=[_parameter(each) for each in parameters],
        add_help_option=False,
    )
    command.params += [click.Option(["--json", "json_"], is_flag=True), _help_option(command)]
    return command


def _was_typed(value: object) -> bool:
    """What click fills in for an option that was not there is no value; 0 and "" are."""
    return value is not None and value is not False and value != ()


def _click_name(name: str) -> str:
    """Python's words are no names of keyword arguments."""
    return f"{name}_" if name in ("from", "as", "json") else name


def _parameter(parameter: Parameter) -> click.Parameter:
    name = _click_name(parameter.name)
    if parameter.positional:
        return click.Argument(
            [name], required=parameter.required, nargs=-1 if parameter.many else 1
        )
    option = f"--{parameter.name.replace('_', '-')}"
    if parameter.shape == "flag":
        return click.Option([option, name], is_flag=True)
    if parameter.choices and parameter.shape == "text" and not parameter.worded:
        return click.Option(
            [option, name],
            type=click.Choice((*parameter.choices, *([""] if parameter.empties else []))),
            multiple=parameter.many,
            required=parameter.required,
        )
    return click.Option(
        [option, name],
        type=int if parameter.shape == "number" else str,
        multiple=parameter.many,
        required=parameter.required,
    )


def overview(words: Words, commands: Mapping[str, str]) -> str:
    """Help of the program as a whole."""
    columns = terminal_columns()
    lines = [words.say("cli.usage"), "", *hung("", words.say("cli.about"), columns), ""]
    for option, help in GLOBAL_OPTIONS:
        lines += hung(f"  {fit(option, OPTION)} ", words.say(help), columns)
    lines.append("")
    for name, help in commands.items():
        lines += hung(f"  {fit(name, NAME)} ", words.say(help), columns)
    return "\n".join([*lines, "", *hung("", words.say("cli.more"), columns)])


def one(words: Words, name: str, help: str, parameters: Sequence[Parameter]) -> str:
    """Help of one command."""
    columns = terminal_columns()
    places = [_place(each) for each in parameters if each.positional]
    places += [_shown(each) for each in parameters if each.required and not each.positional]
    lead = f"arrosoir {name} "
    lines = [line.rstrip() for line in _parted(lead, " ".join(places), columns)]
    lines += ["", *hung("", words.say(help), columns), ""]
    for each in parameters:
        if not each.positional:
            option, _, value = _shown(each).partition(" ")
            lines += (line.rstrip() for line in _parted(f"  {option} ", value, columns))
    return "\n".join([*lines, "  --json"])


def _parted(lead: str, text: str, columns: int) -> Iterator[str]:
    """What is typed, in lines; a list of choices goes on behind one of its bars."""
    for line in hung(lead, text.replace("|", "| "), columns):
        yield line.replace("| ", "|")


def _place(parameter: Parameter) -> str:
    name = "|".join(parameter.choices) or parameter.name.upper()
    text = name + ("..." if parameter.many else "")
    return text if parameter.required else f"[{text}]"


def _shown(parameter: Parameter) -> str:
    option = f"--{parameter.name.replace('_', '-')}"
    if parameter.shape == "flag":
        return option
    told = parameter.value or ("N" if parameter.shape in ("number", "minutes") else "TEXT")
    value = "|".join(parameter.choices) or told
    return f"{option} {value}{' ...' if parameter.many else ''}"


def usage_problem(error: click.UsageError) -> UsageProblem:
    """What click refuses, in our words."""
    if isinstance(error, click.NoSuchOption):
        return UsageProblem("usage", "problem.no_option", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        missing = parameter_message(error.param)
        return UsageProblem("usage", "problem.missing_parameter", name=missing)
    if isinstance(error, click.BadOptionUsage):
        return UsageProblem("usage", "problem.option_without_value", option=error.option_name)
    if isinstance(error, click.BadParameter):
        name, kind = parameter_message(error.param), error.param and error.param.type
        if isinstance(kind, click.Choice):
            choices = choice_messages(filter(None, map(str, kind.choices)))
            return UsageProblem("usage", "problem.bad_choice", name=name, choices=choices)
        id = "problem.bad_number" if kind is click.INT else "problem.bad_value"
        return UsageProblem("usage", id, name=name)
    extra = _EXTRA.search(error.format_message())
    if extra is not None:
        return UsageProblem("usage", "problem.too_many_words", words=extra[1])
    return UsageProblem("usage", "problem.usage", why=error.format_message())


_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)", re.DOTALL)
"""What click says, in one sentence of its own, of words that no parameter takes."""
