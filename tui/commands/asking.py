"""Commands of the screens that ask: the first run, sorting newcomers."""

from __future__ import annotations

from tui.commands.command import Command, Place

_WELCOME: frozenset[Place] = frozenset({"welcome"})
_FIVE: frozenset[Place] = frozenset({"five"})
_SORTING: frozenset[Place] = frozenset({"sorting"})

_CHOICES = (
    Command(
        id="welcome.files",
        keys=("1",),
        label="command.welcome_files.label",
        help="command.welcome_files.help",
        section="asking",
        places=_WELCOME,
        palette=False,
    ),
    Command(
        id="welcome.demo",
        keys=("2",),
        label="command.welcome_demo.label",
        help="command.welcome_demo.help",
        section="asking",
        places=_WELCOME,
        palette=False,
    ),
    Command(
        id="welcome.five",
        keys=("3",),
        label="command.welcome_five.label",
        help="command.welcome_five.help",
        section="asking",
        places=_WELCOME,
        palette=False,
    ),
    Command(
        id="welcome.language",
        keys=("F",),
        label="command.welcome_language.label",
        help="command.welcome_language.help",
        section="asking",
        places=_WELCOME,
        palette=False,
    ),
    Command(
        id="welcome.leave",
        keys=("escape",),
        label="command.welcome_leave.label",
        help="command.welcome_leave.help",
        section="asking",
        places=_WELCOME,
        palette=False,
    ),
)

_ANSWERS = (
    Command(
        id="sorting.one",
        keys=("1",),
        label="command.sorting_one.label",
        help="command.sorting_one.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.two",
        keys=("2",),
        label="command.sorting_two.label",
        help="command.sorting_two.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.three",
        keys=("3",),
        label="command.sorting_three.label",
        help="command.sorting_three.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.four",
        keys=("4",),
        label="command.sorting_four.label",
        help="command.sorting_four.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.five",
        keys=("5",),
        label="command.sorting_five.label",
        help="command.sorting_five.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.not_now",
        keys=("x",),
        label="command.sorting_not_now.label",
        help="command.sorting_not_now.help",
        section="asking",
        places=_SORTING,
        palette=False,
    ),
    Command(
        id="sorting.unknown",
        keys=("enter",),
        label="command.sorting_unknown.label",
        help="command.sorting_unknown.help",
        section="asking",
        places=_SORTING | _FIVE,
        palette=False,
    ),
    Command(
        id="sorting.back",
        keys=("u",),
        label="command.undo.label",
        help="command.sorting_back.help",
        section="asking",
        places=_SORTING | _FIVE,
        footer=frozenset({"sorting", "five"}),
        palette=False,
    ),
    Command(
        id="sorting.end",
        keys=("escape",),
        label="command.sorting_end.label",
        help="command.sorting_end.help",
        section="asking",
        places=_SORTING,
        footer=frozenset({"sorting"}),
        palette=False,
    ),
    Command(
        id="five.end",
        keys=("escape",),
        label="command.five_end.label",
        help="command.five_end.help",
        section="asking",
        places=_FIVE,
        footer=frozenset({"five"}),
        palette=False,
    ),
)

ASKING_COMMANDS = (*_CHOICES, *_ANSWERS)
"""In the order of footer and help."""
