"""What the list of people can show of each, beside the name."""

from __future__ import annotations

from typing import Literal, get_args

Column = Literal[
    "matched",
    "org",
    "title",
    "city",
    "school",
    "layer",
    "band",
    "last",
    "met",
    "turn",
    "email",
]
"""`matched` is the employer while nothing is searched; `turn` the day on which one talks next, or
the tie begins to slip."""
COLUMNS: tuple[Column, ...] = get_args(Column)

USUAL: tuple[Column, ...] = ("matched", "layer", "band", "last")
"""What is shown until the user chooses."""
