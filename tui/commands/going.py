"""Commands that go somewhere: screens, panes, rows."""

from __future__ import annotations

from tui.commands.command import ASKING, PLACES, Command, Place

_ALL: frozenset[Place] = frozenset(PLACES)
_CHOSEN: frozenset[Place] = (_ALL - ASKING) | {"welcome"}
_SEARCHED: frozenset[Place] = (_ALL - ASKING - {"time"}) | {"twins", "incoming"}
_DETAILED: frozenset[Place] = (_ALL - ASKING) | {"merging", "incoming", "columns"}

ROWS = (
    "go.down",
    "go.up",
    "go.first",
    "go.last",
    "go.page_down",
    "go.page_up",
    "go.detail_down",
    "go.detail_up",
)
"""Those that go from row to row, or scroll: nothing is opened, the focus stays."""

GOING = (
    Command(
        id="go.today",
        keys=("1",),
        label="command.today.label",
        help="command.today.help",
        section="going",
    ),
    Command(
        id="go.people",
        keys=("2",),
        label="command.people.label",
        help="command.people.help",
        section="going",
    ),
    Command(
        id="go.card",
        keys=("3",),
        label="command.card.label",
        help="command.card.help",
        section="going",
    ),
    Command(
        id="go.time",
        keys=("6",),
        label="command.time.label",
        help="command.time.help",
        section="going",
    ),
    Command(
        id="go.down",
        keys=("j", "down"),
        label="command.down.label",
        help="command.down.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.up",
        keys=("k", "up"),
        label="command.up.label",
        help="command.up.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.first",
        keys=("g", "home"),
        label="command.first.label",
        help="command.first.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.last",
        keys=("G", "end"),
        label="command.last.label",
        help="command.last.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.page_down",
        keys=("ctrl+d", "pagedown"),
        label="command.page_down.label",
        help="command.page_down.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.page_up",
        keys=("ctrl+u", "pageup"),
        label="command.page_up.label",
        help="command.page_up.help",
        section="going",
        places=_ALL,
        palette=False,
    ),
    Command(
        id="go.next_pane",
        keys=("tab",),
        label="command.next_pane.label",
        help="command.next_pane.help",
        section="going",
        palette=False,
    ),
    Command(
        id="go.previous_pane",
        keys=("shift+tab",),
        label="command.previous_pane.label",
        help="command.previous_pane.help",
        section="going",
        palette=False,
    ),
    Command(
        id="go.right",
        keys=("l", "right"),
        label="command.right.label",
        help="command.right.help",
        section="going",
        palette=False,
    ),
    Command(
        id="go.left",
        keys=("h", "left"),
        label="command.left.label",
        help="command.left.help",
        section="going",
        palette=False,
    ),
    Command(
        id="go.detail_down",
        keys=("J",),
        label="command.detail_down.label",
        help="command.detail_down.help",
        section="going",
        places=_DETAILED,
        palette=False,
    ),
    Command(
        id="go.detail_up",
        keys=("K",),
        label="command.detail_up.label",
        help="command.detail_up.help",
        section="going",
        places=_DETAILED,
        palette=False,
    ),
    Command(
        id="go.open",
        keys=("enter",),
        label="command.open.label",
        help="command.open.help",
        section="going",
        places=_CHOSEN,
        footer=frozenset({"week", "timer", "budget", "shares", "slots", "weeks", "capacity"}),
        palette=False,
    ),
    Command(
        id="go.back",
        keys=("escape",),
        label="command.back.label",
        help="command.back.help",
        section="going",
        palette=False,
    ),
    Command(
        id="go.person",
        keys=("p",),
        label="command.person.label",
        help="command.person.help",
        section="going",
        footer=frozenset({"week"}),
    ),
    Command(
        id="go.find",
        keys=("/",),
        label="command.find.label",
        help="command.find.help",
        section="going",
        places=_SEARCHED,
        footer=frozenset({"people", "twins"}),
    ),
)
"""In the order of help."""
