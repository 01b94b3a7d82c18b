"""Codes and their numbers as sentences, short for a row and long for the detail pane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from store.records.kinds import KINDS
from store.rules.reason import Reason, ReasonCode
from store.views.code_words import (
    band_word,
    budget_word,
    group_word,
    help_word,
    kind_word,
    rhythm_word,
    state_word,
)
from store.views.reason_tail import slips, unanswered
from store.views.supposed import is_supposed
from store.views.today import TodayRow
from store.views.why import Owed, Shared
from store.words import dates, durations
from store.words.day_messages import for_day
from store.words.language_names import language_word
from store.words.words import Words

__all__ = [
    "band_word",
    "budget_word",
    "due_texts",
    "group_word",
    "help_word",
    "kind_word",
    "owed_line",
    "promised_line",
    "reason_brief",
    "reason_long",
    "reason_short",
    "shared_line",
    "state_word",
]

_SOME_CONTACTS = 3


def due_texts(row: TodayRow, words: Words, today: date) -> tuple[str, ...]:
    """Since when or for when, the longest text first; none where no day says it.

    "since Tue", which gives way where there is no room; "today", "tomorrow", "Tue", which do not.
    """
    if row.due is None or row.group in ("cooling", "dormant", "give"):
        return ()
    texts = dates.since(row.due, words.language, today)
    if row.due < today:
        return texts, dates.since_brief(row.due, words.language, today), ""
    return texts, dates.brief(row.due, words.language, today)


def reason_short(reason: Reason, words: Words, today: date) -> str:
    """The cell beside a name: "52 d, usual 30 d", "birthday", "an intro"."""
    make = _SHORT.get(reason.code)
    if make is not None:
        return make(reason, words)
    why = reason.values.get("why")
    if reason.code in ("follow_up", "event", "give") and isinstance(why, str):
        return why
    if reason.code == "give" and "kind" in reason.values:
        return help_word(_text(reason, "kind"), words)
    return words.say(_PLAIN[reason.code])


def reason_brief(reason: Reason, words: Words) -> str:
    """The same with the silence alone, for where two figures find no room; empty without one."""
    if "silent_days" not in reason.values:
        return ""
    return durations.silence_short(_number(reason, "silent_days"), words)


def reason_long(reason: Reason, words: Words, today: date) -> str:
    """A whole sentence, or two joined by a semicolon."""
    text = _LONG[reason.code](reason, words, today)
    return f"{text}{slips(reason, words, today)}{unanswered(reason, words, today)}"


def shared_line(shared: Shared, words: Words) -> str:
    """Something in common, as noted; a language by its name."""
    if shared.what == "language":
        return language_word(shared.name, words)
    return f"{shared.name} {shared.years}" if shared.years else shared.name


def owed_line(owed: Owed, words: Words) -> str:
    """Something open between us: the user's own words, else the kind of help."""
    if owed.other:
        id = "owed.introduce_why" if owed.what else "owed.introduce"
        return words.say(id, name=owed.other, why=owed.what)
    if owed.what:
        return owed.what
    named = _PROMISED.get(owed.kind)
    return words.say(named) if named else help_word(owed.kind, words)


def promised_line(owed: Owed, words: Words, today: date) -> str:
    """A promise, and for when it is: "send her the contact · tomorrow"."""
    return f"{owed_line(owed, words)} · {dates.since(owed.on, words.language, today)}"


_PROMISED = {"follow_up": "reason.short.follow_up", "event": "reason.short.event"}
"""Kinds of promises that are no kind of help."""


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
    return words.day(value, today) if isinstance(value, date) else ""


def _short_rhythm(reason: Reason, words: Words) -> str:
    """Silence beside the usual gap, or beside the rhythm that the user has set."""
    silent = durations.silence_short(_number(reason, "silent_days"), words)
    if reason.code == "over_cadence":
        cadence = durations.silence_short(_number(reason, "cadence_days"), words)
        return words.say("reason.short.over_cadence", silent=silent, cadence=cadence)
    if is_supposed(_number(reason, "contacts")):
        return words.say("reason.short.silent", silent=silent)
    gap = durations.silence_short(_number(reason, "usual_gap_days"), words)
    return words.say("reason.short.rhythm", silent=silent, usual=gap)


def _short_met_once(reason: Reason, words: Words) -> str:
    if "layer" in reason.values:
        return _short_rhythm(reason, words)
    silent = durations.silence_short(_number(reason, "silent_days"), words)
    return words.say("reason.short.met_once", silent=silent)


def _short_dormant(reason: Reason, words: Words) -> str:
    silent = durations.silence_short(_number(reason, "silent_days"), words)
    return words.say("reason.short.dormant", silent=silent)


def _short_date(reason: Reason, words: Words) -> str:
    """What it is, in the user's words."""
    return _text(reason, "name") or words.say("reason.short.date")


