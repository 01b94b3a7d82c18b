"""Commands of the screens that complete cards: proposals, and spellings made one."""

from __future__ import annotations

from tui.commands.command import Command, Place

_GAPS: frozenset[Place] = frozenset({"gaps"})
_SPELLINGS: frozenset[Place] = frozenset({"spellings"})

GAPS = (
    Command(
        id="gaps.accept",
        keys=("enter",),
        label="command.gaps_accept.label",
        help="command.gaps_accept.help",
        section="filling",
        places=_GAPS,
        footer=frozenset({"gaps"}),
        palette=False,
    ),
    Command(
        id="gaps.group",
        keys=("*",),
        label="command.gaps_group.label",
        help="command.gaps_group.help",
        section="filling",
        places=_GAPS,
        footer=frozenset({"gaps"}),
        palette=False,
    ),
    Command(
        id="gaps.decline",
        keys=("x",),
        label="command.gaps_decline.label",
        help="command.gaps_decline.help",
        section="filling",
        places=_GAPS,
        footer=frozenset({"gaps"}),
        palette=False,
    ),
    Command(
        id="spellings.merge",
        keys=("enter",),
        label="command.spellings_merge.label",
        help="command.spellings_merge.help",
        section="filling",
        places=_SPELLINGS,
        footer=frozenset({"spellings"}),
        palette=False,
    ),
    Command(
        id="spellings.edit",
        keys=("e",),
        label="command.spellings_edit.label",
        help="command.spellings_edit.help",
        section="filling",
        places=_SPELLINGS,
        footer=frozenset({"spellings"}),
        palette=False,
    ),
    Command(
        id="spellings.apart",
        keys=("x",),
        label="command.spellings_apart.label",
        help="command.spellings_apart.help",
        section="filling",
        places=_SPELLINGS,
        footer=frozenset({"spellings"}),
        palette=False,
    ),
    Command(
        id="gaps.mark",
        keys=("space",),
        label="command.mark.label",
        help="command.gaps_mark.help",
        section="filling",
        places=_GAPS,
        palette=False,
    ),
    Command(
        id="gaps.undo",
        keys=("u",),
        label="command.undo.label",
        help="command.gaps_undo.help",
        section="filling",
        places=_GAPS | _SPELLINGS,
        footer=frozenset({"gaps", "spellings"}),
        palette=False,
    ),
    Command(
        id="gaps.back",
        keys=("escape",),
        label="command.back.label",
        help="command.gaps_back.help",
        section="filling",
        places=_GAPS | _SPELLINGS,
        footer=frozenset({"gaps", "spellings"}),
        palette=False,
    ),
)
"""In the order of footer and help."""
