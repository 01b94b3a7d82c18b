"""What a session is called in the history."""

from __future__ import annotations

import os
import secrets


def session_name() -> str:
    """Machine, process and a touch of chance: two keepers of one process are two sessions."""
    return f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(2)}"


OUTSIDE = "outside"
"""A program that knows nothing of the journal."""
