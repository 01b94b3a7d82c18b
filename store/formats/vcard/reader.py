"""A file of vCards 2.1, 3.0 or 4.0 read whole, whatever state it is in."""

from __future__ import annotations

import re

import msgspec

from store.formats.incoming import Reading
from store.formats.text_decoding import as_narrow
from store.formats.vcard.cards import cards_of
from store.formats.vcard.lines import content_lines, fallback_charset
from store.formats.vcard.person import person_of
from store.formats.vcard.refusals import Refusals
from store.formats.vcard.source_key import SourceKeys, digest_of
from store.records.person import Person, Property
from store.words.message import Message

_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r*$", re.IGNORECASE | re.MULTILINE)


def looks_like_vcard(head: bytes) -> bool:
    """Whether the beginning of a file holds the beginning of a card."""
    narrow = as_narrow(head).removeprefix(b"\xef\xbb\xbf")
    return _BEGIN.search(narrow.replace(b"\r", b"\n")) is not None


def read_vcards(data: bytes, shown_path: str) -> Reading:
    """Read all people of a file; never raises, whatever the bytes.

    Time and memory grow with the size of the file alone. A card that the file holds twice comes
    once; two cards that differ under one UID both come, the second key with a suffix.

    Args:
        data: the whole file.
        shown_path: the path as the user sees it, for what is refused.
    """
    narrow = as_narrow(data)
    charset = fallback_charset(narrow)
    refusals = Refusals(shown_path)
    cards = cards_of(content_lines(narrow, charset), refusals)
    if not cards and not refusals.all():
        refusals.add(0, Message("vcard.no_card"))
    keys = SourceKeys()
    people: list[Person] = []
    for card in cards:
        read = person_of(card, charset, refusals)
        if read is None:
            continue
        person, uid = read
        key = keys.key_of(uid, digest_of(card))
        if key is None:
            continue
        kept = person.properties
        if uid and key != f"uid:{uid}":
            kept = (*kept, Property(name="UID", value=uid))
        people.append(msgspec.structs.replace(person, sources=(key,), properties=kept))
    return Reading(people=tuple(people), refused=refusals.all())
