"""What the document of a whole network is known by."""

from __future__ import annotations

from typing import cast

from store.records.kinds import TABLES, TableName

FORMAT = "arrosoir"
"""The value of `format`; that of `app` in a data file."""

VERSION = 1
"""Grows when an older program could no longer read the document."""

LISTED: tuple[TableName, ...] = cast(
    "tuple[TableName, ...]", tuple(each for each in TABLES if each != "me")
)
"""Tables that hold more than one record, in the order in which they are written."""
