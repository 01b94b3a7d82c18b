"""A dossier as text under headings, for the command line and for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.records.record import Json
from store.views.dossier import NAMING, CardField, Dossier, Held
from store.views.dossier_values import record_text, value_text
from store.views.dossier_words import day_word, moment_word, table_word
from store.views.mentions import Mention
from store.views.named_on import NamedOn
from store.views.origin import How, Origin
from store.views.recorded import Fact
from store.words import dates
from store.words.field_words import field_word
from store.words.kinds import action_message
from store.words.words import Words

_HOW: dict[How, str] = {
    "typed": "dossier.how.typed",
    "import": "dossier.how.import",
    "join": "action.join",
    "outside": "action.outside",
    "restore": "action.restore",
    "unknown": "dossier.how.unknown",
}


class Told(NamedTuple):
    """One piece: what it is, the text, and where it comes from."""

    label: str
    text: str
    """May be of several lines."""
    aside: str = ""


class Section(NamedTuple):
    """Pieces under a heading."""

    title: str
    told: tuple[Told, ...]


def dossier_text(dossier: Dossier, words: Words) -> tuple[Section, ...]:
    """The sections that hold anything, the card first."""
    sections = (
        Section(dossier.person.name, tuple(_card(dossier, words))),
        *(
            Section(table_word(table, words), tuple(_record(e, words) for e in dossier.held[table]))
            for table in NAMING
        ),
        Section(
            words.say("dossier.section.named_on"),
            tuple(_named_on(each, words) for each in dossier.named_on),
        ),
        Section(
            words.say("dossier.section.mentions"),
            tuple(_mention(each, words) for each in dossier.mentions),
        ),
        Section(words.say("dossier.section.history"), tuple(_history(dossier, words))),
        Section(
            words.say("dossier.section.elsewhere"),
            tuple(Told("", words.tell(each)) for each in dossier.elsewhere),
        ),
    )
    return tuple(each for each in sections if each.told)


def _card(dossier: Dossier, words: Words) -> Iterator[Told]:
    yield Told(words.say("field.id"), dossier.person.id)
    for each in dossier.card:
        yield _field(each, words)
    if dossier.asked:
        yield Told(words.say("field.sorting"), words.say("dossier.asked"))


def _field(each: CardField, words: Words) -> Told:
    aside = origin_text(each.origin, words, "dossier.card_made")
    if each.private:
        aside = words.say("dossier.private", origin=aside)
    text = ", ".join(each.names) or value_text(each.field, each.value, words)
    return Told(field_word(each.field, words), text, aside)


def origin_text(origin: Origin, words: Words, made: str) -> str:
    """Where something came from, and when: "typed here, 24 Nov 2025 14:03".

    Args:
        origin: of the piece.
        words: the language.
        made: id of the sentence that tells the day on which its record was made.
    """
    how = words.say(_HOW[origin.how])
    if origin.keys:
        keys = ", ".join(origin.keys)
        how = words.say("dossier.labelled", label=how, text=keys)
    if origin.at is not None:
        return f"{how}, {moment_word(origin.at, words)}"
    if origin.day is not None:
        on = dates.day_of_month(origin.day, words.language)
        return f"{how}, {words.say(made, day=on)}"
    return how


def _record(each: Held, words: Words) -> Told:
    day = day_word(each.fields["on"], words) if "on" in each.fields else ""
    fields = {**each.fields, **each.unknown}
    if fields.get("source") in each.origin.keys:
        # Where it comes from is told behind it.
        del fields["source"]
    text = record_text(each.table, fields, each.links, words)
    company = _company(each, words)
    aside = origin_text(each.origin, words, "dossier.entered")
    if company:
        aside = words.say("dossier.both", company=company, origin=aside)
    return Told(day, text, aside)


def _company(each: Held, words: Words) -> str:
    if each.others:
        return words.say("dossier.with", names=", ".join(o.name or o.id for o in each.others))
    if "wanted" in each.roles and "people" not in each.roles:
        return words.say("dossier.wanted")
    return words.say("dossier.others", n=each.besides) if each.besides else ""


def _named_on(each: NamedOn, words: Words) -> Told:
    links = ", ".join(field_word(link, words) for link in each.links)
    text = words.say("dossier.named_on", name=each.name, links=links)
    return Told("", text, origin_text(each.origin, words, "dossier.card_made"))


def _mention(each: Mention, words: Words) -> Told:
    place = f"{table_word(each.table, words)}, {field_word(each.field, words)}"
    aside = words.say("dossier.labelled", label=place, text=each.about) if each.about else place
    return Told("", each.text, aside)


def _history(dossier: Dossier, words: Words) -> Iterator[Told]:
    """What was done when; below it what a field held before."""
    for fact in dossier.history:
        what = words.tell(action_message(fact.action))
        if fact.how != "do":
            turn = "dossier.undone" if fact.how == "undo" else "dossier.redone"
            what = words.say(turn, what=what)
        fields = ", ".join(field_word(each, words) for each in fact.fields)
        table = table_word(fact.table, words)
        if fact.table == "people" and fact.id != dossier.person.id:
            table = words.say("dossier.another_card")
        where = words.say("dossier.labelled", label=table, text=fields)
        aside = words.say("dossier.revision", revision=fact.revision, session=fact.session)
        yield Told(moment_word(fact.at, words), f"{what} · {where}", aside)
        for field, value in fact.before.items():
            yield Told("", _earlier(fact, field, value, words))


def _earlier(fact: Fact, field: str, value: Json, words: Words) -> str:
    text = value_text(field, value, words)
    if field == "kind":
        text = record_text(fact.table, {field: value}, {}, words)
    return words.say("dossier.before", field=field_word(field, words), text=text)
