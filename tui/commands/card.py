"""Commands on what a card holds: notes, addresses, links, and the user's own."""

from __future__ import annotations

from tui.commands.command import Command, needs_one, needs_person

CARD_COMMANDS = (
    Command(
        id="person.notes",
        keys=(),
        label="command.notes.label",
        help="command.notes.help",
        section="person",
        why_not=needs_one,
        covered=True,
    ),
    Command(
        id="person.copy",
        keys=("y",),
        label="command.copy.label",
        help="command.copy.help",
        section="person",
        footer=frozenset({"people"}),
        why_not=needs_person,
    ),
    Command(
        id="person.copy_menu",
        keys=("Y",),
        label="command.copy_menu.label",
        help="command.copy_menu.help",
        section="person",
        why_not=needs_one,
        covered=True,
    ),
    Command(
        id="person.link",
        keys=("o",),
        label="command.link.label",
        help="command.link.help",
        section="person",
        why_not=needs_one,
        covered=True,
    ),
    Command(
        id="all.me",
        keys=(),
        label="command.me.label",
        help="command.me.help",
        section="everywhere",
    ),
)
"""In the order of help."""
