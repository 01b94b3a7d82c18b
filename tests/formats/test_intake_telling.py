from __future__ import annotations

import pytest

from store.formats.known import Known
from store.formats.registry import FORMATS, Format, tell
from store.words.message import Message

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n"
CONNECTIONS = b"Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES = b'\xef\xbb\xbf"CONVERSATION ID","FROM","TO","DATE"\n"1","a","b","c"\n'


def told(head: bytes, name: str = "file") -> str:
    found = tell(head, name, FORMATS)
    return found.name if isinstance(found, Format) else found.id


@pytest.mark.parametrize("name", ["x.vcf", "x.csv", "x.txt", "x"])
def test_a_file_is_told_by_what_it_holds_whatever_it_is_called(name: str) -> None:
    assert told(CARD, name) == "vcard"
    assert told(CONNECTIONS, name) == "linkedin"
    assert told(MESSAGES, name) == "linkedin"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_wide_encodings_are_told_too(codec: str) -> None:
    rows = "".join(f"Ann{n},Bee,,,Acme,CEO,15 Jan 2024\n" for n in range(10))
    head = (CONNECTIONS.decode() + rows).encode(codec)
    assert told(head) == "linkedin"
    assert told(head[:301]) == "linkedin"


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (b"", "import.empty_file"),
        (b"\xef\xbb\xbf \r\n\t", "import.empty_file"),
        (b"Dear all,\nhello\n", "import.unknown_format"),
        (b"Date,Name,Amount\n2024-05-06,Ann,1\n", "import.unknown_format"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "import.binary"),
        (b"\x01\x02\x03\x04\x05 noise \x06\x07", "import.binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(head: bytes, why: str) -> None:
    assert told(head) == why


def test_a_file_of_linkedin_that_gives_nothing_says_so() -> None:
    head = b"FirstName,Emails,CreatedAt\n"
    found = tell(head, "x", FORMATS)
    assert isinstance(found, Format)
    assert found.name == "linkedin"
    refused = found.read(head, "x", Known()).refused
    assert [(each.line, each.why.id) for each in refused] == [(0, "import.linkedin_unused")]


def test_a_reason_is_a_message() -> None:
    assert isinstance(tell(b"", "x", FORMATS), Message)
