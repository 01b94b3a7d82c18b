"""The command that shows what the rhythms promise a week."""

from __future__ import annotations

from tui.commands.command import Command

CAPACITY_COMMANDS = (
    Command(
        id="go.capacity",
        keys=("C",),
        label="command.capacity.label",
        help="command.capacity.help",
        section="going",
    ),
)