_SHORT: dict[ReasonCode, Callable[[Reason, Words], str]] = {
    "rhythm": _short_rhythm,
    "over_cadence": _short_rhythm,
    "met_once": _short_met_once,
    "dormant": _short_dormant,
    "date": _short_date,
}


def _promised(reason: Reason, words: Words, today: date) -> str:
    """What was promised, when, and for which day."""
    why, made, due = _text(reason, "why"), reason.values.get("made"), _for(reason, words, today)
    if why and isinstance(made, date):
        id = "date.made_near" if dates.is_near(made, today) else "date.made"
        on = words.say(id, day=words.day_of_month(made, today))
        return words.say("reason.promised_made", why=why, made=on, due=due)
    return words.say("reason.promised_why" if why else "reason.promised", why=why, due=due)


def _for(reason: Reason, words: Words, today: date) -> str:
    """For which day: "for Tue 24 Nov"."""
    on = reason.values.get("on")
    return words.tell(for_day(on, today), today) if isinstance(on, date) else ""


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
    due = _for(reason, words, today)
    for kind in KINDS:
        if kind == reason.values.get("kind"):
            return words.say("reason.plan_passed", kind=kind_word(kind, words), due=due)
    return words.say("reason.plan_passed_plain", due=due)


def _birthday(reason: Reason, words: Words, today: date) -> str:
    day = _day(reason, "on", words, today)
    age = _number(reason, "age")
    if age > 0:
        return words.say("reason.birthday_age", n=int(age), day=day)
    return words.say("reason.birthday", day=day)


def _date(reason: Reason, words: Words, today: date) -> str:
    name, day = _short_date(reason, words), _day(reason, "on", words, today)
    years = int(_number(reason, "years"))
    if years > 0:
        return words.say("reason.date_years", name=name, day=day, n=years)
    return words.say("reason.date", name=name, day=day)


def _new_job(reason: Reason, words: Words, today: date) -> str:
    org, day = _text(reason, "org"), _day(reason, "on", words, today)
    return words.say("reason.new_job_at" if org else "reason.new_job", org=org, day=day)


def _over_cadence(reason: Reason, words: Words, today: date) -> str:
    past, cadence = int(_number(reason, "days_past")), int(_number(reason, "cadence_days"))
    return words.say("reason.over_cadence", n=past, cadence=cadence)


def _rhythm(reason: Reason, words: Words, today: date) -> str:
    contacts = int(_number(reason, "contacts"))
    rhythm = rhythm_word(_number(reason, "usual_gap_days"), contacts, words)
    if "steady" in reason.values:
        return words.say("reason.steady", n=contacts, rhythm=rhythm)
    silent = durations.silence(_number(reason, "silent_days"), words)
    return words.say("reason.rhythm", rhythm=rhythm, silent=silent)


LAYER_WORDS: dict[int, str] = {
    5: "reason.layer_5",
    15: "reason.layer_15",
    50: "reason.layer_50",
    150: "reason.layer_150",
}
"""A layer in words: "the fifty"."""


def _met_once(reason: Reason, words: Words, day: date) -> str:
    """One contact is known; somebody close has surely been met before, and only that is noted."""
    days = _number(reason, "silent_days")
    today, silent = days < 1, durations.silence(days, words)
    layer = LAYER_WORDS.get(int(_number(reason, "layer")))
    if layer is not None:
        id = "reason.told_today" if today else "reason.told"
        return words.say(id, silent=silent, layer=words.say(layer))
    return words.say("reason.met_once_today" if today else "reason.met_once", silent=silent)


def _not_yet(reason: Reason, words: Words, today: date) -> str:
    layer = _number(reason, "layer")
    return words.say("reason.not_yet_layer", layer=layer) if layer else words.say("reason.not_yet")


def _dormant(reason: Reason, words: Words, today: date) -> str:
    days, contacts = _number(reason, "silent_days"), int(_number(reason, "contacts"))
    if contacts >= _SOME_CONTACTS:
        year = (today - timedelta(days=int(days))).year
        return words.say("reason.dormant_contacts", n=contacts, year=year)
    return words.say("reason.dormant", silent=durations.silence(days, words))


def _give(reason: Reason, words: Words, today: date) -> str:
    why, kind = _text(reason, "why"), _text(reason, "kind")
    if kind:
        what = help_word(kind, words)
        id = "reason.give_what_why" if why else "reason.give_what"
        return words.say(id, what=what, why=why)
    return words.say("reason.give_why", why=why) if why else words.say("reason.give")


_LONG: dict[ReasonCode, Callable[[Reason, Words, date], str]] = {
    "follow_up": _promised,
    "thanks": _thanks,
    "news": _news,
    "event": _event,
    "plan_passed": _plan_passed,
    "birthday": _birthday,
    "date": _date,
    "new_job": _new_job,
    "over_cadence": _over_cadence,
    "rhythm": _rhythm,
    "met_once": _met_once,
    "not_yet": _not_yet,
    "dormant": _dormant,
    "give": _give,
}
