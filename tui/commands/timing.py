"""Commands on time that hold everywhere: the timer, and a slot."""

from __future__ import annotations

from tui.commands.command import Command

TIMING = (
    Command(
        id="all.timer",
        keys=("t",),
        label="command.timer.label",
        help="command.timer.help",
        synonyms=("command.timer.other",),
        section="everywhere",
        footer=frozenset({"week", "timer", "budget", "shares", "slots", "weeks"}),
    ),
    Command(
        id="all.timer_start",
        keys=(),
        label="command.timer_start.label",
        help="command.timer_start.help",
        section="everywhere",
        other_name="timer-start",
        synonyms=("command.timer.label", "budget.preparing"),
    ),
    Command(
        id="all.timer_note",
        keys=(),
        label="command.timer_note.label",
        help="command.timer_note.help",
        section="everywhere",
        other_name="timer-note",
    ),
    Command(
        id="all.timer_drop",
        keys=(),
        label="command.timer_drop.label",
        help="command.timer_drop.help",
        section="everywhere",
        other_name="timer-drop",
    ),
    Command(
        id="all.slot",
        keys=(),
        label="command.slot.label",
        help="command.slot.help",
        section="everywhere",
    ),
)
"""In the order of help."""
