"""Help and debts between the user and a person, as the screen and `show` say them."""

from __future__ import annotations

from collections.abc import Iterable

from store.views.between import Helped
from store.views.code_words import help_word
from store.views.owed import Owed
from store.views.phrases import owed_line
from store.words.words import Words


def owed_told(owed: Iterable[Owed], words: Words) -> str:
    """What is to be given, thanked for, told or asked."""
    return ", ".join(owed_line(each, words) for each in owed)


def helped_told(helped: Iterable[Helped], words: Words) -> str:
    """The kinds of help, and how often where that was more than once."""
    return ", ".join(
        f"{help_word(each.kind, words)} ×{each.times}"
        if each.times > 1
        else help_word(each.kind, words)
        for each in helped
    )
