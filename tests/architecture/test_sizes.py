"""Small files and functions, each named for what it is."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("store", "widgets", "tui", "tests")

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
MEDIAN_FILE = 160
MEDIAN_FUNCTION = 15

NAMELESS = frozenset({"utils", "util", "helpers", "helper", "manager", "misc", "stuff"})
"""Words under which anything could be put, alone or as part of a name."""

NAMELESS_ALONE = NAMELESS | {"common", "base", "core", "shared", "general", "lib", "tools"}


def _files(*folders: str) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def _functions(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = [
        f"{path}: {lines}"
        for path, text in _files(*FOLDERS)
        if (lines := text.count("\n")) > LONGEST_FILE
    ]
    assert not long, "\n".join(long)


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        f"{path}: {name} {lines}"
        for path, text in _files(*FOLDERS)
        for name, lines in _functions(text)
        if lines > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_most_files_and_functions_are_small() -> None:
    files = [(path, text) for path, text in _files("store", "widgets", "tui")]
    lines = [text.count("\n") for path, text in files if path.name != "__init__.py"]
    functions = [length for _, text in files for _, length in _functions(text)]
    assert statistics.median(lines) <= MEDIAN_FILE
    assert statistics.median(functions) <= MEDIAN_FUNCTION


def test_no_file_has_a_name_that_could_hold_anything() -> None:
    nameless = [
        str(path)
        for path, _ in _files(*FOLDERS)
        if set(path.with_suffix("").parts) & NAMELESS_ALONE or set(path.stem.split("_")) & NAMELESS
    ]
    assert not nameless, "\n".join(nameless)


def test_every_package_of_the_program_says_what_it_is_and_no_more() -> None:
    for path, text in _files("store", "widgets", "tui"):
        if path.name == "__init__.py":
            tree = ast.parse(text)
            assert ast.get_docstring(tree), f"{path} has no docstring"
            if path.parts[0] == "store":
                assert len(tree.body) == 1, f"{path} holds more than a docstring"


def test_every_test_file_has_a_name_of_its_own() -> None:
    stems = [path.stem for path, _ in _files("tests") if path.name.startswith("test_")]
    assert sorted(stems) == sorted(set(stems))
