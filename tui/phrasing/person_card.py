"""Who somebody is: the card on the screen of one person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.records.person import Person
from store.views.code_words import kind_word, rhythm_word, state_word, usual
from store.views.one_person import OnePerson
from store.views.supposed import is_supposed
from store.words import dates
from store.words.field_words import field_word
from store.words.language_names import language_word
from store.words.words import Words
from tui.phrasing.labelled_lines import aligned, labelled
from tui.phrasing.past_words import city_told, employers_told, stay_told
from widgets.paragraph import Paragraph, parted

DOT = " · "


def card_paragraphs(
    one: OnePerson,
    words: Words,
    today: date,
    key: str,
    *,
    whole: bool = False,
    there: str = "",
) -> tuple[Paragraph, ...]:
    """What is noted of a person, the most telling first.

    Args:
        one: the person.
        words: the language.
        today: the day.
        key: that edits the card.
        whole: whether there is room to align what each line is.
        there: what time it is where they live; empty where that is not known.
    """
    past = tuple(_past(one, words, today))
    blocks = (
        _who(one, words, there),
        tuple(Paragraph(text) for text in _reach(one.card)),
        aligned(past) if whole else tuple(labelled(*each) for each in past),
    )
    out = parted(blocks)
    if not any(blocks[1:]) and len(out) <= 1:
        empty = "person.card.empty" if _is_name_alone(one) else "person.card.bare"
        said = Paragraph(words.say(empty, key=key), "dim")
        return parted((out, (said,)))
    return out


def _is_name_alone(one: OnePerson) -> bool:
    """Whether nothing at all is known besides the name."""
    card = one.card
    noted = (card.notes, card.private_notes, card.passions, card.needs, card.offers, card.intent)
    return not (any(noted) or one.years)


def standing_text(one: OnePerson, words: Words) -> str:
    """Layer and rhythm: "layer 15 · every ~30 days"; or why no clock runs."""
    parts = []
    if one.card.layer:
        parts.append(words.say("person.layer", n=one.card.layer))
    standing = one.standing
    if standing.state != "tended":
        parts.append(state_word(standing.state, words))
    elif one.card.cadence_days:
        parts.append(words.say("person.cadence", n=one.card.cadence_days))
    elif standing.usual_gap_days is not None and standing.contacts:
        parts.append(_rhythm(standing.usual_gap_days, standing.contacts, words))
    return DOT.join(parts)


def _rhythm(days: float, contacts: float, words: Words) -> str:
    """The usual gap; "usually" goes without saying where room is short."""
    return rhythm_word(days, contacts, words) if is_supposed(contacts) else usual(days, words)


def _who(one: OnePerson, words: Words, there: str) -> tuple[Paragraph, ...]:
    card = one.card
    here = ", ".join(city.name for city in card.cities if city.kind == "now")
    spoken = ", ".join(language_word(each, words) for each in card.languages)
    lines = (
        ", ".join(part for part in (card.title, card.org) if part),
        DOT.join(part for part in (here, there, spoken) if part),
        _likes(card, words),
        standing_text(one, words),
    )
    return tuple(Paragraph(text) for text in lines if text)


def _likes(card: Person, words: Words) -> str:
    parts = []
    if card.prefers:
        parts.append(words.say("pane.why.prefers", kind=kind_word(card.prefers, words)))
    if card.avoids:
        kinds = ", ".join(kind_word(kind, words) for kind in card.avoids)
        parts.append(words.say("person.card.avoids", kinds=kinds))
    return DOT.join(parts)


def _reach(card: Person) -> Iterable[str]:
    yield from card.emails
    yield from card.phones
    for link in card.links:
        yield link.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _past(one: OnePerson, words: Words, today: date) -> Iterable[tuple[str, str]]:
    """Where they come from, and what else is noted, each with what it is."""
    card = one.card
    told = (
        ("schools", ", ".join(stay_told(each) for each in card.schools)),
        # The present one only where its years are known: it stands above already.
        ("employers", ", ".join(employers_told(card, card.org))),
        ("cities", ", ".join(city_told(each, words) for each in card.cities if each.kind != "now")),
        ("fields", ", ".join(card.fields)),
        ("tags", ", ".join(card.tags)),
        ("circles", ", ".join(one.circles)),
        ("met", _met(card, words, today)),
        ("birthday", _day(card.birthday, words)),
        ("dates", ", ".join(f"{each.name} {_day(each.on, words)}" for each in card.dates)),
        ("nicknames", ", ".join(card.nicknames)),
    )
    return ((_label(field, words), text) for field, text in told if text)


def _label(field: str, words: Words) -> str:
    return (
        words.say("dossier.table.circles").lower()
        if field == "circles"
        else field_word(field, words)
    )


def _met(card: Person, words: Words, today: date) -> str:
    on = dates.day_of_month(card.met, words.language, today) if card.met else ""
    return ", ".join(part for part in (on, card.where) if part)


def _day(text: str, words: Words) -> str:
    """A partial date in words; what is none stands as it was written."""
    return dates.yearly(text, words.language) or text
