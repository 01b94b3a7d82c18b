"""What tells of a person is found however it is written, and nothing else is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.actions.redaction import MARK, Redaction
from store.actions.secret import Secret, card_secrets, text_secrets
from store.records.person import Person

ZOE = Person(
    id="P",
    name="Zoé Adler",
    nicknames=("La Grande Zoé", "Zozo", "A.+ (Zoé)"),
    emails=("zoe.adler@x.org",),
    phones=("+33 (0)6 12 34 56 78", "4021"),
    links=("https://www.linkedin.com/in/zoe-adler/", "https://adler.example"),
    sources=("uid:1234-5678",),
)
SECRETS = (*card_secrets(ZOE), *text_secrets(iter(["Her mother is ill.\nAsk again.", "Fine."])))
REDACTION = Redaction(SECRETS, "01M3HW5G1Z0W6EYJ3R14KVHPY2")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Met Zoé Adler.", "Met […]."),
        ("met ZOE ADLER's team", "met […]'s team"),
        ("Zoe\u0301 Adler, Zoé\nAdler", "[…], […]"),
        ("ADLER, Zoé; cœur", "[…]; cœur"),
        ("Œuvre de la grande zoe", "Œuvre de […]"),
        ("as A.+ (Zoé) said", "as […] said"),
        ("<Zoe.Adler@X.org>", "<[…]>"),
        ("call 06.12.34.56.78 in 2024", "call […] in 2024"),
        ("since 2024 06 12 34 56 78", "since 2024 […]"),
        ("tel:+33612345678", "tel:[…]"),
        ("see https://www.linkedin.com/in/zoe-adler/?x", "see […]?x"),
        ("fr.linkedin.com/in/zoe-adler", "fr.[…]"),
        ("linkedin:zoe-adler", "[…]"),
        ("RELATED:uid:1234-5678", "RELATED:[…]"),
        ("He says: her mother is ill. Ask again. So.", "He says: […] So."),
        ("cooling:01M3HW5G1Z0W6EYJ3R14KVHPY2", "cooling:[…]"),
    ],
)
def test_a_secret_becomes_a_mark(text: str, left: str) -> None:
    assert REDACTION.text(text) == left
    assert REDACTION.touches(json.dumps(text))
    assert REDACTION.touches(json.dumps(text, ensure_ascii=False))
    assert REDACTION.text(left) is left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zoé",
        "Adler",
        "Zozo rang; 4021",
        "Zoé Adlerman",
        "Marie-Zoé Adler",
        "Zoé Adler-Petit",
        "jean.zoe.adler@x.org",
        "zoe.adler@x.org.uk",
        "906123456789012",
        "linkedin.com/in/zoe-adler-2",
        "adler.example/bo",
        "Fine.",
        "2026-11-20",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert REDACTION.text(text) is text


def test_scripts_without_blanks_and_signs_are_found_as_written() -> None:
    ming = Redaction((Secret("name", "李小明"), Secret("text", "\ue000\ue001\ue002")))
    assert ming.text("我见李小明了 \ue000\ue001\ue002") == "我见[…]了 […]"
    assert ming.touches(json.dumps("李小明"))
    assert ming.text("李小") == "李小"


def test_a_short_name_or_note_is_no_secret() -> None:
    card = Person(id="P", name="Rose", nicknames=("B O",), emails=("none",), phones=("112",))
    assert not list(card_secrets(card))
    assert not list(text_secrets(iter(["Lunch", "see you soon"[:11], "onelongword"])))


letters = st.text(st.sampled_from('aéÉœßİ Łあ李\u0301\ue000"\\\n\t.+*(@-/0123456789'), max_size=14)


@given(st.lists(letters, max_size=2), letters, letters)
def test_whatever_was_written_is_found_where_it_stands_alone(
    emails: list[str], name: str, around: str
) -> None:
    card = Person(id="P", name=name, emails=tuple(emails), phones=(name,), links=(name,))
    secrets = (*card_secrets(card), *text_secrets(iter([name + " b c d e f g h"])))
    redaction = Redaction(secrets)
    for secret in secrets:
        text = f"{around} | {secret.text} | {around}"
        left = redaction.text(text)
        assert MARK in left
        assert f"| {secret.text} |" not in left
        assert redaction.touches(json.dumps({"x": text}))
        assert redaction.touches(json.dumps({"x": text}, ensure_ascii=False))
        assert redaction.text(left) == left


def test_a_whole_file_is_looked_through_wherever_the_secret_stands() -> None:
    rows = {str(n): {"id": str(n), "note": f"{{Bo}}, {n}, Adler"} for n in range(500)}
    assert not REDACTION.touches(json.dumps({"people": rows}))
    rows["250"]["note"] = 'said {"her mother}, '
    rows["251"]["note"] = "Her mother {is ill}, 06 12 \n34 56 78"
    assert REDACTION.touches(json.dumps({"people": rows}))
    spread = Redaction(text_secrets(iter(['odd {sign}, "quoted" end'])))
    rows["250"]["note"] = 'an odd {sign}, "quoted" end'
    assert spread.touches(json.dumps({"people": rows}))


@given(letters)
def test_a_text_that_is_changed_was_touched(text: str) -> None:
    if REDACTION.text(text) is not text:
        assert REDACTION.touches(json.dumps(text))
