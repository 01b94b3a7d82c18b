"""Somebody to be sorted, and the two questions about them, as paragraphs."""

from __future__ import annotations

from datetime import date

from store.views.newcomer import Newcomer
from store.words import dates
from store.words.words import Words
from tui.commands.keymap import shown_key
from tui.phrasing.curtain import initials
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

LAYERS = (
    "sorting.layer_5",
    "sorting.layer_15",
    "sorting.layer_50",
    "sorting.layer_150",
)
"""The answers to "close to you?", by their keys 1 to 4."""

TALKS = (
    "sorting.talk_week",
    "sorting.talk_month",
    "sorting.talk_quarter",
    "sorting.talk_year",
    "sorting.talk_longer",
)
"""The answers to "last real talk?", by their keys 1 to 5."""

LABEL_CELLS = 9


def newcomer_card(
    newcomer: Newcomer, words: Words, today: date, curtain: bool
) -> tuple[Paragraph, ...]:
    """Who they are, as far as it is known."""
    if curtain:
        return (Paragraph(initials(newcomer.name), "strong"),)
    shown = [Paragraph(newcomer.name, "strong")]
    work = ", ".join(text for text in (newcomer.title, newcomer.org) if text)
    if work:
        shown.append(Paragraph(work))
    places = " · ".join((*newcomer.cities, *newcomer.schools))
    if places:
        shown.append(Paragraph(places, "dim"))
    told = [
        (words.say("sorting.met"), _met(newcomer, words, today)),
        (words.say("sorting.mail"), ", ".join(newcomer.domains)),
        (words.say("sorting.written"), _written(newcomer, words, today)),
    ]
    for label, text in told:
        if text:
            shown.append(Paragraph(text, "text", (Piece(f"{label:<{LABEL_CELLS}} ", "dim"),)))
    return tuple(shown)


def _met(newcomer: Newcomer, words: Words, today: date) -> str:
    day = dates.day(newcomer.met, words.language, today) if newcomer.met else ""
    return ", ".join(text for text in (day, newcomer.where) if text)


def _written(newcomer: Newcomer, words: Words, today: date) -> str:
    if newcomer.last_on is None:
        return ""
    return words.say(
        "sorting.written_both",
        mine=words.say("sorting.days_mine", n=newcomer.mine),
        theirs=words.say("sorting.days_theirs", n=newcomer.theirs),
        day=dates.day(newcomer.last_on, words.language, today),
    )


def closeness_question(words: Words, compact: bool) -> tuple[Paragraph, ...]:
    """Close to you?"""
    answers = [(str(at), words.say(id)) for at, id in enumerate(LAYERS, 1)]
    answers.append(("x", words.say("sorting.not_now")))
    return _question(words.say("sorting.close"), answers, compact)


def talk_question(words: Words, compact: bool) -> tuple[Paragraph, ...]:
    """Last real talk?"""
    answers = [(str(at), words.say(id)) for at, id in enumerate(TALKS, 1)]
    answers.append((shown_key("enter", words.language), words.say("sorting.talk_unknown")))
    return _question(words.say("sorting.talk"), answers, compact)


def _question(asked: str, answers: list[tuple[str, str]], compact: bool) -> tuple[Paragraph, ...]:
    head = Paragraph(asked, "strong")
    if compact:
        # Lines break between answers, never inside one.
        whole = (f"{key} {text}".replace(" ", "\u00a0") for key, text in answers)
        return (head, Paragraph("  ".join(whole)))
    widest = max(len(key) for key, _ in answers)
    return (
        head,
        SPACE,
        *(
            Paragraph(text, "text", (Piece(f"  {key:<{widest}}  ", "accent"),))
            for key, text in answers
        ),
    )
