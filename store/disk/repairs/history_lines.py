"""A history of which not all can be read, or which does not lead up to the data file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from store.disk.line import Read
from store.disk.older_history import is_older
from store.disk.places import history_path
from store.disk.repairs.found import Fix, Found, put_right
from store.disk.repairs.readable import going_on, known_tip, leading_to
from store.disk.repairs.repair import Repair
from store.words.message import Message


class HistoryDamage(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a history."""

    line: int
    """The number of the first line that is damaged; 0 where all can be read."""
    usable: tuple[Read, ...]
    """The lines that lead up to the data file: all that undo can use."""
    beyond: tuple[Read, ...]
    """The lines that go on from it."""
    given_up: int
    """Other lines, damaged ones among them."""


def history_damage(found: Found) -> HistoryDamage | None:
    """What is wrong with the history; None where nothing is.

    Lines beyond the data file are in order: a checkpoint that was ended halfway has left them, and
    the journal has them still.
    """
    if found.contents is None or is_older(found.history):
        return None
    seq, lines = found.contents.snapshot.revision, found.history_lines
    tip = known_tip(seq, found.contents.tip, lines.reads)
    usable = leading_to(seq, tip, lines.reads)
    torn = bool(found.history) and not found.history.endswith(b"\n")
    astray = bool(seq) and not usable and (torn or any(e.line.seq <= seq for e in lines.reads))
    if not lines.damaged and not astray:
        return None
    total = found.history.count(b"\n") + torn
    beyond = tuple(each.read for each in going_on(seq, tip, lines.reads))
    return HistoryDamage(
        line=lines.first or (total if torn else 0),
        usable=usable,
        beyond=beyond,
        given_up=total - len(usable) - len(beyond),
    )


def history_repair(found: Found) -> Repair | None:
    """Keep the lines that undo can use; None where the history is in order."""
    damage = history_damage(found)
    if damage is None:
        return None
    kept = Message("repair.changes", {"n": len(damage.usable)})
    return Repair(
        kind="history",
        wrong=history_wrong(found, damage),
        would=(
            Message("repair.history.would", {"kept": kept})
            if damage.usable
            else Message("repair.history.aside")
        ),
        lost=Message("repair.history.lost", {"n": damage.given_up}),
        apply=partial(_put, found, damage),
    )


def history_wrong(found: Found, damage: HistoryDamage) -> Message:
    """What is wrong, in words."""
    path = str(history_path(found.path))
    if damage.line:
        return Message("repair.wrong.history_damaged", {"path": path, "line": damage.line})
    return Message("repair.wrong.history_astray", {"path": path})


def _put(found: Found, damage: HistoryDamage) -> tuple[Path, ...]:
    return put_right(
        found, Fix(history=b"".join(read.raw for read in (*damage.usable, *damage.beyond)))
    )
