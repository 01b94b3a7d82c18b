"""Several contacts of a kind, as they are counted: "2 calls", "3 messages"."""

from __future__ import annotations

from store.records.kinds import Kind
from store.words.message import Message

_PIECES: dict[Kind, str] = {
    "in_person": "fit.step.in_person",
    "video": "fit.step.video",
    "call": "fit.step.call",
    "message": "fit.step.message",
    "email": "fit.step.email",
    "social": "fit.step.social",
    "event": "fit.step.event",
}


def counted_message(kind: Kind, n: int) -> Message:
    """So many of a kind: "1 call", "2 e-mails"."""
    return Message(_PIECES[kind], {"n": n})
