"""Cards made to hurt: read and written in time that grows with their size, and harmless after."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_vcard_real_files import FILES
from written_cards import BOTH, cards_text

from store.formats.exported import ExportFormat
from store.formats.incoming import Reading
from store.formats.vcard.reader import read_vcards

MIB = 1024 * 1024
OPEN = b"BEGIN:VCARD\nVERSION:3.0\nFN:x\n"
CLOSE = b"\nEND:VCARD\n"

_NAME = "\x1b]0;x\x07\x1b[2J\x9b31m\u202e\u2066[@click=app.quit]x[/]\x85%d"
_DAY = "ANNIVERSARY;X=%d:%04d0101\n"

HEAVY = {
    "nested": b"BEGIN:VCARD\nFN:x\n" * 2000 + b"END:VCARD\n" * 2000,
    "a line of 5 MB": OPEN + b"NOTE;X=1:" + b"x, ;\\" * MIB + CLOSE,
    "5 MB that nobody knows": OPEN + b"X-FOO:" + b"a\\;b," * MIB + CLOSE,
    "parameters of 1 MB": OPEN + b"TEL" + b';TYPE="a,b^n"' * (MIB // 13) + b":1" + CLOSE,
    "types of 1 MB": OPEN + b"TEL;TYPE=" + b"a,bc," * (MIB // 5) + b":1" + CLOSE,
    "never ending": OPEN * (MIB // len(OPEN)),
    "names": b"".join(
        OPEN.replace(b"x", (_NAME % each).encode()) + CLOSE for each in range(10_000)
    ),
    "addresses": OPEN + b"".join(b"a.EMAIL;X=%d:%d@x\n" % (n, n) for n in range(20_000)) + CLOSE,
    "days": OPEN + "".join(_DAY % (n, n) for n in range(1, 9_000)).encode() + CLOSE,
    "notes": OPEN + b"".join(b"NOTE;X=%d:%d\n" % (n, n) for n in range(10_000)) + CLOSE,
    "labels": OPEN + b"".join(b"i%d.X-ABLabel:x\n" % n for n in range(20_000)) + CLOSE,
    "relations": OPEN + b"".join(b"RELATED:urn:uuid:%d\n" % n for n in range(20_000)) + CLOSE,
    "members": OPEN + b"".join(b"MEMBER:urn:uuid:%d\n" % n for n in range(20_000)) + CLOSE,
    "names of many words": OPEN.replace(b"x", b"de la " * (MIB // 6)) + b"N:a;b" + CLOSE,
    "base64": OPEN + b"PHOTO;ENCODING=b:" + b"\n AAAA" * MIB + CLOSE,
}

SECONDS = 20.0
"""Of CPU: far above what is needed (under 5 s), far below what quadratic time would take."""


@pytest.mark.parametrize("name", list(HEAVY))
def test_time_grows_with_the_size(name: str) -> None:
    began = time.process_time()
    reading = read_vcards(HEAVY[name], "x.vcf")
    for form in BOTH:
        text = cards_text(reading.people, form, parts=reading.parts)
        assert len(text) < 8 * len(HEAVY[name]) + 1000
    assert time.process_time() - began < SECONDS


def test_hostile_names_are_harmless() -> None:
    for person in read_vcards(HEAVY["names"], "x.vcf").people:
        assert person.name.isprintable()


_PIECES = st.sampled_from([bytes([mark]) for mark in b'\r\n\t :;,=\\"^.\0\xc3\xff\x1b'])
_EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), _PIECES), min_size=1, max_size=9)


@settings(max_examples=40)
@pytest.mark.skipif(not FILES, reason="no real cards")
@given(st.sampled_from(FILES or [Path()]), _EDITS, st.sampled_from(BOTH))
def test_a_damaged_real_file_is_read_and_written(
    path: Path, edits: list[tuple[float, int, bytes]], form: ExportFormat
) -> None:
    data = path.read_bytes()[:8000]
    for place, length, piece in edits:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    reading = read_vcards(data, path.name)
    again = _written_and_read(reading, form)
    assert [each.name for each in again.people] == [each.name for each in reading.people]
    assert _settles(again, form)


@given(st.binary(max_size=300), st.sampled_from(BOTH))
def test_any_bytes_in_a_card_are_read_and_written(junk: bytes, form: ExportFormat) -> None:
    reading = read_vcards(OPEN + junk + CLOSE, "x.vcf")
    assert _settles(_written_and_read(reading, form), form)


def _written_and_read(reading: Reading, form: ExportFormat) -> Reading:
    text = cards_text(reading.people, form, parts=reading.parts)
    return read_vcards(text.encode(), "again.vcf")


def _settles(once: Reading, form: ExportFormat) -> bool:
    """Whether a card that has gone out once, without what it hid, goes out ever the same."""
    twice = _written_and_read(once, form)
    return cards_text(once.people, form, parts=once.parts) == cards_text(
        twice.people, form, parts=twice.parts
    )
