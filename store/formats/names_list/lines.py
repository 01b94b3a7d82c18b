"""One line of a plain list: whom it names, and what stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from store.formats.mail.header_names import name_of_address
from store.formats.mail.parties import address_of
from store.formats.names_list.beside import Beside, told_beside
from store.formats.names_list.courtesies import without_title
from store.formats.names_list.names import is_capitals, is_name

LONGEST = 2000
"""Characters of a line: an address list of some fifty people."""

_BULLET = re.compile(r"(?:[-*+•◦▪‣·–—]|\(?\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?|\[[ xX]\]\s+|[•◦▪‣]")
_EMAIL = re.compile(r"<?\s*(?:mailto:)?([^\s<>,;:\"()\[\]]{1,64}@[^\s<>,;:\"()\[\]]{1,253})\s*>?")
_PHONE = re.compile(r"(?:tel:|(?<![\w.]))(\+?\(?\d[\d ().\u00a0/-]{5,22}\d)(?!\w)")
_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)
_NICKNAME = re.compile(r"(?<=\S)\s+[\"“«„]\s*([^\"“”«»„]{1,30}?)\s*[\"”»“]\s+(?=\S)")
_APART = re.compile(r"\t+|\s+[-–—|]+\s+|\s*,\s*")
_BRACKETS = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]*)[)\]]")
_MARKED = re.compile(r"(.*?\S)\s+((?:@|chez|at|à|in|bei)\s+.*)")
_ENDS = ' \t\u00a0,;:|-–—"“”«»„<>'
_LONGEST_PIECE = 300
"""Characters that tell of one person."""

_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a list."""

    name: str
    nickname: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    beside: Beside = Beside()


def listed_in(line: str) -> Iterator[Listed | str]:
    """Everybody whom a line names; in their place the text of what is no name.

    Semicolons set people apart; commas do so between addresses, as mail programs copy them.

    Args:
        line: cleaned, without its bullet; not empty.
    """
    for piece in _pieces(line):
        yield _listed(piece) or piece


def without_bullet(line: str) -> str:
    """A line without the bullet or number that it begins with."""
    text = line.strip()
    bullet = _BULLET.match(text)
    return text[bullet.end() :].strip() if bullet else text


def _pieces(line: str) -> Iterator[str]:
    for part in line.split(";"):
        commas = part.split(",")
        last = max((place for place, each in enumerate(commas) if "@" in each), default=0)
        start, has_address = 0, False
        for place, each in enumerate(commas[:last]):
            has_address = has_address or "@" in each
            if has_address:
                yield from _filled(",".join(commas[start : place + 1]))
                start, has_address = place + 1, False
        yield from _filled(",".join(commas[start:]))


def _filled(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()


def _listed(piece: str) -> Listed | None:
    if len(piece) > _LONGEST_PIECE or _LINK.search(piece):
        return None
    emails = tuple(filter(None, (address_of(found) for found in _EMAIL.findall(piece))))
    text = _EMAIL.sub(" ", piece)
    phones = tuple(found.strip() for found in _PHONE.findall(text) if _is_phone(found))
    text = without_title(_PHONE.sub(_without_phone, text).strip(_ENDS))
    nickname = _NICKNAME.search(text)
    if nickname is not None:
        text = f"{text[: nickname.start()]} {text[nickname.end() :]}"
    name, beside = _parted(text, emails)
    if not name and emails and not text:
        name = name_of_address(emails[0])
    if not name:
        return None
    return Listed(
        name=without_title(" ".join(name.split())),
        nickname=nickname[1] if nickname else "",
        emails=emails,
        phones=phones,
        beside=told_beside(", ".join(beside.split("\t"))),
    )


def _parted(text: str, emails: tuple[str, ...]) -> tuple[str, str]:
    """The name and what stands beside it; no name where the text is none."""
    may_be_small = bool(emails)
    if is_name(text, may_be_small=may_be_small) and not _MARKED.fullmatch(text):
        return text, ""
    brackets = _BRACKETS.fullmatch(text)
    if brackets is not None and is_name(brackets[1].strip(_ENDS), may_be_small=may_be_small):
        return brackets[1].strip(_ENDS), brackets[2].strip()
    marked = _MARKED.fullmatch(text)
    if marked is not None and is_name(marked[1].strip(_ENDS)):
        return marked[1].strip(_ENDS), marked[2]
    apart = _APART.search(text)
    if apart is None:
        return "", ""
    name, rest = text[: apart.start()].strip(_ENDS), text[apart.end() :].strip(_ENDS)
    if not is_name(name, may_be_small=may_be_small):
        return "", ""
    if apart[0].strip() == ",":
        turned = _turned(name, rest, emails)
        if turned:
            return turned, ""
    return name, rest


def _turned(last: str, first: str, emails: tuple[str, ...]) -> str:
    """What `last, first` is, where the comma may stand within a name; nothing where it does not.

    `EK, Ana` is Ana EK, and so is `Ek, Ana` before an address. `Ek, Ana` alone may be Ana Ek or
    an Ek of a place called Ana: it stays as it is written.
    """
    if not is_name(first) or len(first.split()) > 3:
        return ""
    if is_capitals(last) and not is_capitals(first):
        return f"{first} {last}"
    if len(last.split()) > 1 or len(first.split()) > 1:
        return ""
    return f"{first} {last}" if emails else f"{last}, {first}"


def _is_phone(text: str) -> bool:
    return _FEWEST_DIGITS <= sum(map(str.isdigit, text)) <= _MOST_DIGITS


def _without_phone(found: re.Match[str]) -> str:
    return " " if _is_phone(found[1]) else found[0]
