"""What is in common, as the paragraphs of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from store.views import common_phrases as say
from store.views.common_view import CommonView
from store.words.words import Words
from widgets.line import Piece
from widgets.paragraph import Paragraph, parted

Fill = dict[str, str]
"""Keys and commands that fill in what is missing, by what they do: `me`, `edit`, `tags`."""

Row = tuple[str, str, str]
"""A label, a text, and what is said quietly after it."""


def common_paragraphs(
    view: CommonView, words: Words, today: date, fill: Fill, *, width: int
) -> tuple[Paragraph, ...]:
    """What is shared, the doors in, whom to introduce, and what is missing.

    Args:
        view: what is told.
        words: the language.
        today: the day.
        fill: the keys that fill in what is missing.
        width: cells of a line; where quiet words have no room at its end they stand below.
    """
    blocks: list[tuple[Paragraph, ...]] = []
    shared = [
        (
            say.what_word(each.common.what, words),
            say.shared_said(each, view, words),
            say.beside_said(each, view, words),
        )
        for each in view.shared
    ]
    if view.acquainted:
        blocks.append((Paragraph(say.acquainted_said(view, words), "dim"),))
    doors = [(*say.door_said(each, words, today), "") for each in view.doors]
    wide = max((cell_len(label) for label, _, _ in (*shared, *doors)), default=0)
    blocks.append(tuple(_rows(shared, wide, width, alike=len(view.people) > 2)))
    blocks.append(_headed(words.say("common.doors"), _rows(doors, wide, width)))
    pairs = (Paragraph(say.pair_said(each, view, words), lead=_INDENT) for each in view.pairs)
    blocks.append(_headed(words.say("common.introductions"), pairs))
    blocks.append(_missing(view, words, fill))
    return parted(blocks)


_INDENT_TEXT = "  "
_INDENT = (Piece(_INDENT_TEXT),)

_GAP = "  "
"""Between a label and its text, and at least between the text and what is quiet."""


def _headed(title: str, told: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    block = tuple(told)
    return (Paragraph(title, "strong"), *block) if block else ()


def _rows(
    rows: Sequence[Row], wide: int, width: int, *, alike: bool = False
) -> Iterator[Paragraph]:
    """Texts behind their labels; what is quiet at the right end, or below where room is short.

    Args:
        rows: what is told.
        wide: cells of the widest label.
        width: cells of a line.
        alike: whether all stand below where one has to.
    """
    hang = wide + len(_INDENT_TEXT) + len(_GAP)
    fits = [hang + cell_len(text) + len(_GAP) + cell_len(aside) <= width for _, text, aside in rows]
    for (label, text, aside), fit in zip(rows, fits, strict=True):
        lead = Piece(f"{_INDENT_TEXT}{label}{' ' * (wide - cell_len(label))}{_GAP}", "dim")
        beside = all(fits) if alike else fit
        right = (Piece(aside, "dim"),) if aside and beside else ()
        yield Paragraph(text, lead=(lead,), right=right)
        if aside and not beside:
            yield Paragraph(aside, "dim", lead=(Piece(" " * hang),))


def _missing(view: CommonView, words: Words, fill: Fill) -> tuple[Paragraph, ...]:
    """What to do where nothing is shared, or the user's own card is empty."""
    if view.lack == "mine":
        text = words.say("common.empty.mine", command=fill["me"])
    elif view.lack == "cards":
        names = ", ".join(each.name for each in view.bare)
        text = words.say("common.empty.bare", names=names, edit=fill["edit"], tags=fill["tags"])
    elif view.lack == "common":
        text = words.say("common.empty.nothing", edit=fill["edit"], tags=fill["tags"])
    else:
        return ()
    return (Paragraph(text, "dim"),)
