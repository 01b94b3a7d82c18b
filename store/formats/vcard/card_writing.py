"""A person made a card: the properties in their order, in carried form, for one version."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.formats.vcard.carried import as_entry
from store.formats.vcard.day_writing import days_out
from store.formats.vcard.escaping import escaped, escaped_components, escaped_uri
from store.formats.vcard.field_writing import list_out, notes_out, taken
from store.formats.vcard.forms import Form, Forms, properties_of
from store.formats.vcard.name_parts import NameParts, parts_of_name
from store.formats.vcard.own_names import PRODUCT
from store.formats.vcard.own_writing import own, own_out
from store.formats.vcard.parameter_text import carried_parameters
from store.formats.vcard.person import fits_name
from store.formats.vcard.relations import TIE
from store.formats.vcard.values import Convention, components_of
from store.records.clean import clean_line
from store.records.person import Person, Property
from store.records.person_uid import uid_of_person

UidOf = Callable[[str], str | None]
"""The UID of somebody by id; None where they are not there."""

_UID = "uid:"


def card_of(
    person: Person,
    *,
    old: bool,
    private: bool,
    part: Callable[[str], bytes | None],
    uid_of: UidOf,
) -> Iterator[Property]:
    """The properties of a person's card between BEGIN and END.

    Args:
        person: the person.
        old: for 3.0; else for 4.0.
        private: whether private notes go out.
        part: gives what is kept beside the data file.
        uid_of: for those whom the person knows.
    """
    card = _Card(person, Forms(properties_of(person, part)), old=old)
    yield Property(name="VERSION", value="3.0" if old else "4.0")
    yield Property(name="PRODID", value=PRODUCT)
    yield from card.identity()
    for field in ("nicknames", "emails", "phones"):
        yield from list_out(person, field, card.forms, old=old)
    yield from card.work()
    yield from card.cities()
    yield from card.zone()
    yield from list_out(person, "links", card.forms, old=old)
    yield from days_out(person, card.forms, old=old)
    for field in ("tags", "languages", "passions", "fields"):
        yield from list_out(person, field, card.forms, old=old)
    yield from notes_out(person.notes, card.forms)
    yield from card.ties(uid_of)
    yield from card.forms.rest()
    yield from own_out(person, private=private)


def uid_of_card(person: Person, forms: Forms | None = None) -> str:
    """The UID that a person's card goes out under: the one it came with, else one of ours."""
    keys = [each.removeprefix(_UID) for each in person.sources if each.startswith(_UID)]
    named = forms.of("UID") if forms is not None else _uids(person)
    for form in named:
        if form.single and any(_is_of(key, form.single) for key in keys):
            return form.single
    return keys[0] if keys else uid_of_person(person.id)


def _uids(person: Person) -> list[Form]:
    kept = [each for each in person.properties if each.name.upper() == "UID"]
    return Forms(kept).of("UID") if kept else []


def _is_of(key: str, uid: str) -> bool:
    """Whether a key is of a UID; a second card under one UID has a longer key."""
    return key == uid or key.startswith(f"{uid}#")


class _Card:
    """A card while it is written."""

    def __init__(self, person: Person, forms: Forms, *, old: bool) -> None:
        self.person = person
        self.forms = forms
        self._old = old

    def identity(self) -> Iterator[Property]:
        """UID, sources, KIND, FN, N."""
        person = self.person
        uid = uid_of_card(person, self.forms)
        yield from taken(self.forms, "UID", uid, Property(name="UID", value=escaped_uri(uid)))
        # Whoever reads the card adds its UID to them, as the last.
        last = person.sources[-1:] == (_UID + uid,)
        named = person.sources[:-1] if last else person.sources
        yield from (own("SOURCE", each) for each in named)
        kinds = self.forms.of("KIND")
        if not self._old and not kinds:
            yield Property(name="KIND", value="individual")
        fits = self._name_fits()
        plain = Property(name="FN", value=escaped(person.name))
        yield from taken(self.forms, "FN", clean_line(person.name), plain)
        structured = self.forms.of("N")
        if structured and fits:
            for form in structured:
                form.used = True
                yield form.property
        else:
            self.forms.drop(structured)
            yield from self._worked_out(kinds)

    def _name_fits(self) -> bool:
        """Whether the N that was carried is still of the person's name."""
        told = next((each for each in self.forms.of("FN") if each.single), None)
        if told is not None:
            return told.single == clean_line(self.person.name)
        found = self.forms.of("N")
        if not found:
            return False
        components = components_of(as_entry(found[0].property), Convention())
        return fits_name(components, self.person.name)

    def _worked_out(self, kinds: list[Form]) -> Iterator[Property]:
        """N from the name; of what is nobody it is the name, where a version must have one."""
        name = clean_line(self.person.name)
        parts = parts_of_name(name)
        if any(each.property.value.strip().lower() != "individual" for each in kinds):
            if not self._old:
                return
            parts = NameParts(family=name)
        yield Property(name="N", value=escaped_components(parts))

    def work(self) -> Iterator[Property]:
        """ORG and TITLE."""
        for name, value in (("ORG", self.person.org), ("TITLE", self.person.title)):
            plain = Property(name=name, value=escaped(value)) if value else None
            yield from taken(self.forms, name, clean_line(value), plain)

    def cities(self) -> Iterator[Property]:
        """ADR, and where somebody lives and lived where addresses do not tell all of it."""
        cities = self.person.cities
        names = {each.name for each in cities}
        addresses = self.forms.of("ADR")
        self.forms.drop(each for each in addresses if each.cities and not names & {*each.cities})
        read: dict[bool, dict[str, None]] = {True: {}, False: {}}
        for form in self.forms.of("ADR"):
            form.used = True
            yield form.property
            types = dict(carried_parameters(form.property.params)).get("TYPE", ())
            read["home" in types] |= dict.fromkeys(form.cities)
        there = read[True] | read[False]
        for each in cities:
            if each.kind == "now" and each.name not in there:
                read[False][each.name] = there[each.name] = None
                yield Property(name="ADR", value=f";;;{escaped(each.name)};;;")
        told = [*(read[True] | read[False])]
        plain = all(each.kind == "now" and not each.start and not each.end for each in cities)
        if not plain or told != [each.name for each in cities]:
            for each in cities:
                yield own("CITY", each.name, each.kind, each.start or "", each.end or "")

    def zone(self) -> Iterator[Property]:
        """TZ; 3.0 takes an offset for it where it is not called a text."""
        zone = self.person.timezone
        if not zone:
            # Of a zone that no field holds, what the card carried stays as it is.
            return
        plain = Property(name="TZ", value=escaped(zone), params="VALUE=text" if self._old else "")
        yield from taken(self.forms, "TZ", clean_line(zone), plain)

    def ties(self, uid_of: UidOf) -> Iterator[Property]:
        """Whom the person knows, and who brought us together."""
        person = self.person
        if person.through is not None:
            yield from self._tie("through", uid_of(person.through))
        for each in person.knows:
            yield from self._tie("knows", uid_of(each))
        for each in person.distinct_from:
            yield from self._tie("distinct", uid_of(each))

    def _tie(self, how: str, uid: str | None) -> Iterator[Property]:
        if uid is None:
            return
        value = escaped_uri(uid)
        if self._old or how == "distinct":
            yield Property(name=TIE, value=value, params=f"{TIE}={how}")
        else:
            yield Property(name="RELATED", value=value, params=f"TYPE=contact;{TIE}={how}")
