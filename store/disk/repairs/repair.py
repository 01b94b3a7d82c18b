"""One thing that is wrong with the files, and what could be done about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from store.words.message import Message

RepairKind = Literal[
    "backup",
    "salvage",
    "doubles",
    "journal",
    "history",
    "references",
    "permissions",
    "temporaries",
    "parts",
]


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal; nothing happens before `apply`."""

    kind: RepairKind
    wrong: Message
    """What is wrong."""
    would: Message
    """What would be done about it."""
    lost: Message
    """What is given up by that."""
    records: int = 0
    """For a data file that cannot be read: how many records it would hold then."""
    apply: Callable[[], tuple[Path, ...]]
    """Do it; gives the copies kept of the files as they were. Raises `Problem`; a file that could
    not be repaired is as it was then."""
