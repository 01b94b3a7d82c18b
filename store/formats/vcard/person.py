"""A card made a person; what no field holds without loss is carried verbatim.

`Person.properties` holds, in the card's order: everything that no field models, and every modelled
property that says more than its field does (a TYPE, a label by group, a second ORG component, a
time of birth). So whoever writes the card again takes each value from its field, and from
`properties` the form in which it stood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from store.formats.set_aside import SetAside
from store.formats.vcard.cards import Card
from store.formats.vcard.carried import PASSING, VERSION, carried
from store.formats.vcard.dates import take_dates
from store.formats.vcard.fields import TAKERS, says_more
from store.formats.vcard.name_parts import NameParts, parts_of_name
from store.formats.vcard.own_names import PREFIX
from store.formats.vcard.own_reading import take_own
from store.formats.vcard.properties import CardProperty
from store.formats.vcard.relations import TIE
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import Convention, UnreadableValueError, has_lists
from store.records.attachment import INLINE_LIMIT, MOST_BYTES, digest_of, reference_to
from store.records.clean import clean_line
from store.records.person import Person, Property
from store.words.message import Message

_WORD = re.compile(r"\w+")
_SEPARATORS = re.compile(r"(?:\\?;|\\[nN])+")
_LONGEST_NAME = 60
_NAMELESS = PASSING | set(
    "UID KIND PHOTO LOGO SOUND KEY GEO TZ CLASS MEMBER CLIENTPIDMAP AGENT GENDER".split()  # noqa: SIM905
)
"""What tells nobody apart, or cannot be read."""
_MEBIBYTE = 1024 * 1024


class ReadCard(msgspec.Struct, frozen=True):
    """What a card gave."""

    sheet: Sheet
    person: Person
    """Without a source."""
    parts: Mapping[str, bytes]
    """Values too large for the data file, by digest."""


def sheet_of(card: Card, charset: str) -> Sheet:
    """The fields that a card fills, and what is carried beside them.

    Args:
        card: the card.
        charset: the encoding of encoded values that are not UTF-8 and name none.
    """
    sheet = Sheet(Convention(old=card.version.startswith("2"), charset=charset), card.version)
    for entry in card.properties:
        # When it was last changed tells an older card from a newer one; it does not go out again,
        # since the user may have changed the card after it.
        if entry.key not in PASSING or entry.key == "REV":
            _take(sheet, entry)
    take_dates(sheet)
    _settle_name(sheet)
    return sheet


def person_of(card: Card, sheet: Sheet, aside: SetAside) -> ReadCard | None:
    """The person of a card that is no group; None where the card is refused.

    Args:
        card: the card.
        sheet: what was read of it.
        aside: takes what had to be left out.
    """
    name = sheet.name() or _name_of_the_rest(card)
    if not name:
        aside.add(card.line, Message("vcard.nameless"), sketch(card))
        return None
    parts: dict[str, bytes] = {}
    kept: dict[tuple[str, str, str, str], Property] = {}
    for entry in sheet.carried():
        if len(entry.value) > MOST_BYTES:
            aside.add(entry.line, _left_out(entry), name)
            continue
        each = _lightened(carried(entry, sheet.convention), parts)
        kept.setdefault((each.group.lower(), entry.key, each.params, each.value), each)
    properties = (VERSION, *kept.values()) if kept else ()
    return ReadCard(sheet, sheet.person(name, properties), parts)


def sketch(card: Card) -> str:
    """Enough of a card to know it by."""
    shown = [f"{each.name}:{each.value[:80]}" for each in card.properties if _may_name(each)]
    return " ".join(shown[:4])


def fits_name(components: list[str], name: str) -> bool:
    """Whether N is of a name: all of its words, and no others."""
    told = _words(" ".join(components[:2]))
    named = _words(name)
    return told <= named and (not told or named <= _words(" ".join(components)))


def _take(sheet: Sheet, entry: CardProperty) -> None:
    """Read a property into its field, and carry it where that would lose anything."""
    key = entry.key
    taker = TAKERS.get(key)
    if taker is None and key.startswith(PREFIX):
        taker = take_own
    held = False
    if taker is not None:
        try:
            held = taker(sheet, entry)
        except UnreadableValueError:
            held = False
    if not held and taker is not None and not entry.value.strip("; "):
        # Nothing is said of what a field is for.
        held = True
    if held and taker is not take_own and not _is_own(entry):
        held = not says_more(entry)
    sheet.add(entry, held=held)


def _is_own(entry: CardProperty) -> bool:
    """Of what stands in a group of ours, or says a tie of ours, nothing is left to be carried."""
    return entry.key in ("ANNIVERSARY", "X-ABDATE", "X-ABLABEL", "RELATED", TIE)


def _settle_name(sheet: Sheet) -> None:
    """N is held where the name tells it; where it does not, the name goes with it."""
    name = sheet.formatted or sheet.structured
    if not sheet.components or not name:
        return
    components = [clean_line(part) for part in sheet.components]
    told = parts_of_name(name) if sheet.is_individual else NameParts(family=name)
    if sheet.count("N") == 1 and _is_plain(sheet, components) and told == NameParts(*components):
        sheet.hold("N")
    elif not fits_name(components, name):
        sheet.carry("FN")


def _is_plain(sheet: Sheet, components: list[str]) -> bool:
    entry = next(entry for entry in sheet.carried() if entry.key == "N")
    fits = len(components) <= len(NameParts._fields) and components == sheet.components
    return fits and not says_more(entry) and not has_lists(entry, sheet.convention)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _name_of_the_rest(card: Card) -> str:
    """Something to know a card by that holds no name, organisation, address or number."""
    telling = (each for each in card.properties if _may_name(each))
    for entry in sorted(telling, key=lambda each: each.key.startswith("X-")):
        shown = clean_line(_SEPARATORS.sub(" ", entry.value[:200]))[:_LONGEST_NAME].strip()
        if any(mark.isalnum() for mark in shown):
            return shown
    return ""


def _may_name(entry: CardProperty) -> bool:
    return entry.key not in _NAMELESS and not entry.key.startswith(PREFIX)


def _lightened(each: Property, parts: dict[str, bytes]) -> Property:
    """A property with a reference where its value is too large for the data file."""
    if len(each.value) <= INLINE_LIMIT // 4:
        return each
    value = each.value.encode("utf-8", "replace")
    if len(value) <= INLINE_LIMIT:
        return each
    digest = digest_of(value)
    parts[digest] = value
    return msgspec.structs.replace(each, value=reference_to(digest))


def _left_out(entry: CardProperty) -> Message:
    size, most = len(entry.value) // _MEBIBYTE, MOST_BYTES // _MEBIBYTE
    values: dict[str, object] = {"what": clean_line(entry.key), "size": size, "most": most}
    return Message("vcard.data_left_out", values)
