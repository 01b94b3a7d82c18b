"""Commands that hold everywhere: undo, marks, help, and the program itself."""

from __future__ import annotations

from tui.commands.command import ASKING, PLACES, Command, Pane, Place

_OF_ONE: frozenset[Pane] = frozenset({"timeline", "card", "ground", "between", "notes", "year"})
_OF_TIME: frozenset[Pane] = frozenset({"timer", "budget", "shares", "slots", "weeks"})
_ALL: frozenset[Pane] = (
    _OF_ONE | _OF_TIME | {"follow-ups", "heat", "why", "week", "narrow", "glance", "capacity"}
)

_EVERYWHERE: frozenset[Place] = frozenset(PLACES)
_NOT_TIME: frozenset[Place] = _EVERYWHERE - ASKING - {"time"}
_LISTS: frozenset[Place] = frozenset({"today", "people"})

EVERYWHERE = (
    Command(
        id="all.undo",
        keys=("u",),
        label="command.undo.label",
        help="command.undo.help",
        section="everywhere",
        footer=_ALL,
    ),
    Command(
        id="all.redo",
        keys=("U",),
        label="command.redo.label",
        help="command.redo.help",
        section="everywhere",
    ),
    Command(
        id="all.add",
        keys=("a",),
        label="command.add.label",
        help="command.add.help",
        section="everywhere",
        places=_NOT_TIME,
        footer=frozenset({"week"}),
    ),
    Command(
        id="all.mark",
        keys=("space",),
        label="command.mark.label",
        help="command.mark.help",
        section="everywhere",
        places=_LISTS,
        palette=False,
    ),
    Command(
        id="all.mark_all",
        keys=("*",),
        label="command.mark_all.label",
        help="command.mark_all.help",
        section="everywhere",
        places=_LISTS,
    ),
    Command(
        id="all.trip",
        keys=(),
        label="command.trip.label",
        help="command.trip.help",
        section="everywhere",
    ),
    Command(
        id="all.import",
        keys=(),
        label="command.import.label",
        help="command.import.help",
        section="everywhere",
    ),
    Command(
        id="all.export",
        keys=("E",),
        label="command.export.label",
        help="command.export.help",
        section="everywhere",
        covered=True,
    ),
    Command(
        id="all.join",
        keys=(),
        label="command.join.label",
        help="command.join.help",
        section="everywhere",
    ),
    Command(
        id="all.calendar",
        keys=(),
        label="command.calendar.label",
        help="command.calendar.help",
        section="everywhere",
        covered=True,
    ),
    Command(
        id="all.sort",
        keys=(),
        label="command.sort.label",
        help="command.sort.help",
        section="everywhere",
    ),
    Command(
        id="all.untouched",
        keys=(),
        label="command.untouched.label",
        help="command.untouched.help",
        section="everywhere",
    ),
    Command(
        id="all.gaps",
        keys=(),
        label="command.gaps.label",
        help="command.gaps.help",
        section="everywhere",
    ),
    Command(
        id="all.spellings",
        keys=(),
        label="command.spellings.label",
        help="command.spellings.help",
        section="everywhere",
    ),
    Command(
        id="all.duplicates",
        synonyms=("command.merge.label", "command.duplicates.merge"),
        keys=(),
        label="command.duplicates.label",
        help="command.duplicates.help",
        section="everywhere",
    ),
    Command(
        id="all.history",
        keys=("Z",),
        label="command.history.label",
        help="command.history.help",
        section="everywhere",
    ),
    Command(
        id="all.backup",
        keys=(),
        label="command.backup.label",
        help="command.backup.help",
        section="everywhere",
    ),
    Command(
        id="all.restore",
        keys=(),
        label="command.restore.label",
        help="command.restore.help",
        section="everywhere",
    ),
    Command(
        id="all.zoom",
        keys=("z",),
        label="command.zoom.label",
        help="command.zoom.help",
        section="everywhere",
    ),
    Command(
        id="all.curtain",
        keys=("!", "f2"),
        label="command.curtain.label",
        help="command.curtain.help",
        section="everywhere",
        places=_EVERYWHERE,
    ),
    Command(
        id="all.mouse",
        keys=("M",),
        label="command.mouse.label",
        help="command.mouse.help",
        section="everywhere",
        places=_EVERYWHERE,
    ),
    Command(
        id="all.reread",
        keys=("R", "ctrl+l"),
        label="command.reread.label",
        help="command.reread.help",
        section="everywhere",
        places=_EVERYWHERE,
    ),
    Command(
        id="all.commands",
        keys=(":", "ctrl+p"),
        label="command.commands.label",
        help="command.commands.help",
        section="everywhere",
        palette=False,
    ),
    Command(
        id="all.help",
        keys=("?", "f1"),
        label="command.help.label",
        help="command.help.help",
        section="everywhere",
        places=_EVERYWHERE,
    ),
    Command(
        id="all.quit",
        keys=("q", "ctrl+q"),
        label="command.quit.label",
        help="command.quit.help",
        section="everywhere",
        places=_EVERYWHERE,
    ),
)
"""In the order of help."""
