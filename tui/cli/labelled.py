"""Texts behind what they are, one below the other, in lines of the terminal's width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.words.width import fit, width
from store.words.words import Words
from tui.cli.paragraphs import hung

INDENT = "  "


def labelled(
    rows: Iterable[tuple[str, str]], words: Words, columns: int, wide: int = 0
) -> Iterator[str]:
    """Each text beside its label, in two columns; empty texts are not told.

    On a line too narrow for both, the text goes on below its label; so does a word that would not
    fit beside it.

    Args:
        rows: labels and texts.
        words: puts the colon where label and text share a line.
        columns: cells of a line.
        wide: cells of the labels, where those of other rows count as well.
    """
    told = [(label, text) for label, text in rows if text]
    cells = max([wide, *(width(label) for label, _ in told)])
    lead = cells + 2 * len(INDENT)
    for label, text in told:
        if lead * 2 > columns:
            yield from hung(INDENT, words.say("dossier.labelled", label=label, text=text), columns)
        elif max(map(width, text.split())) > columns - lead:
            # A long link stays whole.
            yield f"{INDENT}{label}"
            yield from hung(INDENT * 2, text, columns)
        else:
            yield from hung(f"{INDENT}{fit(label, cells)}{INDENT}", text, columns)
