"""What one knows of a person in words: notes, wants and offers, their news, the next question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.views.one_person import OnePerson
from store.words import dates
from store.words.dated_lines import dated_line
from store.words.words import Words
from tui.phrasing.labelled_lines import aligned
from widgets.paragraph import SPACE, Paragraph


def notes_paragraphs(one: OnePerson, words: Words, today: date, key: str) -> tuple[Paragraph, ...]:
    """Notes first, then what they want, what they can, and what to ask next.

    Args:
        one: the person.
        words: the language.
        today: the day.
        key: that notes something.
    """
    lines = one.card.notes.splitlines()
    notes = tuple(Paragraph(dated_line(text, words)) for text in lines if text.strip())
    told = aligned(tuple(_told(one, words, today)))
    if not notes and not told:
        return (Paragraph(words.say("person.notes.empty", key=key), "dim"),)
    return (*notes, SPACE, *told) if notes and told else (*notes, *told)


def _told(one: OnePerson, words: Words, today: date) -> Iterator[tuple[str, str]]:
    """Each thing with what it is."""
    card, news = one.card, one.news
    if card.needs:
        yield words.say("person.wants"), ", ".join(card.needs)
    if card.offers:
        yield words.say("person.can"), ", ".join(card.offers)
    if card.passions:
        yield words.say("person.loves"), ", ".join(card.passions)
    if news is not None:
        day = dates.day_of_month(news.on, words.language, today)
        yield words.say("person.news"), f"{news.text} ({day})"
    if one.question is not None:
        yield words.say("person.ask"), words.tell(one.question, today)
    if card.intent:
        yield words.say("person.intent"), card.intent
    for text in card.private_notes.splitlines():
        if text.strip():
            yield words.say("person.private"), text
