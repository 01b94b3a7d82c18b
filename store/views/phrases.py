"""Codes and their numbers as sentences, short for a row and long for the detail pane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.records.kinds import KINDS
from store.rules.reason import Reason, ReasonCode
from store.views.code_words import (
    band_word,
    budget_word,
    group_word,
    help_word,
    kind_word,
    state_word,
    usual,
)
from store.views.today import TodayRow
from store.views.why import Owed, Shared
from store.words import dates, durations
from store.words.words import Words

__all__ = [
    "band_word",
    "budget_word",
    "due_short",
    "group_word",
    "help_word",
    "kind_word",
    "owed_line",
    "reason_long",
    "reason_short",
    "shared_line",
    "state_word",
    "usual",
]

_SOME_CONTACTS = 3


def due_short(row: TodayRow, words: Words, today: date) -> str:
    """Since when or for when: "since Tue", "today", "tomorrow"; empty where no day says it."""
    if row.due is None or row.group in ("cooling", "dormant", "give"):
        return ""
    return dates.since(row.due, words.language, today)


def due_brief(row: TodayRow, words: Words, today: date) -> str:
    """The same day in the narrowest cell: "Tue", "10 Nov"."""
    if not due_short(row, words, today) or row.due is None:
        return ""
    return dates.brief(row.due, words.language, today)


def reason_short(reason: Reason, words: Words, today: date) -> str:
    """The cell beside a name: "52 d, usual 30", "birthday", "an intro"."""
    make = _SHORT.get(reason.code)
    if make is not None:
        return make(reason, words)
    why = reason.values.get("why")
    if reason.code in ("follow_up", "event", "give") and isinstance(why, str):
        return why
    return words.say(_PLAIN[reason.code])


def reason_long(reason: Reason, words: Words, today: date) -> str:
    """A whole sentence, or two joined by a semicolon."""
    text = _LONG[reason.code](reason, words, today)
    unanswered = _number(reason, "unanswered")
    if unanswered:
        return f"{text}{words.say('reason.unanswered', n=int(unanswered))}"
    return text


def shared_line(shared: Shared) -> str:
    """Something in common, as noted."""
    return f"{shared.name} {shared.years}" if shared.years else shared.name


def owed_line(owed: Owed, words: Words) -> str:
    """Something open between us: the user's own words, else the kind of help."""
    return owed.what or help_word(owed.kind, words)


_PLAIN: dict[ReasonCode, str] = {
    "follow_up": "reason.short.follow_up",
    "event": "reason.short.event",
    "give": "reason.short.give",
    "thanks": "reason.short.thanks",
    "news": "reason.short.news",
    "plan_passed": "reason.short.plan_passed",
    "birthday": "reason.short.birthday",
    "new_job": "reason.short.new_job",
    "not_yet": "reason.short.not_yet",
}


def _number(reason: Reason, name: str) -> float:
    value = reason.values.get(name)
    return value if isinstance(value, int | float) else 0


def _text(reason: Reason, name: str) -> str:
    value = reason.values.get(name)
    return value if isinstance(value, str) else ""


def _day(reason: Reason, name: str, words: Words, today: date) -> str:
    value = reason.values.get(name)
    return dates.day(value, words.language, today) if isinstance(value, date) else ""


def _short_rhythm(reason: Reason, words: Words) -> str:
    """Silence beside the usual gap; the unit is said once where both have the same."""
    silent, gap = _number(reason, "silent_days"), _number(reason, "usual_gap_days")
    if reason.code == "over_cadence":
        gap = _number(reason, "cadence_days")
    told = durations.silence_short(silent, words)
    beside = durations.silence_short(gap, words)
    number, _, unit = beside.partition("\N{NO-BREAK SPACE}")
    if not unit:
        number, _, unit = beside.partition(" ")
    same = bool(unit) and told.endswith(unit)
    return words.say("reason.short.rhythm", silent=told, usual=number if same else beside)


def _short_met_once(reason: Reason, words: Words) -> str:
    if "layer" in reason.values:
        return _short_rhythm(reason, words)
    silent = durations.silence_short(_number(reason, "silent_days"), words)
    return words.say("reason.short.met_once", silent=silent)


def _short_dormant(reason: Reason, words: Words) -> str:
    silent = durations.silence_short(_number(reason, "silent_days"), words)
    return words.say("reason.short.dormant", silent=silent)


_SHORT: dict[ReasonCode, Callable[[Reason, Words], str]] = {
    "rhythm": _short_rhythm,
    "over_cadence": _short_rhythm,
    "met_once": _short_met_once,
    "dormant": _short_dormant,
}


