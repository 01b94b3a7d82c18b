"""What is marked in the lines of a friends.md: names, places and tags."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from store.formats.vcard.name import is_visible
from store.records.clean import clean_line

_NAME = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_PLACE = re.compile(r"(?<!\w)_([^_\n]{1,200})_(?!\w)")
_TAG = re.compile(r"(?<![^\W_])@([^\W_]+(?:[:-][^\W_]+)*)")
_DATED = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:: |:$|$)")
_FRIEND = re.compile(r"[^(\[@]+")
_OTHER_NAMES = re.compile(r"\(a\.k\.a\. ([^()]*)\)")
_TOWN = re.compile(r"\[([^\[\]]*)\]")
_BETWEEN_NAMES = re.compile(r"\s+a\.k\.a\.\s+")


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """An activity or a note."""

    on: date
    names: tuple[str, ...]
    """Those in bold, each once."""
    text: str
    """Without the marks of names and places."""


class Friend(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the friends."""

    name: str
    nicknames: tuple[str, ...] = ()
    town: str = ""
    tags: tuple[str, ...] = ()


def dated(line: str) -> Dated | None:
    """The activity or note of a line, or None where it has no day."""
    found = _DATED.match(line)
    if found is None:
        return None
    try:
        on = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    said = line[found.end() :]
    names = dict.fromkeys(clean_line(each) for each in _NAME.findall(said))
    plain = _PLACE.sub(r"\1", _NAME.sub(r"\1", said))
    return Dated(on=on, names=tuple(filter(is_visible, names)), text=clean_line(plain))


def friend(line: str) -> Friend | None:
    """The friend of a line, or None where it has no name."""
    found = _FRIEND.match(line)
    name = clean_line(found[0]) if found else ""
    if found is None or not is_visible(name):
        return None
    rest = line[found.end() :]
    others = _OTHER_NAMES.search(rest)
    town = _TOWN.search(rest)
    nicknames = _BETWEEN_NAMES.split(others[1]) if others else []
    return Friend(
        name=name,
        nicknames=tuple(filter(None, map(clean_line, nicknames))),
        town=clean_line(town[1]) if town else "",
        tags=tuple(dict.fromkeys(_TAG.findall(_TOWN.sub(" ", _OTHER_NAMES.sub(" ", rest))))),
    )


def place(line: str) -> str:
    """The name of a location, without its other names."""
    return clean_line(line.partition("(a.k.a.")[0])
