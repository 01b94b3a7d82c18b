"""Tables written by hand from the columns that programs write, for the tests of their reading."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from store.formats.choices import Choices
from store.formats.csv.reader import read_csv
from store.formats.incoming import Reading
from store.formats.known import Known
from store.records.person import Person


def table(header: Sequence[str], *rows: Mapping[str, str], delimiter: str = ",") -> str:
    """A table with the cells of each row under their headers; all others are empty."""
    return placed(
        header, *({header.index(k): v for k, v in row.items()} for row in rows), delimiter=delimiter
    )


def placed(header: Sequence[str], *rows: Mapping[int, str], delimiter: str = ",") -> str:
    """A table with the cells of each row by their place, for headers that come twice."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([row.get(place, "") for place in range(len(header))])
    return out.getvalue()


def read(text: str | bytes, **choices: object) -> Reading:
    """What a table gives."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_csv(data, "a.csv", Known(choices=Choices(**choices)))  # type: ignore[arg-type]


def one(text: str | bytes) -> Person:
    """The only person of a table."""
    (person,) = read(text).people
    return person


def carried(person: Person) -> list[str]:
    """The properties of somebody as a vCard would have them, but for its version."""
    return [
        f"{each.group}{'.' if each.group else ''}{each.name}{';' if each.params else ''}"
        f"{each.params}:{each.value}"
        for each in person.properties
        if each.name != "VERSION"
    ]


def told(reading: Reading) -> list[tuple[int, str]]:
    """What was set aside: line and reason."""
    return [(each.line, each.why.id) for each in reading.refused]
