from __future__ import annotations

import pytest

from store.formats.vcard.lines import content_lines, fallback_charset


def _texts(data: bytes, fallback: str = "") -> list[str]:
    return [line.text for line in content_lines(data, fallback)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_line_breaks_of_any_kind_end_a_line(end: bytes, last: bool) -> None:
    data = b"FN:Ada" + end + b"NOTE:one" + end + b"  two" + end + b"TEL:1" + end * last
    assert _texts(data) == ["FN:Ada", "NOTE:one two", "TEL:1"]


def test_mixed_line_breaks_are_told_apart() -> None:
    assert _texts(b"A:1\r\r\nB:2\r\nC:3\nD:4\rE:5") == ["A:1", "B:2", "C:3", "D:4", "E:5"]


def test_a_line_is_known_by_the_number_of_its_first_row() -> None:
    lines = list(content_lines(b"A:1\n\n\nB:2\n 2\n\t2\nC:3"))
    assert [(line.number, line.text) for line in lines] == [(1, "A:1"), (4, "B:222"), (7, "C:3")]


def test_a_fold_may_split_a_character() -> None:
    split = b"NOTE:caf\xc3\r\n \xa9 noir\r\n"
    assert _texts(split) == ["NOTE:café noir"]


def test_a_fold_goes_on_after_a_blank_line() -> None:
    assert _texts(b"NOTE:one\n\n two\nFN:x") == ["NOTE:onetwo", "FN:x"]


def test_quoted_printable_goes_on_after_a_soft_break() -> None:
    data = b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=\n=0A two = \n three=\nEND:VCARD\n"
    expected = "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A two  three"
    assert _texts(data) == [expected, "END:VCARD"]


def test_quoted_printable_with_doubled_line_breaks_goes_on() -> None:
    data = b"NOTE;QUOTED-PRINTABLE:a=C3=\n\n=A9=C3=\n\n=A8\nTEL:1"
    assert _texts(data) == ["NOTE;QUOTED-PRINTABLE:a=C3=A9=C3=A8", "TEL:1"]


def test_a_soft_break_before_a_blank_line_and_a_property_ends_there() -> None:
    assert _texts(b"NOTE;QUOTED-PRINTABLE:a=\n\nTEL:1") == ["NOTE;QUOTED-PRINTABLE:a", "TEL:1"]


@pytest.mark.parametrize(
    "head",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG",
        "PHOTO;BASE64",
        "PHOTO;JPEG;ENCODING=BASE64",
        "photo;encoding=B",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "AAAA\n BBBB\n CC==\n",
        "\n  AAAA\n  BBBB\n  CC==\n\n",
        "AAAA\nBBBB\nCC==\n",
        "\nAAAA\nBBBB\nCC==\n\n",
    ],
)
def test_base64_goes_on_however_it_is_wrapped(head: str, body: str) -> None:
    assert _texts(f"{head}:{body}TEL:1".encode()) == [f"{head}:AAAABBBBCC==", "TEL:1"]


def test_a_data_uri_goes_on_without_leading_blanks() -> None:
    data = b"PHOTO:data:image/png;base64,AAAA\nBBBB\nTEL:1"
    assert _texts(data) == ["PHOTO:data:image/png;base64,AAAABBBB", "TEL:1"]


def test_a_folded_head_still_says_how_the_value_is_encoded() -> None:
    data = b"PHOTO;TYPE=JPEG;\n ENCODING=b:AAAA\nBBBB\nTEL:1"
    assert _texts(data) == ["PHOTO;TYPE=JPEG;ENCODING=b:AAAABBBB", "TEL:1"]


def test_a_backslash_at_the_end_joins_what_is_no_property() -> None:
    assert _texts(b"ADR:;;Street\\\n12\\\nHouse;Town\nTEL:1") == [
        "ADR:;;Street\\\n12\\\nHouse;Town",
        "TEL:1",
    ]
    assert _texts(b"NOTE:C:\\\\\nnothing") == ["NOTE:C:\\\\", "nothing"]
    assert _texts(b"NOTE:x\\\nTEL:1") == ["NOTE:x\\", "TEL:1"]


def test_begin_and_end_never_go_on() -> None:
    assert _texts(b"FN:x\nEND:VCARD\n\n indented") == ["FN:x", "END:VCARD", " indented"]


def test_a_card_that_is_indented_as_a_whole_is_no_fold() -> None:
    data = b"  BEGIN:VCARD\n  FN:Ada\n  NOTE:a\n   b\n  END:VCARD\n"
    assert _texts(data) == ["BEGIN:VCARD", "FN:Ada", "NOTE:ab", "END:VCARD"]


def test_each_line_may_name_its_encoding() -> None:
    data = b"\n".join(
        [
            "FN;CHARSET=SHIFT_JIS:安藤".encode("shift_jis"),
            "NOTE;CHARSET=windows-1251:Київ".encode("cp1251"),
            "TITLE;CHARSET=blabla:Café".encode("cp1252"),
            "ORG:Größe".encode(),
            "ROLE:naïf".encode("cp1252"),
        ]
    )
    values = [text.partition(":")[2] for text in _texts(data)]
    assert values == ["安藤", "Київ", "Café", "Größe", "naïf"]


def test_a_file_that_names_one_encoding_means_it_elsewhere_too() -> None:
    data = b"FN:" + "Кличко".encode("cp1251") + b"\nLABEL;CHARSET=Windows-1251:x"
    assert fallback_charset(data) == "cp1251"
    assert fallback_charset(data.replace(b"\n", b"\r")) == "cp1251"
    assert _texts(data, "cp1251")[0] == "FN:Кличко"


def test_a_file_that_names_several_encodings_leaves_the_rest_to_the_default() -> None:
    data = b"FN:\xe9\nA;CHARSET=Windows-1251:x\nB;CHARSET=SHIFT_JIS:x"
    assert fallback_charset(data) == ""
