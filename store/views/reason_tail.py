"""What follows the sentence of a reason: when a tie would slip, messages without an answer."""

from __future__ import annotations

from datetime import date

from store.rules.reason import Reason
from store.words import durations
from store.words.words import Words

FORESEEN = 180
"""Days ahead beyond which it helps nobody to hear when a tie would slip."""


def unanswered(reason: Reason, words: Words, today: date) -> str:
    """Messages without an answer, and what that changes; empty where there are none."""
    count = reason.values.get("unanswered")
    if not isinstance(count, int) or count <= 0:
        return ""
    rests = reason.values.get("rests_until")
    if isinstance(rests, date):
        return words.say("reason.unanswered_rests", n=count, until=words.day(rests, today))
    if "voice" in reason.values:
        return words.say("reason.unanswered_voice", n=count)
    return words.say("reason.unanswered", n=count)


def slips(reason: Reason, words: Words, today: date) -> str:
    """When a tie that holds will be slipping; empty where that is not known, or far."""
    day = reason.values.get("slips_on")
    if not isinstance(day, date) or not 0 < (ahead := (day - today).days) <= FORESEEN:
        return ""
    return words.say("reason.slips_in", silence=durations.silence(ahead, words))
