"""Containers that cost nothing to draw: panes cover them wholly."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical


class Column(Vertical):
    """Panes under each other."""

    BLANK = True


class Row(Horizontal):
    """Columns beside each other."""

    BLANK = True
