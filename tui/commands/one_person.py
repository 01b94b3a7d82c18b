"""Commands of the screen of one person."""

from __future__ import annotations

from tui.commands.command import Command, Place, needs_one

_HERE: frozenset[Place] = frozenset({"person"})

ONE_PERSON = (
    Command(
        id="card.before",
        keys=("H",),
        label="command.card_before.label",
        help="command.card_before.help",
        section="going",
        places=_HERE,
    ),
    Command(
        id="card.after",
        keys=("L",),
        label="command.card_after.label",
        help="command.card_after.help",
        section="going",
        places=_HERE,
    ),
    Command(
        id="card.outside",
        keys=("ctrl+g",),
        label="command.card_outside.label",
        help="command.card_outside.help",
        section="person",
        places=_HERE,
        why_not=needs_one,
        covered=True,
    ),
)
"""In the order of help."""
