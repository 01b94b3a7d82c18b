"""One person of an import in full: the fields before and after, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from store.records.change import Change, ChangeSet
from store.records.document import to_document
from store.records.identity import same_words
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views.field_changes import FieldChange, field_changes
from store.views.twin_words import likelihood_said
from store.words.field_words import field_word
from store.words.words import Words
from widgets.beside import BesideRow
from widgets.tone import Tone

if TYPE_CHECKING:
    from store.formats.incoming import Refused
    from store.formats.plan import Decision, Entry

_QUIET = frozenset({"id", "added", "sources", "properties"})
"""Fields of a card of which nobody needs to hear one by one before it is there."""


def changed_fields(entry: Entry) -> tuple[str, ...]:
    """The fields of a card that the files complete, but for where they come from."""
    before = {} if entry.before is None else to_document(entry.before)
    after = to_document(entry.after)
    fields = dict.fromkeys((*before, *after))
    return tuple(
        each for each in fields if each not in _QUIET and before.get(each) != after.get(each)
    )


def entry_rows(
    entry: Entry, decision: Decision, like: Person | None, snapshot: Snapshot, words: Words
) -> tuple[BesideRow, ...]:
    """What there is to know before one decides.

    Args:
        entry: who.
        decision: what becomes of them as it stands.
        like: for somebody new, the card of whom they resemble.
        snapshot: the data at hand.
        words: the language.
    """
    if like is not None:
        return tuple(_beside_another(entry, like, decision, snapshot, words))
    return tuple(_before_and_after(entry, decision, snapshot, words))


def _beside_another(
    entry: Entry, like: Person, decision: Decision, snapshot: Snapshot, words: Words
) -> Iterator[BesideRow]:
    card = entry.after
    yield _head(words.say("incoming.head_like"), words.say("incoming.head_file"))
    held = {each.field: each.after for each in _fields(None, like, snapshot, words)}
    told = {each.field: each.after for each in _fields(None, card, snapshot, words)}
    for field in dict.fromkeys((*told, *held)):
        left, right = held.get(field, ""), told.get(field, "")
        mark = "=" if same_words(left, right) else ""
        yield BesideRow(label=field, left=left, mark=mark, right=right)
    if entry.likelihood is not None:
        how = likelihood_said(entry.likelihood, words)
        yield BesideRow(label=words.say("incoming.likely", how=how))
    same = decision == "same"
    yield BesideRow(label=words.say("incoming.one_then" if same else "incoming.two_then"))
    yield from _kept(None, card, words)


def _before_and_after(
    entry: Entry, decision: Decision, snapshot: Snapshot, words: Words
) -> Iterator[BesideRow]:
    tone: Tone = "dim" if decision == "leave" else "strong"
    if entry.before is None:
        for each in _fields(None, entry.after, snapshot, words):
            yield BesideRow(label=each.field, right=each.after, right_tone="text")
        yield from _kept(None, entry.after, words)
        return
    added = tuple(_fields(entry.before, entry.after, snapshot, words))
    if added:
        yield _head(words.say("incoming.head_here"), words.say("incoming.head_then"))
    for each in added:
        yield BesideRow(
            label=each.field,
            left=each.before or words.say("history.nothing"),
            left_tone="text" if each.before else "dim",
            mark="→",
            right=each.after,
            right_tone=tone,
        )
    if entry.before == entry.after and not entry.differs:
        yield BesideRow(label=words.say("incoming.nothing_added"))
    if entry.differs:
        yield from _otherwise(entry, decision, snapshot, words)
    yield from _kept(entry.before, entry.after, words)


def _otherwise(
    entry: Entry, decision: Decision, snapshot: Snapshot, words: Words
) -> Iterator[BesideRow]:
    """What the files say otherwise: the side that stands is pointed to."""
    theirs = decision == "theirs"
    yield BesideRow(label=words.say("incoming.otherwise_taken" if theirs else "incoming.otherwise"))
    if entry.older:
        yield BesideRow(label=words.say("incoming.older"))
    yield _head(words.say("incoming.head_here"), words.say("incoming.head_file"))
    for field, held, told in _told_otherwise(entry, snapshot, words):
        yield BesideRow(
            label=field,
            left=held,
            left_tone="dim" if theirs else "text",
            mark="→" if theirs else "←",
            right=told,
            right_tone="strong" if theirs else "dim",
        )


def _told_otherwise(
    entry: Entry, snapshot: Snapshot, words: Words
) -> Iterator[tuple[str, str, str]]:
    said = {}
    if entry.theirs is not None:
        for each in _fields(entry.after, entry.theirs, snapshot, words):
            said[each.field] = each
    for differing in entry.differs:
        field = field_word(differing.field, words)
        change = said.get(field)
        if change is None or not change.after:
            yield field, differing.held, differing.told
        else:
            yield field, change.before, change.after


def _head(left: str, right: str) -> BesideRow:
    return BesideRow(left=left, left_tone="dim", right=right, right_tone="dim")


def _fields(
    before: Person | None, after: Person, snapshot: Snapshot, words: Words
) -> Iterator[FieldChange]:
    then, now = (_loud(each) for each in (before, after))
    change_set = ChangeSet((Change("people", after.id, then, now),))
    for record in field_changes(change_set, snapshot, words):
        yield from record.fields


def _loud(card: Person | None) -> Person | None:
    """A card without the fields that are told otherwise."""
    if card is None:
        return None
    return msgspec.structs.replace(card, added=None, sources=(), properties=())


def _kept(before: Person | None, after: Person, words: Words) -> Iterator[BesideRow]:
    """What is kept as it stands in the file, and that it is known where the card comes from."""
    held = () if before is None else before.properties
    more = sum(each not in held for each in after.properties)
    if more:
        yield BesideRow(label=words.say("incoming.kept", n=more))
    if before is not None and before.sources != after.sources:
        yield BesideRow(label=words.say("incoming.origin_kept"))


def refused_rows(
    each: Refused, place: str, why: str, words: Words, curtain: bool
) -> tuple[BesideRow, ...]:
    """A piece that was set aside: where, why, and how it begins."""
    rows = [
        BesideRow(label=words.say("incoming.where"), right=place),
        BesideRow(label=words.say("incoming.why"), right=why),
    ]
    if each.text and not curtain:
        rows.append(BesideRow(label=words.say("incoming.begins"), right=each.text))
    return tuple(rows)
