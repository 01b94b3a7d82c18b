"""What happened with a person, as the lines of the timeline, and one thing in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from store.records.kinds import KINDS
from store.views.code_words import help_word, kind_word
from store.views.timeline import Entry, What, Year
from store.words import dates
from store.words.day_messages import for_day
from store.words.durations import minutes as minutes_said
from store.words.fold import fold
from store.words.words import Words
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph
from widgets.timeline import Happening, YearHead
from widgets.tone import Tone

MINE, THEIRS = "→", "←"
"""Who began: the user, or the other one."""

PROMISE, GIFT, LINK, AHEAD = "◆", "▲", "◇", "□"
"""None is that of the cursor."""

KIND_WITHIN = 3
"""Words of a note among which its kind may stand, so that it is not said twice."""

NAMED = 2
"""Names of others told at most."""

STATES: dict[str, str] = {
    "proposed": "dossier.state.proposed",
    "a_agreed": "dossier.state.one_agreed",
    "b_agreed": "dossier.state.other_agreed",
    "made": "dossier.state.made",
    "outcome": "dossier.state.outcome",
    "declined": "dossier.state.declined",
}
"""Of an introduction."""

PROMISES: dict[str, tuple[str, str]] = {
    "follow_up": ("person.promised", "person.kept"),
    "event": ("person.promised", "person.kept"),
    "thanks": ("person.to_thank", "person.thanked"),
    "news": ("person.to_tell", "person.told"),
}
"""What is still to be done, and what was, by the kind of the follow-up."""


HELP: dict[What, str] = {
    "given": "person.given",
    "received": "person.received",
    "asked": "person.asked",
}


def timeline_items(
    years: Sequence[Year], name: str, words: Words, today: date, needle: str = ""
) -> tuple[YearHead | Happening, ...]:
    """The lines, each year before what it held.

    Args:
        years: the newest first.
        name: how the other one is called, for what the arrows mean.
        words: the language.
        today: the day.
        needle: only what holds this, whatever its case.
    """
    out: list[YearHead | Happening] = []
    legend = f"{MINE} {words.say('person.you')}   {THEIRS} {name}"
    for year in years:
        some = [each for each in year.entries if _holds(each, needle, words, today)]
        if not some:
            continue
        out.append(YearHead(str(year.year), "" if out else legend))
        before: Entry | None = None
        for each in some:
            out.append(_happening(each, before, words, today))
            before = each
    return tuple(out)


def _holds(entry: Entry, needle: str, words: Words, today: date) -> bool:
    if not needle:
        return True
    told = "".join(piece.text for piece in _what(entry, words, today))
    return needle.casefold() in f"{told} {entry.note} {entry.outcome}".casefold()


def _happening(entry: Entry, before: Entry | None, words: Words, today: date) -> Happening:
    """One line; what was promised in a talk stands below it without its day."""
    inside = before is not None and before.on == entry.on
    return Happening(
        key=entry.id,
        day="" if inside else _day(entry, words),
        what=_what(entry, words, today),
        note=_note(entry),
        right=_right(entry, words, today),
    )


def _right(entry: Entry, words: Words, today: date) -> str:
    """Who began; of an open promise for when it is, or since when it waits."""
    if entry.what == "promise" and entry.open and entry.due is not None:
        return dates.since(entry.due, words.language, today)
    return {"me": MINE, "them": THEIRS}.get(entry.by or "", "")


def _day(entry: Entry, words: Words) -> str:
    day = dates.day_of_month(entry.on, words.language, entry.on)
    return f"~{day}" if entry.approximate else day


def _note(entry: Entry) -> str:
    """What stands below; the words of a promise or of help stand beside it already."""
    if entry.what in ("talk", "plan", "event"):
        return entry.note
    return entry.outcome if entry.what == "introduction" else ""


def _what(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    return _WHAT[entry.what](entry, words, today)


def _talk(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    beside = entry.name or _with(entry.others, words)
    return (Piece(_how(entry, words)), Piece(f"  {beside}" if beside else "", "dim"))


def _plan(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    passed = entry.on <= today
    text = words.say("person.plan_passed" if passed else "person.planned", what=_how(entry, words))
    return (Piece(f"{AHEAD} ", "accent"), Piece(text))


def _event(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    sign = (Piece(f"{AHEAD} ", "accent"),) if entry.open else ()
    return (*sign, Piece(kind_word("event", words)), Piece(f"  {entry.name}", "dim"))


def _promise(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    still, done = PROMISES.get(entry.kind, PROMISES["follow_up"])
    why = entry.note or words.say("person.something")
    text = words.say(still if entry.open else done, what=why)
    tone: Tone = "attention" if entry.open else "dim"
    return (Piece(f"{PROMISE} ", tone), Piece(text, "text" if entry.open else "dim"))


def _help(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    waits = entry.what == "given" and entry.open
    kind = help_word(entry.kind, words)
    said = _says(entry.note, kind)
    what = entry.note if said else kind
    text = words.say("person.to_give" if waits else HELP[entry.what], what=what)
    tone: Tone = "attention" if entry.open else "dim"
    beside = Piece("" if said or not entry.note else f"  {entry.note}", "dim")
    return (Piece(f"{GIFT} ", tone), Piece(text), beside)


def _says(note: str, kind: str) -> bool:
    """Whether a note begins with the kind of help: "an article on soils" needs no "an article"."""
    return fold(kind.rsplit(" ", 1)[-1]) in fold(note).split()[:KIND_WITHIN]


def _introduction(entry: Entry, words: Words, today: date) -> tuple[Piece, ...]:
    tone: Tone = "attention" if entry.open else "dim"
    text = words.say("person.introduction", name=entry.name)
    beside = ", ".join(filter(None, (words.say(STATES[entry.kind]), entry.note)))
    return (Piece(f"{LINK} ", tone), Piece(text), Piece(f"  {beside}", "dim"))


_WHAT: dict[What, Callable[[Entry, Words, date], tuple[Piece, ...]]] = {
    "talk": _talk,
    "plan": _plan,
    "event": _event,
    "promise": _promise,
    "given": _help,
    "received": _help,
    "asked": _help,
    "introduction": _introduction,
}


def _how(entry: Entry, words: Words) -> str:
    """The kind of a contact, and how long it was."""
    how = next((kind_word(kind, words) for kind in KINDS if kind == entry.kind), entry.kind)
    return f"{how} {minutes_said(entry.minutes, words)}" if entry.minutes else how


def _with(others: tuple[str, ...], words: Words) -> str:
    if not others:
        return ""
    more = f" +{len(others) - NAMED}" if len(others) > NAMED else ""
    return words.say("person.with", names=f"{', '.join(others[:NAMED])}{more}")


def entry_title(entry: Entry, words: Words, today: date) -> str:
    """The day of one thing."""
    day = dates.day_dated(entry.on, words.language, today)
    return words.say("pane.why.about", day=day) if entry.approximate else day


def entry_paragraphs(entry: Entry, name: str, words: Words, today: date) -> tuple[Paragraph, ...]:
    """One thing in full."""
    told = "".join(piece.text for piece in _what(entry, words, today))
    out = [Paragraph(told, "strong")]
    if entry.open and entry.due is not None:
        out.append(Paragraph(words.tell(for_day(entry.due, today), today), "dim"))
    if entry.by is not None:
        said = {"me": "person.began.me", "them": "person.began.them"}[entry.by]
        out.append(Paragraph(words.say(said, name=name), "dim"))
    if len(entry.others) > NAMED:
        names = ", ".join(entry.others)
        out.append(Paragraph(words.say("person.with", names=names), "dim"))
    for text in dict.fromkeys((_note(entry), entry.note)):
        if text and text not in told:
            out += [SPACE, Paragraph(text)]
    return tuple(out)
