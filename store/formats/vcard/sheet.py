"""A person in the making: fields filled one by one while a card is read."""

from __future__ import annotations

from datetime import date

from store.formats.vcard.name import first_visible
from store.formats.vcard.properties import CardProperty
from store.formats.vcard.values import Convention, text_of
from store.records.clean import clean_line
from store.records.person import City, Person, Property


class Sheet:
    """What has been read of one card, by field of Person."""

    def __init__(self, convention: Convention) -> None:
        self.convention = convention
        self.uid = ""
        self.is_group = False
        self.formatted = self.structured = ""
        self.org = self.title = self.birthday = ""
        self.deceased = False
        self.deceased_on: date | None = None
        self.notes: list[str] = []
        self.properties: list[Property] = []
        self.home_cities: dict[str, None] = {}
        self.other_cities: dict[str, None] = {}
        self.lists: dict[str, dict[str, None]] = {}
        """By field of Person; the keys are the values, in their order."""

    def keep(self, entry: CardProperty) -> None:
        """Carry a property verbatim."""
        raw = Property(name=entry.name, value=entry.value, group=entry.group, params=entry.params)
        self.properties.append(raw)

    def line(self, entry: CardProperty) -> tuple[str, bool]:
        """The text of a property on one line, and whether cleaning took nothing from it."""
        text = text_of(entry, self.convention)
        cleaned = clean_line(text)
        return cleaned, bool(cleaned) and cleaned == text.strip()

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

    def first(self, field: str) -> str:
        """The first value of a list, or nothing."""
        return next(iter(self.lists.get(field, ())), "")

    def name(self) -> str:
        """What the person is shown by, or nothing."""
        listed = (self.first(field) for field in ("emails", "phones"))
        own = (self.formatted, self.structured, self.first("nicknames"), self.org)
        return first_visible((*own, *listed))

    def person(self, name: str) -> Person:
        """The person, once all has been read."""
        cities = {**self.home_cities, **self.other_cities}
        return Person(
            id="",
            name=name,
            nicknames=self._listed("nicknames"),
            emails=self._listed("emails"),
            phones=self._listed("phones"),
            links=self._listed("links"),
            org=self.org,
            title=self.title,
            cities=tuple(City(name=city, kind="now") for city in cities),
            passions=self._listed("passions"),
            fields=self._listed("fields"),
            languages=self._listed("languages"),
            tags=self._listed("tags"),
            birthday=self.birthday,
            status="deceased" if self.deceased else "active",
            deceased_on=self.deceased_on,
            notes="\n\n".join(self.notes),
            properties=tuple(self.properties),
        )

    def _listed(self, field: str) -> tuple[str, ...]:
        return tuple(self.lists.get(field, ()))
