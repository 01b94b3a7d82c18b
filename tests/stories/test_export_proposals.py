"""The file that is proposed for an export: never over one of other people or of another format."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file
from stage import network, settle
from test_export_story import file_asked, key_of, opened

from tui.screens.exporting import ExportScreen

Step = tuple[tuple[str, ...], str, str]

EVERYBODY, MARKED = ("2",), ("space", "space")


@pytest.mark.parametrize(
    "steps",
    [
        # Another format, the same ending.
        ((EVERYBODY, "vcard", "n.vcf"), ((), "vcard3", "n-2.vcf"), ((), "vcard", "n.vcf")),
        # Others than before.
        ((EVERYBODY, "csv", "n.csv"), (MARKED, "csv", "n-2.csv"), ((), "csv", "n-3.csv")),
        # A feed that somebody reads keeps its people.
        ((EVERYBODY, "ics", "f.ics"), (MARKED, "ics", "f-2.ics")),
    ],
)
async def test_what_was_exported_before_is_not_proposed_for_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: tuple[Step, ...]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    names = {"n": "arrosoir-2026-11-20", "f": "arrosoir"}
    app = app_on(data_file(tmp_path, network()))
    async with app.run_test(size=(80, 24)) as pilot:
        for keys, form, wanted in steps:
            await opened(pilot, *keys)
            field = await file_asked(pilot, key_of(form))
            assert field.value == f"~/{names[wanted[0]]}{wanted[1:]}"
            await pilot.press("enter")
            await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
            await settle(pilot)
