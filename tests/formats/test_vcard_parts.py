"""Pictures and other large values: kept beside the data file, and written whole again."""

from __future__ import annotations

import base64
from collections.abc import Callable

import msgspec
import pytest
from written_cards import BOTH, VCARD3, again, cards_text, version_of

from store.formats.exported import ExportFormat
from store.formats.known import Known
from store.formats.vcard.reader import STEP, read_vcards
from store.records import attachment
from store.records.attachment import digest_in, digest_of

BIG = base64.b64encode(bytes(range(256)) * 400).decode()
SMALL = base64.b64encode(bytes(range(250))).decode()


def _card(*lines: str) -> bytes:
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Ada", *lines, "END:VCARD"]).encode()


def test_a_large_picture_is_a_part_and_a_small_one_is_not() -> None:
    reading = read_vcards(
        _card(f"PHOTO;ENCODING=b;TYPE=PNG:{BIG}", f"LOGO;ENCODING=b;TYPE=GIF:{SMALL}"), "x.vcf"
    )
    assert reading.refused == ()
    _, photo, logo = reading.people[0].properties
    assert logo.value == f"data:image/gif;base64,{SMALL}"
    digest = digest_in(photo.value)
    assert digest is not None
    assert reading.parts == {digest: f"data:image/png;base64,{BIG}".encode()}
    assert digest == digest_of(reading.parts[digest])


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_a_part_goes_out_whole_and_comes_back_the_same(form: ExportFormat) -> None:
    first = read_vcards(_card(f"PHOTO;ENCODING=b;TYPE=PNG:{BIG}", f"X-FOO:{'x' * 20_000}"), "x")
    second = again(first.people, form, parts=first.parts)
    assert second.parts == first.parts
    assert second.people[0].properties == first.people[0].properties


def test_a_part_that_is_missing_leaves_its_property_out() -> None:
    first = read_vcards(_card(f"PHOTO;ENCODING=b:{BIG}", "X-FOO:1"), "x")
    text = cards_text(first.people)
    assert "PHOTO" not in text
    assert "X-FOO:1" in text


def test_a_picture_in_the_old_version_is_base64_with_its_type() -> None:
    first = read_vcards(_card(f"PHOTO:data:image/jpeg;base64,{SMALL}"), "x")
    text = cards_text(first.people, VCARD3).replace("\r\n ", "")
    assert f"PHOTO;ENCODING=b;TYPE=JPEG:{SMALL}\r\n" in text


def test_what_is_beyond_all_measure_is_refused_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from store.formats.vcard import person

    monkeypatch.setattr(person, "MOST_BYTES", attachment.INLINE_LIMIT)
    reading = read_vcards(_card(f"PHOTO;ENCODING=b:{BIG}", "TEL:1"), "x.vcf")
    assert [(each.line, each.why.id, each.text) for each in reading.refused] == [
        (4, "vcard.data_left_out", "Ada")
    ]
    assert reading.people[0].phones == ("1",)


def test_progress_is_told_and_may_end_the_reading() -> None:
    told: list[int] = []
    cards = b"".join(f"BEGIN:VCARD\nFN:A{each}\nEND:VCARD\n".encode() for each in range(450))
    read_vcards(cards, "x.vcf", Known(step=told.append))
    assert told == [STEP, 2 * STEP, 3 * STEP, 4 * STEP]

    def stop(count: int) -> None:
        raise InterruptedError

    stopping: Callable[[int], None] = stop
    with pytest.raises(InterruptedError):
        read_vcards(cards, "x.vcf", msgspec.structs.replace(Known(), step=stopping))
