"""Archives made to break: what they may cost is spent once, whatever they say of themselves."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping

import pytest

from store.formats import zip_members
from store.formats.archive import read_any_archive
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.registry import all_formats

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nEND:VCARD\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Bee{0},https://www.linkedin.com/in/ann{0},,Acme,CEO,15 Jan 2024\n"
)

SECONDS = 8
"""Of the processor; each takes below two."""


def packed(members: Mapping[str, str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return buffer.getvalue()


def overlapping(text: str, times: int) -> bytes:
    """An archive whose directory names one and the same member again and again."""
    whole = packed({"a.vcf": text})
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entry, tail = whole[start:end], bytearray(whole[end:])
    tail[8:12] = times.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * times).to_bytes(4, "little")
    return whole[:start] + entry * times + bytes(tail)


def read(data: bytes) -> Reading:
    begun = time.process_time()
    reading = read_any_archive(data, "x.zip", Known(), all_formats())
    assert time.process_time() - begun < SECONDS
    return reading


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(each.file, each.why.id) for each in reading.refused]


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_unpack_without_a_bound_are_not_followed(how: int) -> None:
    reading = read(packed({"a.vcf": CARD.format("Ann") + "\n" * 30_000_000}, how))
    assert told(reading) == [("x.zip/a.vcf", "import.zip_damaged")]


def test_one_member_named_many_times_is_unpacked_until_the_work_is_spent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = CARD.format("Ann").replace("END", "X-A:1\n" * 500 + "END")
    monkeypatch.setattr(zip_members, "MOST_BYTES", len(text) * 2 + 10)
    monkeypatch.setattr(zip_members, "MOST_WORK", len(text) * 5 + 10)
    reading = read(overlapping(text, 1000))
    assert {each.name for each in reading.people} == {"Ann"}
    assert told(reading) == [
        *[("x.zip/a.vcf", "import.zip_too_big")] * 4,
        ("x.zip", "import.zip_too_big"),
    ]


def test_what_is_too_large_does_not_keep_out_what_is_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_members, "MOST_BYTES", 5000)
    monkeypatch.setattr(zip_members, "MOST_WORK", 15_000)
    large = CARD.format("Cy") + "NOTE:x\n" * 1000
    reading = read(
        packed({"a.vcf": CARD.format("Ann"), "b.vcf": large, "c.vcf": CARD.format("Bo")})
    )
    assert [each.name for each in reading.people] == ["Ann", "Bo"]
    assert told(reading) == [("x.zip/b.vcf", "import.zip_too_big")]


def test_exports_in_thousands_of_folders_are_each_looked_at_once() -> None:
    members = {f"d{n}/Connections.csv": CONNECTIONS.format(n) for n in range(2000)}
    others = {f"e{n}/{'x/' * 50}a.vcf": CARD.format(f"P{n}") for n in range(2000)}
    inside = {f"d{n}/deep/other.csv": "Name,Email\nStranger,s@b.cd\n" for n in range(2000)}
    reading = read(packed({**members, **others, **inside}))
    assert len(reading.people) == 4000
    assert not reading.refused
