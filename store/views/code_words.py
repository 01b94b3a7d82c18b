"""Words for codes: bands, groups, states, kinds of time and of help, usual gaps."""

from __future__ import annotations

from store.records.kinds import Band, BudgetKind, ExchangeKind, Group, Kind
from store.rules.tie import State
from store.rules.time_shares import ValuePart
from store.views.supposed import is_supposed
from store.words import durations
from store.words.kinds import budget_message, kind_message
from store.words.words import Words

BAND_IDS: dict[Band, str] = {
    "new": "band.new",
    "hot": "band.hot",
    "warm": "band.warm",
    "cooling": "band.cooling",
    "cold": "band.cold",
    "frozen": "band.frozen",
    "dormant": "band.dormant",
}
_GROUPS: dict[Group, str] = {
    "promised": "group.promised",
    "occasion": "group.occasion",
    "cooling": "group.cooling",
    "dormant": "group.dormant",
    "give": "group.give",
}
STATE_IDS: dict[State, str] = {
    "tended": "state.tended",
    "paused": "state.paused",
    "seen_anyway": "state.seen_anyway",
    "faded": "state.faded",
    "deceased": "state.deceased",
}
_PARTS: dict[ValuePart, str] = {
    "high": "time.shares.high",
    "middle": "time.shares.middle",
    "low": "time.shares.low",
    "untended": "time.shares.untended",
}
_HELP: dict[ExchangeKind, str] = {
    "introduction": "help.introduction",
    "advice": "help.advice",
    "information": "help.information",
    "article": "help.article",
    "recommendation": "help.recommendation",
    "service": "help.service",
    "thanks": "help.thanks",
    "news": "help.news",
}
_USUAL = ("usual.days", "usual.weeks", "usual.months", "usual.years")
_SUPPOSED = ("supposed.days", "supposed.weeks", "supposed.months", "supposed.years")
_USUAL_DAYS_BELOW, _USUAL_WEEKS_BELOW, _USUAL_MONTHS_BELOW = 14, 10, 24


def band_word(band: Band, words: Words) -> str:
    """A band as a word about the tie."""
    return words.say(BAND_IDS[band])


def group_word(group: Group, words: Words) -> str:
    """The head over a group of rows."""
    return words.say(_GROUPS[group])


def state_word(state: State, words: Words) -> str:
    """Whether and why a clock stands still."""
    return words.say(STATE_IDS[state])


def kind_word(kind: Kind, words: Words) -> str:
    """A kind of contact."""
    return words.tell(kind_message(kind))


def budget_word(kind: BudgetKind, words: Words) -> str:
    """A kind of time in the week's budget."""
    return words.tell(budget_message(kind))


def help_word(kind: str, words: Words) -> str:
    """A kind of help, with its article: "an introduction"."""
    for known, id in _HELP.items():
        if known == kind:
            return words.say(id)
    return kind


def usual(days: float, words: Words) -> str:
    """A usual gap: "every ~3 weeks"."""
    return _span(_USUAL, days, words)


def rhythm_word(days: float, contacts: float, words: Words) -> str:
    """A usual gap, or what is supposed: "usually every ~3 weeks", "~3 weeks supposed".

    Args:
        days: of the gap.
        contacts: that are known; a rhythm of one or two is a guess.
        words: the language.
    """
    if is_supposed(contacts):
        return _span(_SUPPOSED, days, words)
    return words.say("pane.glance.usually", usual=usual(days, words))


def _span(ids: tuple[str, str, str, str], days: float, words: Words) -> str:
    if days < _USUAL_DAYS_BELOW:
        return words.say(ids[0], n=max(1, round(days)))
    weeks = round(days / durations.WEEK_DAYS)
    if weeks < _USUAL_WEEKS_BELOW:
        return words.say(ids[1], n=weeks)
    months = round(days / durations.MONTH_DAYS)
    if months < _USUAL_MONTHS_BELOW:
        return words.say(ids[2], n=months)
    return words.say(ids[3], n=round(days / durations.YEAR_DAYS))


def part_word(part: ValuePart, words: Words) -> str:
    """Of whose time: "what matters most", "nobody who is tended"."""
    return words.say(_PARTS[part])
