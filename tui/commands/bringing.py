"""Commands of bringing files: which ones, a table's columns, what it gives, and whom."""

from __future__ import annotations

from tui.commands.command import Command, Pane, Place

_FILES: frozenset[Place] = frozenset({"files"})
_PREVIEW: frozenset[Place] = frozenset({"preview"})
_COLUMNS: frozenset[Place] = frozenset({"columns"})
_PEOPLE: frozenset[Place] = frozenset({"incoming"})

_GROUPS: frozenset[Pane] = frozenset(
    {"incoming-new", "incoming-changed", "incoming-doubled", "incoming-same", "incoming-aside"}
)
_CHOSEN: frozenset[Pane] = _GROUPS - {"incoming-same", "incoming-aside"}
_TO_TAKE: frozenset[Pane] = frozenset({"preview", "preview-changed"})
_SUMS_SHOWN: frozenset[Pane] = _TO_TAKE | {"preview-nothing"}
_BOTH_TABLES: frozenset[Pane] = frozenset({"columns", "columns-unsure"})

_SUMS = (
    Command(
        id="files.paste",
        keys=("ctrl+v", "f4"),
        label="command.files_paste.label",
        help="command.files_paste.help",
        section="asking",
        places=_FILES,
        footer=frozenset({"files"}),
        palette=False,
    ),
    Command(
        id="files.take",
        keys=("enter",),
        label="command.files_take.label",
        help="command.files_take.help",
        section="asking",
        places=_PREVIEW,
        footer=_TO_TAKE,
        palette=False,
    ),
    Command(
        id="files.confirm",
        keys=("y", "o"),
        label="command.files_confirm.label",
        help="command.files_confirm.help",
        section="asking",
        places=_PREVIEW,
        palette=False,
    ),
    Command(
        id="files.details",
        keys=("d", "tab", "right"),
        label="command.files_details.label",
        help="command.files_details.help",
        section="asking",
        places=_PREVIEW,
        footer=_SUMS_SHOWN,
        palette=False,
    ),
    Command(
        id="files.columns",
        keys=("c",),
        label="command.files_columns.label",
        help="command.files_columns.help",
        section="asking",
        places=_PREVIEW,
        palette=False,
    ),
    Command(
        id="files.own_card",
        keys=("m",),
        label="command.files_own_card.label",
        help="command.files_own_card.help",
        section="asking",
        places=_PREVIEW,
        palette=False,
    ),
    Command(
        id="files.leave",
        keys=("escape",),
        label="command.files_leave.label",
        help="command.files_leave.help",
        section="asking",
        places=_FILES | _PREVIEW,
        footer=_SUMS_SHOWN | {"files", "reading"},
        palette=False,
    ),
)

_TABLE = (
    Command(
        id="columns.take",
        keys=("enter",),
        label="command.columns_take.label",
        help="command.columns_take.help",
        section="asking",
        places=_COLUMNS,
        footer=_BOTH_TABLES,
        palette=False,
    ),
    Command(
        id="columns.change",
        keys=("e",),
        label="command.columns_change.label",
        help="command.columns_change.help",
        section="asking",
        places=_COLUMNS,
        footer=_BOTH_TABLES,
        palette=False,
    ),
    Command(
        id="columns.leave_out",
        keys=("x", "space"),
        label="command.columns_leave_out.label",
        help="command.columns_leave_out.help",
        section="asking",
        places=_COLUMNS,
        footer=_BOTH_TABLES,
        palette=False,
    ),
    Command(
        id="columns.charset_before",
        keys=("h", "left"),
        label="command.columns_charset_before.label",
        pair="command.columns_charset.pair",
        help="command.columns_charset_before.help",
        section="asking",
        places=_COLUMNS,
        footer=frozenset({"columns-unsure"}),
        palette=False,
    ),
    Command(
        id="columns.charset_after",
        keys=("l", "right"),
        label="command.columns_charset_after.label",
        pair="command.columns_charset.pair",
        help="command.columns_charset_after.help",
        section="asking",
        places=_COLUMNS,
        footer=frozenset({"columns-unsure"}),
        palette=False,
    ),
    Command(
        id="columns.back",
        keys=("escape",),
        label="command.columns_back.label",
        help="command.columns_back.help",
        section="asking",
        places=_COLUMNS,
        footer=_BOTH_TABLES,
        palette=False,
    ),
)

_LIST = (
    Command(
        id="incoming.closer",
        keys=("enter",),
        label="command.incoming_closer.label",
        help="command.incoming_closer.help",
        section="asking",
        places=_PEOPLE,
        footer=_GROUPS,
        palette=False,
    ),
    Command(
        id="incoming.leave_out",
        keys=("space", "x"),
        label="command.incoming_leave_out.label",
        help="command.incoming_leave_out.help",
        section="asking",
        places=_PEOPLE,
        footer=_CHOSEN,
        palette=False,
    ),
    Command(
        id="incoming.theirs",
        keys=("t",),
        label="command.incoming_theirs.label",
        help="command.incoming_theirs.help",
        section="asking",
        places=_PEOPLE,
        footer=frozenset({"incoming-changed", "incoming-same"}),
        palette=False,
    ),
    Command(
        id="incoming.same",
        keys=("s",),
        label="command.incoming_same.label",
        help="command.incoming_same.help",
        section="asking",
        places=_PEOPLE,
        footer=frozenset({"incoming-doubled"}),
        palette=False,
    ),
    Command(
        id="incoming.all_theirs",
        keys=("T",),
        label="command.incoming_all_theirs.label",
        help="command.incoming_all_theirs.help",
        section="asking",
        places=_PEOPLE,
        palette=False,
    ),
    Command(
        id="incoming.all_same",
        keys=("S",),
        label="command.incoming_all_same.label",
        help="command.incoming_all_same.help",
        section="asking",
        places=_PEOPLE,
        palette=False,
    ),
    Command(
        id="incoming.next",
        keys=("tab", "l", "right"),
        label="command.incoming_next.label",
        help="command.incoming_next.help",
        section="asking",
        places=_PEOPLE,
        footer=_GROUPS,
        palette=False,
    ),
    Command(
        id="incoming.all",
        keys=("a", "*"),
        label="command.incoming_all.label",
        help="command.incoming_all.help",
        section="asking",
        places=_PEOPLE,
        footer=_CHOSEN,
        palette=False,
    ),
    Command(
        id="files.how",
        keys=("w",),
        label="command.files_how.label",
        help="command.files_how.help",
        section="asking",
        places=_PREVIEW | _PEOPLE,
        footer=frozenset({"preview-changed", "incoming-changed"}),
        palette=False,
    ),
    Command(
        id="incoming.previous",
        keys=("shift+tab", "h", "left"),
        label="command.incoming_previous.label",
        help="command.incoming_previous.help",
        section="asking",
        places=_PEOPLE,
        palette=False,
    ),
    Command(
        id="incoming.back",
        keys=("escape",),
        label="command.incoming_back.label",
        help="command.incoming_back.help",
        section="asking",
        places=_PEOPLE,
        footer=_GROUPS,
        palette=False,
    ),
)

BRINGING = (*_SUMS, *_TABLE, *_LIST)
"""In the order of footer and help."""
