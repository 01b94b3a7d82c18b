"""Documents that are damaged, hostile or newer: bounded, said clearly, and the rest goes on."""

from __future__ import annotations

import base64
import json
import time

import pytest
from any_whole import PARTS, PICTURE, read, written

from store.formats.known import Known
from store.formats.whole.planning import laid_in
from store.formats.whole.reader import WHOLE
from store.records.attachment import digest_of, reference_to
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.person import Person, Property
from store.records.snapshot import EMPTY, Snapshot

HEAD = '{"format": "arrosoir", "version": 1'
ADA = '{"id": "A", "name": "Ada"}'
BO = '{"id": "B", "name": "Bo"}'
SECONDS = 20.0
"""So long takes nothing of this, by far, on the slowest machine."""


def document(*members: str) -> str:
    return ", ".join((HEAD, *members)) + "}"


def people(*records: str) -> str:
    return f'"people": [{", ".join(records)}]'


def read_names(text: str | bytes) -> tuple[list[str], list[str]]:
    """Names of the people that are read, and the ids of what is said."""
    reading = read(text)
    assert reading.whole is not None
    names = [each.name for each in reading.whole.tables.get("people", ())]  # type: ignore[attr-defined]
    return names, [each.why.id for each in reading.refused]


@pytest.mark.parametrize(
    "bad",
    [
        '{"id": "X"}',
        '{"name": "nobody"}',
        '{"id": "", "name": "X"}',
        '{"id": "a b\\u001b[2J", "name": 5}',
        '{"id": "\\n", "name": "X"}',
        f'{{"id": "{"x" * 300}", "name": "X"}}',
        '{"id": "X", "name": "X", "name": "Y"}',
        '{"id": "X", "name": "X", "cadence_days": NaN}',
        '{"id": "X", "name": "X", "colour": 1e999}',
        f'{{"id": "X", "name": "X", "cadence_days": {"9" * 10_000}}}',
        '{"id": "X", "name": "X", "met": "2026-02-31"}',
        '{"id": "X", "name": "X", "layer": 7}',
        '{"id": "X", "name": "X", "emails": "a@example.org"}',
        '{"id": "A", "name": "somebody else"}',
        f'{{"id": "X", "name": "X", "more": {"[" * 300}{"]" * 300}}}',
        "[1, 2]",
        "null",
        "17",
    ],
)
def test_one_bad_record_is_set_aside_with_its_table_and_the_others_go_on(bad: str) -> None:
    names, said = read_names(document(people(ADA, bad, BO)))
    assert names == ["Ada", "Bo"]
    assert said == ["import.json.record"]


def test_what_is_set_aside_is_named_by_table_and_id() -> None:
    reading = read(document(people(ADA), '"circles": [{"id": "C1"}]'))
    (refused,) = reading.refused
    assert refused.why.values["table"] == "circles"
    assert refused.why.values["id"] == "C1"
    assert refused.line == 1


def test_a_document_that_breaks_off_gives_what_stands_before() -> None:
    whole = document(people(ADA, BO))
    names, said = read_names(whole[: whole.index("Bo")])
    assert (names, said) == (["Ada"], ["import.json.breaks_off"])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('"people": 5', ["import.json.no_table"]),
        ('"circles": "x"', ["import.json.no_table"]),
        ('"parts": [1]', ["import.json.no_table"]),
        ('"gifts": [{"id": "G"}]', ["import.json.unknown_table"]),
        ('"parts": {"../../x": "AAAA"}', ["import.json.part"]),
        (f'"parts": {{"{"0" * 64}": "AAAA"}}', ["import.json.part"]),
        (f'"parts": {{"{digest_of(b"x")}": "not base64"}}', ["import.json.part"]),
        (f'"parts": {{"{digest_of(b"x")}": 5}}', ["import.json.part"]),
        ('"version": 2', ["import.json.newer"]),
        (people(ADA), ["import.json.record"]),
    ],
)
def test_what_is_no_table_is_said_once(more: str, said: list[str]) -> None:
    assert read_names(document(people(ADA, BO), more)) == (["Ada", "Bo"], said)


def test_fields_of_a_newer_version_are_carried() -> None:
    reading = read(document(people('{"id": "A", "name": "Ada", "colour": {"hue": [1, null]}}')))
    assert reading.whole is not None
    (ada,) = reading.whole.tables["people"]
    assert ada.extra == {"colour": {"hue": [1, None]}}


