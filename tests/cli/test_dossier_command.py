"""`dossier`: all that is held about one person, for people and for programs; it only reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.words.width import width
from tui.cli.main import CommandLine

TODAY = "2026-11-20"

LONG = "Moving the team to Villeurbanne and finds hiring hard, so ask about the flat. " * 4

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command over Amélie, who has a card, a talk and a promise, and over Björn."""

    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        outcome = CommandLine(["--data", path, "--today", TODAY, "--lang", lang, *words]).run()
        assert isinstance(outcome, int)
        return outcome, capsys.readouterr().out

    card = ("--phone", "+33 6 12 34 56 78", "--city", "Lyon", "--note", LONG)
    call("add", "Amélie Roussel", *card)
    call("add", "Björn Ek", "--note", "Was hired by Amelie Roussel. Sings.")
    call("log", "Amélie Roussel", "--kind", "call", "--minutes", "20", "--note", "the roof")
    call("follow-up", "Amélie Roussel", "--on", "2026-12-01", "--why", "send the plan")
    call("note", "Björn Ek", "SECRET")
    call("edit", "Amélie Roussel", "--phone", "+33 6 99 99 99 99")
    return call


def test_the_answer_for_programs_holds_all_of_it(run: Run) -> None:
    status, out = run("dossier", "Amélie Roussel", "--json")
    assert status == 0
    answer = json.loads(out)
    assert answer["person"]["name"] == "Amélie Roussel"
    card = {row["field"]: row for row in answer["card"]}
    assert card["phones"]["value"] == ["+33 6 99 99 99 99"]
    assert card["phones"]["source"] == "typed"
    assert card["phones"]["date"].startswith(TODAY)
    assert [row["note"] for row in answer["interactions"]] == ["the roof"]
    assert [row["why"] for row in answer["follow_ups"]] == ["send the plan"]
    assert [row["text"] for row in answer["mentions"]] == ["Was hired by Amelie Roussel."]
    assert answer["history"][-1]["before"] == {"phones": ["+33 6 12 34 56 78"]}
    assert any("daily-2026-11-20.json" in each for each in answer["elsewhere"])
    assert "SECRET" not in out
    assert "Sings" not in out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "Amélie Roussel",
                "  telephone  +33 6 99 99 99 99  (typed here, 20 Nov 2026",
                "  cities     Lyon (now)  (typed here, 20 Nov 2026",
                "Talks and messages",
                "  20 Nov 2026  call · the roof · minutes: 20  (typed here, 20 Nov 2026",
                "Follow-ups",
                "Mentioned elsewhere",
                "  Was hired by Amelie Roussel.  (Card, notes: Björn Ek)",
                "History",
            ],
        ),
        (
            "fr",
            [
                "Amélie Roussel",
                "  téléphone    +33 6 99 99 99 99  (saisi ici, 20 nov. 2026",
                "  villes       Lyon (actuelle)  (saisi ici, 20 nov. 2026",
                "Échanges",
                "  20 nov. 2026  appel · the roof · minutes\N{NO-BREAK SPACE}: 20",
                "Suivis",
                "Mentions ailleurs",
                "  Was hired by Amelie Roussel.  (Fiche, notes\N{NO-BREAK SPACE}: Björn Ek)",
                "Historique",
            ],
        ),
    ],
)
def test_the_text_for_people_is_in_their_language(run: Run, lang: str, said: list[str]) -> None:
    status, out = run("dossier", "amelie roussel", lang=lang)
    assert status == 0
    lines = out.splitlines()
    rest = iter(lines)
    assert [each for each in said if not any(line.startswith(each) for line in rest)] == []
    assert max(width(line) for line in lines) <= 78
    assert " ".join(LONG.split()) in " ".join(out.split())


def test_nothing_that_a_terminal_obeys_comes_out(run: Run, tmp_path: Path) -> None:
    card = tmp_path / "evil.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Eve Il\nUID:e\n"
        "X-ONE:a\x1b[2Jb\N{RIGHT-TO-LEFT OVERRIDE}c\td\nEND:VCARD\n",
        encoding="utf-8",
    )
    run("import", str(card))
    _, out = run("dossier", "Eve Il")
    assert "X-ONE:a" in out
    assert all(line.isprintable() for line in out.split("\n"))
    _, out = run("dossier", "Eve Il", "--json")
    assert out.rstrip("\n").isprintable()
    card_told = {row["field"]: row for row in json.loads(out)["card"]}
    verbatim = [each["value"] for each in card_told["properties"]["value"]]
    assert any("\u202e" in each for each in verbatim), "programs get it as it is held"
    assert {row["source"] for row in card_told.values()} == {"import: uid:e"}


def test_reading_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = run("history", "--json")[1], (tmp_path / "a.json").read_bytes()
    run("dossier", "Amélie Roussel")
    assert (run("history", "--json")[1], (tmp_path / "a.json").read_bytes()) == before


def test_somebody_unknown_is_refused(run: Run) -> None:
    status, out = run("dossier", "Nobody Here", "--json")
    assert status == 3
    assert json.loads(out)["error"]["code"] == "unknown_person"
