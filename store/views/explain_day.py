"""The day of a promise, an occasion or a gift, and the rule it obeys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.rules.occasions import BIRTHDAY_AHEAD, NEW_JOB_DAYS
from store.rules.promises import NEWS_AFTER
from store.rules.reason import ReasonCode
from store.views.explain_figure import Figure
from store.views.explain_source import RFC_6350
from store.views.today import TodayRow
from store.words.message import Message

RULES: dict[ReasonCode, str] = {
    "follow_up": "explain.rule.promise",
    "event": "explain.rule.event",
    "thanks": "explain.rule.thanks",
    "news": "explain.rule.news",
    "plan_passed": "explain.rule.plan",
    "birthday": "explain.rule.birthday",
    "date": "explain.rule.date",
    "new_job": "explain.rule.new_job",
    "give": "explain.rule.give",
}
"""What opens a row that has a day."""


def day_figures(row: TodayRow) -> Iterator[Figure]:
    """Since when, or for when; for promises when they were made or the help was received."""
    rule = RULES.get(row.reason.code)
    if rule is None or row.due is None:
        return
    birthday = row.reason.code == "birthday"
    terms: dict[str, object] = {
        "days": NEWS_AFTER.days,
        "ahead": BIRTHDAY_AHEAD,
        "job": NEW_JOB_DAYS,
    }
    gift = row.reason.code == "give" and "kind" in row.reason.values
    yield Figure(
        name="due",
        part="day",
        value=row.due,
        what=Message("explain.day" if row.group == "occasion" else "explain.due", {"day": row.due}),
        rule=Message("explain.rule.gift" if gift else rule, terms),
        source=RFC_6350 if birthday else "",
    )
    yield from _began(row)
    yield from _counted(row, "age", "explain.age", "explain.rule.age")
    yield from _counted(row, "years", "explain.years", "explain.rule.years")


def _counted(row: TodayRow, name: str, what: str, rule: str) -> Iterator[Figure]:
    """Years since the one on the card, from the first on."""
    years = row.reason.values.get(name)
    if isinstance(years, int) and years > 0:
        yield Figure(
            name=name,
            part="day",
            value=years,
            what=Message(what, {"n": years}),
            rule=Message(rule),
        )


def _began(row: TodayRow) -> Iterator[Figure]:
    """The day of the help, or of the promise."""
    values = row.reason.values
    made, helped = values.get("made"), values.get("on")
    # A row of the ledger names the help and its day; a follow-up has a day of its own.
    if row.reason.code == "news" and "kind" in values and isinstance(helped, date):
        yield Figure(
            name="helped_on",
            part="day",
            value=helped,
            what=Message("explain.helped", {"day": helped}),
            rule=Message("explain.rule.helped"),
        )
    elif made is not None:
        yield Figure(
            name="made",
            part="day",
            value=made,
            what=Message("explain.made", {"day": made}),
            rule=Message("explain.rule.made"),
        )
