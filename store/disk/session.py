"""What a session is called in the history."""

from __future__ import annotations

import os


def session_name() -> str:
    """Machine, process and a touch of chance: two keepers of one process are two sessions."""
    return f"{os.uname().nodename}:{os.getpid()}:{os.urandom(2).hex()}"


OUTSIDE = "outside"
"""A program that knows nothing of the journal."""
