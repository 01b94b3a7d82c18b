"""Filling the gaps and respelling, on the command line; and what an import says of the own card."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.words.width import width
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status and out."""

    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        return status, capsys.readouterr().out

    return call


def told(run: Run, *words: str, lang: str = "en") -> object:
    return json.loads(run(*words, "--json", lang=lang)[1])


def ids(run: Run) -> list[str]:
    found = told(run, "gaps")
    assert isinstance(found, list)
    return [each["id"] for each in found]


@pytest.fixture
def borealis(run: Run) -> None:
    """Three of one organisation, which was mine, and one who writes from there."""
    run("me", "--employer", "Borealis")
    run("add", "Ana Ek", "--org", "Borealis", "--city", "Lyon", "--email", "ana@borealis.example")
    run("add", "Bo Sand", "--org", "borealis Ltd")
    run("add", "Cy Lund", "--email", "cy@borealis.example")


@pytest.mark.usefixtures("borealis")
def test_each_proposal_says_for_whom_what_and_why(run: Run) -> None:
    found = told(run, "gaps", lang="fr")
    assert isinstance(found, list)
    assert [(each["person"]["name"], each["what"], each["value"]) for each in found] == [
        ("Ana Ek", "tag", "ancien collègue"),
        ("Bo Sand", "tag", "ancien collègue"),
        ("Bo Sand", "city", "Lyon"),
        ("Cy Lund", "org", "Borealis"),
    ]
    assert found[2]["because"]["code"] == "city"
    assert [each["name"] for each in found[2]["because"]["people"]] == ["Ana Ek"]
    assert found[3]["because"]["source"] == "borealis.example"
    said = run("gaps", lang="fr")[1].replace("\N{NO-BREAK SPACE}", " ")
    assert "étiquette « ancien collègue » · Borealis est sur votre fiche" in said
    assert "ville Lyon · Ana Ek, de borealis Ltd, y vit" in said


@pytest.mark.usefixtures("borealis")
def test_some_are_taken_in_one_step_and_others_turned_down_for_good(run: Run) -> None:
    tag, other, city, org = ids(run)
    status, said = run("gaps", "--accept", other, "--accept", city)
    assert (status, said) == (0, "1 card completed.\n")
    assert ids(run) == [tag, org]
    run("undo")
    assert ids(run) == [tag, other, city, org]
    run("gaps", "--dismiss", tag, "--dismiss", org)
    assert ids(run) == [other, city]
    assert run("gaps", "--accept", org)[0] == 3
    assert run("gaps", "--accept", city, "--dismiss", other)[0] == 2
    assert ids(run) == [other, city]


@pytest.mark.usefixtures("borealis")
def test_a_forgotten_person_leaves_nothing_of_what_was_turned_down(
    run: Run, tmp_path: Path
) -> None:
    bo = next(each for each in ids(run) if each.startswith("city:"))
    run("gaps", "--dismiss", bo)
    person = bo.partition(":")[2]
    assert run("forget", person, "--yes", "--name", "Bo Sand")[0] == 0
    assert person not in (tmp_path / "a.json").read_text()


def test_spellings_are_listed_merged_told_apart_and_given_back(run: Run) -> None:
    for name, school in (
        ("Ana", "INSA Lyon 2004-2009"),
        ("Bo", "INSA Lyon"),
        ("Cy", "INSA de Lyon"),
    ):
        run("add", name, "--school", school)
    group = [{"name": "INSA Lyon", "count": 2}, {"name": "INSA de Lyon", "count": 1}]
    assert told(run, "spellings") == [{"what": "school", "spellings": group}]
    assert told(run, "spellings", "--what", "city") == []
    assert "école : INSA Lyon (2) · INSA de Lyon (1)" in run("spellings", lang="fr")[1].replace(
        "\N{NO-BREAK SPACE}", " "
    )
    apart = ("--what", "school", "--apart", "INSA de Lyon", "--apart", "INSA Lyon")
    assert run("spellings", *apart)[0] == 0
    assert told(run, "spellings") == []
    run("undo")
    merge = ("respell", "--what", "school", "--from", "INSA de Lyon", "--to", "INSA Lyon")
    assert run(*merge)[0] == 1
    assert run(*merge, "--yes")[0] == 0
    assert told(run, "spellings") == []
    card = told(run, "show", "Ana")
    assert isinstance(card, dict)
    assert card["schools"] == [{"name": "INSA Lyon", "from": "2004", "to": "2009"}]
    run("undo")
    assert told(run, "spellings") == [{"what": "school", "spellings": group}]


def test_respelling_six_cards_of_few_asks_first(run: Run) -> None:
    for number in range(6):
        run("add", f"Ana {number}", "--city", "Lyonn")
    merge = ("respell", "--what", "city", "--from", "Lyonn", "--to", "Lyon")
    status, said = run(*merge, "--json")
    assert (status, json.loads(said)["error"]["code"]) == (1, "needs_confirmation")
    assert run(*merge, "--yes")[0] == 0


