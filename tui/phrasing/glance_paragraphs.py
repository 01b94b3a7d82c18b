"""A person at a glance, as the paragraphs of the pane below the list."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len

from store.views.code_words import band_word, kind_word, rhythm_word, state_word
from store.views.preview import Preview, Trait
from store.views.why import LastTalk
from store.words import dates
from store.words.dated_lines import dated_lines
from store.words.durations import minutes as minutes_said
from store.words.durations import silence_short
from store.words.language_names import language_word
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.labelled_lines import labelled
from tui.phrasing.months_strip import months_strip
from tui.phrasing.tie_words import first_name
from widgets.band_glyph import band_piece
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph, parted

DOT = " · "
APART = "  "

ROOMY_FROM = 8
"""Lines of the pane from which everything has a line of its own."""

KNOWN, KNOWN_ROOMY = 3, 5
"""Of whom they know, so many are named at most."""

LABELLED_FROM = 66
"""Cells of a line from which the twelve months are named."""

Block = tuple[Paragraph, ...]
"""Lines without a gap between them."""


def glance_paragraphs(
    glance: Preview,
    words: Words,
    today: date,
    curtain: bool = False,
    *,
    cells: int = 76,
    lines: int = ROOMY_FROM,
) -> tuple[Paragraph, ...]:
    """Who they are, what is shared, whom they know, the year, and the talks, the latest first.

    Args:
        glance: what is told.
        words: the language.
        today: the day.
        curtain: whether only initials are shown.
        cells: of a line.
        lines: of the pane; where they are few, what can share a line does.
    """
    if curtain:
        name = name_shown(glance.name, curtain)
        head = Paragraph(name, "strong", right=_standing(glance, words))
        return (head, SPACE, Paragraph(words.say("pane.why.curtain"), "dim"))
    blocks = _roomy(glance, words, cells) if lines >= ROOMY_FROM else _tight(glance, words, cells)
    return parted((*blocks, _talks(glance, words, today), _rest(glance, words)))


def _roomy(glance: Preview, words: Words, cells: int) -> tuple[Block, ...]:
    head = Paragraph(glance.name, "strong", right=_standing(glance, words))
    work = ", ".join(part for part in (glance.title, glance.org) if part)
    spoken = ", ".join(language_word(each.name, words) for each in glance.languages)
    card = DOT.join(part for part in (work, _places(glance, words), spoken) if part)
    said = tuple(Paragraph(text) for text in (card, _shared(glance, words)) if text)
    knows = _knows(glance, words, cells, KNOWN_ROOMY)
    first = (head, *said, *((Paragraph("", lead=knows),) if knows else ()))
    return (first, _rhythm(glance, words, cells))


def _tight(glance: Preview, words: Words, cells: int) -> tuple[Block, ...]:
    """The name with employer and city, and the rhythm with whom they know."""
    beside = DOT.join(part for part in (glance.org or glance.title, _places(glance, words)) if part)
    lead = (Piece(glance.name, "strong"), Piece(f"{DOT}{beside}" if beside else ""))
    head = Paragraph("", lead=lead, right=_standing(glance, words))
    shared = _shared(glance, words)
    rhythm, *more = _rhythm(glance, words, cells)
    used = _cells((*rhythm.lead, *rhythm.right)) + cell_len(rhythm.text) + len(APART) + 1
    knows = _knows(glance, words, cells - used, KNOWN)
    if knows and not rhythm.text:
        together = rhythm._replace(lead=(*rhythm.lead, Piece(APART), *knows))
        return ((head, *((Paragraph(shared),) if shared else ()), together, *more),)
    below = _knows(glance, words, cells, KNOWN_ROOMY)
    after = (Paragraph("", lead=below),) if below else ()
    return ((head, *((Paragraph(shared),) if shared else ()), rhythm, *more, *after),)


def _places(glance: Preview, words: Words) -> str:
    return ", ".join(_trait(each, words) for each in glance.cities)


def _shared(glance: Preview, words: Words) -> str:
    return DOT.join(_trait(each, words) for each in (*glance.schools, *glance.passions))


def _knows(glance: Preview, words: Words, cells: int, most: int) -> tuple[Piece, ...]:
    """First names of whom they know, as many as fit, and how many others; nothing if none does."""
    names = [first_name(name) for name in glance.knows]
    label = Piece(f"{words.say('pane.glance.knows')}  ", "dim")
    for shown in range(min(most, len(names)), 0, -1):
        left = len(names) - shown
        text = ", ".join([*names[:shown], *([f"+{left}"] if left else [])])
        if cell_len(label.text) + cell_len(text) <= cells:
            return (label, Piece(text))
    return ()


def _standing(glance: Preview, words: Words) -> tuple[Piece, ...]:
    parts = [str(glance.layer)] if glance.layer else []
    if glance.state != "tended":
        parts.append(state_word(glance.state, words))
    elif glance.band is not None:
        parts.append(band_word(glance.band, words))
    said = Piece(DOT.join(parts), "dim")
    if glance.band is None:
        return (said,)
    return (said, Piece(" "), band_piece(glance.band))


def _trait(trait: Trait, words: Words) -> str:
    text = f"{trait.name} {trait.years}" if trait.years else trait.name
    return words.say("pane.glance.shared", text=text) if trait.shared else text


def _rhythm(glance: Preview, words: Words, cells: int) -> Block:
    """The usual gap, the twelve months, and how long ago the last talk was."""
    standing = glance.standing
    if standing.silent_days is None:
        return (Paragraph(words.say("pane.glance.never"), "dim"),)
    silence = silence_short(standing.silent_days, words)
    spoke = words.say("pane.glance.spoke", silence=silence)
    if not standing.silent_days:
        spoke = words.say("pane.glance.spoke_today")
    gap = standing.usual_gap_days
    said = "" if gap is None else f"{rhythm_word(gap, standing.contacts, words)}{APART}"
    strip = () if glance.year is None else months_strip(glance.year)
    bare = (Piece(said, "dim"),)
    drawn = (*bare, *(Piece(*span) for span in strip))
    named = (*drawn, Piece(f"{APART}{words.say('pane.glance.months')}", "dim"))
    forms = (named, drawn, bare) if strip and cells >= LABELLED_FROM else (drawn, bare)
    room = cells - cell_len(spoke) - 2
    lead = next((form for form in forms if _cells(form) <= room), None)
    if lead is None:
        return (Paragraph(spoke, "dim"), Paragraph(said.strip(), "dim"))
    return (Paragraph("", lead=lead, right=(Piece(spoke, "dim"),)),)


def _cells(pieces: tuple[Piece, ...]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def _talks(glance: Preview, words: Words, today: date) -> Block:
    """The talks, their days in a column: the day of the month held right, the month left."""
    days = [dates.day_of_month(each.on, words.language, today) for each in glance.talks]
    number = max((cell_len(day.split()[0]) for day in days), default=0)
    held = [" " * (number - cell_len(day.split()[0])) + day for day in days]
    most = max(map(cell_len, held), default=0)
    pairs = zip(glance.talks, held, strict=True)
    return tuple(_talk(each, day + " " * (most - cell_len(day)), words) for each, day in pairs)


def _talk(talk: LastTalk, day: str, words: Words) -> Paragraph:
    how = kind_word(talk.kind, words)
    if talk.minutes:
        how = f"{how}, {minutes_said(talk.minutes, words)}"
    return Paragraph(talk.note, lead=(Piece(f"{day}  {how}  ", "dim"),))


def _rest(glance: Preview, words: Words) -> Block:
    """What is read by scrolling."""
    told = (
        ("pane.glance.tags", ", ".join(glance.tags)),
        ("pane.why.intent", glance.intent),
        ("pane.glance.notes", dated_lines(glance.notes, words)),
    )
    return tuple(labelled(words.say(id), text) for id, text in told if text)
