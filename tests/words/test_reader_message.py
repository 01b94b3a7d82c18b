"""What the reader of JSON complains of, said in plain words of both languages."""

from __future__ import annotations

import msgspec
import pytest

from store.records.document import BadDocumentError, from_document
from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from store.words.message import Message
from store.words.reader_message import reader_message
from store.words.words import Words


def complaint(data: bytes, kind: object = object) -> str:
    try:
        msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return str(error)
    raise AssertionError("it can be read")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"a":{"1"', Message("read.breaks_off_after", {"byte": 9})),
        (b'{"a" 1}', Message("read.no_json_from", {"byte": 5})),
        (b'{"a":1} x', Message("read.no_json_from", {"byte": 8})),
        (b'{"\xff":1}', Message("read.no_text")),
        (b"[1]", Message("read.unfitting")),
    ],
)
def test_the_place_is_told_where_it_is_known(data: bytes, told: Message) -> None:
    kind = dict[str, msgspec.Raw] if data == b"[1]" else object
    found = reader_message(complaint(data, kind), len(data))
    assert found.id == told.id
    if "byte" in told.values:
        assert abs(int(str(found.values["byte"])) - int(str(told.values["byte"]))) <= 1


def test_of_a_row_the_table_and_the_field_are_told() -> None:
    with pytest.raises(BadDocumentError) as caught:
        from_document(Person, {"id": "A", "name": 12})
    assert reader_message(f"people: 7: {caught.value}", 900) == Message(
        "read.in_row",
        {"table": "people", "row": "7", "what": Message("read.unfitting_in", {"field": "name"})},
    )
    with pytest.raises(BadDocumentError) as caught:
        from_document(Person, {"name": "Ada"})
    told = reader_message(f"people: {caught.value}")
    assert told.values["what"] == Message("read.lacks", {"field": "id"})


def test_in_a_table_no_byte_is_told_since_it_is_counted_from_the_table_on() -> None:
    told = reader_message("people: JSON is malformed: invalid character (byte 12)", 900)
    assert told.values["what"] == Message("read.no_json")
    assert reader_message("people: 7").values["row"] == "7"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Input data was truncated",
        "JSON is malformed: expected ':' (byte 5)",
        "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
        "maximum recursion depth exceeded while deserializing an object",
        "Expected `object`, got `str` - at `$[...]`",
        "people: 7: Expected `str`, got `int` - at `$.name`",
        "people: Number out of range - at `$[...].minutes`",
        "journal: people: no document",
        "something new",
    ],
)
def test_nothing_of_the_reader_is_left(lang: Language, text: str) -> None:
    said = Words(lang).tell(reader_message(text, 900))
    for word in ("truncated", "malformed", "codec", "recursion", "Expected", "range", "new", "$"):
        assert word not in said
    assert "{" not in said
    assert said[0].islower()
