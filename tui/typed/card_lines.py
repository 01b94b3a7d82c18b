"""The lines of a form read back: what was changed, as parameters of `edit` or `me`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from store.actions.card import NO_YEARS
from store.actions.card_fields import MAX_CADENCE, zone_read
from store.actions.card_form import CardField, Shape
from store.actions.resolve import person_named
from store.records.ids import PersonId
from store.records.kinds import LAYERS
from store.records.me import Me
from store.records.person import Anniversary, City, Employment, Person, School
from store.records.snapshot import Snapshot
from store.records.stay_text import stay_text
from store.words.fold import fold
from store.words.kind_vocabulary import kind_told
from store.words.message import Message, Problem, UsageProblem
from store.words.partial_day import read_partial_day
from store.words.words import Words
from tui.typed.card_days import read_met, read_named_day
from tui.typed.listed import parts
from tui.typed.rhythm import OWN_RHYTHM, read_rhythm
from widgets.safe_text import guard

_WITH_ID = re.compile(r"\((\S+)\)$")
"""The id behind a name that several people have."""

YES = frozenset({"yes", "y", "oui", "o", "1", "x"})
NO = frozenset({"", "no", "n", "non", "0", "-"})


class BadLinesError(ValueError):
    """Lines that cannot be meant as they stand."""

    def __init__(self, said: Mapping[str, Message]) -> None:
        """Say which, by their parameters, and the sentence that tells each."""
        super().__init__(*said)
        self.said = said


class Reader(msgspec.Struct, frozen=True):
    """What is needed to read a line."""

    record: Person | Me
    snapshot: Snapshot
    words: Words
    today: date


def changed_params(
    fields: Iterable[CardField],
    before: Mapping[str, str],
    now: Mapping[str, str],
    reader: Reader,
) -> dict[str, object]:
    """The parameters of the lines that are no longer what they were.

    Args:
        fields: of the form.
        before: what stood in each line, by parameter.
        now: what stands there; a parameter that is missing has not been touched.
        reader: the card and the words.

    Raises:
        BadLinesError: of all lines that cannot be meant.
    """
    changed: dict[str, object] = {}
    bad: dict[str, Message] = {}
    for field in fields:
        text = now.get(field.param, before[field.param])
        if _same(text, before[field.param]):
            continue
        try:
            changed[field.param] = read_line(field, text, reader)
        except Problem as problem:
            bad[field.param] = problem.message
    if bad:
        raise BadLinesError(bad)
    return changed


def read_line(field: CardField, text: str, reader: Reader) -> object:
    """What a line says, as a parameter of `edit` or `me`.

    Raises:
        Problem: where it cannot be meant.
    """
    if field.param == "name" and not text.strip():
        raise _refused("form.no_name")
    return _READ[field.shape](text, reader)


def _same(text: str, before: str) -> bool:
    return text in (before, guard(before)) or text.strip() == before.strip()


def _refused(id: str, **values: object) -> UsageProblem:
    return UsageProblem("bad_line", id, **values)


def _line(text: str, reader: Reader) -> object:
    return text.strip()


def _lines(text: str, reader: Reader) -> object:
    return parts(text)


def _schools(text: str, reader: Reader) -> object:
    return _stays(text, reader.record.schools)


def _cities(text: str, reader: Reader) -> object:
    return _stays(text, reader.record.cities)


def _employers(text: str, reader: Reader) -> object:
    names = reader.record.employers
    years = tuple(each for each in reader.record.employment if each.name in names)
    return _stays(text, years)


def _stays(text: str, known: tuple[School | City | Employment, ...]) -> tuple[str, ...]:
    """The parts; one whose years were struck out says so, since a bare name keeps those known."""
    written = frozenset(stay_text(each) for each in known)
    dated = frozenset(fold(each.name) for each in known if each.start or each.end)
    return tuple(
        f"{part}{NO_YEARS}"
        if part not in written and fold(part.rpartition(":")[2].strip()) in dated
        else part
        for part in parts(text)
    )


def _dates(text: str, reader: Reader) -> object:
    known: tuple[Anniversary, ...] = ()
    if isinstance(reader.record, Person):
        known = reader.record.dates
    today, language = reader.today, reader.words.language
    return tuple(read_named_day(part, known, today, language) for part in parts(text))


def _layer(text: str, reader: Reader) -> object:
    plain = text.strip()
    if plain in ("", "0"):
        return 0
    layer = next((each for each in LAYERS if str(each) == plain), None)
    if layer is None:
        raise _refused("form.bad_layer", text=plain)
    return layer


def _cadence(text: str, reader: Reader) -> object:
    if not text.strip():
        return OWN_RHYTHM
    days = read_rhythm(text)
    if days is None or days > MAX_CADENCE:
        raise _refused("form.bad_cadence", text=text.strip())
    return days


def _kind(text: str, reader: Reader) -> object:
    if not text.strip():
        return ""
    told = kind_told(text)
    if told is None:
        raise _refused("form.bad_kind", text=text.strip())
    return told.kind


def _kinds(text: str, reader: Reader) -> object:
    return tuple(_kind(part, reader) for part in parts(text))


def _day(text: str, reader: Reader) -> object:
    return read_met(text, reader.today, reader.words.language) if text.strip() else 0


def _birthday(text: str, reader: Reader) -> object:
    if not text.strip():
        return ""
    return read_partial_day(text, reader.today, reader.words.language)


def _zone(text: str, reader: Reader) -> object:
    return zone_read(text)


def _person(text: str, reader: Reader) -> object:
    return _somebody(text, reader) if text.strip() else ""


def _people(text: str, reader: Reader) -> object:
    return tuple(_somebody(part, reader) for part in parts(text))


def _somebody(text: str, reader: Reader) -> str:
    """The id of somebody named.

    Raises:
        Problem: where nobody is meant, or several are, or the person of the card.
    """
    text = text.strip()
    match = _WITH_ID.search(text)
    if text in reader.snapshot.people:
        id = text
    elif match is not None and PersonId(match[1]) in reader.snapshot.people:
        id = match[1]
    else:
        id = person_named(reader.snapshot, text).id
    if id == reader.record.id:
        raise _refused("problem.names_itself", name=reader.record.name)
    return id


def _switch(text: str, reader: Reader) -> object:
    word = fold(text.strip())
    if word not in YES | NO:
        raise _refused("form.bad_switch", text=text.strip())
    return word in YES


_READ: Mapping[Shape, Callable[[str, Reader], object]] = {
    "line": _line,
    "text": _line,
    "lines": _lines,
    "languages": _lines,
    "schools": _schools,
    "cities": _cities,
    "employers": _employers,
    "dates": _dates,
    "layer": _layer,
    "cadence": _cadence,
    "kind": _kind,
    "kinds": _kinds,
    "day": _day,
    "partial": _birthday,
    "person": _person,
    "people": _people,
    "switch": _switch,
    "zone": _zone,
}
