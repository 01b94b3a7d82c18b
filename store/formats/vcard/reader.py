"""A file of vCards 2.1, 3.0 or 4.0 read whole, whatever state it is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from store.formats.incoming import IncomingRecord, IncomingTie, Reading
from store.formats.known import Known
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow, trusted_codec
from store.formats.vcard.cards import Card, cards_of
from store.formats.vcard.carried import VERSION
from store.formats.vcard.group_cards import circle_of
from store.formats.vcard.lines import Line, content_lines, fallback_charset
from store.formats.vcard.person import ReadCard, person_of, sheet_of
from store.formats.vcard.relations import Known as KnownPerson
from store.formats.vcard.relations import ties_of, uid_key
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.source_key import SourceKeys, digest_of
from store.records.person import Person, Property
from store.words.message import Message

_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r*$", re.IGNORECASE | re.MULTILINE)

MOST_CARDS = 50_000
"""Of one file; nobody knows more people."""

PACE = 2000
"""Lines between two looks whether to go on."""

STEP = 100
"""Cards between two reports of how far the reading has come."""


def looks_like_vcard(head: bytes) -> bool:
    """Whether the beginning of a file holds the beginning of a card."""
    narrow = as_narrow(head).removeprefix(b"\xef\xbb\xbf")
    return _BEGIN.search(narrow.replace(b"\r", b"\n")) is not None


def read_vcards(data: bytes, shown_path: str, known: Known | None = None) -> Reading:
    """Read all people and groups of a file; raises nothing but what `known.step` raises.

    Time and memory grow with the size of the file alone. A card that the file holds twice comes
    once; two cards that differ under one UID both come, the second key with a suffix.

    Args:
        data: the whole file.
        shown_path: the path as the user sees it, for what is refused.
        known: whom to tell how many cards are read, and the encoding that the user has chosen.
    """
    known = known or Known()
    narrow = as_narrow(data)
    charset = trusted_codec(known.choices.charset) or fallback_charset(narrow)
    aside = SetAside(shown_path)

    def left(line: int) -> None:
        aside.end(line, Message("import.rest_left_out"))

    lines = _paced(content_lines(narrow, charset, left), known.step)
    cards = cards_of(lines, aside)
    if not cards and not aside.refused():
        aside.add(0, Message("vcard.no_card"))
    book = _Book(aside, charset)
    for number, card in enumerate(cards, 1):
        if number > MOST_CARDS:
            left(card.line)
            break
        book.take(card)
        if number % STEP == 0:
            known.step(number)
    return book.reading()


def _paced(lines: Iterable[Line], step: Callable[[int], None]) -> Iterator[Line]:
    """The lines, with a look now and then whether to go on; no card is read yet."""
    for number, line in enumerate(lines, 1):
        if number % PACE == 0:
            step(0)
        yield line


class _Book:
    """The cards of a file while they are read."""

    def __init__(self, aside: SetAside, charset: str) -> None:
        self._aside = aside
        self._charset = charset
        self._keys = SourceKeys()
        self._people: list[Person] = []
        self._parts: dict[str, bytes] = {}
        self._groups: list[tuple[Card, Sheet, str]] = []
        self._related: list[tuple[Person, Sheet]] = []
        self._by_uid: dict[str, KnownPerson] = {}

    def take(self, card: Card) -> None:
        """Read the next card."""
        sheet = sheet_of(card, self._charset)
        if sheet.is_group or sheet.is_list:
            self._groups.append((card, sheet, digest_of(card)))
            return
        read = person_of(card, sheet, self._aside)
        if read is None:
            return
        key = self._keys.key_of(sheet.uid, digest_of(card))
        if key is not None:
            self._keep(read, key)

    def _keep(self, read: ReadCard, key: str) -> None:
        sheet, person = read.sheet, read.person
        kept = person.properties
        sources = _sources(sheet.own_sources(), sheet.uid, key)
        first = next((each for each in sources if each.startswith("uid:")), "")
        if sheet.uid and first != f"uid:{sheet.uid}" and not _has_uid(kept):
            # Not the UID that the keys tell by themselves.
            kept = (*(kept or (VERSION,)), Property(name="UID", value=sheet.uid))
        person = msgspec.structs.replace(person, sources=sources, properties=kept)
        self._people.append(person)
        self._parts.update(read.parts)
        if sheet.uid:
            self._by_uid.setdefault(uid_key(sheet.uid), KnownPerson(sources[0], person.name))
        if sheet.related:
            self._related.append((person, sheet))

    def reading(self) -> Reading:
        """All that the file gave."""
        records = tuple(self._circles())
        return Reading(
            people=tuple(self._people),
            records=records,
            ties=tuple(self._ties()),
            parts=self._parts,
            refused=self._aside.refused(),
        )

    def _circles(self) -> Iterator[IncomingRecord]:
        keys: set[str] = set()
        for card, sheet, digest in self._groups:
            found = circle_of(card, sheet, digest, self._by_uid, self._aside)
            if found is not None and found.key not in keys:
                keys.add(found.key)
                yield found

    def _ties(self) -> Iterator[IncomingTie]:
        for person, sheet in self._related:
            yield from ties_of(person.sources[0], person.name, sheet, self._by_uid)


def _sources(named: tuple[str, ...], uid: str, key: str) -> tuple[str, ...]:
    """The keys of a person: those that a card of ours names, and the UID that it goes by."""
    own = f"uid:{uid}"
    if not named or any(each == own or each.startswith(f"{own}#") for each in named):
        return named or (key,)
    return (*named, key)


def _has_uid(properties: tuple[Property, ...]) -> bool:
    return any(each.name.upper() == "UID" for each in properties)
