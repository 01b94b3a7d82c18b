"""Cards of groups and of lists of mail, made circles of the people they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from store.formats.incoming import IncomingRecord, Whom
from store.formats.set_aside import SetAside
from store.formats.vcard.cards import Card
from store.formats.vcard.carried import PASSING
from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.relations import Known, whom_of
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import UnreadableValueError, text_of
from store.records.circle import Circle
from store.words.message import Message

_HELD = PASSING | set(
    "FN N UID KIND MEMBER NOTE NICKNAME X-ADDRESSBOOKSERVER-KIND "  # noqa: SIM905
    "X-ADDRESSBOOKSERVER-MEMBER X-EVOLUTION-LIST X-EVOLUTION-LIST-SHOW-ADDRESSES "
    "X-EVOLUTION-LIST-SHOW_ADDRESSES X-EVOLUTION-FILE-AS".split()
)
_NAMED_ADDRESS = re.compile(r'\s*"?([^"<>]{0,200}?)"?\s*<([^<>\s]{1,200})>\s*')


def circle_of(
    card: Card, sheet: Sheet, digest: str, by_uid: Mapping[str, Known], aside: SetAside
) -> IncomingRecord | None:
    """The circle that a card of a group tells of; None where it has no name.

    Args:
        card: the card.
        sheet: what was read of it.
        digest: of what it says.
        by_uid: people of the file.
        aside: takes what a circle has no place for.
    """
    name = sheet.name()
    if not name:
        aside.add(card.line, Message("vcard.nameless"))
        return None
    for entry in card.properties:
        if entry.key not in _HELD and not (sheet.is_list and entry.key == "EMAIL"):
            aside.add(entry.line, Message("vcard.group_left_out", {"what": name}), entry.name)
    whom = dict.fromkeys(_members(sheet, by_uid))
    if sheet.is_list:
        whom |= dict.fromkeys(_addressees(card, sheet))
    return IncomingRecord(
        key=f"vcard:group:{sheet.uid or digest}",
        record=Circle(id="", name=name, notes="\n\n".join(sheet.notes)),
        whom=tuple(whom),
    )


def _members(sheet: Sheet, by_uid: Mapping[str, Known]) -> Iterator[Whom]:
    for entry in sheet.members:
        try:
            whom = whom_of(text_of(entry, sheet.convention), by_uid)
        except UnreadableValueError:
            continue
        if whom is not None:
            yield whom


def _addressees(card: Card, sheet: Sheet) -> Iterator[Whom]:
    for entry in card.properties:
        if entry.key == "EMAIL":
            yield _addressee(entry, sheet)


def _addressee(entry: CardProperty, sheet: Sheet) -> Whom:
    """Evolution writes the name before the address, and the card's UID beside it."""
    try:
        text = text_of(entry, sheet.convention)
    except UnreadableValueError:
        return Whom()
    params = parameters(entry.params)
    match = _NAMED_ADDRESS.fullmatch(text[:500])
    uid = params.get("X-EVOLUTION-DEST-CONTACT-UID", params.get("X-EVOLUTION-CONTACT-UID", ("",)))
    named = params.get("X-EVOLUTION-DEST-NAME", ("",))[0]
    return Whom(
        source=f"uid:{uid[0]}" if uid[0] else "",
        email=match[2] if match else text.strip()[:320],
        name=(match[1].strip() if match else "") or named,
    )
