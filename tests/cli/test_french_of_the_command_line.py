"""What the command line refuses and lists, in words: parameters, choices, settings, cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cli.main import CommandLine


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *words: str, lang: str = "fr"
) -> list[str]:
    """Lines of both outputs, with plain blanks."""
    path = str(tmp_path / "a.json")
    CommandLine(["--data", path, "--today", "2026-11-20", "--lang", lang, *words]).run()
    out, err = capsys.readouterr()
    return (out + err).replace("\N{NO-BREAK SPACE}", " ").splitlines()


def test_what_is_missing_has_a_word_and_what_is_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert told(capsys, tmp_path, "done") == ["Il manque : ligne (ROW)."]
    assert told(capsys, tmp_path, "done", lang="en") == ["Missing: row (ROW)."]


def test_kinds_to_choose_from_stand_beside_their_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (line,) = told(capsys, tmp_path, "log", "Zoë", "--kind", "brunch")
    assert line.startswith("À choisir pour genre (--kind) : ")
    assert "in_person (en personne)" in line
    assert "email (e-mail)" in line


def test_a_table_of_settings_is_explained_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = told(capsys, tmp_path, "config", "--explain")
    assert "quiet = false  (par défaut)" in lines
    assert "layer_values.5 = 2.0  (par défaut)" in lines
    explained = [each for each in lines if each.startswith("    ")]
    assert len(explained) == len(set(explained))


def test_a_setting_out_of_bounds_names_them_in_french(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "arrosoir").mkdir()
    (tmp_path / "arrosoir" / "config.toml").write_text("[layer_values]\n5 = 99.0\n")
    assert "un nombre de 0,1 à 10" in " ".join(told(capsys, tmp_path, "config"))


def test_a_card_says_its_birthday_and_languages_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told(capsys, tmp_path, "add", "Zoë", "--birthday", "--11-05", "--language", "fr")
    lines = told(capsys, tmp_path, "show", "Zoë")
    assert "  anniversaire  5 nov." in lines
    assert "  langues       français" in lines
    assert "  birthday   5 Nov" in told(capsys, tmp_path, "show", "Zoë", lang="en")
