"""Fields of a person made properties: each value in the form in which it came, else plainly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from store.formats.vcard.carried import as_entry
from store.formats.vcard.escaping import escaped, escaped_components, escaped_list, escaped_uri
from store.formats.vcard.forms import FIELDS, Form, Forms
from store.formats.vcard.own_names import PREFIX
from store.formats.vcard.parameter_text import carried_parameters, written
from store.formats.vcard.values import Convention, list_of
from store.records.clean import clean_line
from store.records.person import Person, Property
from store.rules.card_union import LISTS
from store.words.language_codes import language_code

Plain = Callable[[str], str]

_JOINED = frozenset({"nicknames", "tags"})
"""Lists of which one property holds several values."""

_PLAIN: dict[str, tuple[str, Plain]] = {
    "nicknames": ("NICKNAME", escaped),
    "emails": ("EMAIL", escaped),
    "phones": ("TEL", escaped),
    "links": ("URL", escaped_uri),
    "tags": ("CATEGORIES", escaped),
    "languages": ("LANG", escaped),
    "passions": ("HOBBY", escaped),
    "fields": ("EXPERTISE", escaped),
}
"""What a value is written as where no form of it was carried."""

_NOT_IN_OLD = frozenset({"LANG", "HOBBY", "EXPERTISE", "DEATHDATE"})


def name_in(name: str, *, old: bool) -> str:
    """The name of a property of ours in a version: 3.0 does not know all of them."""
    return f"X-{name}" if old and name in _NOT_IN_OLD else name


def list_out(person: Person, field: str, forms: Forms, *, old: bool) -> Iterator[Property]:
    """The properties of a list, in its order; then its order, where others would read another."""
    values = tuple(dict.fromkeys(value for each in getattr(person, field) if (value := str(each))))
    writer = _ListWriter(field, values, forms, old=old)
    yield from writer.properties()
    if values and writer.read_back() != values:
        yield Property(name=f"{PREFIX}LIST", value=escaped_components((field, *values)))


class _ListWriter:
    def __init__(self, field: str, values: tuple[str, ...], forms: Forms, *, old: bool) -> None:
        self._field = field
        self._values = values
        self._held = frozenset(values)
        self._forms = forms
        self._old = old
        self._key = LISTS[field]
        self._read: dict[str, None] = {}
        """What a reader makes of all that went out."""

    def read_back(self) -> tuple[str, ...]:
        return tuple(self._read)

    def properties(self) -> Iterator[Property]:
        candidates = self._forms.those(lambda each: FIELDS.get(each.key) == self._field)
        telling = [each for each in candidates if each.values]
        by_value: dict[str, list[Form]] = {}
        by_key: dict[str, list[Form]] = {}
        for form in telling:
            for value in form.values:
                by_value.setdefault(value, []).append(form)
            if len(form.values) == 1 and form.values[0] not in self._held:
                by_key.setdefault(self._key(form.values[0]), []).append(form)
        plain: list[str] = []
        for value in self._values:
            found = [each for each in by_value.get(value, ()) if not each.used]
            if found or value not in self._read:
                respelt = [] if found else by_key.get(self._key(value), [])[:1]
                if found or respelt:
                    yield from self._plain(plain)
                    plain = []
                    yield from (self._formed(each) for each in found)
                    yield from (self._respelt(by_key, value) for _ in respelt)
                else:
                    plain.append(value)
        yield from self._plain(plain)
        self._forms.drop(telling)

    def _plain(self, values: Sequence[str]) -> Iterator[Property]:
        if not values:
            return
        name, text_of = _PLAIN[self._field]
        if self._field == "languages":
            values = [code for value in values if (code := language_code(value))]
        for value in values:
            self._read[value] = None
        shown = name_in(name, old=self._old)
        if self._field in _JOINED:
            yield Property(name=shown, value=escaped_list(values))
        else:
            yield from (Property(name=shown, value=text_of(value)) for value in values)

    def _formed(self, form: Form) -> Property:
        """A form, without those of its values that are no longer there."""
        form.used = True
        for value in form.values:
            if value in self._held:
                self._read[value] = None
        gone = set(form.values) - self._held
        if not gone:
            return form.property
        left = [
            each
            for each in list_of(as_entry(form.property), Convention())
            if clean_line(each) not in gone
        ]
        return msgspec.structs.replace(form.property, value=escaped_list(left))

    def _respelt(self, by_key: dict[str, list[Form]], value: str) -> Property:
        """A form whose value the user has written in another way since."""
        form = by_key[self._key(value)].pop(0)
        form.used = True
        self._read[value] = None
        params = tuple(
            (name, each)
            for name, each in carried_parameters(form.property.params)
            if name != "VALUE"
        )
        text = _PLAIN[self._field][1](value)
        return msgspec.structs.replace(form.property, value=text, params=written(params))


def single_out(value: str, forms: list[Form], plain: Property | None) -> list[Property]:
    """The properties of a field that holds one value.

    Args:
        value: of the field.
        forms: those carried of it; the first that says anything was the field's.
        plain: what the value is written as where no form has it; None where there is none.
    """
    first = next((each for each in forms if each.single), None)
    left = [each for each in forms if each is not first or each.single == value]
    fitting = [each for each in left if value and each.single == value]
    others = [each for each in left if each not in fitting]
    out = [each.property for each in fitting]
    if not out and plain is not None:
        out.append(plain)
    return [*out, *(each.property for each in others)]


def taken(forms: Forms, name: str, value: str, plain: Property | None) -> list[Property]:
    """The properties of a field that holds one value; the forms carried of it are done with."""
    found = forms.of(name)
    out = single_out(value, found, plain)
    going = {id(each) for each in out}
    forms.drop(each for each in found if id(each.property) not in going)
    for form in found:
        form.used = True
    return out


def notes_out(notes: str, forms: Forms) -> Iterator[Property]:
    """The notes, cut where the card had notes of their own; what was changed goes out plainly."""
    rest = notes
    kept = forms.of("NOTE")
    for form in kept:
        if not form.single:
            continue
        start = _block(rest, form.single)
        if start is None:
            continue
        form.used = True
        if start:
            yield Property(name="NOTE", value=escaped(rest[: start - len(_BETWEEN)]))
        yield form.property
        rest = rest[start + len(form.single) + len(_BETWEEN) :]
    if rest:
        yield Property(name="NOTE", value=escaped(rest))
    forms.drop(form for form in kept if form.single)


_BETWEEN = "\n\n"


def _block(text: str, piece: str) -> int | None:
    """Where a piece stands in a text with a blank line or an end on both sides."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        before = start == 0 or text.startswith(_BETWEEN, start - len(_BETWEEN))
        if before and (end == len(text) or text.startswith(_BETWEEN, end)):
            return start
        start = text.find(piece, start + 1)
    return None
