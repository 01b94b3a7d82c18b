"""What a tie asks of a week, with the arithmetic, as the paragraphs of the pane beside."""

from __future__ import annotations

from datetime import date

from store.rules.capacity import WEEK_DAYS
from store.views.capacity_words import minutes_message
from store.views.explain_cost import ExplainedCost
from store.words.message import Message
from store.words.numbers import Measure
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.why_paragraphs import term_paragraphs
from widgets.paragraph import SPACE, Paragraph

GAP_PLACES = 1
"""Decimals of the days: as many as its own term tells below."""


def cost_paragraphs(
    explained: ExplainedCost, words: Words, today: date, curtain: bool, keys: tuple[str, str]
) -> tuple[Paragraph, ...]:
    """The sum in one line, each of its terms, and where the arithmetic of the heat is.

    Args:
        explained: the tie.
        words: the language.
        today: the day.
        curtain: whether names are hidden.
        keys: the one that opens the person, and the one that explains there.
    """
    head = Paragraph(name_shown(explained.cost.name, curtain), "strong")
    out = [head, Paragraph(_sum(explained, words))]
    for title, figures in (
        ("capacity.term.minutes", explained.minutes),
        ("capacity.term.days", explained.days),
    ):
        out += [SPACE, Paragraph(words.say(title), "accent")]
        out += [line for each in figures for line in term_paragraphs(each, words, today)]
    heat = words.say("capacity.heat_there", open=keys[0], why=keys[1])
    return (*out, SPACE, Paragraph(heat, "dim"))


def _gap(days: float) -> Message:
    if days == int(days):
        return Message("duration.days", {"n": int(days)})
    return Message("capacity.term.gap", {"days": Measure(days, GAP_PLACES, nought=True)})


def _sum(explained: ExplainedCost, words: Words) -> str:
    asking = explained.cost.asking
    values: dict[str, object] = {
        "each": Measure(asking.minutes, nought=True),
        "seven": int(WEEK_DAYS),
        "gap": _gap(asking.gap_days),
        "weekly": minutes_message(asking.weekly),
    }
    return words.tell(Message("capacity.term.sum", values))
