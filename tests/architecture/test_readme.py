"""What is written for people stays true: the table of keys, the commands, the files named."""

from __future__ import annotations

import re
from pathlib import Path

from tui.cli.main import VERBS
from tui.commands.readme import README, with_table

ROOT = README.parent


def test_the_table_of_keys_is_that_of_the_registry() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text, "run: python -m tui.commands.readme"


def test_every_command_is_named() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in VERBS if not re.search(rf"\b{name}\b", text)] == []


def test_every_picture_and_document_named_is_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!http)([^)]+)\)", text):
            assert (ROOT / target).exists(), target


def test_the_words_speak_of_the_project_alone() -> None:
    for path in (*ROOT.glob("*.md"), *Path(ROOT, "store").rglob("*.py")):
        assert "/work/" not in path.read_text(encoding="utf-8"), path
