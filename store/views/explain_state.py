"""Why no clock runs for somebody, where none does."""

from __future__ import annotations

from collections.abc import Iterator

from store.rules.tie import Standing, State
from store.views.code_words import STATE_IDS
from store.views.explain_figure import Figure
from store.words.message import Message

RULES: dict[State, str] = {
    "paused": "explain.rule.paused",
    "seen_anyway": "explain.rule.seen_anyway",
    "faded": "explain.rule.faded",
    "deceased": "explain.rule.deceased",
}


def state_figures(standing: Standing) -> Iterator[Figure]:
    """Paused, seen anyway, let fade, dead, or a card that nobody has sorted."""
    if not standing.counted:
        yield Figure(
            name="state",
            part="rhythm",
            value="unsorted",
            what=Message("explain.unsorted"),
            rule=Message("explain.rule.unsorted"),
        )
    elif standing.state in RULES:
        yield Figure(
            name="state",
            part="rhythm",
            value=standing.state,
            what=Message("explain.state", {"state": Message(STATE_IDS[standing.state])}),
            rule=Message(RULES[standing.state]),
        )
