"""Whatever the bytes: no exception, records that can be written, time that grows with the size."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from store.formats.vcard.reader import looks_like_vcard, read_vcards

CARD = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1\r\nN:Doe;Ada;;;\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE:a=C3=\r\n=A9, b\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:B\r\n"
    b'END:VCARD\r\nADR;TYPE=HOME;LABEL="a:b^n":;;x;Town;;\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\n\r\n'
    b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03\r\nitem1.TEL:tel:+1;ext=2\r\nEND:VCARD\r\n"
)

_MARKS = [bytes([mark]) for mark in b'\r\n\t :;,=\\"^.\0\xc3\xff']
_WORDS = [b"BEGIN:VCARD\n", b"END:VCARD\n", b"AGENT:\n", b"\xef\xbb\xbf", b";CHARSET=big5", b"=3D"]
_PIECES = st.sampled_from([*_MARKS, *_WORDS])

BYTES = 1_000_000
OPEN = b"BEGIN:VCARD\nFN:x\n"

HEAVY = {
    "nested": b"BEGIN:VCARD\nFN:x\n" * 2000 + b"END:VCARD\n" * 2000,
    "agents": b"BEGIN:VCARD\nAGENT:\n" * 2000 + OPEN + b"END:VCARD\n" * 2001,
    "never ending": OPEN * (BYTES // len(OPEN)),
    "agents never ending": b"BEGIN:VCARD\nFN:x\nAGENT:\n" * (BYTES // 24),
    "one line": OPEN + b"FN:" + b"x" * BYTES,
    "no colon": OPEN + b"x." * (BYTES // 2),
    "backslashes": OPEN + b"NOTE:" + b"\\" * BYTES,
    "categories": OPEN + b"CATEGORIES:" + b"\\,a," * (BYTES // 4),
    "parameters": OPEN + b"TEL" + b';a="' * (BYTES // 4) + b":1",
    "blanks": OPEN + b"TEL;ENCODING" + b" " * BYTES + b"\xff:1",
    "folds": OPEN + b"NOTE:" + b"x\n " * (BYTES // 3),
    "folded head": OPEN + b"NOTE" + b"x\n " * (BYTES // 3),
    "soft breaks": OPEN + b"NOTE;QUOTED-PRINTABLE:" + b"=\n\n" * (BYTES // 3),
    "garbage": OPEN + b"x\n" * (BYTES // 2),
    "carriage returns": OPEN + b"\r" * BYTES,
    "one byte in six": OPEN + b"NOTE:" + b"\xc3\xa9\xff" * (BYTES // 3),
    "punycode": OPEN + b"NOTE;CHARSET=punycode:" + b"\xe9a" * (BYTES // 2),
}

SECONDS = 10.0
"""Of CPU: far above what is needed (under 1.5 s) and far below what quadratic time would take."""


def _survives(data: bytes) -> None:
    reading = read_vcards(data, "x.vcf")
    msgspec.json.encode(reading.people)
    for person in reading.people:
        assert person.name
        assert len(person.sources) == 1
    assert len({person.sources for person in reading.people}) == len(reading.people)
    for refused in reading.refused:
        assert len(refused.text) <= 80
        assert refused.text.isprintable() or not refused.text.isascii()
    looks_like_vcard(data[:4096])


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_survived(data: bytes) -> None:
    _survives(data)


@settings(deadline=None, max_examples=150)
@given(st.lists(_PIECES, max_size=60))
def test_any_heap_of_syntax_is_survived(pieces: list[bytes]) -> None:
    _survives(b"".join(pieces))


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, len(CARD)), st.integers(0, 6), _PIECES), max_size=8),
    st.integers(1, 3),
)
def test_a_mutated_card_is_survived(edits: list[tuple[int, int, bytes]], copies: int) -> None:
    data = CARD * copies
    for start, length, piece in edits:
        data = data[:start] + piece + data[start + length :]
    _survives(data)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60).filter(lambda junk: b"BEGIN" not in junk.upper()))
def test_junk_before_a_card_does_not_cost_the_card(junk: bytes) -> None:
    plain = junk.replace(b"\0", b"")
    # A mark of UTF-16 says that all that follows is UTF-16, cards and all.
    assume(not plain.startswith((b"\xfe\xff", b"\xff\xfe")))
    data = plain + b"\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n"
    assert "Ada" in {person.name for person in read_vcards(data, "x.vcf").people}


@pytest.mark.parametrize("name", list(HEAVY))
def test_hostile_files_take_time_that_grows_with_their_size(name: str) -> None:
    began = time.process_time()
    _survives(HEAVY[name])
    assert time.process_time() - began < SECONDS
