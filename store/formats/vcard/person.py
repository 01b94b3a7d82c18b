"""A card made a person; what no field holds without loss is carried verbatim.

`Person.properties` holds, in the card's order: everything that no field models, every modelled
property that says more than its field does (a TYPE, a label by group, a second ORG component, a
time of birth), and VERSION, which tells how the raw values are escaped. So whoever writes the card
again takes each value from its field, and from `properties` the form in which it stood.
"""

from __future__ import annotations

from store.formats.vcard.cards import Card
from store.formats.vcard.fields import TAKERS, says_more
from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.refusals import Refusals
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import Convention, UnreadableValueError, is_binary
from store.records.clean import clean_line
from store.records.person import Person
from store.words.message import Message

INLINE_LIMIT = 64 * 1024
"""Characters of a picture, a sound, a key or an agent's card that are carried in the data file."""

_HEAVY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT"})


def person_of(card: Card, charset: str, refusals: Refusals) -> tuple[Person, str] | None:
    """The person of a card, without source key, and the card's UID; None where it is refused.

    Args:
        card: the card.
        charset: the encoding of encoded values that are not UTF-8 and name none.
        refusals: takes what had to be left out.
    """
    sheet = Sheet(Convention(old=card.version.startswith("2"), charset=charset))
    left_out: list[CardProperty] = []
    for entry in card.properties:
        if _is_too_heavy(entry):
            left_out.append(entry)
        else:
            _take(sheet, entry)
    name = sheet.name()
    if sheet.is_group or not name:
        why = Message("vcard.group") if sheet.is_group else Message("vcard.nameless")
        refusals.add(card.line, why, name or _sketch(card))
        return None
    for entry in left_out:
        refusals.add(entry.line, _left_out(entry), name)
    return sheet.person(name), sheet.uid


def _take(sheet: Sheet, entry: CardProperty) -> None:
    """Read a property into its field, and carry it where that would lose anything."""
    taker = TAKERS.get(entry.key)
    held = False
    if taker is not None:
        try:
            held = taker(sheet, entry)
        except UnreadableValueError:
            held = False
    if not held or says_more(entry):
        sheet.keep(entry)


def _is_too_heavy(entry: CardProperty) -> bool:
    if len(entry.value) < INLINE_LIMIT:
        return False
    return entry.key in _HEAVY or (
        entry.key not in TAKERS and is_binary(entry, parameters(entry.params))
    )


def _left_out(entry: CardProperty) -> Message:
    size, most = len(entry.value) // 1024, INLINE_LIMIT // 1024
    if entry.key == "PHOTO":
        return Message("vcard.photo_left_out", {"size": size, "most": most})
    values: dict[str, object] = {"what": clean_line(entry.key), "size": size, "most": most}
    return Message("vcard.data_left_out", values)


def _sketch(card: Card) -> str:
    """Enough of a card without a name to know it by."""
    passing = ("VERSION", "PRODID", "REV", "UID")
    shown = [
        f"{each.name}:{each.value[:80]}" for each in card.properties if each.key not in passing
    ]
    return " ".join(shown[:4])