def _promised(reason: Reason, words: Words, today: date) -> str:
    why = _text(reason, "why")
    made, due = _day(reason, "made", words, today), _day(reason, "on", words, today)
    if why and made:
        return words.say("reason.promised_made", why=why, made=made)
    return words.say("reason.promised_why" if why else "reason.promised", why=why, day=due)


def _thanks(reason: Reason, words: Words, today: date) -> str:
    what = _text(reason, "why") or help_word(_text(reason, "kind"), words)
    if not what:
        return words.say("reason.thanks_plain")
    return words.say("reason.thanks", what=what, day=_day(reason, "on", words, today))


def _news(reason: Reason, words: Words, today: date) -> str:
    what = _text(reason, "why") or help_word(_text(reason, "kind"), words)
    if not what:
        return words.say("reason.news_plain")
    return words.say("reason.news", what=what, day=_day(reason, "on", words, today))


def _event(reason: Reason, words: Words, today: date) -> str:
    why = _text(reason, "why")
    return words.say("reason.event_why", why=why) if why else words.say("reason.event")


def _plan_passed(reason: Reason, words: Words, today: date) -> str:
    day = _day(reason, "on", words, today)
    for kind in KINDS:
        if kind == reason.values.get("kind"):
            return words.say("reason.plan_passed", kind=kind_word(kind, words), day=day)
    return words.say("reason.plan_passed_plain", day=day)


def _birthday(reason: Reason, words: Words, today: date) -> str:
    day = _day(reason, "on", words, today)
    age = _number(reason, "age")
    if age > 0:
        return words.say("reason.birthday_age", n=int(age), day=day)
    return words.say("reason.birthday", day=day)


def _new_job(reason: Reason, words: Words, today: date) -> str:
    org, day = _text(reason, "org"), _day(reason, "on", words, today)
    return words.say("reason.new_job_at" if org else "reason.new_job", org=org, day=day)


def _over_cadence(reason: Reason, words: Words, today: date) -> str:
    past, cadence = int(_number(reason, "days_past")), int(_number(reason, "cadence_days"))
    return words.say("reason.over_cadence", n=past, cadence=cadence)


def _rhythm(reason: Reason, words: Words, today: date) -> str:
    if "steady" in reason.values:
        gap = usual(_number(reason, "usual_gap_days"), words)
        return words.say("reason.steady", n=int(_number(reason, "contacts")), usual=gap)
    return words.say(
        "reason.rhythm",
        usual=usual(_number(reason, "usual_gap_days"), words),
        silent=durations.silence(_number(reason, "silent_days"), words),
    )


_LAYERS: dict[int, str] = {
    5: "reason.layer_5",
    15: "reason.layer_15",
    50: "reason.layer_50",
    150: "reason.layer_150",
}


def _met_once(reason: Reason, words: Words, today: date) -> str:
    """One contact is known; somebody close has surely been met before, and only that is noted."""
    silent = durations.silence(_number(reason, "silent_days"), words)
    layer = _LAYERS.get(int(_number(reason, "layer")))
    if layer is not None:
        return words.say("reason.told", silent=silent, layer=words.say(layer))
    return words.say("reason.met_once", silent=silent)


def _not_yet(reason: Reason, words: Words, today: date) -> str:
    layer = _number(reason, "layer")
    return words.say("reason.not_yet_layer", layer=layer) if layer else words.say("reason.not_yet")


def _dormant(reason: Reason, words: Words, today: date) -> str:
    silent = durations.silence(_number(reason, "silent_days"), words)
    contacts = int(_number(reason, "contacts"))
    if contacts >= _SOME_CONTACTS:
        return words.say("reason.dormant_contacts", n=contacts, silent=silent)
    return words.say("reason.dormant", silent=silent)


def _give(reason: Reason, words: Words, today: date) -> str:
    why = _text(reason, "why")
    return words.say("reason.give_why", why=why) if why else words.say("reason.give")


_LONG: dict[ReasonCode, Callable[[Reason, Words, date], str]] = {
    "follow_up": _promised,
    "thanks": _thanks,
    "news": _news,
    "event": _event,
    "plan_passed": _plan_passed,
    "birthday": _birthday,
    "new_job": _new_job,
    "over_cadence": _over_cadence,
    "rhythm": _rhythm,
    "met_once": _met_once,
    "not_yet": _not_yet,
    "dormant": _dormant,
    "give": _give,
}
