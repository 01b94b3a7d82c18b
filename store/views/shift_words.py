"""What another layer or rhythm makes of the minutes of a week, in words.

All of one sentence is told by the week, so that its figures can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.views.capacity_words import NONE_IDS, minutes_message, minutes_said
from store.views.what_if import Shift, WhatIf
from store.words.message import Message
from store.words.words import Words

NOW, SAME, INSTEAD = "capacity.week.now", "capacity.week.same", "capacity.week.instead"
BRIEF = "capacity.week.brief"
SUPPOSED = "capacity.supposed"


def shift_message(shift: Shift) -> Message:
    """What a change makes of the minutes: "about 9.1 min a week instead of 14 min"."""
    if shift.after is None:
        return Message(NONE_IDS[shift.idle or "not_yet"])
    after = minutes_message(shift.after)
    if shift.before is None:
        return Message(NOW, {"after": after})
    before = minutes_message(shift.before)
    if before == after:
        return Message(SAME, {"after": after})
    return Message(INSTEAD, {"after": after, "before": before})


def shift_told(shift: Shift, supposed_days: float | None = None) -> Message | None:
    """The same behind what was done; None where nothing is changed by it.

    Args:
        shift: what it makes of the minutes.
        supposed_days: the gap supposed from now on, where a layer was taken away; it is told.
    """
    told = shift_message(shift)
    if shift.before is shift.after is None or told.id == SAME:
        return None
    if supposed_days is None or shift.after is None:
        return told
    return Message(SUPPOSED, {"n": round(supposed_days), "shift": told})


def briefer(told: Message) -> Iterator[Message]:
    """What `shift_told` says in fewer words, the longest first."""
    inner = told.values.get("shift")
    if told.id == SUPPOSED and isinstance(inner, Message):
        for each in briefer(inner):
            yield Message(SUPPOSED, {**told.values, "shift": each})
            yield each
    elif "after" in told.values:
        yield Message(BRIEF, {"after": told.values["after"]})


def what_if_said(told: WhatIf, words: Words) -> tuple[str, ...]:
    """What a change would make of the minutes, and of the whole.

    Returns:
        The whole sentence, then the same in fewer words; all of them hold the total.
    """
    total = minutes_said(told.total_after, words)
    shift = shift_message(told)
    shifts = [words.tell(each) for each in (shift, *briefer(shift))]
    in_all = words.say("capacity.total", total=total)
    return (*(words.say("capacity.in_all", shift=each, total=total) for each in shifts), in_all)
