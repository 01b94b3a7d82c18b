"""What rhythms ask for, in words: the whole, the seats, one tie, and one layer on."""

from __future__ import annotations

from store.records.kinds import Layer
from store.rules.capacity import Asking, Idle
from store.views.capacity import CapacityView, LayerSeats, Moved, Nudge
from store.views.code_words import band_word, state_word, usual
from store.words import durations
from store.words.message import Message
from store.words.numbers import Measure, decimal, number
from store.words.words import Words

FINE_BELOW, FINEST_BELOW = 9.95, 0.05
"""Minutes of a week below which one decimal is told, and two."""

LEAST_IN_CELL = 0.1
"""Minutes: the least figure of a column."""

TWO = 2

SEEN_FROM = 0.005
"""Minutes of a week from which there is anything to tell."""

DAYS_BELOW = 1000
"""A rhythm set is told in the days that were set, as far as a column has room for them."""

NONE_IDS: dict[Idle, str] = {
    "dormant": "capacity.none.dormant",
    "paused": "capacity.none.paused",
    "not_yet": "capacity.none.not_yet",
    "unsorted": "capacity.none.not_yet",
    "seen_anyway": "capacity.none.seen_anyway",
    "faded": "capacity.none.faded",
    "deceased": "capacity.none.deceased",
}
"""That somebody asks for no minutes, by why."""

_LEFT_OUT: dict[Idle, str] = {
    "dormant": "capacity.out.dormant",
    "paused": "capacity.out.paused",
    "not_yet": "capacity.out.not_yet",
    "unsorted": "capacity.out.unsorted",
    "seen_anyway": "capacity.out.seen_anyway",
    "faded": "capacity.out.faded",
    "deceased": "capacity.out.deceased",
}


def promise_said(view: CapacityView, words: Words) -> str:
    """What all rhythms promise a week, beside the budget; never a judgement."""
    if not view.people:
        return words.say("capacity.nothing")
    asked = minutes_said(view.minutes, words)
    if not view.budget:
        return words.say("capacity.promise_alone", minutes=asked)
    budget = durations.minutes(view.budget, words)
    return words.say("capacity.promise", minutes=asked, budget=budget)


def people_said(view: CapacityView, words: Words) -> str:
    """How many people count."""
    return words.say("capacity.people", n=view.people)


def seats_said(layer: LayerSeats, words: Words) -> str:
    """How many people a layer holds, and has room for: "12 of 15"."""
    if layer.seats is None:
        return number(layer.people, words.language)
    return words.say("capacity.seats", within=layer.within, seats=layer.seats)


def left_out_said(view: CapacityView, words: Words) -> str:
    """Who does not count, and why; empty where everybody does."""
    return ", ".join(words.say(_LEFT_OUT[why], n=count) for why, count in view.idle)


def asks_nothing_said(name: str, why: Idle, words: Words) -> str:
    """That somebody asks for no minutes, and why."""
    if why == "unsorted":
        reason = words.say("capacity.unsorted")
    elif why == "dormant" or why == "not_yet":
        reason = band_word("dormant" if why == "dormant" else "new", words)
    else:
        reason = state_word(why, words)
    return words.say("capacity.asks_nothing", name=name, why=reason)


def layer_said(layer: Layer | None, words: Words) -> str:
    """A layer as the head of a line."""
    if layer is None:
        return words.say("capacity.no_layer")
    return words.say("capacity.layer", layer=layer)


def basis_said(asking: Asking, words: Words) -> str:
    """How the minutes of a tie come about."""
    id = "capacity.basis.own" if asking.own else "capacity.basis.step"
    if asking.own and asking.shared:
        id = "capacity.basis.own_shared"
    each = durations.minutes(round(asking.minutes), words)
    return words.say(id, minutes=each, every=every_said(asking, words))


def every_said(asking: Asking, words: Words) -> str:
    """The gap that counts; where it was set, how often it is in fact as well."""
    if not asking.is_set:
        return usual(asking.gap_days, words)
    told = words.say("capacity.every.set", n=round(asking.gap_days))
    if asking.seen_gap_days is None:
        return told
    in_fact = usual(asking.seen_gap_days, words)
    return words.say("capacity.every.in_fact", set=told, usual=in_fact)


