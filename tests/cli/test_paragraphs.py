"""`doctor` and its repairs wrap at the terminal's width; what is to be copied stays whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.words.width import width
from tui.cli.main import CommandLine
from tui.cli.paragraphs import hung, terminal_columns


def test_lines_go_on_below_where_the_text_begins() -> None:
    assert list(hung("well  ", "The journal is empty: the file holds everything.", 30)) == [
        "well  The journal is empty:",
        "      the file holds",
        "      everything.",
    ]


def test_what_is_quoted_or_wider_than_a_line_stays_whole() -> None:
    path = "/home/ada/a folder with a long name/arrosoir (1).json"
    text = f"It isn't one: arrosoir join \"{path}\" brings it, it's said."
    lines = list(hung("", text, 30))
    assert f'"{path}"' in lines
    assert all(width(each) <= 30 for each in lines if path not in each)
    assert " ".join(lines) == text


def test_blanks_that_french_keeps_together_are_kept() -> None:
    text = "est entier\N{NO-BREAK SPACE}: 2 personnes"
    assert list(hung("", text, 20)) == ["est entier\N{NO-BREAK SPACE}: 2", "personnes"]


def test_the_width_is_that_of_the_terminal_and_80_where_it_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "61")
    assert terminal_columns() == 61
    monkeypatch.setenv("COLUMNS", "0")
    monkeypatch.setattr("os.get_terminal_size", _no_terminal)
    assert terminal_columns() == 80


def _no_terminal(*_: object) -> None:
    raise OSError(25, "Inappropriate ioctl for device")


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """The lines of a command over a file that was cut, with a copy beside it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "net.json"
    assert CommandLine(["--data", str(path), "add", "Ada Lovelace"]).run() == 0
    path.with_name("net (1).json").write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:-40])
    capsys.readouterr()

    def call(*words: str, lang: str = "en") -> list[str]:
        CommandLine(["--data", str(path), "--lang", lang, *words]).run()
        out, err = capsys.readouterr()
        return [*out.splitlines(), *err.splitlines()]

    return call


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("words", [("doctor",), ("doctor", "--repair")])
def test_no_line_is_wider_than_the_terminal(
    told: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, lang: str, words: tuple[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = told(*words, lang=lang)
    wide = [each for each in lines if width(each) > 60]
    # Paths of tests are long; each stands alone, to be copied.
    assert all("/" in each and len(each.split()) <= 3 for each in wide), wide
    if words == ("doctor",):
        assert any(each.rstrip().endswith('net (1).json"') for each in lines)