def test_texts_are_cleaned_and_verbatim_values_cannot_begin_another_line() -> None:
    card = {
        "id": "A",
        "name": "Ada\x1b[2J\u202eLovelace\nNOTE",
        "notes": "one\u2028two\x07",
        "tags": ["\x9bred"],
        "col\x1bour": "\u2066x",
        "properties": [{"name": "X-A", "value": "a\r\nNOTE:injected\x07", "params": "\ud800"}],
    }
    reading = read(document(people(json.dumps(card))))
    assert reading.whole is not None
    (ada,) = reading.whole.tables["people"]
    assert ada == Person(
        id="A",
        name="Ada[2JLovelace NOTE",
        notes="one\ntwo",
        tags=("red",),
        extra={"colour": "x"},
        # Raw until it is shown, but for line breaks.
        properties=(Property(name="X-A", value="a NOTE:injected\x07", params=" "),),
    )


@pytest.mark.parametrize(
    "inner",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "1" * 20_000_000,
        '"' + "a" * 20_000_000,
        "[" + "1," * 2_000_000 + "1]",
        "[" + "{}," * 300_000 + "{}]",
        "{" + '"a":1,' * 1_000_000 + '"a":1}',
        "[" + " " * 10_000_000 + "]",
    ],
    ids=["lists", "objects", "digits", "text", "numbers", "empty", "one name", "blanks"],
)
@pytest.mark.parametrize("name", ["people", "gifts", "me", "parts", "format"])
def test_monstrous_values_end_in_time_and_with_what_stands_before(inner: str, name: str) -> None:
    began = time.monotonic()
    reading = read(document('"circles": [{"id": "C", "name": "Club"}]', f'"{name}": {inner}'))
    assert time.monotonic() - began < SECONDS
    assert reading.whole is not None
    assert [each.id for each in reading.whole.tables["circles"]] == ["C"]
    assert len(reading.refused) <= 102


def test_json_of_others_is_not_taken_for_ours() -> None:
    foreign = b'{"people": [{"id": "A", "name": "Ada"}]}'
    assert not WHOLE.looks_like(foreign, "arrosoir.json")
    reading = WHOLE.read(foreign, "x.json", Known())
    assert reading.whole is None
    assert [(each.why.id, each.line) for each in reading.refused] == [("import.json.foreign", 0)]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_gives_the_same(codec: str) -> None:
    text = document(people(ADA, '{"id": "O", "name": "Œdipe 🙂"}')).replace(", ", ",\r\n")
    mark = b"\xfe\xff" if codec == "utf-16-be" else b""
    assert read_names(mark + text.encode(codec)) == (["Ada", "Œdipe 🙂"], [])


def test_how_far_it_is_is_told_and_may_end_it() -> None:
    told: list[int] = []
    many = [f'{{"id": "P{number}", "name": "N"}}' for number in range(250)]
    WHOLE.read(document(people(*many)).encode(), "x.json", Known(step=told.append))
    assert told == [100, 200, 250]

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        WHOLE.read(document(people(*many)).encode(), "x.json", Known(step=stop))


def with_picture() -> Snapshot:
    photo = Property(name="PHOTO", value=reference_to(digest_of(PICTURE)))
    return EMPTY.apply(
        ChangeSet(
            (
                make(Person(id="A", name="Ada", properties=(photo,), private_notes="quiet")),
                make(Person(id="B", name="Bo", through=PersonId("A"), private_notes="quiet")),
            )
        )
    )


def test_a_picture_goes_out_and_comes_in_whole() -> None:
    document = written(with_picture())
    (encoded,) = json.loads(document)["parts"].values()
    assert base64.b64decode(encoded) == PICTURE
    assert dict(read(document).parts) == PARTS


def test_some_people_go_out_alone() -> None:
    document = written(with_picture(), (PersonId("B"),), private=False)
    value = json.loads(document)
    assert value["people"] == [{"id": "B", "name": "Bo"}]
    assert value["whole"] is False
    assert value["parts"] == {}
    assert value["me"] is None
    reading = read(document)
    assert reading.whole is not None
    assert laid_in(EMPTY, reading.whole).left == 0
