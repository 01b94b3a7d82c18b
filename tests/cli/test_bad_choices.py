"""What is not among the choices is refused with the choices, on the line and in a batch."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE ...`: status, out, err; with Ana in the file."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        data = ["--data", str(tmp_path / "a.json"), "--today", "2026-11-20", "--lang", lang]
        status = CommandLine([*data, *words]).run()
        assert isinstance(status, int)
        return status, *capsys.readouterr()

    call("add", "Ana", "--school", "INSA Lyon")
    return call


Batch = Callable[..., dict[str, object]]


@pytest.fixture
def batch(run: Run, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """The answer to one order."""

    def call(action: str, **params: object) -> dict[str, object]:
        line = json.dumps({"id": 1, "action": action, "params": params})
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
        answer: dict[str, object] = json.loads(run("batch")[1])
        return answer

    return call


def message(answer: dict[str, object]) -> str:
    error = answer["error"]
    assert isinstance(error, dict)
    return str(error["message"])


def test_a_trait_is_told_by_its_word_in_either_language(run: Run, batch: Batch) -> None:
    assert run("trait", "Ana", "passion", "jazz")[0] == 0
    assert run("trait", "Ana", "école", "ENS")[0] == 0
    assert run("trait", "Ana", "Ville", "past:Brest")[0] == 0
    assert batch("trait", person="Ana", what="besoin", value="a room")["ok"] is True
    card = json.loads(run("show", "Ana", "--json")[1])
    assert [each["name"] for each in card["schools"]] == ["INSA Lyon", "ENS"]
    assert (card["cities"][0]["name"], card["needs"]) == ("Brest", ["a room"])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_trait_of_no_kind_is_refused_with_the_kinds(run: Run, lang: str) -> None:
    status, _, err = run("trait", "Ana", "smell", "x", lang=lang)
    assert status == 2
    assert "tag, school, city, passion" in err
    assert "enum" not in err


def test_a_batch_hears_the_choices_too(run: Run, batch: Batch) -> None:
    for answer in (
        batch("trait", person="Ana", what="smell", value="x"),
        batch("respell", what="smell", **{"from": ["a"]}, to="b"),
        batch("spellings", what="smell"),
    ):
        assert answer["ok"] is False
        assert "school" in message(answer)
        assert "enum" not in message(answer)
    assert batch("spellings", what="school")["ok"] is True


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_lines_that_are_no_order_are_told_in_words_of_ours(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    lines = (
        "no json",
        "[]",
        '{"id": 3}',
        '{"id": 4, "action": 5}',
        '{"id": 5, "action": "today", "params": []}',
        '{"id": 6, "action": "log"}',
        '{"id": 7, "action": "log", "params": {"people": 3}}',
        '{"id": 8, "action": "log", "params": {"people": ["Ana"], "minutes": [1]}}',
        '{"id": 9, "action": "note", "params": {"person": {}, "text": "x"}}',
        '{"id": 10, "action": "me", "params": {"budgets": 3}}',
        '{"id": 11, "action": "slot add", "params": {"person": "Ana"}}',
        '{"id": 12, "action": "edit", "params": {"person": "Ana", "cadence": "x"}}',
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    answers = [json.loads(line) for line in run("batch", lang=lang)[1].splitlines()]
    assert [each["id"] for each in answers] == [None, None, *range(3, 13)]
    for told in map(message, answers):
        assert not any(word in told for word in ("Expected", "required field", "`", "$", "JSON is"))
    assert [("--" in message(each)) for each in answers[6:]] == [True] * 6


def test_a_parameter_that_a_reading_command_does_not_know_is_refused(
    run: Run, batch: Batch
) -> None:
    assert batch("search", query="ana", limit=1)["ok"] is True
    assert "passions" in message(batch("search", query="ana", passions="jazz"))
    assert "limt" in message(batch("duplicates", limt=1))
    assert "event" in message(batch("show", person="Ana", event="x"))
    assert batch("me", budgets={"call": 30})["ok"] is True
    assert "smell" in message(batch("me", smell=1))


def test_keeping_spellings_apart_wants_the_kind_and_two_that_are_there(run: Run) -> None:
    assert "--what" in run("spellings", "--apart", "a", "--apart", "b")[2]
    status, _, err = run("spellings", "--what", "school", "--apart", "INSA Lyon", "--apart", "zzz")
    assert status == 3
    assert "zzz" in err
    assert run("history", "--limit", "1")[1].count("added") <= 1


def test_years_the_wrong_way_round_are_refused(run: Run) -> None:
    for option in ("--school", "--employer", "--city"):
        status, out, _ = run("edit", "Ana", option, "Aubier 2015-2010", "--json")
        assert (status, json.loads(out)["error"]["code"]) == (2, "bad_years")
    assert run("trait", "Ana", "school", "ENS 2015-2010")[0] == 2
    assert run("me", "--school", "ENS 2015-2010")[0] == 2
    assert run("edit", "Ana", "--school", "ENS 2010-2010")[0] == 0


def test_respelling_answers_with_whom_it_changed(run: Run, batch: Batch) -> None:
    ana = json.loads(run("show", "Ana", "--json")[1])["id"]
    order = {"what": "school", "from": ["insa lyon"], "to": "INSA de Lyon", "yes": True}
    assert batch("respell", **order)["result"] == {"id": ana, "ids": [ana]}


def test_namesakes_are_told_apart_by_more_than_their_id(run: Run) -> None:
    run("add", "Bo Berg", "--org", "Volvo")
    run("add", "Bo Berg", "--email", "bo@x.example")
    run("add", "Bo Holm", "--org", "Kvarn")
    status, _, err = run("show", "bo")
    assert status == 3
    assert "Bo Berg, Volvo (" in err
    assert "Bo Berg, bo@x.example (" in err
    assert "Bo Holm (" in err


def test_the_own_card_answers_with_the_same_keys_whatever_is_known(run: Run) -> None:
    run("me", "--school", "ENS", "--city", "Lyon", "--employer", "Kvarn 2010-2014")
    own = json.loads(run("me", "--json")[1])
    assert own["schools"] == [{"name": "ENS", "from": None, "to": None}]
    assert own["cities"] == [{"name": "Lyon", "kind": "now", "from": None, "to": None}]
    assert own["employment"] == [{"name": "Kvarn", "from": "2010", "to": "2014"}]
