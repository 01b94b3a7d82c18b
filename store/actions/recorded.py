"""What the history holds about one person: the facts that a dossier is made of."""

from __future__ import annotations

from collections.abc import Sequence

from store.actions.commit import Entry
from store.records.card_links import CARD_LINKS, links_to
from store.records.change import Change
from store.records.document import to_document
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Document, Json, Record
from store.views.mentions import sentences_in
from store.views.naming_words import NamingWords
from store.views.recorded import Fact

_NAMES_PEOPLE = frozenset({"person", "people", "wanted", "a", "b", *CARD_LINKS})
"""Fields that hold the ids of people; those of others are nobody else's to read."""


def recorded(history: Sequence[Entry], person: Person) -> tuple[Fact, ...]:
    """All that touched a person's card, a record that names them, or a sentence about them.

    Args:
        history: the commits remembered, oldest first.
        person: who, as their card is now.
    """
    words = NamingWords(person)
    void = _taken_back(history)
    facts = []
    for entry in history:
        standing = entry.revision not in void and entry.of not in void
        for change in entry.change_set.changes:
            found = _touched(change, PersonId(person.id), words)
            if found is not None:
                facts.append(_fact(entry, change, standing, *found))
    return tuple(facts)


def _taken_back(history: Sequence[Entry]) -> set[int]:
    turned = {entry.of: entry.how for entry in history if entry.of is not None}
    return {revision for revision, how in turned.items() if how == "undo"}


def _fact(
    entry: Entry, change: Change, standing: bool, fields: tuple[str, ...], before: Document
) -> Fact:
    return Fact(
        revision=entry.revision,
        at=entry.at,
        session=entry.session,
        action=entry.action,
        how=entry.how,
        standing=standing,
        table=change.table,
        id=change.id,
        made=change.before is None,
        fields=fields,
        before=before,
        keys=_keys(change),
    )


def _touched(
    change: Change, person: PersonId, words: NamingWords
) -> tuple[tuple[str, ...], Document] | None:
    """Fields touched and what they held, as far as it is about the person; None where nothing."""
    if isinstance(change.after or change.before, Me):
        if (person in _asked(change.before)) != (person in _asked(change.after)):
            return ("sorting",), {}
    elif change.table == "people":
        if change.id == person:
            return _difference(change)
        return _on_card_of_another(change, person, words)
    elif any(person in named_in(each) for each in (change.before, change.after) if each):
        return _difference(change)
    return _mentioning(change, words)


def _on_card_of_another(
    change: Change, person: PersonId, words: NamingWords
) -> tuple[tuple[str, ...], Document] | None:
    """Of somebody else's card: whether it names the person, and sentences about them."""
    sides = (change.before, change.after)
    before, after = (links_to(each, person) if isinstance(each, Person) else () for each in sides)
    links = tuple(each for each in CARD_LINKS if (each in before) != (each in after))
    mentioned = _mentioning(change, words)
    if mentioned is None:
        return (links, {}) if links else None
    return (*links, *mentioned[0]), mentioned[1]


def _asked(record: Record | None) -> tuple[PersonId, ...]:
    return record.sorting.asked if isinstance(record, Me) else ()


def _difference(change: Change) -> tuple[tuple[str, ...], Document]:
    before = {} if change.before is None else to_document(change.before)
    after = {} if change.after is None else to_document(change.after)
    names = dict.fromkeys((*after, *before))
    fields = tuple(name for name in names if name != "id" and before.get(name) != after.get(name))
    held = {name: before[name] for name in fields if name in before and name not in _NAMES_PEOPLE}
    return fields, held


def _mentioning(change: Change, words: NamingWords) -> tuple[tuple[str, ...], Document] | None:
    """Of a record about others: sentences that came or went, and nothing else of it."""
    before, after = _sentences(change.before, words), _sentences(change.after, words)
    fields = tuple(
        name for name in dict.fromkeys((*after, *before)) if before.get(name) != after.get(name)
    )
    held: Document = {name: list[Json](before[name]) for name in fields if name in before}
    return (fields, held) if fields else None


def _sentences(record: Record | None, words: NamingWords) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if record is not None:
        for field, sentence in sentences_in(record, words):
            found.setdefault(field, []).append(sentence)
    return found


def _keys(change: Change) -> tuple[str, ...]:
    """Source keys of an import: those that came with it, else those that it found."""
    if isinstance(change.after, Interaction):
        return (change.after.source,) if change.after.source else ()
    if not isinstance(change.after, Person):
        return ()
    known = change.before.sources if isinstance(change.before, Person) else ()
    return tuple(each for each in change.after.sources if each not in known) or known
