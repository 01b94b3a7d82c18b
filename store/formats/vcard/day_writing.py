"""Days of a person made properties: birth, death, and what comes round each year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.formats.vcard.dates import DATES
from store.formats.vcard.escaping import escaped
from store.formats.vcard.field_writing import name_in, taken
from store.formats.vcard.forms import Form, Forms
from store.formats.vcard.own_names import ANNIVERSARY, GROUP
from store.formats.vcard.own_writing import own
from store.records.person import Person, Property

_FULL_DAY = 10
"""Characters of a day with its year."""

_YEARLESS_DAY = 7
"""Of `--06-12`."""


def days_out(person: Person, forms: Forms, *, old: bool) -> Iterator[Property]:
    """BDAY, DEATHDATE, and the days that come round each year."""
    days = _Days(person, forms, old=old)
    yield from days.birthday()
    yield from days.death()
    yield from days.dates()


class _Days:
    def __init__(self, person: Person, forms: Forms, *, old: bool) -> None:
        self._person = person
        self._forms = forms
        self._old = old

    def birthday(self) -> Iterator[Property]:
        birthday = self._person.birthday
        if not birthday:
            self._forms.drop(each for each in self._forms.of("BDAY") if each.single)
            return
        # A card has one birthday: words for it go where the day is known.
        self._forms.drop(each for each in self._forms.of("BDAY") if each.single != birthday)
        yield from taken(self._forms, "BDAY", birthday, self._day("BDAY", birthday))

    def death(self) -> Iterator[Property]:
        person = self._person
        forms = self._forms.of("DEATHDATE", "X-DEATHDATE")
        if person.status != "deceased":
            self._forms.drop(each for each in forms if each.single)
            if person.deceased_on is None:
                if person.status != "active":
                    yield own("STATUS", person.status)
                return
        on = person.deceased_on.isoformat() if person.deceased_on else "?"
        fitting = [each for each in forms if each.single == on and not each.used]
        self._forms.drop(each for each in forms if each.single and each not in fitting)
        if not fitting and person.deceased_on is not None:
            yield self._day(name_in("DEATHDATE", old=self._old), on)
        for form in fitting:
            form.used = True
            yield form.property
        if person.status != "deceased" or not (fitting or person.deceased_on):
            yield own("STATUS", person.status)

    def dates(self) -> Iterator[Property]:
        dated = self._forms.those(lambda each: each.key in DATES and bool(each.dates))
        told = {(each.name, each.on) for each in self._person.dates}
        self._forms.drop(each for each in dated if not told & {*each.dates})
        read: dict[tuple[str, str], None] = {}
        free = _free_groups(self._forms.groups())
        by_day: dict[tuple[str, str], list[Form]] = {}
        for form in dated:
            for day in form.dates:
                by_day.setdefault(day, []).append(form)
        for each in self._person.dates:
            key = (each.name, each.on)
            found = [form for form in by_day.get(key, ()) if not form.used]
            for form in found:
                form.used = True
                yield form.property
            if not found and key not in read:
                yield from self._own_date(next(free), each.name, each.on)
            read[key] = None

    def _own_date(self, group: str, name: str, on: str) -> Iterator[Property]:
        """A date in a group of ours, so that it is known not to be carried beside the field."""
        plain = name == ANNIVERSARY and not self._old
        day = self._day("ANNIVERSARY" if plain else "X-ABDATE", on)
        yield msgspec.structs.replace(day, group=group)
        if not plain:
            label = f"_$!<{name}>!$_" if name == ANNIVERSARY else name
            yield Property(name="X-ABLabel", value=escaped(label), group=group)

    def _day(self, name: str, on: str) -> Property:
        """A partial date as 4.0 writes it; where 3.0 has no such date, it is called a text."""
        if len(on) == _FULL_DAY:
            return Property(name=name, value=on.replace("-", ""))
        if len(on) == _YEARLESS_DAY and on.startswith("--"):
            return Property(name=name, value="--" + on[2:].replace("-", ""))
        return Property(name=name, value=on, params="VALUE=text" if self._old else "")


def _free_groups(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if f"{GROUP}{number}" not in taken:
            yield f"{GROUP}{number}"
