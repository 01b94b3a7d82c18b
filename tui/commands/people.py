"""Commands of the list of people."""

from __future__ import annotations

from tui.commands.command import Command, Place

_HERE: frozenset[Place] = frozenset({"people"})

PEOPLE = (
    Command(
        id="people.narrow",
        keys=("f",),
        label="command.narrow.label",
        help="command.narrow.help",
        section="going",
        places=_HERE,
        footer=frozenset({"people"}),
    ),
    Command(
        id="people.order",
        keys=("O",),
        label="command.order.label",
        help="command.order.help",
        section="going",
        places=_HERE,
        footer=frozenset({"people"}),
    ),
    Command(
        id="people.columns",
        keys=(),
        label="command.columns.label",
        help="command.columns.help",
        section="going",
        places=_HERE,
    ),
    Command(
        id="people.save_search",
        keys=(),
        label="command.save_search.label",
        help="command.save_search.help",
        section="going",
        places=_HERE,
    ),
)
"""In the order of footer and help."""
