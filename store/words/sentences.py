"""A note taken apart into its sentences, and a text cut short at a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.words.width import ELLIPSIS as CUT
from store.words.width import cut

__all__ = ["CUT", "one_line", "sentences", "shortened"]

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_END = re.compile(r"(?<=[.!?…])\s+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-ZÀ-Þ]|Dr|Drs|Mr|Mrs|Ms|Mme|Mlle|Pr|Prof|St|Ste|Jr|Sr|cf|etc|vs|env)\.$"
)
"""How a piece ends whose full stop ends no sentence: "M. Petit", "Dr. Ek"."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, line by line, each without its closing point.

    A question or an exclamation keeps its mark.
    """
    for line in text.splitlines():
        begun = ""
        for piece in _END.split(line.strip()):
            begun = f"{begun} {piece}" if begun else piece
            if _ABBREVIATED.search(begun):
                continue
            yield from _ended(begun)
            begun = ""
        yield from _ended(begun)


def _ended(sentence: str) -> Iterator[str]:
    plain = sentence.strip().rstrip(" .")
    if any(each.isalnum() for each in plain):
        yield plain


def one_line(text: str) -> str:
    """A text without line breaks and runs of blanks; what French keeps together stays so."""
    return _BLANKS.sub(" ", text).strip(" ")


def shortened(text: str, cells: int) -> str:
    """A text on one line in at most so many cells, cut at a word and marked with "…"."""
    line = one_line(text)
    kept = cut(line, max(1, cells))
    if kept == line:
        return line
    kept = kept.removesuffix(CUT)
    if " " in kept and line[len(kept) : len(kept) + 1].strip():
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.…-–") + CUT
