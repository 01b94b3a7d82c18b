"""Whatever the bytes: mail is read without failing, and nothing in it does harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from written_mail import mbox, plain, read

from store.formats.known import Known
from store.formats.mail.correspondence import correspondence
from store.formats.mail.reader import MAIL
from store.formats.names_list.reader import NAMES
from store.formats.registry import FORMATS, tell
from store.records.me import Me

PIECES = st.sampled_from(
    [
        *(b"From a@x Tue Nov 17 21:28:37 2009\n", b"From: ", b"To: ", b"Date: ", b"Cc: ", b"\n"),
        *(b"\r\n", b"\r", b" ", b"\t", b"<a@x.y>", b'"', b"(", b")", b":", b";", b",", b"@", b"<"),
        *(b"=?utf-8?b?QQ==?=", b"=?x?q?=FF?=", b"17 Nov 2009", b"\x1b[31m", b"\xe2\x80\xae"),
        *(b"\xff\xfe", b"\x00", b"Message-ID: <1>", b"Received: ", b"List-Id:", b"\xef\xbb\xbf"),
        *(b"Ana Ek", b"- ", b"# ", b"1. ", b"+33 6 12 34 56 78", b" - ", b"EK, Ana"),
    ]
)
BYTES = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(b"".join))
UNSAFE = set("\x1b\x00\x07\x9b\u202e\u2066\n\r")


@given(BYTES)
def test_any_bytes_are_read_and_give_nothing_that_a_terminal_obeys(data: bytes) -> None:
    for each in (MAIL, NAMES):
        each.looks_like(data, "x")
        found = each.read(data, "x", Known())
        told = [person.name for person in found.people]
        told += [text.text for text in found.refused]
        for letter in found.letters:
            parties = (letter.sender, *letter.to, *letter.copied)
            told += [letter.key, *(party.name + party.address for party in parties)]
        assert not UNSAFE & set("".join(told))
        assert found == each.read(data, "x", Known())


@given(BYTES)
def test_the_format_of_any_bytes_is_told(data: bytes) -> None:
    tell(data, "x", FORMATS)


def test_hostile_headers_come_out_harmless() -> None:
    name = "=?utf-8?q?=1B=5B31m=E2=80=AEAna=0AEk=07?= \x1b]0;x\x07"
    data = plain(**{"from": f'"{name}" <ana@x.example>', "message-id": "<\x1b[2J@x>"})
    (letter,) = read(data).letters
    assert letter.sender.name == "[31mAna Ek ]0;x"
    assert not UNSAFE & set(letter.key)


def test_ten_thousand_hostile_letters_are_read_once_and_twice() -> None:
    data = mbox(*(plain(to="a@b," * 50 + "\x1b", message_id=f"<{n}>") for n in range(2_000)))
    one = correspondence(read(data).letters, Me(emails=("a@b",)), lambda _: False)
    two = correspondence(read(data).letters * 2, Me(emails=("a@b",)), lambda _: False)
    assert one == two
