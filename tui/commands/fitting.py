"""Commands about the minutes at hand."""

from __future__ import annotations

from tui.commands.command import Command, Place

_HERE: frozenset[Place] = frozenset({"today"})

FITTING = (
    Command(
        id="all.fit",
        keys=("b",),
        label="command.fit.label",
        help="command.fit.help",
        synonyms=("command.fit.session",),
        section="everywhere",
        places=_HERE,
        footer=frozenset({"week"}),
    ),
)
"""In the order of footer and help."""
