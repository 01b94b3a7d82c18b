from __future__ import annotations

from pathlib import Path

import pytest

from tui.typed.paths import candidates, completed, last_word, split_paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", []),
        ("a.vcf", ["a.vcf"]),
        ("a.vcf  b.csv ", ["a.vcf", "b.csv"]),
        ("'my book.vcf' b", ["my book.vcf", "b"]),
        ('"my book.vcf"', ["my book.vcf"]),
        ("my\\ book.vcf", ["my book.vcf"]),
        ("'still open", ["still open"]),
        ("\"it's open", ["it's open"]),
        ("trailing\\", ["trailing"]),
    ],
)
def test_paths_are_split_as_a_shell_does(text: str, paths: list[str]) -> None:
    assert split_paths(text) == paths


def test_a_whole_line_that_exists_is_one_path_without_quotes(tmp_path: Path) -> None:
    path = tmp_path / "my book.vcf"
    path.touch()
    assert split_paths(f" {path} ") == [str(path)]


@pytest.mark.parametrize(
    ("text", "start", "word"),
    [
        ("", 0, ""),
        ("ab", 0, "ab"),
        ("ab cd", 3, "cd"),
        ("ab ", 3, ""),
        ("ab 'c d", 3, "c d"),
        ("ab c\\ d", 3, "c d"),
        ("'a b'c", 0, "a bc"),
    ],
)
def test_the_last_word_is_what_is_completed(text: str, start: int, word: str) -> None:
    assert last_word(text) == (start, word)


def test_completion_goes_as_far_as_it_is_certain(tmp_path: Path) -> None:
    here = tmp_path / "here"
    (here / "folder").mkdir(parents=True)
    (here / "Contacts one.vcf").touch()
    (here / "Contacts two.vcf").touch()
    (here / ".hidden").touch()
    base = str(here)
    assert completed(f"{base}/Con") == f"{base}/Contacts\\ "
    assert completed(f"x '{base}/Contacts t") == f"x {base}/Contacts\\ two.vcf"
    assert completed(f"{base}/fo") == f"{base}/folder/"
    assert completed(f"{base}/zzz") == f"{base}/zzz"
    assert [each.rpartition("/")[2] for each in candidates(f"{base}/")] == [
        "Contacts one.vcf",
        "Contacts two.vcf",
        "",
    ]
    assert candidates(f"{base}/.h") == [f"{base}/.hidden"]


def test_completion_ignores_case_where_nothing_else_fits(tmp_path: Path) -> None:
    (tmp_path / "Downloads").mkdir()
    assert completed(f"{tmp_path}/down") == f"{tmp_path}/Downloads/"


def test_home_is_kept_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "book.vcf").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completed("~") == "~/"
    assert completed("~/bo") == "~/book.vcf"
    assert completed("~nobody-of-that-name/x") == "~nobody-of-that-name/x"
