"""Commands of the history: the list of changes, and one of them opened."""

from __future__ import annotations

from tui.commands.command import Command, Place

_LIST: frozenset[Place] = frozenset({"history"})
_BOTH: frozenset[Place] = frozenset({"history", "change"})

HISTORY_COMMANDS = (
    Command(
        id="history.open",
        keys=("enter",),
        label="command.open.label",
        help="command.history_open.help",
        section="history",
        places=_LIST,
        footer=frozenset({"history", "history-undone"}),
        palette=False,
    ),
    Command(
        id="history.undo",
        keys=("u",),
        label="command.undo.label",
        help="command.history_undo.help",
        section="history",
        places=_BOTH,
        footer=frozenset({"history", "change"}),
        palette=False,
    ),
    Command(
        id="history.back",
        keys=("escape",),
        label="command.back.label",
        help="command.history_back.help",
        section="history",
        places=_BOTH,
        footer=frozenset({"history", "history-undone", "change", "change-undone"}),
        palette=False,
    ),
)
"""In the order of footer and help."""
