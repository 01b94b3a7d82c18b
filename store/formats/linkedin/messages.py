"""messages.csv: who wrote to whom on which day; the words themselves are not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from store.formats.csv_table import Row, Table, read_table
from store.formats.incoming import IncomingInteraction, Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.columns import MESSAGES, MESSAGES_NEEDED
from store.formats.linkedin.days import day_of
from store.formats.linkedin.own_card import YES
from store.formats.linkedin.parties import Letter, Parties, slug_of_key, who_is_me
from store.formats.linkedin.refusals import in_order, refused_file, refused_row, unread_rows
from store.records.clean import clean_line
from store.records.interaction import Interaction
from store.records.kinds import By
from store.records.person import Person
from store.records.profile_slug import PREFIX, source_of
from store.words.fold import fold

GROUP_LIMIT = 10
"""Others in a conversation beyond which it is a circular, not a contact."""

STEP = 100
"""Rows after which it is told how far the reading has come."""

CONVERSATION_LENGTH = 120
"""Characters kept of a conversation's id."""

_SPONSORED = "spinmail-quill-editor"


def read_messages(text: str, shown_path: str, known: Known) -> Reading:
    """The interactions of a messages.csv, and the people who wrote to me and I to them.

    One interaction a conversation, day, direction and person. Letters that only one side ever
    wrote are no contact: the network sends many, and nobody expects an answer.
    """
    table = read_table(text, MESSAGES, MESSAGES_NEEDED)
    if table is None:
        return Reading(refused=(refused_file(shown_path, "import.no_header"),))
    refused: list[Refused] = list(unread_rows(shown_path, table))
    parties, letters = _letters(table, shown_path, refused, known)
    if not letters:
        return Reading(refused=in_order(refused))
    me = who_is_me(letters, parties, known)
    if not me:
        nobody = refused_file(shown_path, "import.who_are_you")
        return Reading(refused=(nobody, *in_order(refused)))
    incoming, answered = _interactions(letters, parties, me)
    people = tuple(_person(key, parties) for key in answered)
    return Reading(people=people, interactions=incoming, refused=in_order(refused))


def _letters(
    table: Table, shown_path: str, refused: list[Refused], known: Known
) -> tuple[Parties, Sequence[Letter]]:
    parties = Parties()
    rows = [row for row in table.rows if not _passed_over(table, row)]
    for row in rows:
        parties.learn(_text(table, row, "from"), _text(table, row, "from_url"))
        to, urls = _text(table, row, "to"), _text(table, row, "to_urls")
        if urls and "," not in urls:
            parties.learn(to, urls)
    letters: list[Letter] = []
    for count, row in enumerate(rows, start=1):
        if count % STEP == 0:
            known.step(count)
        day = day_of(table.cell(row, "date"))
        if not table.cell(row, "date") or not table.cell(row, "conversation"):
            refused.append(refused_row(shown_path, row, "import.too_few_cells"))
        elif day is None:
            refused.append(refused_row(shown_path, row, "import.bad_day"))
        else:
            letters.append(_letter(table, row, day, parties))
    return parties, letters


def _passed_over(table: Table, row: Row) -> bool:
    """Whether a row is spam, a draft or an advertisement: nothing to report, nothing to keep."""
    return (
        fold(table.cell(row, "folder")) == "spam"
        or fold(table.cell(row, "message_draft")) in YES
        or fold(table.cell(row, "conversation_draft")) in YES
        or _SPONSORED in table.cell(row, "content")
    )


def _letter(table: Table, row: Row, day: date, parties: Parties) -> Letter:
    return Letter(
        conversation=_text(table, row, "conversation")[:CONVERSATION_LENGTH],
        when=f"{day.isoformat()} {table.cell(row, 'date')[10:]}",
        day=day.isoformat(),
        sender=parties.key(_text(table, row, "from"), _text(table, row, "from_url")),
        recipients=parties.recipients(_text(table, row, "to"), _text(table, row, "to_urls")),
    )


def _text(table: Table, row: Row, field: str) -> str:
    return clean_line(table.cell(row, field))


def _interactions(
    letters: Sequence[Letter], parties: Parties, me: str
) -> tuple[tuple[IncomingInteraction, ...], tuple[str, ...]]:
    """The interactions, and the keys of those who wrote to me and to whom I wrote."""
    incoming: dict[str, tuple[str, IncomingInteraction]] = {}
    wrote: dict[str, set[By]] = {}
    for letter, by, others, group in _directed(letters, me):
        for other in others:
            wrote.setdefault(other, set()).add(by)
            source = f"{PREFIX}{letter.conversation}:{letter.day}:{by}"
            if group:
                source = f"{source}:{other}"
            if source not in incoming:
                incoming[source] = other, _incoming(letter, by, other, source, parties)
    both = {key: None for key, ways in wrote.items() if len(ways) == len(get_args(By))}
    kept = tuple(each for other, each in incoming.values() if other in both)
    return kept, tuple(key for key in both if slug_of_key(key))


def _directed(
    letters: Sequence[Letter], me: str
) -> Iterator[tuple[Letter, By, tuple[str, ...], bool]]:
    """Each letter with its direction, the others whom it counts for, and whether a group reads it.

    In a group a letter of mine counts for those who speak there, theirs for themselves.
    """
    others: dict[str, dict[str, None]] = {}
    speakers: dict[str, set[str]] = {}
    for letter in letters:
        held = others.setdefault(letter.conversation, {})
        held.update(
            (key, None) for key in (letter.sender, *letter.recipients) if key not in ("", me)
        )
        speakers.setdefault(letter.conversation, set()).add(letter.sender)
    for letter in letters:
        held = others[letter.conversation]
        if not letter.sender or len(held) > GROUP_LIMIT:
            continue
        group = len(held) > 1
        if letter.sender != me:
            if slug_of_key(letter.sender):
                yield letter, "them", (letter.sender,), group
        else:
            heard = speakers[letter.conversation]
            to = tuple(key for key in held if key in heard) if group else tuple(held)
            yield letter, "me", to, group


def _incoming(
    letter: Letter, by: By, other: str, source: str, parties: Parties
) -> IncomingInteraction:
    slug = slug_of_key(other)
    return IncomingInteraction(
        with_source=source_of(slug) if slug else "",
        with_name=parties.names.get(other, ""),
        interaction=Interaction(
            id="",
            people=(),
            kind="message",
            on=date.fromisoformat(letter.day),
            by=by,
            source=source,
        ),
    )


def _person(key: str, parties: Parties) -> Person:
    url = parties.urls.get(key, "")
    return Person(
        id="",
        name=parties.names.get(key, key),
        links=(url,) if url else (),
        sources=(source_of(key),),
    )