def every_cell(asking: Asking, words: Words) -> tuple[str, str]:
    """The gap that counts in a column, and behind it a word where it was set: "30 d", "set"."""
    days = round(asking.gap_days)
    if not asking.is_set or days >= DAYS_BELOW:
        gap = durations.silence_short(asking.gap_days, words)
    else:
        gap = words.say("duration.short_days", n=days)
    return gap, words.say("capacity.set") if asking.is_set else ""


def nudge_said(weekly: float | None, nudge: Nudge, words: Words) -> tuple[str, ...]:
    """What a week asks for one layer closer, and one farther; only where there is such a layer.

    Args:
        weekly: its minutes now; None where it asks for none.
        nudge: the tie on these layers.
        words: the language.
    """
    told = []
    if nudge.closer is not None:
        told.append(moved_said(nudge.closer, weekly, "capacity.closer", words))
    if nudge.farther is not None:
        told.append(moved_said(nudge.farther, weekly, "capacity.farther", words))
    return tuple(told)


def moved_said(moved: Moved, weekly: float | None, id: str, words: Words) -> str:
    """What a week asks for on another layer; without one, what is supposed then.

    Args:
        moved: the tie there.
        weekly: its minutes now; None where it asks for none.
        id: of the sentence about one layer closer or farther.
        words: the language.
    """
    if moved.idle is not None:
        minutes = words.say(NONE_IDS[moved.idle])
    elif _same(moved.weekly, weekly, words):
        minutes = words.say("capacity.as_now")
    else:
        minutes = minutes_said(moved.weekly, words)
    if moved.layer is not None:
        return words.say(id, minutes=minutes)
    if moved.supposed_days is None or moved.idle is not None:
        return words.say("capacity.without", minutes=minutes)
    return words.say("capacity.without_supposed", n=round(moved.supposed_days), minutes=minutes)


def moved_cell(moved: Moved | None, weekly: float, words: Words) -> str:
    """The minutes on another layer in a column; signs for the same, and for no such layer."""
    if moved is None:
        return "-"
    return "=" if _same(moved.weekly, weekly, words) else minutes_cell(moved.weekly, words)


def why_moved_said(asking: Asking, nudge: Nudge, words: Words) -> str:
    """Why a layer moves the minutes of a tie, or does not."""
    if not asking.is_set:
        return words.say("capacity.why_moved")
    steps = (nudge.closer, nudge.farther)
    moves = any(each is not None and not _same(each.weekly, asking.weekly, words) for each in steps)
    return words.say("capacity.why_step_moved" if moves else "capacity.why_not_moved")


def _same(one: float, other: float | None, words: Words) -> bool:
    """Whether two figures are told alike in a sentence."""
    return other is not None and minutes_said(one, words) == minutes_said(other, words)


def minutes_said(minutes: float, words: Words) -> str:
    """Minutes of a week: "35 min", "4.2 min"."""
    return words.tell(minutes_message(minutes))


def minutes_message(minutes: float) -> Message:
    """The same as a value of another sentence."""
    places = _places(minutes)
    if not places:
        return durations.minutes_message(round(minutes))
    told = Measure(round(minutes, places), places, nought=True)
    # Below two French counts one.
    id = "capacity.part_minutes" if told.value >= TWO else "capacity.part_minute"
    return Message(id, {"minutes": told})


def minutes_cell(minutes: float, words: Words) -> str:
    """Minutes in a column, one below the other: "14.0", "9.1"; "<0.1" for what is next to none."""
    if SEEN_FROM <= minutes < FINEST_BELOW:
        return f"<{decimal(Measure(LEAST_IN_CELL, nought=True), words.language)}"
    return decimal(Measure(max(0.0, minutes), exact=True, nought=True), words.language)


def _places(minutes: float) -> int:
    """The decimals that are told; none of what is whole, or is nothing."""
    if minutes >= FINE_BELOW or minutes < SEEN_FROM:
        return 0
    places = 2 if minutes < FINEST_BELOW else 1
    return 0 if round(minutes, places) == round(minutes) else places
