"""A mail program asks `query-address` after each key: what other commands need is not loaded."""

from __future__ import annotations

import subprocess
import sys

OTHERS = (
    *("store.views.explain", "store.views.heat", "store.views.news", "store.views.why"),
    *("store.views.shared_ground", "store.views.tie_detail", "store.views.field_changes"),
    *("store.rules.twins", "store.rules.institution_index", "tui.cli.lines", "tui.cli.card_lines"),
    *("tempfile", "shutil", "lzma", "json", "random"),
)
"""Of today, heat, show, common, duplicates; and what of Python's own takes long."""


def test_the_other_commands_are_loaded_when_they_run() -> None:
    code = f"import sys, tui.cli.main; print([each for each in {OTHERS!r} if each in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
