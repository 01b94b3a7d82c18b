"""Commands of the screens on which two cards are made one."""

from __future__ import annotations

from tui.commands.command import Command, Place, Situation

_LIST: frozenset[Place] = frozenset({"twins"})
_PAIR: frozenset[Place] = frozenset({"merging"})
_BOTH = _LIST | _PAIR


def needs_two(situation: Situation) -> str | None:
    """Two people must be marked, and no more."""
    return None if situation.marked == 2 else "tui.reason.mark_two"


TWINS = (
    Command(
        id="twins.open",
        keys=("enter",),
        label="command.twins_open.label",
        help="command.twins_open.help",
        section="doubled",
        places=_LIST,
        footer=frozenset({"twins"}),
        palette=False,
    ),
    Command(
        id="merging.merge",
        keys=("enter",),
        label="command.merging_merge.label",
        help="command.merging_merge.help",
        section="doubled",
        places=_PAIR,
        footer=frozenset({"merging"}),
        palette=False,
    ),
    Command(
        id="merging.left",
        keys=("h", "left"),
        label="command.merging_left.label",
        pair="command.merging_side.label",
        help="command.merging_left.help",
        section="doubled",
        places=_PAIR,
        footer=frozenset({"merging"}),
        palette=False,
    ),
    Command(
        id="merging.right",
        keys=("l", "right"),
        label="command.merging_right.label",
        pair="command.merging_side.label",
        help="command.merging_right.help",
        section="doubled",
        places=_PAIR,
        footer=frozenset({"merging"}),
        palette=False,
    ),
    Command(
        id="merging.both",
        keys=("b",),
        label="command.merging_both.label",
        help="command.merging_both.help",
        section="doubled",
        places=_PAIR,
        footer=frozenset({"merging"}),
        palette=False,
    ),
    Command(
        id="twins.apart",
        keys=("x",),
        label="command.twins_apart.label",
        help="command.twins_apart.help",
        section="doubled",
        places=_BOTH,
        footer=frozenset({"twins", "merging"}),
        palette=False,
    ),
    Command(
        id="twins.undo",
        keys=("u",),
        label="command.undo.label",
        help="command.twins_undo.help",
        section="doubled",
        places=_BOTH,
        footer=frozenset({"twins", "merging"}),
        palette=False,
    ),
    Command(
        id="twins.back",
        keys=("escape",),
        label="command.back.label",
        help="command.twins_back.help",
        section="doubled",
        places=_BOTH,
        footer=frozenset({"twins", "merging"}),
        palette=False,
    ),
    Command(
        id="people.merge",
        keys=(),
        label="command.merge.label",
        help="command.merge.help",
        section="person",
        places=frozenset({"people"}),
        why_not=needs_two,
    ),
)
"""In the order of footer and help."""
