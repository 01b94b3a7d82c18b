"""What a screen asks of the program, other than a change of the data."""

from __future__ import annotations

from typing import Literal

from textual.message import Message

What = Literal["quit", "curtain", "mouse", "reread"]


class Request(Message):
    """Asks the app for one thing."""

    def __init__(self, what: What) -> None:
        """Say what."""
        super().__init__()
        self.what: What = what
