"""All that can be written: declared once, loaded late, and what third parties add."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from store.formats.exported import ExportFormat
from store.formats.exports import ENTRY_POINTS, EXPORTS, FEEDS, all_exports

OWN = ExportFormat(name="letters", extension=".let", write=lambda wanted: iter(()))
TAKEN = ExportFormat(name="csv", extension=".csv", write=lambda wanted: iter(["stolen"]))


def points(*values: str) -> list[EntryPoint]:
    return [EntryPoint(f"p{n}", value, ENTRY_POINTS) for n, value in enumerate(values)]


def test_the_programs_own_are_told_apart_by_name() -> None:
    names = [each.name for each in EXPORTS]
    assert names == ["vcard", "vcard3", "csv", "csv-google", "json", "ics", "markdown"]
    assert set(names) >= FEEDS
    assert all(each.extension.startswith(".") for each in EXPORTS)


def test_a_file_is_told_by_its_ending() -> None:
    exports = all_exports()
    told = {name: exports.of_file(name) for name in ("a.vcf", "B.CSV", "x.json", "f.ics", "n.md")}
    assert {name: each and each.name for name, each in told.items()} == {
        "a.vcf": "vcard",
        "B.CSV": "csv",
        "x.json": "json",
        "f.ics": "ics",
        "n.md": "markdown",
    }
    assert exports.of_file("x.doc") is None
    assert exports.named("doc") is None


def test_third_parties_add_theirs_and_broken_ones_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given = points("test_exports:OWN", "test_exports:TAKEN", "test_exports:nothing", "no.such:X")
    monkeypatch.setattr("store.formats.plugins.declared", lambda group: tuple(given))
    exports = all_exports()
    assert exports.named("letters") is OWN
    assert exports.named("csv") is next(each for each in EXPORTS if each.name == "csv")
    assert len(exports.broken) == 3


def test_what_a_format_needs_is_loaded_when_it_writes() -> None:
    code = (
        "import sys, store.formats.exports\n"
        "print([each for each in sys.modules if each.startswith(('store.formats.', 'icalendar'))])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "['store.formats.exported', 'store.formats.exports']\n"
