"""Whom a card says its person knows: RELATED and its kin, made ties once a whole file is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from store.formats.incoming import IncomingTie, Whom
from store.formats.vcard.name import first_visible, name_of_components
from store.formats.vcard.own_names import PREFIX
from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import Convention, UnreadableValueError, text_of
from store.records.clean import clean_line

TIE = f"{PREFIX}TIE"
"""Of which of our ties a RELATED speaks, as a parameter; a property of that name in 3.0."""

RELATIONS = frozenset(
    "RELATED AGENT X-ABRELATEDNAMES X-SPOUSE X-MANAGER X-ASSISTANT "  # noqa: SIM905
    "X-MS-SPOUSE X-MS-MANAGER X-MS-ASSISTANT X-EVOLUTION-SPOUSE X-EVOLUTION-MANAGER "
    "X-EVOLUTION-ASSISTANT X-KADDRESSBOOK-X-SPOUSESNAME X-KADDRESSBOOK-X-MANAGERSNAME "
    "X-KADDRESSBOOK-X-ASSISTANTSNAME".split()
) | {TIE}

_URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_URN = "urn:uuid:"
_AGENT_NAME = re.compile(r"^(FN|N)(?:;[^:\n]{0,200})?:(.{1,400})$", re.IGNORECASE | re.MULTILINE)
_LONGEST = 400
_MOST_OF_AGENT = 20_000
_FEWEST_WORDS = 2
"""Of a name that is taken for somebody's whole name."""

MOST = 500
"""People whom one card can name."""


class Known(msgspec.Struct, frozen=True):
    """Somebody of the same file."""

    source: str
    name: str


def take_relation(sheet: Sheet, entry: CardProperty) -> bool:
    """Note a relation; one of ours is wholly in the fields of the two people."""
    if len(sheet.related) < MOST:
        sheet.related.append(entry)
    return entry.key == TIE or how_of(entry) != ""


def how_of(entry: CardProperty) -> str:
    """Which tie of ours a property tells of: `knows`, `through`, `distinct`; else nothing."""
    if TIE not in entry.params.upper():
        return ""
    return parameters(entry.params).get(TIE, ("",))[0].lower()


def uid_key(uid: str) -> str:
    """A UID as compared: with or without `urn:uuid:`, in letters of any size."""
    folded = uid.strip().lower()
    return folded.removeprefix(_URN)


def ties_of(
    source: str, name: str, sheet: Sheet, by_uid: Mapping[str, Known]
) -> Iterator[IncomingTie]:
    """The ties of a card, whom they name looked up among the cards of its file.

    Args:
        source: the card's stable key.
        name: the person's.
        sheet: what was read of the card.
        by_uid: people of the file, by `uid_key`.
    """
    one = Whom(source=source, name=name)
    seen: set[tuple[Whom, str]] = set()
    for entry in sheet.related:
        how = how_of(entry)
        for other in _named(entry, sheet.convention, by_uid):
            if (other, how) not in seen and (other.source or other.name) not in (source, name):
                seen.add((other, how))
                yield IncomingTie(one=one, other=other, how="" if how == "knows" else how)


def whom_of(uri: str, by_uid: Mapping[str, Known]) -> Whom | None:
    """Whom an address means: a UID, or an address of mail."""
    text = clean_line(uri)[:_LONGEST]
    if text[:7].lower() == "mailto:":
        return Whom(email=text[7:])
    if not text or text[:4].lower() in ("http", "tel:"):
        return None
    known = by_uid.get(uid_key(text))
    return Whom(source=known.source, name=known.name) if known else Whom(source=f"uid:{text}")


def _named(
    entry: CardProperty, convention: Convention, by_uid: Mapping[str, Known]
) -> Iterable[Whom]:
    try:
        text = text_of(entry, convention)
    except UnreadableValueError:
        return
    if entry.key == "AGENT":
        text = _name_of_agent(text[:_MOST_OF_AGENT])
    is_uri = _URI.fullmatch(text.strip()[:_LONGEST]) is not None
    if entry.key == TIE or is_uri or uid_key(text) in by_uid:
        whom = whom_of(text, by_uid)
        if whom is not None:
            yield whom
        return
    name = clean_line(text)
    if len(name) < _LONGEST and len(name.split()) >= _FEWEST_WORDS:
        yield Whom(name=name)


def _name_of_agent(text: str) -> str:
    """The name on the card of an agent, or the text where it is no card."""
    if "BEGIN:VCARD" not in text.upper():
        return text
    found = {match[1].upper(): match[2] for match in _AGENT_NAME.finditer(text)}
    told = name_of_components(found.get("N", "").split(";"))
    return first_visible((clean_line(found.get("FN", "")), told))
