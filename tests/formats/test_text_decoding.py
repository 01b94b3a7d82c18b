from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.text_decoding import as_narrow, decode, decode_narrow, trusted_codec

FRENCH = "Prénom;Nom\r\nZoë;Lefèvre\r\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_a_file_reads_the_same_in_every_encoding(mark: bytes, codec: str) -> None:
    assert decode(mark + FRENCH.encode(codec)) == FRENCH


def test_utf_16_of_another_script_is_known_by_its_ascii_part() -> None:
    text = "BEGIN:VCARD\nFN:山田太郎\nEND:VCARD\n"
    assert decode(text.encode("utf-16-be")) == text


def test_a_stray_byte_spoils_its_own_line_only() -> None:
    assert decode("é\n".encode() + b"caf\xe9\n" + "ü".encode()) == "é\ncafé\nü"


def test_utf_8_cut_inside_a_character_stays_utf_8() -> None:
    assert decode("ééééé".encode()[:-1]) == "ééééÃ"


def test_bytes_that_windows_1252_leaves_open_are_not_lost() -> None:
    assert decode(b"\x80\x81\xe9") == "€\x81é"


def test_a_named_encoding_counts_where_the_bytes_are_not_utf_8() -> None:
    assert decode_narrow("Київ".encode("cp1251"), "Windows-1251") == "Київ"
    assert decode_narrow("安藤".encode("shift_jis"), "SHIFT_JIS") == "安藤"
    assert decode_narrow("Größe".encode(), "Windows-1252") == "Größe"


def test_an_encoding_in_ascii_bytes_counts_before_utf_8() -> None:
    assert decode_narrow("日本".encode("iso-2022-jp"), "ISO-2022-JP") == "日本"


def test_what_is_named_latin_1_is_read_as_windows_1252() -> None:
    assert decode_narrow(b"\x93caf\xe9\x94", "ISO-8859-1") == "“café”"


@pytest.mark.parametrize(
    "name", ["", "blabla", "punycode", "base64", "rot13", "idna", "zlib", "unicode_escape", "utf-7"]
)
def test_what_is_no_encoding_of_text_is_not_trusted(name: str) -> None:
    assert trusted_codec(name) == ""
    assert decode_narrow(b"caf\xe9", name) == "café"


@given(st.binary())
def test_any_bytes_become_text_that_can_be_written(data: bytes) -> None:
    decode(data).encode("utf-8")
    decode_narrow(data, "shift_jis").encode("utf-8")
    assert as_narrow(as_narrow(b"plain" + data)) == as_narrow(b"plain" + data)
