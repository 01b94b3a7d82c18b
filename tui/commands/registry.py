"""All commands, listed once."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands.asking import ASKING_COMMANDS
from tui.commands.bringing import BRINGING
from tui.commands.capacity import CAPACITY_COMMANDS
from tui.commands.card import CARD_COMMANDS
from tui.commands.command import Command, Pane, Place
from tui.commands.everywhere import EVERYWHERE
from tui.commands.exporting import EXPORTING
from tui.commands.fitting import FITTING
from tui.commands.gaps import GAPS
from tui.commands.going import GOING
from tui.commands.history import HISTORY_COMMANDS
from tui.commands.one_person import ONE_PERSON
from tui.commands.people import PEOPLE
from tui.commands.person import PERSON
from tui.commands.time import TIME_COMMANDS
from tui.commands.timing import TIMING
from tui.commands.twins import TWINS

COMMANDS: tuple[Command, ...] = (
    *ASKING_COMMANDS,
    *BRINGING,
    *EXPORTING,
    *HISTORY_COMMANDS,
    *GAPS,
    *TWINS,
    *PERSON,
    *CARD_COMMANDS,
    *PEOPLE,
    *ONE_PERSON,
    *TIME_COMMANDS,
    *TIMING,
    *FITTING,
    *EVERYWHERE,
    *CAPACITY_COMMANDS,
    *GOING,
)
"""Those of one screen come first in footer and help, then those on a person."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

FOOTER_AT_MOST = 7

GENERAL = ("all.zoom", "all.commands", "all.help")
"""At the right of the footer where there is room; the last always."""


def commands_of(place: Place) -> tuple[Command, ...]:
    """What can be done in a place."""
    return tuple(command for command in COMMANDS if place in command.places)


def footer_of(place: Place, pane: Pane) -> tuple[Command, ...]:
    """What the footer names, at most seven, in a fixed order."""
    here = commands_of(place)
    return tuple(command for command in here if pane in command.footer)[:FOOTER_AT_MOST]
