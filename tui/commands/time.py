"""Commands of the screen of time: its weeks, the budget, time without a person, slots."""

from __future__ import annotations

from tui.commands.command import Command, Pane, Place, Situation

_HERE: frozenset[Place] = frozenset({"time"})
_PANES: frozenset[Pane] = frozenset({"timer", "budget", "shares", "slots", "weeks"})


def needs_booked(situation: Situation) -> str | None:
    """A booked slot must be under the cursor, and the slots have the focus."""
    if situation.pane != "slots":
        return "tui.reason.slots_pane"
    return None if situation.slot == "booked" else "tui.reason.no_slot"


TIME_COMMANDS = (
    Command(
        id="time.spent",
        keys=("a",),
        label="command.spent.label",
        help="command.spent.help",
        section="time",
        places=_HERE,
        footer=_PANES - {"slots"},
        other_name="spent",
    ),
    Command(
        id="time.budget",
        keys=("b",),
        label="command.budget.label",
        help="command.budget.help",
        section="time",
        places=_HERE,
        footer=_PANES - {"slots"},
    ),
    Command(
        id="time.note",
        keys=("n",),
        label="command.time_note.label",
        help="command.time_note.help",
        section="time",
        places=_HERE,
        footer=frozenset({"timer"}),
        palette=False,
    ),
    Command(
        id="slot.kept",
        keys=("d",),
        label="command.slot_kept.label",
        help="command.slot_kept.help",
        section="time",
        places=_HERE,
        footer=frozenset({"slots"}),
        why_not=needs_booked,
        other_name="slot-kept",
    ),
    Command(
        id="slot.missed",
        keys=("x",),
        label="command.slot_missed.label",
        help="command.slot_missed.help",
        section="time",
        places=_HERE,
        footer=frozenset({"slots"}),
        why_not=needs_booked,
        other_name="slot-missed",
    ),
    Command(
        id="slot.drop",
        keys=("D",),
        label="command.slot_drop.label",
        help="command.slot_drop.help",
        section="time",
        places=_HERE,
        footer=frozenset({"slots"}),
        why_not=needs_booked,
        other_name="slot-drop",
    ),
    Command(
        id="time.why",
        keys=("w",),
        label="command.why.label",
        help="command.time_why.help",
        section="time",
        places=_HERE,
        footer=frozenset({"shares"}),
    ),
    Command(
        id="time.before",
        keys=("H",),
        label="command.time_before.label",
        pair="command.time_week.label",
        help="command.time_before.help",
        section="time",
        places=_HERE,
        footer=_PANES,
    ),
    Command(
        id="time.after",
        keys=("L",),
        label="command.time_after.label",
        pair="command.time_week.label",
        help="command.time_after.help",
        section="time",
        places=_HERE,
        footer=_PANES,
    ),
)
"""In the order of footer and help."""
