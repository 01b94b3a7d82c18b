"""Why a person, and how to begin, as the paragraphs of the detail pane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from store.records.kinds import Band
from store.records.time_entry import Slot
from store.views.explain import Explained, Figure, Part
from store.views.phrases import (
    band_word,
    kind_word,
    owed_line,
    promised_line,
    reason_long,
    shared_line,
)
from store.views.slot_words import when_words
from store.views.stay_messages import stay_told
from store.views.today import Reason
from store.views.why import LastTalk, Why
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.quotation_marks import nested, quoted
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.labelled_lines import labelled
from widgets.band_glyph import band_piece
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph, parted

DOT = " · "
PROMISES = frozenset({"follow_up", "thanks", "news", "event", "plan_passed"})
PART_IDS: dict[Part, str] = {
    "day": "explain.part.day",
    "rhythm": "explain.part.rhythm",
    "tie": "explain.part.tie",
    "order": "explain.part.order",
    "step": "explain.part.step",
    "place": "explain.part.place",
}
"""The head over the terms of each part."""

OCCASIONS = frozenset({"birthday", "date", "new_job"})


def why_paragraphs(
    why: Why, words: Words, today: date, curtain: bool = False
) -> tuple[Paragraph, ...]:
    """All that helps to decide and to begin; behind the curtain only the initials."""
    name = name_shown(why.name, curtain)
    head = Paragraph(name, "strong", right=_standing(why, words))
    if curtain:
        return (head, SPACE, Paragraph(words.say("pane.why.curtain"), "dim"))
    blocks: Iterable[tuple[Paragraph, ...]] = (
        (head, *_card(why, words)),
        (*_now(why.now, words, today), *_slots(why.slots, words, today)),
        _last(why.last, words, today),
        _between(why, words, today),
        _begin(why, words, today),
    )
    return parted(blocks)


def _standing(why: Why, words: Words) -> tuple[Piece, ...]:
    layer = str(why.layer) if why.layer else ""
    band: Band | None = why.band
    if band is None:
        return (Piece(layer, "dim"),) if layer else ()
    words_of = DOT.join(part for part in (layer, band_word(band, words)) if part)
    return (Piece(f"{words_of} ", "dim"), band_piece(band))


def _card(why: Why, words: Words) -> tuple[Paragraph, ...]:
    work = ", ".join(part for part in (why.title, why.org) if part)
    prefers = (
        words.say("pane.why.prefers", kind=kind_word(why.prefers, words)) if why.prefers else ""
    )
    line = DOT.join(part for part in (work, ", ".join(why.cities), prefers) if part)
    out = [Paragraph(line)] if line else []
    if why.intent:
        out.append(labelled(words.say("pane.why.intent"), why.intent))
    return tuple(out)


def _now(reasons: tuple[Reason, ...], words: Words, today: date) -> tuple[Paragraph, ...]:
    if not reasons:
        return ()
    lines = (
        Paragraph(reason_long(reason, words, today), lead=(_sign(reason.code),))
        for reason in reasons
    )
    return (Paragraph(words.say("pane.why.now"), "dim"), *lines)


def _slots(slots: tuple[Slot, ...], words: Words, today: date) -> Iterator[Paragraph]:
    """When time is set aside: "slot  today 17:30, 15 min"."""
    for slot in slots:
        when = when_words(slot.on, slot.at, words, today)
        text = f"{when}, {minutes_said(slot.minutes, words)}"
        yield labelled(words.say("pane.why.slot"), text)


def _sign(code: str) -> Piece:
    if code in PROMISES:
        return Piece(" ◆ ", "attention")
    return Piece(" ▲ ", "accent") if code in OCCASIONS else Piece(" ● ")


def _last(last: LastTalk | None, words: Words, today: date) -> tuple[Paragraph, ...]:
    if last is None:
        return ()
    day = dates.day(last.on, words.language, today)
    if last.approximate:
        day = words.say("pane.why.about", day=dates.day_dated(last.on, words.language, today))
    how = kind_word(last.kind, words)
    if last.minutes:
        how = f"{how}, {minutes_said(last.minutes, words)}"
    head = labelled(words.say("pane.why.last"), f"{day}{DOT}{how}")
    if not last.note:
        return (head,)
    return (head, Paragraph(last.note, lead=(Piece(" "),)))


def _between(why: Why, words: Words, today: date) -> tuple[Paragraph, ...]:
    out: list[Paragraph] = []
    if why.common:
        shared = DOT.join(shared_line(each, words) for each in why.common)
        out.append(labelled(words.say("pane.why.common"), shared))
    for each in why.promised:
        # Those that are due stand above, as reasons.
        if each.on > today:
            label = words.say("pane.why.promised")
            out.append(labelled(label, promised_line(each, words, today)))
    owed = (
        (words.say("pane.why.to_give"), why.give),
        (words.say("pane.why.to_thank"), why.thank),
        (words.say("pane.why.to_tell"), why.tell),
    )
    for label, some in owed:
        if some:
            out.append(labelled(label, ", ".join(owed_line(one, words) for one in some)))
    return tuple(out)


def _begin(why: Why, words: Words, today: date) -> tuple[Paragraph, ...]:
    if why.step is None:
        return ()
    step = kind_word(why.step, words)
    if why.minutes:
        step = f"{step}, {minutes_said(why.minutes, words)}"
    if why.stay is not None:
        step = f"{step}{DOT}{words.tell(stay_told(why.stay, today), today)}"
    head = labelled(words.say("pane.why.begin"), step)
    if why.opener is None:
        return (head,)
    first = nested(words.tell(why.opener, today), words.language)
    opener = words.say("pane.why.quoted", text=first)
    return (head, Paragraph(opener, lead=(Piece(" "),)))


def arithmetic(
    explained: Explained, words: Words, today: date, curtain: bool = False
) -> tuple[Paragraph, ...]:
    """Why a row, term by term: the number, and dim below it the rule and whose it is."""
    head = Paragraph(name_shown(explained.name, curtain), "strong")
    if curtain:
        return (head,)
    out = [head, Paragraph(reason_long(explained.reason, words, today))]
    part: Part | None = None
    for figure in explained.figures:
        if figure.part != part:
            part = figure.part
            out += [SPACE, Paragraph(words.say(PART_IDS[part]), "accent")]
        out += term_paragraphs(figure, words, today)
    if explained.leaves:
        out += [SPACE, Paragraph(words.say("pane.why.leaves"), "accent")]
        out += [
            Paragraph(words.tell(each, today), lead=(Piece(" → ", "dim"),))
            for each in explained.leaves
        ]
    return tuple(out)


def term_paragraphs(figure: Figure, words: Words, today: date) -> tuple[Paragraph, Paragraph]:
    """One term: the number, and dim below it the rule and whose it is."""
    return (
        Paragraph(words.tell(figure.what, today), lead=(Piece(" "),)),
        Paragraph(_rule(figure, words, today), "dim", lead=(Piece("   "),)),
    )


def _rule(figure: Figure, words: Words, today: date) -> str:
    """The rule, then whose finding it is; our own choices stand without."""
    rule = words.tell(figure.rule, today)
    return f"{rule} ({quoted(figure.source, words.language)})" if figure.source else rule
