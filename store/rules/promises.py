"""What has been promised: dated follow-ups, thanks and news owed, plans whose day has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

import msgspec

from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.interaction import Interaction
from store.records.kinds import ExchangeKind, Kind
from store.rules.reason import Reason, ReasonValue

NEWS_AFTER = timedelta(days=30)
"""Who helped is told what came of it this long after."""

Gift = Literal["article", "information", "advice", "recommendation", "introduction", "service"]
"""What can be put by for somebody."""

SAID: frozenset[ExchangeKind] = frozenset({"thanks", "news"})
"""What is said of help; it owes nothing and is nothing to put by."""


class Promise(msgspec.Struct, frozen=True):
    """Something owed to one person from a day on."""

    id: str
    """The record's."""
    on: date
    reason: Reason
    step: Kind | None = None
    minutes: int | None = None


def promises_of(
    follow_ups: Iterable[FollowUp],
    exchanges: Iterable[Exchange],
    passed: Iterable[Interaction],
) -> Iterator[Promise]:
    """All that is owed to a person, due or still to come.

    Args:
        follow_ups: of the person, open and closed.
        exchanges: with the person.
        passed: planned interactions whose day has gone by and which nobody has confirmed.
    """
    kept = tuple(follow_ups)
    for follow_up in kept:
        if follow_up.closed is None:
            values: dict[str, ReasonValue] = {"on": follow_up.on}
            if follow_up.why:
                values["why"] = follow_up.why
            if follow_up.made is not None:
                values["made"] = follow_up.made
            reason = Reason(follow_up.kind, values)
            yield Promise(follow_up.id, follow_up.on, reason, follow_up.step)
    for exchange in exchanges:
        owed = owed_for(exchange, kept)
        if owed is not None:
            yield owed
    for plan in passed:
        values = {"on": plan.on, "kind": plan.kind}
        if plan.note:
            values["why"] = plan.note
        # Whether it happened is a question; answering takes none of today's minutes.
        yield Promise(plan.id, plan.on, Reason("plan_passed", values), plan.kind, 0)


def owed_for(exchange: Exchange, follow_ups: Iterable[FollowUp]) -> Promise | None:
    """What an exchange leaves to say: thanks at once, then news of what came of it.

    A follow-up that stands for the same thanks or news takes the place of the computed row, and
    once closed it settles them.
    """
    if exchange.direction != "received" or exchange.closed is not None:
        return None
    if exchange.kind in SAID:
        return None
    linked = [each for each in follow_ups if each.exchange == exchange.id]
    thanks = [each for each in linked if each.kind == "thanks"]
    news = [each for each in linked if each.kind == "news"]
    values: dict[str, ReasonValue] = {"on": exchange.on, "kind": exchange.kind}
    if exchange.note:
        values["why"] = exchange.note
    if exchange.thanked is None and not any(each.closed for each in thanks):
        if thanks:
            return None
        return Promise(exchange.id, exchange.on, Reason("thanks", values))
    if exchange.told is None and not news:
        return Promise(exchange.id, news_day(exchange.on), Reason("news", values))
    return None


def news_day(helped: date) -> date:
    """The day from which on it is told what came of help received."""
    return min(helped, date.max - NEWS_AFTER) + NEWS_AFTER


def waits_to_be_given(exchange: Exchange) -> bool:
    """Whether something was put by for somebody and not given yet: an article, an idea."""
    if exchange.direction != "given" or exchange.kind in SAID:
        return False
    return exchange.closed is None
