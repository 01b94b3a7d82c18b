"""The question how many minutes there are, with what fits as the echo."""

from __future__ import annotations

from collections.abc import Callable

from store.rules.fit import MOST_MINUTES
from store.views.fit import Fit
from store.views.fit_words import fit_sentence
from store.words.durations import minutes as minutes_said
from store.words.minutes_text import read_minutes
from store.words.words import Words
from widgets.ask_line import Echo, Question


def minutes_question(words: Words, fits: Callable[[int], Fit], left: int | None = None) -> Question:
    """How many minutes have you, from now?

    Args:
        words: the language.
        fits: what fits into so many minutes; asked at every key.
        left: minutes left of those told before; None where none were.
    """

    def read(text: str) -> Echo:
        minutes = read_minutes(text)
        if minutes is None or not 0 < minutes <= MOST_MINUTES:
            return Echo(words.say("tui.fit.unread"), accepted=False)
        fit = fits(minutes)
        said = words.say("tui.arrow", text=fit_sentence(fit, minutes, words))
        return Echo(said, accepted=bool(fit.rows))

    hint = words.say("tui.fit.hint")
    if left is not None:
        hint = words.say("tui.fit.hint_again", time=minutes_said(max(0, left), words))
    return Question(key="fit", label=words.say("tui.fit.label"), hint=hint, read=read)
