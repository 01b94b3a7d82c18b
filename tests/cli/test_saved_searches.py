"""`search --save NAME` and `search --saved NAME`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE ...` over three people: status, out, err."""

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    call("add", "Ada", "--city", "Lyon", "--school", "INSA Lyon", "--layer", "15")
    call("add", "Bo", "--city", "Lyon", "--passion", "jazz")
    call("add", "Cleo", "--city", "Genève", "--school", "INSA Lyon")
    return call


def names(run: Run, *words: str) -> list[str]:
    return [row["person"]["name"] for row in json.loads(run("search", *words, "--json")[1])]


def test_a_search_is_kept_and_found_again_by_its_name_whatever_the_accents(run: Run) -> None:
    assert run("search", "--save", "Été à Lyon", "city:lyon") == (
        0,
        "Search saved: Été à Lyon.\n",
        "",
    )
    assert names(run, "--saved", "ete a lyon") == ["Ada", "Bo"]


def test_what_is_typed_besides_must_hold_as_well(run: Run) -> None:
    run("search", "--save", "Lyon", "city:lyon")
    assert names(run, "--saved", "Lyon", "jazz") == ["Bo"]
    assert names(run, "--saved", "Lyon", "--school", "insa") == ["Ada"]


def test_options_that_narrow_are_kept_too(run: Run) -> None:
    status, out, _ = run(
        "search", "--save", "Near", "--school", "INSA Lyon", "--layer", "15", "--json"
    )
    assert (status, json.loads(out)) == (0, {"id": "1"})
    assert names(run, "--saved", "near") == ["Ada"]


def test_undo_lets_it_go_again(run: Run) -> None:
    run("search", "--save", "Lyon", "city:lyon")
    assert run("undo")[1] == "Undone: saved search, Lyon\n"
    assert run("search", "--saved", "Lyon")[0] == 3


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "No saved search is called “nope”.\n"),
        ("fr", "Aucune recherche enregistrée ne s'appelle «\u00a0nope\u00a0».\n"),
    ],
)
def test_a_name_that_is_not_there_is_unknown(run: Run, lang: str, said: str) -> None:
    assert run("search", "--saved", "nope", lang=lang) == (3, "", said)


def test_nothing_to_look_for_is_nothing_to_keep(run: Run) -> None:
    assert run("search", "--save", "Nothing")[0] == 2


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Saved search removed: Lyon.\n"),
        ("fr", "Recherche enregistrée retirée\u00a0: Lyon.\n"),
    ],
)
def test_one_is_let_go_by_its_name(run: Run, lang: str, said: str) -> None:
    run("search", "--save", "Lyon", "city:lyon")
    assert run("search", "--saved", "lyon", "--remove", lang=lang) == (0, said, "")
    assert run("search", "--saved", "Lyon")[0] == 3
    assert run("search", "--saved", "Lyon", "--remove")[0] == 3
    assert run("search", "--remove")[0] == 2
