"""A person at a glance, as the paragraphs of the pane below the list."""

from __future__ import annotations

from datetime import date

from store.views.code_words import band_word, kind_word, rhythm_word, state_word
from store.views.preview import Preview, Trait
from store.views.why import LastTalk
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.durations import silence_short
from store.words.language_names import language_word
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.band_glyph import band_piece
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

DOT = " · "


def glance_paragraphs(
    glance: Preview, words: Words, today: date, curtain: bool = False
) -> tuple[Paragraph, ...]:
    """Who they are, what is shared, the rhythm, and the talks, the latest first."""
    head = Paragraph(name_shown(glance.name, curtain), "strong", right=_standing(glance, words))
    if curtain:
        return (head, SPACE, Paragraph(words.say("pane.why.curtain"), "dim"))
    blocks = (
        (head, *_card(glance, words)),
        _rhythm(glance, words),
        tuple(_talk(each, words, today) for each in glance.talks),
        _notes(glance, words),
    )
    out: list[Paragraph] = []
    for block in blocks:
        if block:
            out += [SPACE, *block] if out else list(block)
    return tuple(out)


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


def _card(glance: Preview, words: Words) -> tuple[Paragraph, ...]:
    work = ", ".join(part for part in (glance.title, glance.org) if part)
    places = ", ".join(_trait(each, words) for each in glance.cities)
    spoken = ", ".join(language_word(each.name, words) for each in glance.languages)
    first = DOT.join(part for part in (work, places, spoken) if part)
    second = DOT.join(_trait(each, words) for each in (*glance.schools, *glance.passions))
    out = [Paragraph(text) for text in (first, second) if text]
    if glance.tags:
        out.append(_labelled(words.say("pane.glance.tags"), ", ".join(glance.tags)))
    if glance.intent:
        out.append(_labelled(words.say("pane.why.intent"), glance.intent))
    return tuple(out)


def _trait(trait: Trait, words: Words) -> str:
    text = f"{trait.name} {trait.years}" if trait.years else trait.name
    return words.say("pane.glance.shared", text=text) if trait.shared else text


def _rhythm(glance: Preview, words: Words) -> tuple[Paragraph, ...]:
    standing = glance.standing
    if standing.silent_days is None:
        return (Paragraph(words.say("pane.glance.never"), "dim"),)
    spoke = words.say("pane.glance.spoke", silence=silence_short(standing.silent_days, words))
    gap = standing.usual_gap_days
    if gap is None:
        return (Paragraph(spoke, "dim"),)
    rhythm = rhythm_word(gap, standing.contacts, words)
    return (Paragraph(rhythm, "dim", right=(Piece(spoke, "dim"),)),)


def _talk(talk: LastTalk, words: Words, today: date) -> Paragraph:
    day = dates.day_of_month(talk.on, words.language, today)
    how = kind_word(talk.kind, words)
    if talk.minutes:
        how = f"{how}, {minutes_said(talk.minutes, words)}"
    return Paragraph(talk.note, lead=(Piece(f"{day}  {how}  ", "dim"),))


def _notes(glance: Preview, words: Words) -> tuple[Paragraph, ...]:
    if not glance.notes:
        return ()
    return (_labelled(words.say("pane.glance.notes"), glance.notes),)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph(text, lead=(Piece(f"{label}  ", "dim"),))
