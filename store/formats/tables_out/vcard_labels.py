"""What properties of vCard, carried along, say besides: labels, parts of names, addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.values import Convention, UnreadableValueError, components_of, text_of
from store.records.clean import clean_line
from store.records.person import Person, Property

_TYPES = {
    "cell": "Mobile",
    "iphone": "Mobile",
    "home": "Home",
    "work": "Work",
    "pager": "Pager",
    "main": "Main",
}
_FAXES = {"home": "Home Fax", "work": "Work Fax"}
_APPLE = ("_$!<", ">!$_")


class Labelled(msgspec.Struct, frozen=True):
    """A value and its label in Google's words; empty where it has none."""

    value: str
    label: str = ""


def components(person: Person, name: str) -> Iterator[tuple[list[str], str]]:
    """The components of each structured property of a name, and its label."""
    convention = convention_of(person)
    for each in person.properties:
        if each.name.upper() == name:
            try:
                found = components_of(_as_written(each), convention)
            except UnreadableValueError:
                continue
            yield [clean_line(part) for part in found], label_of(each, person)


def labelled(
    person: Person, name: str, values: Sequence[str], key: Callable[[str], str]
) -> Iterator[Labelled]:
    """Values of a field with the labels that the card gives them.

    Args:
        person: whose.
        name: of the property, in upper case.
        values: those of the field.
        key: by which a value of the card and one of the field are the same.
    """
    convention = convention_of(person)
    labels: dict[str, str] = {}
    for each in person.properties:
        if each.name.upper() == name:
            try:
                text = text_of(_as_written(each), convention)
            except UnreadableValueError:
                continue
            labels.setdefault(key(text), label_of(each, person))
    for value in values:
        yield Labelled(value, labels.get(key(value), ""))


def label_of(each: Property, person: Person) -> str:
    """The label of a property: the user's own word for it, or what its TYPE says."""
    own = _own_label(each, person) if each.group else ""
    if own:
        return own
    found = parameters(each.params).get("TYPE", ())
    types = [word.strip().lower() for value in found for word in value.split(",")]
    if "fax" in types:
        return next((_FAXES[word] for word in types if word in _FAXES), "Other Fax")
    return next((_TYPES[word] for word in types if word in _TYPES), "")


def _own_label(each: Property, person: Person) -> str:
    """Apple's X-ABLabel of the same group; its own words stand between signs."""
    for other in person.properties:
        if other.group == each.group and other.name.upper() == "X-ABLABEL":
            text = clean_line(other.value)
            return text.removeprefix(_APPLE[0]).removesuffix(_APPLE[1])
    return ""


def convention_of(person: Person) -> Convention:
    """How the raw values of a card are written, as its VERSION tells."""
    versions = (each.value for each in person.properties if each.name.upper() == "VERSION")
    return Convention(old=next(versions, "").strip().startswith("2"))


def _as_written(each: Property) -> CardProperty:
    return CardProperty(0, each.group, each.name, each.params, each.value)
