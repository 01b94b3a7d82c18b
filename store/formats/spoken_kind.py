"""Of what kind a contact was, as far as a sentence about it says so."""

from __future__ import annotations

import re

from store.records.kinds import Kind
from store.words.fold import fold

_TOLD: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "video",
        re.compile(
            r"\b(video ?(?:call|chat|conference)?|visio\w*|facetime|skype|zoom|jitsi|webex|"
            r"(?:ms|microsoft) teams|google meet)\b"
        ),
    ),
    (
        "call",
        re.compile(
            r"\b(on the (?:tele)?phone|phone call|phoned|telephoned|called|a call|"
            r"(?:coup de fil|telephone|au telephone|appele|appel))\b"
        ),
    ),
    ("email", re.compile(r"\b(e-?mail(?:s|ed)?|mail(?:s|ed)?|courriels?)\b")),
    (
        "message",
        re.compile(r"\b(texted|text message|sms|whatsapp|signal|telegram|messaged|textos?)\b"),
    ),
)


def kind_told(sentence: str) -> Kind:
    """The kind of a contact; met in person where the sentence says nothing, English or French."""
    text = fold(sentence)
    return next((kind for kind, words in _TOLD if words.search(text)), "in_person")
