"""Kinds of interaction by the words of both languages, on the command line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.records.kinds import KINDS
from store.words.kind_vocabulary import KIND_WORDS, kind_told
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out."""

    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        return status, capsys.readouterr().out

    call("add", "Ada")
    return call


def logged(folder: Path) -> tuple[object, object]:
    """Kind and minutes of the last talk."""
    with TinyDB(folder / "a.json") as database:
        talk = database.table("interactions").all()[-1]
    return talk["kind"], talk["minutes"]


@pytest.mark.parametrize(
    ("typed", "kind", "minutes"),
    [
        (["--kind", "in_person"], "in_person", 60),
        (["--kind", "appel"], "call", 20),
        (["--kind", "café"], "in_person", 60),
        (["--kind", "Coffee"], "in_person", 60),
        (["--kind", "lunch"], "in_person", 90),
        (["--kind", "déjeuner", "--minutes", "45"], "in_person", 45),
        (["--kind", "lunch", "--minutes", "0"], "in_person", 0),
        (["--kind", "mail"], "email", 10),
        (["--kind", "en personne"], "in_person", 60),
        (["--kind", "visio"], "video", 30),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_talk_is_logged_by_a_word_for_its_kind(
    run: Run, tmp_path: Path, typed: list[str], kind: str, minutes: int, lang: str
) -> None:
    assert run("log", "Ada", *typed, lang=lang)[0] == 0
    assert logged(tmp_path) == (kind, minutes)


def test_a_batch_reads_them_too_and_codes_first(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = [
        {"id": kind, "action": "log", "params": {"people": ["Ada"], "kind": kind}}
        for kind in ("social", "brunch", "lunch")
    ]
    text = "\n".join(map(json.dumps, orders)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    status, out = run("batch")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [each["ok"] for each in answers] == [True, False, True]
    assert status == 1
    assert all(kind in answers[1]["error"]["message"] for kind in KINDS)
    assert logged(tmp_path) == ("in_person", 90)


def test_help_and_refusals_tell_the_codes(run: Run) -> None:
    assert f"--kind {'|'.join(KINDS)}" in run("log", "--help")[1]
    status, out = run("log", "Ada", "--kind", "brunch", "--json")
    assert status == 2
    assert all(kind in json.loads(out)["error"]["message"] for kind in KINDS)


def test_how_somebody_likes_to_talk_is_told_by_a_word(run: Run, tmp_path: Path) -> None:
    assert run("edit", "Ada", "--prefers", "appel")[0] == 0
    with TinyDB(tmp_path / "a.json") as database:
        assert database.table("people").all()[0]["prefers"] == "call"


def test_every_word_and_every_code_is_a_kind() -> None:
    assert {told.kind for word in KIND_WORDS if (told := kind_told(word))} <= set(KINDS)
    assert all((told := kind_told(kind)) is not None and told.kind == kind for kind in KINDS)
    assert kind_told("me") is None
    assert kind_told("x") is None