@pytest.mark.usefixtures("borealis")
def test_a_rule_stands_for_all_it_proposes_and_all_for_everything(run: Run) -> None:
    _, _, city, org = ids(run)
    assert run("gaps", "--accept", "former_colleague", "--yes")[0] == 0
    assert ids(run) == [city, org]
    assert run("gaps", "--accept", "former_colleague")[0] == 3
    run("gaps", "--dismiss", "org")
    assert ids(run) == [city]
    run("undo")
    assert run("gaps", "--accept", "all", "--yes")[1] == "2 cards completed.\n"
    assert {city, org}.isdisjoint(ids(run))


def test_many_cards_are_not_filled_by_a_rule_without_asking(run: Run) -> None:
    run("me", "--employer", "Borealis")
    for number in range(6):
        run("add", f"Ana {number}", "--org", "Borealis")
    each = ids(run)
    for named in ("all", "former_colleague"):
        status, said = run("gaps", "--accept", named, "--json")
        assert (status, json.loads(said)["error"]["code"]) == (1, "needs_confirmation")
    assert ids(run) == each
    assert run("gaps", "--accept", "all", "--yes")[0] == 0
    assert ids(run) == []
    run("undo")
    named_each = [word for id in each for word in ("--accept", id)]
    assert run("gaps", *named_each)[0] == 0


def test_an_import_fills_the_own_card_says_so_and_that_there_is_something_to_propose(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Positions.csv").write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Aubier,Boss,,,Jan 2020,\nBorealis,Clerk,,,Sep 2012,Dec 2019\n"
    )
    (folder / "Education.csv").write_text(
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\nINSA Lyon,2004,2009,,,\n"
    )
    (folder / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,Ek,https://www.linkedin.com/in/ana,,Borealis,Clerk,08 Feb 2024\n"
    )
    dry = told(run, "import", str(folder), "--dry-run")
    assert isinstance(dry, dict)
    assert dry.items() >= {"new": 1, "changed": 0, "same": 0, "me": 5, "refused": []}.items()
    said = run("import", str(folder), lang="fr")[1].replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "Votre fiche : organisation, poste, 1 école, 1 employeur, les années chez 2 employeurs."
        in said
    )
    assert "1 chose à compléter : arrosoir gaps" in said
    own = told(run, "me")
    assert isinstance(own, dict)
    assert (own["org"], own["title"], own["employers"]) == ("Aubier", "Boss", ["Borealis"])
    assert own["schools"] == [{"name": "INSA Lyon", "from": "2004", "to": "2009"}]
    plain = run("me")[1]
    assert "Aubier 2020-" in plain
    assert "Borealis 2012-2019" in plain
    again = told(run, "import", str(folder))
    assert isinstance(again, dict)
    assert again.items() >= {"new": 0, "changed": 0, "same": 1, "me": 0, "refused": []}.items()
    run("undo")
    own = told(run, "me")
    assert isinstance(own, dict)
    assert (own["org"], own["schools"]) == ("", [])


def test_a_batch_respells_and_sets_a_circle(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    run("add", "Ana", "--passion", "Climbing")
    orders = (
        {
            "id": 1,
            "action": "trait",
            "params": {"person": "Ana", "what": "circle", "value": "Club"},
        },
        {
            "id": 2,
            "action": "respell",
            "params": {"what": "passion", "from": ["climbing"], "to": "escalade", "yes": True},
        },
        {"id": 3, "action": "gaps", "params": {"accept": ["city:nobody"]}},
    )
    text = "".join(f"{json.dumps(each)}\n" for each in orders)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    status, said = run("batch")
    answers = [json.loads(line) for line in said.splitlines()]
    assert (status, [each["ok"] for each in answers]) == (1, [True, True, False])
    card = told(run, "show", "Ana")
    assert isinstance(card, dict)
    assert card["passions"] == ["escalade"]


@pytest.mark.usefixtures("borealis")
def test_names_and_ids_stand_in_columns_and_sentences_are_wrapped(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("gaps")[1].splitlines()
    rows = [line for line in lines if line.startswith("  ")]
    assert len({line.index(line.split()[-1]) for line in rows}) == 1
    run("gaps", *(word for each in ids(run) for word in ("--accept", each)))
    for lang in ("en", "fr"):
        lines = run("gaps", lang=lang)[1].splitlines()
        assert len(lines) > 1
        assert max(map(width, lines)) <= 60


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_that_nothing_is_spelled_twice_is_told_within_the_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("spellings", lang=lang)[1].splitlines()
    assert len(lines) > 1
    assert max(map(width, lines)) <= 60
