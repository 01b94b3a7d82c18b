"""A bar of time: what was spent, the rest, and where an even pace would stand."""

from __future__ import annotations

from widgets.line import Piece
from widgets.tone import Tone

EIGHTHS = " ▏▎▍▌▋▊▉"
FULL = "█"
REST = "░"
PACE = "┊"


def bar(cells: int, spent: int, target: int, pace: int | None, *, tone: Tone) -> list[Piece]:
    """The pieces of a bar.

    Args:
        cells: its length.
        spent: in the unit of `target`; more than the target fills the bar, below nothing is none.
        target: what the whole length stands for.
        pace: where to mark an even pace, in the same unit: where it stands at the end of the day,
            so that the mark rests all day long; None draws no mark.
        tone: of the part that is spent.
    """
    if cells <= 0:
        return []
    within = max(0, min(spent, target))
    eighths = round(cells * 8 * within / target) if target > 0 else 0
    whole, part = divmod(eighths, 8)
    filled = FULL * whole + (EIGHTHS[part] if part else "")
    rest = list(REST * (cells - len(filled)))
    if pace is not None and target > 0:
        at = min(cells - 1, cells * pace // target) - len(filled)
        if 0 <= at < len(rest):
            rest[at] = PACE
    pieces = [Piece(filled, tone), Piece("".join(rest), "dim")]
    return [piece for piece in pieces if piece.text]
