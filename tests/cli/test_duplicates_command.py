"""`duplicates`, `merge` and `apart` on the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.words.width import width
from tui.cli.main import CommandLine

DAY = "2026-11-20"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: str, lang: str = "en") -> tuple[int, str, str]:
        data = str(tmp_path / "a.json")
        status = CommandLine(["--data", data, "--today", DAY, "--lang", lang, *words]).run()
        assert isinstance(status, int)
        return status, *capsys.readouterr()

    return ran


@pytest.fixture
def doubled(run: Run) -> tuple[str, str]:
    """Zoé on two cards, and somebody else; the ids of the two."""
    run("add", "Zoé Adler", "--email", "zoe@adler.example", "--org", "Aubier", "--layer", "15")
    run("log", "Zoé Adler", "--kind", "call", "--minutes", "20")
    run("add", "Zoe Adlre", "--email", "zoe@adler.example", "--org", "Bourgeon")
    run("log", "Zoe Adlre", "--kind", "email")
    run("add", "Paul Martin")
    (pair,) = json.loads(run("duplicates", "--json")[1])
    return pair["a"]["id"], pair["b"]["id"]


def people(run: Run) -> list[str]:
    return [row["person"]["name"] for row in json.loads(run("search", "a", "--json")[1])]


def test_pairs_are_told_with_why_the_likeliest_first(run: Run, doubled: tuple[str, str]) -> None:
    status, out, _ = run("duplicates", "--json")
    (pair,) = json.loads(out)
    assert status == 0
    assert pair["a"] == {"id": doubled[0], "name": "Zoé Adler"}
    assert pair["b"]["name"] == "Zoe Adlre"
    assert 0.9 < pair["score"] <= 1
    assert pair["because"][0]["code"] == "same_email"
    assert pair["because"][0]["value"] == "zoe@adler.example"
    assert json.loads(run("duplicates", "--limit", "0", "--json")[1]) == []


@pytest.mark.parametrize(
    ("lang", "likely", "why"),
    [
        ("en", "almost certainly: Zoé Adler · Zoe Adlre", "same e-mail zoe@adler.example"),
        ("fr", "presque sûrement : Zoé Adler · Zoe Adlre", "même adresse"),
    ],
)
def test_the_text_says_how_likely_and_why(
    run: Run, doubled: tuple[str, str], lang: str, likely: str, why: str
) -> None:
    _, out, _ = run("duplicates", lang=lang)
    first, second, third = out.splitlines()
    assert first == likely
    assert why in second
    assert third.strip() == f"arrosoir merge {doubled[0]} {doubled[1]}"


def test_without_any_a_sentence_says_so(run: Run) -> None:
    run("add", "Zoé Adler")
    assert run("duplicates")[:2] == (0, "No two cards look like one person's.\n")
    assert run("duplicates", "--json")[1] == "[]\n"


def test_merging_leaves_one_and_undo_brings_back_both(run: Run, doubled: tuple[str, str]) -> None:
    a, b = doubled
    status, out, _ = run("merge", a, b, "--json")
    assert (status, json.loads(out)) == (0, {"id": a})
    card = json.loads(run("show", a, "--json")[1])
    assert card["emails"] == ["zoe@adler.example"]
    assert card["employers"] == ["Bourgeon"]
    assert json.loads(run("duplicates", "--json")[1]) == []
    assert run("show", b)[0] == 3
    assert run("undo")[0] == 0
    assert json.loads(run("show", b, "--json")[1])["org"] == "Bourgeon"
    assert len(json.loads(run("duplicates", "--json")[1])) == 1


def test_the_other_value_can_be_taken(run: Run, doubled: tuple[str, str]) -> None:
    a, b = doubled
    run("merge", a, b, "--take", "org", "--take", "name")
    card = json.loads(run("show", a, "--json")[1])
    assert (card["name"], card["org"], card["nicknames"]) == ("Zoe Adlre", "Bourgeon", [])


def test_a_dry_run_tells_and_changes_nothing(run: Run, doubled: tuple[str, str]) -> None:
    a, b = doubled
    status, out, _ = run("merge", a, b, "--dry-run", "--json")
    told = json.loads(out)
    assert status == 0
    assert told == {
        "id": a,
        "removed": b,
        "fields": {"nicknames": ["Zoe Adlre"], "employers": ["Bourgeon"]},
        "records": {"interactions": 1},
    }
    text = run("merge", a, b, "--dry-run")[1]
    assert "nothing was changed" in text
    assert "Bourgeon" in text
    assert len(json.loads(run("duplicates", "--json")[1])) == 1


def test_two_who_are_two_are_not_shown_again(run: Run, doubled: tuple[str, str]) -> None:
    a, b = doubled
    assert run("apart", a, b)[:2] == (0, "Zoé Adler and Zoe Adlre stay two people.\n")
    assert run("duplicates", "--json")[1] == "[]\n"
    run("apart", a, b, "--back")
    assert len(json.loads(run("duplicates", "--json")[1])) == 1


def test_whoever_was_set_apart_on_another_copy_is_so_here_once_it_is_joined(
    run: Run, doubled: tuple[str, str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes((tmp_path / "a.json").read_bytes())
    assert CommandLine(["--data", str(copy), "--today", DAY, "apart", *doubled]).run() == 0
    assert len(json.loads(run("duplicates", "--json")[1].splitlines()[-1])) == 1
    run("join", str(copy), "--yes")
    assert run("duplicates", "--json")[1] == "[]\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("merge", "Zoé Adler", "Zoé Adler"), 1),
        (("merge", "Zoé Adler", "Nobody Here"), 3),
        (("merge", "Zoé Adler"), 2),
        (("merge", "Zoé Adler", "Paul Martin", "--take", "sources"), 2),
        (("apart", "Paul Martin", "Paul Martin"), 1),
        (("apart", "Paul Martin", "Nobody Here"), 3),
        (("duplicates", "--limit", "x"), 2),
    ],
)
def test_what_cannot_be_done_ends_with_its_status_and_one_line(
    run: Run, doubled: tuple[str, str], words: tuple[str, ...], status: int
) -> None:
    ended, _, err = run(*words)
    assert ended == status
    assert err.count("\n") == 1


def test_merging_goes_by_batch_with_a_side_for_each_field(
    run: Run, doubled: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = doubled
    order = {"id": 1, "action": "merge", "params": {"a": a, "b": b, "sides": {"org": "b"}}}
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(order).encode()))
    monkeypatch.setattr("sys.stdin", stream)
    status, out, _ = run("batch")
    assert (status, json.loads(out)) == (0, {"id": 1, "ok": True, "result": {"id": a}})
    assert json.loads(run("show", a, "--json")[1])["org"] == "Bourgeon"


def test_asked_for_none_it_says_nothing_of_there_being_none(
    run: Run, doubled: tuple[str, str]
) -> None:
    assert run("duplicates", "--limit", "0")[:2] == (0, "")


def test_lines_are_as_wide_as_the_terminal_but_for_what_is_to_be_copied(
    run: Run, doubled: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for lang in ("en", "fr"):
        for words in (("duplicates",), ("merge", *doubled, "--dry-run")):
            lines = run(*words, lang=lang)[1].splitlines()
            assert all(width(line) <= 60 for line in lines if "arrosoir merge" not in line)


def test_a_dry_run_speaks_in_words(run: Run, doubled: tuple[str, str]) -> None:
    a, b = doubled
    run("edit", b, "--org", "", "--language", "fr")
    text = run("merge", a, b, "--dry-run", "--take", "org")[1]
    assert "French" in text
    assert "Aubier → nothing" in text
