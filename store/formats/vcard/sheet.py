"""A person in the making: fields filled one by one while a card is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.formats.vcard.name import first_visible
from store.formats.vcard.properties import CardProperty
from store.formats.vcard.values import Convention, text_of
from store.records.clean import clean_line
from store.records.person import Anniversary, City, Person, Property

_SINGLE = frozenset(("FN", "ORG", "TITLE", "BDAY", "DEATHDATE", "UID", "NOTE", "TZ"))
"""Properties whose field holds one of them, or all in one: where a card has several and one of them
is carried, all are, so that it can be told which of them is the field's."""


class Sheet:
    """What has been read of one card, by field of Person."""

    def __init__(self, convention: Convention, version: str = "") -> None:
        self.convention = convention
        self.version = version
        self.uid = ""
        self.is_group = self.is_list = False
        self.is_individual = True
        self.members: list[CardProperty] = []
        self.formatted = self.structured = ""
        self.components: list[str] = []
        """Of N."""
        self.org = self.title = self.birthday = self.timezone = ""
        self.deceased = False
        self.deceased_on: date | None = None
        self.notes: dict[str, None] = {}
        self.dates: dict[tuple[str, str], Anniversary] = {}
        """By name and day."""
        self.dated: list[CardProperty] = []
        """Dates that wait for the label of their group."""
        self.labels: dict[str, str] = {}
        """Apple's labels, by group in small letters."""
        self.related: list[CardProperty] = []
        self.home_cities: dict[str, None] = {}
        self.other_cities: dict[str, None] = {}
        self.lists: dict[str, dict[str, None]] = {}
        """By field of Person; the keys are the values, in their order."""
        self._own: dict[str, object] = {}
        self._own_lists: dict[str, list[object]] = {}
        self._kept: list[tuple[CardProperty, bool]] = []
        self._keys: set[str] = set()
        self._carried_keys: set[str] = set()

    def add(self, entry: CardProperty, *, held: bool) -> None:
        """Note a property that was read, and whether the fields hold all that it says."""
        key = entry.key
        if not held:
            self._kept.append((entry, False))
            self._carried_keys.add(key)
        elif key in _SINGLE:
            self._kept.append((entry, True))

    def hold(self, key: str) -> None:
        """Let the first property of a name be held by the fields after all."""
        for index, (entry, _) in enumerate(self._kept):
            if entry.key == key:
                self._kept[index] = (entry, True)
                return

    def carry(self, key: str) -> None:
        """Let all properties of a name be carried."""
        self._carried_keys.add(key)

    def carried(self) -> Iterator[CardProperty]:
        """What is carried beside the fields, in the card's order."""
        for entry, held in self._kept:
            if not held or (entry.key in _SINGLE and entry.key in self._carried_keys):
                yield entry

    def count(self, key: str) -> int:
        """How many properties of a name there are, of those that may be carried."""
        return sum(entry.key == key for entry, _ in self._kept)

    def line(self, entry: CardProperty) -> tuple[str, bool]:
        """The text of a property on one line, and whether cleaning took nothing from it."""
        text = text_of(entry, self.convention)
        cleaned = clean_line(text)
        return cleaned, bool(cleaned) and cleaned == text.strip()

    def is_held(self, entry: CardProperty, value: str) -> bool:
        """Whether a field of one value holds already all that a further property says."""
        return self.line(entry) == (value, True)

    def put(self, field: str, values: list[str]) -> bool:
        """Add values to a list; whether all of them could be held."""
        into = self.lists.setdefault(field, {})
        whole = bool(values)
        for value in values:
            cleaned = clean_line(value)
            if cleaned:
                into[cleaned] = None
            whole = whole and bool(cleaned) and cleaned == value.strip()
        return whole

    def set_own(self, field: str, value: object) -> bool:
        """Set a field from a property of our own; the first of them counts."""
        if field in self._own:
            return False
        self._own[field] = value
        return True

    def append_own(self, field: str, value: object) -> None:
        """Add a value to a list that properties of our own hold."""
        self._own_lists.setdefault(field, []).append(value)

    def own_sources(self) -> tuple[str, ...]:
        """The stable keys that a card of ours names."""
        return tuple(dict.fromkeys(map(str, self._own_lists.get("sources", ()))))

    def first(self, field: str) -> str:
        """The first value of a list, or nothing."""
        return next(iter(self.lists.get(field, ())), "")

    def name(self) -> str:
        """What the person is shown by, or nothing."""
        listed = (self.first(field) for field in ("emails", "phones"))
        own = (self.formatted, self.structured, self.first("nicknames"), self.org)
        return first_visible((*own, *listed))

    def person(self, name: str, properties: tuple[Property, ...]) -> Person:
        """The person, once all has been read; without a source."""
        cities = {**self.home_cities, **self.other_cities}
        person = Person(
            id="",
            name=name,
            nicknames=self._listed("nicknames"),
            emails=self._listed("emails"),
            phones=self._listed("phones"),
            links=self._listed("links"),
            org=self.org,
            title=self.title,
            cities=tuple(City(name=city, kind="now") for city in cities),
            timezone=self.timezone,
            passions=self._listed("passions"),
            fields=self._listed("fields"),
            languages=self._listed("languages"),
            tags=self._listed("tags"),
            birthday=self.birthday,
            dates=tuple(self.dates.values()),
            status="deceased" if self.deceased else "active",
            deceased_on=self.deceased_on,
            notes="\n\n".join(self.notes),
            properties=properties,
        )
        if not self._own and not self._own_lists:
            return person
        lists = {field: tuple(values) for field, values in self._own_lists.items()}
        return msgspec.structs.replace(person, **lists, **self._own)

    def _listed(self, field: str) -> tuple[str, ...]:
        return tuple(self.lists.get(field, ()))
