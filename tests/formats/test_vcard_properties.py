from __future__ import annotations

import pytest

from store.formats.vcard.lines import Line
from store.formats.vcard.properties import CardProperty, parameters, property_of


def _read(text: str) -> CardProperty:
    found = property_of(Line(7, text))
    assert found is not None
    return found


def test_a_line_is_group_name_parameters_and_value() -> None:
    found = _read("item1.EMAIL;type=INTERNET;type=pref:a:b@c")
    assert (found.group, found.name, found.params, found.value, found.line) == (
        "item1",
        "EMAIL",
        "type=INTERNET;type=pref",
        "a:b@c",
        7,
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("fn:x", "FN"),
        ("X-GOOGLE TALK:x", "X-GOOGLE TALK"),
        ("X-messaging/xmpp-All:x", "X-MESSAGING/XMPP-ALL"),
        ("monkey.ADR:x", "ADR"),
        ("TEL :x", "TEL"),
        ("X-ABLabel:x", "X-ABLABEL"),
    ],
)
def test_names_of_any_make_are_read(text: str, key: str) -> None:
    found = _read(text)
    assert (found.key, found.value) == (key, "x")


@pytest.mark.parametrize(
    "text",
    ["", "nothing", "# a comment: yes", "Dear friend: hello", "=C3=A9", ":x", "é:x", ".TEL:1"],
)
def test_garbage_is_no_property(text: str) -> None:
    assert property_of(Line(1, text)) is None


def test_bare_words_are_types_and_encodings() -> None:
    assert parameters("HOME;PREF;QUOTED-PRINTABLE;CHARSET=UTF-8") == {
        "TYPE": ("HOME", "PREF"),
        "ENCODING": ("QUOTED-PRINTABLE",),
        "CHARSET": ("UTF-8",),
    }


def test_values_of_one_name_are_gathered() -> None:
    assert parameters('type=HOME;type="a;b:c,d",WORK;;=x')["TYPE"] == ("HOME", "a;b:c,d", "WORK")


def test_carets_are_undone() -> None:
    assert parameters("LABEL=\"12^n Main^^ ^'Road^' ^x\"")["LABEL"] == ('12\n Main^ "Road" ^x',)


def test_a_colon_between_quotes_does_not_begin_the_value() -> None:
    assert _read('ADR;LABEL="a: b; c":;;x').value == ";;x"


def test_an_escaped_quote_does_not_end_a_quoted_parameter() -> None:
    found = _read(r'ADR;LABEL="a \"b: c\" d":;;x')
    assert found.value == ";;x"
    assert parameters(found.params) == {"LABEL": ('a "b: c" d',)}


def test_a_backslash_before_the_closing_quote_is_text_where_that_makes_sense() -> None:
    assert _read(r'X-A;P="C:\":x').value == "x"


def test_a_quote_that_never_closes_leaves_the_first_colon() -> None:
    assert _read('TEL;TYPE="HOME:123').value == "123"
