"""The README's table of keys: `python -m tui.commands.readme` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from store.words.words import Words
from tui.commands.key_table import key_table

README = Path(__file__).parents[2] / "README.md"

BETWEEN = re.compile(r"(<!-- keys -->\n).*?(<!-- /keys -->)", re.DOTALL)


def with_table(text: str) -> str:
    """The README with the table that the registry gives."""
    table = key_table(Words("en"))
    return BETWEEN.sub(lambda marks: f"{marks[1]}{table}{marks[2]}", text)


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
