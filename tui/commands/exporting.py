"""Commands of the screen of exporting."""

from __future__ import annotations

from tui.commands.command import Command, Pane, Place

_HERE: frozenset[Place] = frozenset({"export"})
_NAMED: frozenset[Pane] = frozenset({"export"})

EXPORTING = (
    Command(
        id="export.take",
        keys=("enter",),
        label="command.export_take.label",
        help="command.export_take.help",
        section="asking",
        places=_HERE,
        footer=_NAMED,
        palette=False,
    ),
    Command(
        id="export.whom",
        keys=("tab", "w"),
        label="command.export_whom.label",
        help="command.export_whom.help",
        section="asking",
        places=_HERE,
        footer=_NAMED,
        palette=False,
    ),
    Command(
        id="export.private",
        keys=("p",),
        label="command.export_private.label",
        help="command.export_private.help",
        section="asking",
        places=_HERE,
        footer=_NAMED,
        palette=False,
    ),
    Command(
        id="export.leave",
        keys=("escape",),
        label="command.export_leave.label",
        help="command.export_leave.help",
        section="asking",
        places=_HERE,
        footer=_NAMED,
        palette=False,
    ),
)
"""In the order of footer and help."""
