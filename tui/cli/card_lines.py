"""A card as lines of plain text: all that one would look for on it, then the last talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.stay_text import present_text
from store.search.similar import similar
from store.views.between import Between, Linked, between
from store.views.code_words import kind_word, state_word
from store.views.phrases import LAYER_WORDS, promised_line, shared_line
from store.views.shared_ground import SharedGround
from store.views.ties import Ties
from store.words import dates, durations
from store.words.dated_lines import dated_line
from store.words.field_words import field_word
from store.words.language_names import language_word
from store.words.sentences import one_line
from store.words.width import fit, width
from store.words.words import Words
from tui.cli.labelled import labelled
from tui.cli.paragraphs import hung
from tui.phrasing.between_words import helped_told, owed_told
from tui.phrasing.past_words import city_told, employers_told, stay_told

TALKS = 8
"""Interactions shown with a card."""

INDENT = "  "


def card_lines(
    person: Person, snapshot: Snapshot, ties: Ties, words: Words, columns: int
) -> Iterator[str]:
    """A card, what is between, and the last talks; private notes are none of it.

    Args:
        person: whose card.
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        words: the language.
        columns: cells of a line.
    """
    id, today = PersonId(person.id), ties.today
    ours = between(snapshot, ties, id)
    yield person.name
    work = " · ".join(filter(None, (person.title, present_text(person.org, person.employment))))
    if work:
        yield from hung(INDENT, work, columns)
    blocks: tuple[Iterable[tuple[str, str]], ...] = (
        _reach(person, words),
        _life(person, words, today),
        _tie(person, ours, ties, words, today),
        _shared(person, ours, snapshot, words, today),
        _open(ours, words, today),
    )
    rows = [(label, one_line(text)) for block in blocks for label, text in block]
    if any(text for _, text in rows):
        yield ""
        yield from labelled(rows, words, columns)
    if person.notes:
        yield ""
    for line in person.notes.splitlines():
        yield from (each.rstrip() for each in hung(INDENT, dated_line(line, words), columns))
    talks = snapshot.interactions_of(id)[-TALKS:]
    if talks:
        yield ""
        told = (_talk(talk, words, today) for talk in reversed(talks))
        yield from _dated(told, columns)


Told = Iterator[tuple[str, str]]
"""What it is, and the text; empty texts are not told."""


def _reach(person: Person, words: Words) -> Told:
    """How to reach them."""
    yield field_word("nicknames", words), ", ".join(person.nicknames)
    yield field_word("emails", words), ", ".join(person.emails)
    yield field_word("phones", words), ", ".join(person.phones)
    yield field_word("links", words), ", ".join(person.links)
    if person.prefers is not None:
        yield field_word("prefers", words), kind_word(person.prefers, words)
    yield field_word("avoids", words), ", ".join(kind_word(each, words) for each in person.avoids)


def _life(person: Person, words: Words, today: date) -> Told:
    """Where they come from, what they do and like."""
    yield field_word("schools", words), ", ".join(stay_told(each) for each in person.schools)
    yield field_word("employers", words), ", ".join(employers_told(person))
    yield field_word("cities", words), ", ".join(city_told(each, words) for each in person.cities)
    yield field_word("timezone", words), person.timezone
    yield field_word("passions", words), ", ".join(person.passions)
    yield field_word("fields", words), ", ".join(person.fields)
    spoken = (language_word(each, words) for each in person.languages)
    yield field_word("languages", words), ", ".join(spoken)
    yield field_word("needs", words), ", ".join(person.needs)
    yield field_word("offers", words), ", ".join(person.offers)
    yield field_word("birthday", words), _yearly(person.birthday, words)
    days = (f"{each.name} ({_yearly(each.on, words)})" for each in person.dates)
    yield field_word("dates", words), ", ".join(days)
    if person.new_job_on is not None:
        on = dates.day(person.new_job_on, words.language, today)
        yield field_word("new_job_on", words), on


def _tie(person: Person, ours: Between, ties: Ties, words: Words, today: date) -> Told:
    """How close, since when, through whom, and why."""
    state = ties[PersonId(person.id)].state
    layer = words.say(LAYER_WORDS[person.layer]) if person.layer is not None else ""
    yield field_word("layer", words), layer
    yield field_word("status", words), "" if state == "tended" else state_word(state, words)
    yield field_word("tags", words), ", ".join(person.tags)
    met = dates.day(person.met, words.language, today) if person.met is not None else ""
    yield field_word("met", words), " · ".join(filter(None, (met, person.where)))
    yield field_word("through", words), _names((ours.through,) if ours.through else ())
    yield words.say("card.brought"), _names(ours.brought)
    yield words.say("card.introduced"), _names(ours.introduced)
    yield field_word("intent", words), person.intent


def _names(linked: Iterable[Linked]) -> str:
    return ", ".join(each.name for each in linked)


def _shared(person: Person, ours: Between, snapshot: Snapshot, words: Words, today: date) -> Told:
    """What the user shares with them, and whom both know."""
    common = SharedGround(similar).with_me(snapshot, person, today)
    yield words.say("card.common"), ", ".join(shared_line(each, words) for each in common)
    yield field_word("knows", words), _names(ours.knows)


def _open(ours: Between, words: Words, today: date) -> Told:
    """What is open between the user and them; help each way, never set against the other."""
    promised = (promised_line(each, words, today) for each in ours.promised)
    yield words.say("pane.why.promised").lower(), "; ".join(promised)
    yield words.say("pane.why.to_give").lower(), owed_told(ours.give, words)
    yield words.say("pane.why.to_thank").lower(), owed_told(ours.thank, words)
    yield words.say("pane.why.to_tell").lower(), owed_told(ours.tell, words)
    yield words.say("brief.asked").lower(), owed_told(ours.ask, words)
    yield words.say("card.given"), helped_told(ours.given, words)
    yield words.say("card.received"), helped_told(ours.received, words)


def _yearly(text: str, words: Words) -> str:
    """A day of each year in words; a year alone as it is."""
    return dates.yearly(text, words.language) or text


def _talk(talk: Interaction, words: Words, today: date) -> tuple[str, str]:
    """The day, and what was said."""
    on = dates.day(talk.on, words.language, today)
    about = "~" if talk.approximate else ""
    minutes = f", {durations.minutes(talk.minutes, words)}" if talk.minutes else ""
    note = f" · {one_line(talk.note)}" if talk.note else ""
    return f"{about}{on}", f"{kind_word(talk.kind, words)}{minutes}{note}"


def _dated(told: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    """What was on each day, beside the day."""
    rows = list(told)
    wide = max((width(day) for day, _ in rows), default=0)
    for day, text in rows:
        yield from hung(f"{INDENT}{fit(day, wide)}  ", text, columns)
