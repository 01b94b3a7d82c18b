"""friends.md made people, what was noted of them, and what was done together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from store.formats.format import Format
from store.formats.friends_md.sections import Item, items_of
from store.formats.friends_md.spans import Dated, Friend, dated, friend, place
from store.formats.incoming import IncomingInteraction, Reading, Whom
from store.formats.known import Known
from store.formats.set_aside import SetAside
from store.formats.spoken_kind import kind_told
from store.formats.text_decoding import beginning, decode
from store.records.identity import text_key
from store.records.interaction import Interaction
from store.records.person import City, Person
from store.words.message import Message

MOST_BYTES = 16 * 1024 * 1024
MOST_LINES = 50_000
"""Of one file; in a life one would have to note five things a day to write as many."""

STEP = 100
"""After so many lines it is told how far the reading has come."""

_DIGITS = 16


def looks_like_friends(head: bytes, name: str) -> bool:
    """Whether the first bytes list friends, or tell with their day what was done with them."""
    return any(map(_is_telling, items_of(decode(head))))


def read_friends(data: bytes, shown_path: str, known: Known) -> Reading:
    """All that a friends.md says; never raises, whatever the bytes."""
    text = decode(beginning(data, MOST_BYTES))
    aside = SetAside(shown_path)
    making = _Making(aside)
    rest = 0
    for count, item in enumerate(items_of(text), start=1):
        if count > MOST_LINES:
            rest = item.number
            break
        making.take(item)
        if count % STEP == 0:
            known.step(count)
    if not rest and len(data) > MOST_BYTES:
        rest = (text.count("\n") or text.count("\r")) + 1
    if rest:
        aside.end(rest, Message("import.rest_left_out"))
    return making.reading()


class _Making:
    """What has been read so far."""

    def __init__(self, aside: SetAside) -> None:
        self._aside = aside
        self._people: dict[str, Person] = {}
        """By folded name."""
        self._notes: dict[str, dict[str, None]] = {}
        """By folded name, each once."""
        self._interactions: dict[str, IncomingInteraction] = {}
        self._places: dict[str, Item] = {}

    def take(self, item: Item) -> None:
        """Read a line, or set it aside."""
        taken = False
        if item.section == "friends":
            found = friend(item.text)
            taken = found is not None and self._befriend(found)
        elif item.section == "locations":
            self._places.setdefault(text_key(place(item.text)), item)
            taken = True
        elif item.section is not None:
            told = dated(item.text)
            if told is not None and told.names:
                taken = self._note(told) if item.section == "notes" else self._met(told)
        if not taken:
            self._aside.add(item.number, _why(item), item.text)

    def reading(self) -> Reading:
        """Everything; places where nobody lives are told."""
        towns = {text_key(city.name) for each in self._people.values() for city in each.cities}
        for key, item in self._places.items():
            if key not in towns:
                self._aside.add(item.number, Message("friends.place"), item.text)
        return Reading(
            people=tuple(self._noted()),
            interactions=tuple(self._interactions.values()),
            refused=self._aside.refused(),
        )

    def _befriend(self, found: Friend) -> bool:
        person = self._named(found.name)
        towns = (City(name=found.town),) if found.town else ()
        self._people[text_key(found.name)] = msgspec.structs.replace(
            person,
            nicknames=tuple(dict.fromkeys((*person.nicknames, *found.nicknames))),
            cities=person.cities or towns,
            tags=tuple(dict.fromkeys((*person.tags, *found.tags))),
        )
        return True

    def _named(self, name: str) -> Person:
        key = text_key(name)
        if key not in self._people:
            self._people[key] = Person(id="", name=name, sources=(_source(name),))
        return self._people[key]

    def _note(self, told: Dated) -> bool:
        line = f"{told.on.isoformat()}: {told.text}"
        for name in told.names:
            self._named(name)
            self._notes.setdefault(text_key(name), {})[line] = None
        return True

    def _noted(self) -> Iterator[Person]:
        for key, person in self._people.items():
            # The file has the newest first; notes here grow downwards.
            notes = "\n".join(sorted(self._notes.get(key, ())))
            yield msgspec.structs.replace(person, notes=notes)

    def _met(self, told: Dated) -> bool:
        whom = [Whom(source=_source(self._named(name).name), name=name) for name in told.names]
        source = f"friends:{told.on.isoformat()}:{_digest(told.text)}"
        talk = Interaction(
            id="",
            people=(),
            kind=kind_told(told.text),
            on=told.on,
            note=told.text,
            source=source,
        )
        self._interactions[source] = IncomingInteraction(
            with_source=whom[0].source,
            with_name=whom[0].name,
            interaction=talk,
            also=tuple(whom[1:]),
        )
        return True


def _is_telling(item: Item) -> bool:
    if item.section == "friends":
        return friend(item.text) is not None
    told = dated(item.text) if item.section in ("activities", "notes") else None
    return told is not None and bool(told.names)


def _why(item: Item) -> Message:
    if item.section is None:
        return Message("friends.outside")
    if item.section == "friends":
        return Message("friends.nameless")
    told = dated(item.text)
    return Message("friends.no_day" if told is None else "friends.nobody")


def _source(name: str) -> str:
    return f"friends:{text_key(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


FRIENDS = Format(name="friends", looks_like=looks_like_friends, read=read_friends)
