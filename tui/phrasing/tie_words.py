"""How one tie stands, in short sentences."""

from __future__ import annotations

from datetime import date

from store.views.code_words import band_word, rhythm_word, state_word
from store.views.reason_tail import FORESEEN
from store.views.supposed import is_supposed
from store.views.tie_detail import TieDetail
from store.views.tie_turn import Turn
from store.words.dates import day as day_said
from store.words.dates import day_of_month
from store.words.durations import silence, silence_short
from store.words.width import width
from store.words.words import Words

DOT = " · "


def first_name(name: str) -> str:
    """The given name, which is enough in a sentence about one tie."""
    return (name.split() or [name])[0]


def rhythm_text(tie: TieDetail, words: Words) -> str:
    """Silence and usual gap: "silent 8 weeks, usually every ~3 weeks"."""
    parts = []
    if tie.silent_days is None:
        parts.append(words.say("tie.never"))
    elif tie.silent_days == 0:
        parts.append(words.say("tie.spoke_today"))
    else:
        parts.append(words.say("tie.silent", silence=silence(tie.silent_days, words)))
    if tie.usual_gap_days is not None and tie.silent_days is not None:
        parts.append(rhythm_word(tie.usual_gap_days, tie.contacts, words))
    return ", ".join(parts)


def turn_text(tie: TieDetail, words: Words, today: date) -> str:
    """What is to come: "slipping in 9 days, turns thin in 6 weeks"; or "thin since 3 Mar".

    Of days that lie far ahead only that the tie holds until then.
    """
    if tie.state != "tended":
        return state_word(tie.state, words)
    near = [turn for turn in tie.turns if (turn.on - today).days <= FORESEEN]
    if tie.turns and not near and tie.band in ("hot", "warm"):
        return words.say("tie.holds")
    return ", ".join(_turn(turn, words, today) for turn in near)


def _turn(turn: Turn, words: Words, today: date) -> str:
    if turn.what == "thin":
        return words.say("tie.thin_since", day=day_of_month(turn.on, words.language, today))
    time = silence((turn.on - today).days, words)
    return words.say("tie.slips_in" if turn.what == "slips" else "tie.thins_in", time=time)


def facts(tie: TieDetail, words: Words, today: date, cells: int) -> tuple[str, ...]:
    """How the tie stands, as few lines as hold it."""
    told = (rhythm_text(tie, words), turn_text(tie, words, today), plan_text(tie, words, today))
    lines: list[str] = []
    for text in filter(None, told):
        if lines and width(lines[-1] + DOT + text) <= cells:
            lines[-1] += DOT + text
        else:
            lines.append(text)
    return tuple(lines)


def plan_text(tie: TieDetail, words: Words, today: date) -> str:
    """When one talks next, where that is planned."""
    if tie.plan_on is None:
        return ""
    return words.say("tie.planned", day=day_said(tie.plan_on, words.language, today))


def cell_text(tie: TieDetail, name: str, words: Words) -> str:
    """A cell of the heat in one line: who, how the tie stands, silence and usual gap."""
    parts = [name]
    if tie.band is not None:
        parts.append(band_word(tie.band, words))
    if tie.silent_days is not None:
        parts.append(rhythm_text(tie, words))
    return DOT.join(parts)


def cell_brief(tie: TieDetail, name: str, words: Words) -> str:
    """The same where room is short: "Björn Ek · thin · 56 d, usual 21 d"."""
    parts = [name]
    if tie.band is not None:
        parts.append(band_word(tie.band, words))
    if tie.silent_days is not None:
        silent = silence_short(tie.silent_days, words)
        gap = tie.usual_gap_days
        known = gap is not None and not is_supposed(tie.contacts)
        beside = silence_short(gap, words) if known and gap is not None else ""
        parts.append(
            words.say("reason.short.rhythm", silent=silent, usual=beside) if beside else silent
        )
    return DOT.join(parts)
