from __future__ import annotations

import pytest

from store.formats.vcard.lines import Line
from store.formats.vcard.partial_dates import partial_date_of
from store.formats.vcard.properties import CardProperty, property_of
from store.formats.vcard.values import (
    Convention,
    UnreadableValueError,
    components_of,
    list_of,
    text_of,
)

NEW = Convention()
OLD = Convention(old=True)


def _entry(text: str) -> CardProperty:
    found = property_of(Line(1, text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("FN:Doe, John; Sr.", "Doe, John; Sr."),
        (r"FN:Doe\, John\; Sr.", "Doe, John; Sr."),
        (r"NOTE:one\ntwo\Nthree\\n", "one\ntwo\nthree\\n"),
        (r"URL:http\://x/a,b", "http://x/a,b"),
        (r"NOTE:\"as is\" B\'C", '"as is" B\'C'),
        (r"NOTE:C:\dir", r"C:\dir"),
        ("NOTE:end\\", "end\\"),
    ],
)
def test_text_is_unescaped_and_never_cut(text: str, value: str) -> None:
    assert text_of(_entry(text), NEW) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"NOTE:C:\new, or D:\temp", r"C:\new, or D:\temp"),
        (r"NOTE:a\;b\\c\,d", r"a;b\c,d"),
        ("NOTE:a\\\nb", "a\nb"),
    ],
)
def test_the_old_version_escapes_less(text: str, value: str) -> None:
    assert text_of(_entry(text), OLD) == value


def test_lists_are_split_where_no_backslash_stands() -> None:
    assert list_of(_entry(r"CATEGORIES:a\,b,c\\,d;e"), NEW) == ["a,b", "c\\", "d;e"]


def test_components_are_split_before_they_are_decoded() -> None:
    text = "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:D=C3=BCrr=3B x;=41da;;"
    assert components_of(_entry(text), OLD) == ["Dürr; x", "Ada", "", ""]
    assert components_of(_entry(r"ORG:Acme\; Inc.;Dept"), NEW) == ["Acme; Inc.", "Dept"]


def test_components_may_be_written_in_base64() -> None:
    assert components_of(_entry("N;ENCODING=BASE64:RG9lO0FkYTs7"), OLD) == ["Doe", "Ada", "", ""]


def test_quoted_printable_beside_plain_characters_is_read() -> None:
    assert text_of(_entry("NOTE;QUOTED-PRINTABLE:né=C3=A9=zz"), OLD) == "néé=zz"


def test_quoted_printable_of_an_unknown_encoding_falls_back() -> None:
    entry = _entry("LABEL;CHARSET=blabla;ENCODING=QUOTED-PRINTABLE:L=E4mmer")
    assert text_of(entry, OLD) == "Lämmer"
    assert text_of(_entry("LABEL;QUOTED-PRINTABLE:=CA=E8"), Convention(charset="cp1251")) == "Ки"


def test_base64_that_is_none_is_told() -> None:
    with pytest.raises(UnreadableValueError):
        text_of(_entry("NOTE;ENCODING=b:QUJ"), NEW)


@pytest.mark.parametrize(
    ("written", "found", "whole"),
    [
        ("1985-04-12", "1985-04-12", True),
        ("19780311", "1978-03-11", True),
        ("1985-04", "1985-04", True),
        ("1985", "1985", True),
        ("--0203", "--02-03", True),
        ("--02-29", "--02-29", True),
        ("--04", "--04", True),
        ("1604-02-03", "--02-03", True),
        ("16040101", "--01-01", True),
        ("1996-04-15T201243+04:00", "1996-04-15", False),
        ("19960415T000000Z", "1996-04-15", False),
        ("1953-10-15 00:00:00", "1953-10-15", False),
        ("---03", "", False),
        ("19723101", "", False),
        ("1985-02-29", "", False),
        ("circa 1800", "", False),
        ("١٩٨٥", "", False),
        ("1985-04-12junk", "", False),
        ("", "", False),
    ],
)
def test_dates_are_read_as_far_as_they_are_dates(written: str, found: str, whole: bool) -> None:
    assert partial_date_of(written) == (found, whole)


def test_the_year_that_a_card_calls_omitted_is_none() -> None:
    assert partial_date_of("1904-02-03", "1904") == ("--02-03", True)
