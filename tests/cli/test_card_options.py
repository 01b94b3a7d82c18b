"""`add` and `edit` take every field of a card; what is empty empties it; `me` tells who shares."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.actions.card_form import CARD, OWN_CARD
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out, err."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        options = ["--data", str(tmp_path / "a.json"), "--today", "2026-11-20", "--lang", lang]
        status = CommandLine([*options, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return (
            status,
            out.replace("\N{NO-BREAK SPACE}", " "),
            err.replace("\N{NO-BREAK SPACE}", " "),
        )

    return call


def card(run: Run, name: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(run("show", name, "--json")[1])
    return answer


EVERYTHING = {
    "nickname": "Zo",
    "email": "z@x.example",
    "phone": "+33 6",
    "link": "https://z.example",
    "org": "KTH",
    "title": "Lead",
    "employer": "Aubier 2010-2015",
    "field": "press",
    "school": "INSA Lyon 2004-2009",
    "city": "past:Lyon",
    "timezone": "America/New_York",
    "passion": "jazz",
    "language": "fr",
    "tag": "lab",
    "intent": "learn",
    "need": "people in labs",
    "offer": "CIR",
    "layer": "15",
    "cadence": "30",
    "prefers": "appel",
    "avoid": "e-mail",
    "met": "2020-01-02",
    "where": "PyConFR",
    "through": "Bob",
    "knows": "Bob",
    "birthday": "--04-12",
    "date": "wedding=2015-06-12",
    "note": "calm",
    "private_note": "secret",
}


def test_every_field_is_an_option_of_add_and_of_edit(run: Run) -> None:
    assert set(EVERYTHING) == {each.param for each in CARD} - {"name", "pinned"}
    run("add", "Bob")
    options = [
        word
        for name, value in EVERYTHING.items()
        for word in (f"--{name.replace('_', '-')}", value)
    ]
    assert run("add", "Zoë", *options, "--pinned")[0] == 0
    run("add", "Yves")
    assert run("edit", "Yves", *options)[0] == 0
    bob = card(run, "Bob")["id"]
    for name in ("Zoë", "Yves"):
        told = card(run, name)
        assert (told["nicknames"], told["needs"], told["offers"]) == (
            ["Zo"],
            ["people in labs"],
            ["CIR"],
        )
        assert (told["links"], told["employers"]) == (["https://z.example"], ["Aubier"])
        assert told["employment"] == [{"name": "Aubier", "from": "2010", "to": "2015"}]
        assert (told["prefers"], told["where"]) == ("call", "PyConFR")
        assert told["timezone"] == "America/New_York"
        assert (told["through"], told["knows"]) == (bob, [bob])
        assert "secret" not in json.dumps(told)


def test_an_empty_text_empties_a_field(run: Run) -> None:
    run("add", "Bob")
    options = [w for n, v in EVERYTHING.items() for w in (f"--{n.replace('_', '-')}", v)]
    run("add", "Zoë", *options)
    emptied = [name for name in EVERYTHING if name != "cadence"]
    words = [word for name in emptied for word in (f"--{name.replace('_', '-')}", "")]
    assert run("edit", "Zoë", *words, "--cadence", "-1") == (0, "Zoë, changed.\n", "")
    told = card(run, "Zoë")
    del told["employers"]  # Leaving KTH makes it an earlier one.
    assert {name for name, value in told.items() if value} == {"id", "name", "status"}


def test_the_keys_promised_before_stand_as_they_did(run: Run) -> None:
    run("add", "Bob")
    assert list(card(run, "Bob"))[:22] == [
        *("id", "name", "nicknames", "emails", "phones", "org", "title", "schools", "cities"),
        *("passions", "fields", "languages", "tags", "layer", "cadence_days", "met", "birthday"),
        *("dates", "intent", "status", "pauses", "notes"),
    ]


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("--knows", "Ada"), 1, "names_itself"),
        (("--through", "Ada"), 1, "names_itself"),
        (("--through", "Nobody"), 3, "unknown_person"),
        (("--layer", "7"), 2, "usage"),
        (("--avoid", "smoke"), 2, "usage"),
        (("--met", "someday"), 2, "bad_date"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, words: tuple[str, ...], status: int, code: str
) -> None:
    run("add", "Ada")
    before = card(run, "Ada")
    got, out, _ = run("edit", "Ada", *words, "--json")
    assert (got, json.loads(out)["error"]["code"]) == (status, code)
    assert card(run, "Ada") == before


def test_batch_empties_and_lists_in_the_same_way(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    run("add", "Ada", "--met", "2020-01-02")
    order = {"person": "Ada", "met": "", "avoid": ["appel", "visio"], "knows": [], "pinned": True}
    line = json.dumps({"id": 1, "action": "edit", "params": order})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    status, out, _ = run("batch")
    assert (status, json.loads(out)["ok"]) == (0, True)
    assert card(run, "Ada")["met"] is None


def test_me_takes_the_same_options_and_tells_who_shares(run: Run) -> None:
    status, out, _ = run("me")
    assert status == 0
    assert out.startswith("Your card is empty")
    run("add", "Ada", "--school", "INSA de Lyon", "--passion", "jazz")
    words = [
        word
        for each in OWN_CARD
        if each.param not in ("name", "passion")
        for word in (f"--{each.param}", EVERYTHING[each.param])
    ]
    assert run("me", "--name", "Ana", *words)[0] == 0
    told = run("me")[1]
    assert "  schools        INSA Lyon 2004-2009 (1 person)\n" in told
    assert "  employers      KTH, Aubier 2010-2015\n" in told
    assert "Your passions: 1 person has one noted" in told
    assert "(1 personne)" in run("me", lang="fr")[1]
    assert run("me", "--employer", "")[0] == 0
    answer = json.loads(run("me", "--json")[1])
    assert (answer["employers"], answer["org"]) == ([], "KTH")


def test_languages_and_birthdays_are_typed_in_words_and_kept_as_codes(run: Run) -> None:
    given = ("--language", "allemand", "--language", "breton", "--birthday", "12 avril 1985")
    assert run("add", "Zoé", *given, lang="fr")[0] == 0
    held = card(run, "Zoé")
    assert (held["languages"], held["birthday"]) == (["de", "breton"], "1985-04-12")
    assert "German, breton" in run("show", "Zoé")[1]
    status, _, told = run("edit", "Zoé", "--birthday", "1985-02-30")
    assert (status, told) == (2, 'There is no such day as "1985-02-30".\n')
