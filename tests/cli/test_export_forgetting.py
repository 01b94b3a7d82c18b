"""Past exports when somebody is forgotten: feeds written anew, other files told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

DAY = "2026-11-20"
NAME = "Zéphyrine Quillfeather"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "a.json"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def run(
    path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def ran(*words: str, lang: str = "en") -> tuple[int, str, str]:
        arguments = ["--data", str(path), "--today", DAY, "--lang", lang, *words]
        status = CommandLine(arguments).run()
        assert isinstance(status, int)
        return status, *capsys.readouterr()

    ran("add", NAME, "--email", "zeph@quill.example", "--birthday", "1985-04-12")
    ran("add", "Bo Ek", "--birthday", "1990-01-02", "--city", "Lyon")
    return ran


def forgotten(run: Run, *words: str) -> dict[str, list[str]]:
    status, told, _ = run("forget", NAME, "--yes", "--json", *words)
    assert status == 0
    answer: dict[str, list[str]] = json.loads(told)
    return answer


def test_a_feed_is_written_anew_and_other_files_are_told(run: Run, out: Path) -> None:
    for name in ("feed.ics", "all.csv", "gone.vcf"):
        assert run("export", "--out", str(out / name))[0] == 0
    (out / "gone.vcf").unlink()
    assert "Quillfeather" in (out / "feed.ics").read_text()
    answer = forgotten(run)
    assert answer["feeds"] == [str(out / "feed.ics")]
    assert answer["exports"] == [str(out / "all.csv")]
    assert "Quillfeather" not in (out / "feed.ics").read_text()
    assert "Bo Ek" in (out / "feed.ics").read_text()
    assert "Quillfeather" in (out / "all.csv").read_text()
    assert run("export", "--out", str(out / "feed.ics"))[1].count("up to date") == 1


def test_a_feed_of_a_search_is_that_of_the_search(run: Run, out: Path) -> None:
    run("edit", NAME, "--city", "Lyon")
    run("add", "Cleo Oslo", "--birthday", "1991-03-04")
    run("export", "--query", "city:lyon", "--out", str(out / "lyon.ics"))
    assert forgotten(run)["feeds"] == [str(out / "lyon.ics")]
    text = (out / "lyon.ics").read_text()
    assert "Bo Ek" in text
    assert "Cleo" not in text
    assert "Quillfeather" not in text


def test_a_feed_that_was_changed_or_of_named_people_is_only_told(run: Run, out: Path) -> None:
    changed, named = out / "changed.ics", out / "named.ics"
    run("export", "--out", str(changed))
    run("export", "--person", NAME, "--person", "Bo Ek", "--out", str(named))
    changed.write_text(changed.read_text() + "X")
    answer = forgotten(run)
    assert answer["feeds"] == []
    assert answer["exports"] == [str(changed), str(named)]
    assert changed.read_text().endswith("X")


def test_nothing_that_is_noted_names_them(run: Run, out: Path, path: Path) -> None:
    run("export", "--format", "markdown", "--person", NAME, "--out", str(out))
    run("export", "--query", "quillfeather", "--out", str(out / "q.ics"))
    run("export", "--query", "zeph@quill.example", "--out", str(out / "q.csv"))
    run("export", "--out", str(out / "all.csv"))
    noted = path.with_name("a.json.exports")
    assert "zephyrine" in noted.read_text()
    answer = forgotten(run)
    assert {Path(each).name for each in answer["exports"]} == {
        *("zephyrine-quillfeather.md", "q.ics", "q.csv", "all.csv")
    }
    text = noted.read_text().lower()
    assert "zeph" not in text
    assert "quill" not in text
    kept = json.loads(run("export", "--list", "--json")[1])
    assert [Path(each["path"]).name for each in kept] == ["all.csv", "q.csv", "q.ics"]


def test_it_is_told_in_both_languages(run: Run, out: Path) -> None:
    for name in ("feed.ics", "all.csv"):
        run("export", "--out", str(out / name))
    _, told, _ = run("forget", NAME, "--yes", lang="fr")
    assert f"à vous de les supprimer\N{NO-BREAK SPACE}: {out / 'all.csv'}" in told
    assert str(out / "feed.ics") in told


def test_the_dossier_names_the_exports_that_are_still_there(run: Run, out: Path) -> None:
    for name in ("all.csv", "gone.csv"):
        run("export", "--out", str(out / name))
    (out / "gone.csv").unlink()
    held = json.loads(run("dossier", NAME, "--json")[1])["elsewhere"]
    assert [each for each in held if "all.csv" in each and "csv, 2 people" in each]
    assert not [each for each in held if "gone.csv" in each]
    assert "peut en parler" in run("dossier", NAME, lang="fr")[1].replace("\n  ", " ")


def test_the_doctor_has_nothing_to_say_of_the_list(run: Run, out: Path) -> None:
    run("export", "--out", str(out / "all.csv"))
    assert run("doctor")[0] == 0
    assert "exports" not in run("doctor")[1]


def test_where_it_breaks_off_the_feed_is_without_them_and_it_can_be_asked_for_again(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = out / "feed.ics"
    run("export", "--out", str(feed))

    def broken(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("store.disk.purging.purged_history", broken)
        assert run("forget", NAME, "--yes")[0] != 0
    assert "Quillfeather" not in feed.read_text()
    assert run("show", NAME)[0] == 0
    assert forgotten(run)["feeds"] == [str(feed)]
    assert "Quillfeather" not in feed.read_text()


def test_read_only_nothing_is_written_anew(run: Run, out: Path) -> None:
    feed = out / "feed.ics"
    run("export", "--out", str(feed))
    assert run("--read-only", "forget", NAME, "--yes")[0] == 4
    assert "Quillfeather" in feed.read_text()
