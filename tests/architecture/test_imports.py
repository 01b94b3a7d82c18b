"""What a process has really loaded, told by `sys.modules`: the price of a start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

SLOW = {"arrow", "dateparser", "rapidfuzz", "tomlkit", "anyascii", "babel", "hypothesis"}


def _modules(folder: str) -> list[str]:
    """The dotted names of all modules under a folder."""
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def _loaded(statements: str) -> set[str]:
    """The top-level packages that a fresh process holds after some statements."""
    script = f"import sys\n{statements}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def _importing(modules: list[str]) -> str:
    return "\n".join(f"import {name}" for name in modules)


def test_the_store_never_loads_a_screen() -> None:
    assert not _loaded(_importing(_modules("store"))) & {"textual", "rich"}


def test_the_command_line_never_loads_a_screen() -> None:
    assert not _loaded(_importing(_modules("tui/cli"))) & {"textual", "rich"}


def test_importing_all_of_the_store_loads_no_library_that_only_some_roads_need() -> None:
    assert not _loaded(_importing(_modules("store"))) & SLOW


@pytest.mark.parametrize(
    "module", ["store.words.words", "store.words.day_text", "store.config.load"]
)
def test_words_and_settings_load_nothing_slow(module: str) -> None:
    assert not _loaded(f"import {module}") & (SLOW | {"wcwidth", "platformdirs"})


def test_an_iso_date_and_a_json_answer_need_no_names_of_days() -> None:
    loaded = _loaded(
        "from datetime import date\n"
        "from store.words.day_text import read_day\n"
        "from store.words.words import Words\n"
        "read_day('2026-11-24', date(2026, 11, 22), 'en')\n"
        "read_day('mardi en huit', date(2026, 11, 22), 'fr')\n"
        "Words('fr').say('date.today')"
    )
    assert not loaded & {"arrow", "dateparser"}


def test_searching_plain_words_loads_no_fuzzy_matching() -> None:
    loaded = _loaded(
        "from store.records.person import Person\n"
        "from store.records.snapshot import snapshot_of\n"
        "from store.search.find import find\n"
        "ada = Person(id='A', name='Ada', org='Lyon')\n"
        "assert find(snapshot_of({'people': {'A': ada}}), 'ada lyon')"
    )
    assert not loaded & {"rapidfuzz", "anyascii"}
