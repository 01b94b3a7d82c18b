"""A person in the making: what the cells of one row say, by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.formats.csv.raw_values import components, escaped, joined, parameter
from store.formats.csv.shapes import EMAIL
from store.formats.vcard.carried import VERSION, as_entry, carried
from store.formats.vcard.name import first_visible, name_of_components
from store.formats.vcard.person import fits_name
from store.formats.vcard.values import Convention
from store.records.attachment import INLINE_LIMIT, carried_value, digest_in
from store.records.clean import clean_line, clean_text
from store.records.partial_date import is_partial_date
from store.records.person import Anniversary, City, Person, Property, School

_NAME_PARTS = ("last", "first", "middle", "prefix", "suffix")
"""In the order of N (RFC 6350, 6.2.2)."""

_PLAIN = Convention()


class Sheet:
    """What has been read of one row."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        """The parts of the name, the whole one and the nickname under `name`."""
        self.lists: dict[str, dict[str, None]] = {}
        """By field of Person; the keys are the values, in their order."""
        self.home_cities: dict[str, None] = {}
        self.other_cities: dict[str, None] = {}
        self.org = self.title = self.birthday = self.where = self.uid = ""
        self.met: date | None = None
        self.notes: list[str] = []
        self.dates: list[Anniversary] = []
        self.related: list[tuple[str, str]] = []
        """Somebody's name, and how they are related: `through` or nothing."""
        self.properties: list[Property] = []
        self.parts: dict[str, bytes] = {}
        self.bad_day = False
        """Whether a day could not be read."""
        self.too_large = False
        """Whether a cell was too large to be kept at all."""
        self._items = 0

    def put(self, field: str, value: str) -> str:
        """Add a value to a list; gives it as it was put there, nothing where nothing is left."""
        cleaned = clean_line(value)
        if cleaned:
            self.lists.setdefault(field, {})[cleaned] = None
        return cleaned

    def keep(self, name: str, raw: str, params: str = "", label: str = "") -> None:
        """Carry a property.

        Args:
            name: its name.
            raw: its value, escaped.
            params: its parameters, without the leading semicolon.
            label: the user's own word for it, which makes a group of both.
        """
        if not raw.strip(";"):
            return
        group = ""
        if label:
            self._items += 1
            group = f"item{self._items}"
        value = self._reference(raw) if len(raw) > INLINE_LIMIT // 4 else raw
        if not value:
            return
        self.properties.append(Property(name=name, value=value, group=group, params=params))
        if label:
            own = escaped(label)
            self.properties.append(Property(name="X-ABLabel", value=own, group=group))

    def keep_uri(self, name: str, uri: str) -> None:
        """Carry a property whose value is an address; it is never fetched."""
        self.keep(name, clean_line(uri), "VALUE=uri")

    def keep_address(self, parts: list[str], whole: str, params: str, label: str) -> None:
        """Carry an address.

        Args:
            parts: its seven components (RFC 6350, 6.3.1).
            whole: all of it in several lines, where the file has it so.
            params: its types.
            label: the user's own word for it.
        """
        said = set(" ".join(parts).replace(",", " ").split())
        if whole and not any(parts):
            parts = ["", "", whole, "", "", "", ""]
        elif set(whole.replace(",", " ").split()) - said:
            params = joined(params, parameter("LABEL", whole))
        self.keep("ADR", components(parts), params, label)

    def _reference(self, raw: str) -> str:
        """The value, or what stands for it where it is too large for the data file."""
        value = carried_value(raw, self.parts)
        self.too_large = self.too_large or value is None
        return value or ""

    def name(self) -> str:
        """What the person is shown by, or nothing."""
        parts = [self.names.get(part, "") for part in _NAME_PARTS]
        listed = [next(iter(self.lists.get(field, ())), "") for field in ("nicknames", "emails")]
        own = (clean_line(self.names.get("name", "")), name_of_components(parts))
        phone = next(iter(self.lists.get("phones", ())), "")
        return first_visible((*own, listed[0], self.org, listed[1], phone))

    def person(self, name: str, source: str) -> Person:
        """The person, once all cells are read."""
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
            schools=tuple(School(name=each) for each in self._listed("schools")),
            cities=tuple(City(name=city, kind="now") for city in cities),
            employers=self._listed("employers"),
            passions=self._listed("passions"),
            fields=self._listed("fields"),
            languages=self._listed("languages"),
            tags=self._listed("tags"),
            met=self.met,
            where=self.where,
            birthday=self.birthday,
            dates=tuple(self.dates),
            notes="\n\n".join(dict.fromkeys(self.notes)),
            sources=(source,),
            properties=self._carried(name),
        )

    def _carried(self, name: str) -> tuple[Property, ...]:
        """The properties, in the form in which those of cards are carried."""
        found = [*self._structured(name), *self.properties]
        if not found:
            return ()
        return (VERSION, *map(_as_carried, found))

    def _structured(self, name: str) -> Iterator[Property]:
        """N, and the whole name with it where it is another one."""
        parts = [clean_line(self.names.get(part, "")) for part in _NAME_PARTS]
        if any(parts):
            if not fits_name(parts, name):
                yield Property(name="FN", value=escaped(name))
            yield Property(name="N", value=components(parts))

    def _listed(self, field: str) -> tuple[str, ...]:
        return tuple(self.lists.get(field, ()))

    def note(self, text: str) -> None:
        """Add a note."""
        cleaned = clean_text(text)
        if cleaned:
            self.notes.append(cleaned)

    def celebrate(self, name: str, day: str) -> None:
        """Add a day that comes round each year, once."""
        anniversary = Anniversary(name=clean_line(name), on=day)
        if anniversary not in self.dates:
            self.dates.append(anniversary)

    def mark_met(self, day: str) -> bool:
        """Set the day of the first meeting, where it is a whole one."""
        if len(day) != len("1985-04-12") or not is_partial_date(day):
            return False
        self.met = date.fromisoformat(day)
        return True


def addresses_in(text: str) -> list[str]:
    """The addresses of mail in a cell, however they are set apart and wrapped."""
    return list(dict.fromkeys(EMAIL.findall(text)))


def _as_carried(each: Property) -> Property:
    if digest_in(each.value) is not None:
        return each
    return carried(as_entry(each), _PLAIN)
