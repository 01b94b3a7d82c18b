"""Formats of third parties: found where they are installed, told where they are broken."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from incoming_cards import TODAY, ids

from store.formats.format import Format
from store.formats.intake import import_paths
from store.formats.plan import Plan
from store.formats.plugins import declared, loaded
from store.formats.registry import FORMATS, all_formats, formats_and_broken
from store.records.snapshot import EMPTY

ENTRY = "[arrosoir.formats]\n"

GOOD = """
from store.formats.format import Format
from store.formats.incoming import Reading
from store.records.person import Person

def read(data, shown_path, known):
    names = data.decode().splitlines()[1:]
    people = tuple(Person(id="", name=each, sources=(f"letters:{each}",)) for each in names)
    return Reading(people=people)

LETTERS = Format(
    name="letters", looks_like=lambda head, name: head.startswith(b"LETTERS"), read=read
)
"""

Installed = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installed]:
    """Puts distributions on the path as an installer does: code, and metadata beside it."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    modules: list[str] = []

    def install(module: str, points: dict[str, str], code: str = GOOD) -> None:
        (site / f"{module}.py").write_text(code)
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        lines = (f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(ENTRY + "".join(lines))
        modules.append(module)

    yield install
    for module in modules:
        sys.modules.pop(module, None)


def read(*paths: Path) -> Plan:
    return import_paths([str(path) for path in paths], EMPTY, "merge", ids(), TODAY)


def test_without_any_there_are_the_programs_own() -> None:
    assert sorted(all_formats(), key=FORMATS.index) == list(FORMATS)
    assert formats_and_broken()[1] == ()


def test_an_installed_format_is_read(install: Installed, tmp_path: Path) -> None:
    install("letters_plugin", {"letters": "letters_plugin:LETTERS"})
    assert "letters" in [each.name for each in all_formats()]
    (tmp_path / "x.txt").write_text("LETTERS\nAnn Bee\nBob Cox\n")
    made = read(tmp_path / "x.txt")
    assert (len(made.new), made.refused) == (2, ())
    again = EMPTY.apply(made.change_set)
    assert not import_paths([str(tmp_path / "x.txt")], again, "merge", ids("M"), TODAY).change_set


@pytest.mark.parametrize(
    ("code", "point", "why"),
    [
        ("import nothing_of_that_name", "broken_plugin:X", "plugin.failed"),
        ("raise SystemExit(3)", "broken_plugin:X", "plugin.failed"),
        ("1 / 0", "broken_plugin:X", "plugin.failed"),
        ("", "broken_plugin:X", "plugin.failed"),
        ("X = 'no format'", "broken_plugin:X", "plugin.other_kind"),
        (GOOD.replace("letters", "vcard"), "broken_plugin:LETTERS", "plugin.name_taken"),
        (GOOD, "broken plugin at all", "plugin.failed"),
    ],
)
def test_a_broken_format_is_told_and_stops_nothing(
    install: Installed, tmp_path: Path, code: str, point: str, why: str
) -> None:
    install("broken_plugin", {"letters": point}, code)
    install("other_plugin", {"z": "other_plugin:LETTERS"})
    formats, broken = formats_and_broken()
    assert {each.name for each in formats} == {*(each.name for each in FORMATS), "letters"}
    assert [each.id for each in broken] == [why]
    assert broken[0].values["package"] == "broken_plugin"
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n")
    made = read(tmp_path / "a.vcf")
    assert (len(made.new), [(each.file, each.why.id) for each in made.refused]) == (1, [("", why)])


def test_of_two_with_one_name_the_first_is_taken(install: Installed) -> None:
    install("one_plugin", {"a": "one_plugin:LETTERS"})
    install("two_plugin", {"b": "two_plugin:LETTERS"})
    found, broken = loaded("arrosoir.formats", Format)
    assert len(found) == 1
    assert [(each.id, each.values["package"]) for each in broken] == [
        ("plugin.name_taken", "two_plugin")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "raise ValueError(data)",
        "return None",
        "return ['Ann']",
        "return Reading(people=('Ann',))",
        "return Reading(people=[Person(id='', name='Ann', sources=('l:1',))])",
        "return Reading(people=(Person(id='', name='Ann'),))",
        "return Reading(people=(Person(id='', name='', sources=('l:1',)),))",
        "return Reading(people=(Person(id='', name='Ann', sources=('l:1',), emails='a@x.org'),))",
        "return Reading(people=(Person(id='', name=7, sources=('l:1',)),))",
        "return Reading(whole=7)",
        "return Reading(interactions=(1,))",
        "known.step('many'); raise RecursionError",
    ],
)
def test_one_that_fails_while_it_reads_spoils_only_its_file(
    install: Installed, tmp_path: Path, line: str
) -> None:
    code = GOOD.replace("    names = data", f"    {line}\n    names = data")
    install("failing_plugin", {"letters": "failing_plugin:LETTERS"}, code)
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n")
    (tmp_path / "x.txt").write_text("LETTERS\nBob\n")
    made = read(tmp_path / "a.vcf", tmp_path / "x.txt")
    assert (len(made.new), made.files) == (1, 1)
    (refused,) = made.refused
    assert (Path(refused.file).name, refused.why.id) == ("x.txt", "import.reader_failed")


def test_one_that_fails_while_it_looks_takes_nothing(install: Installed, tmp_path: Path) -> None:
    code = GOOD.replace('head.startswith(b"LETTERS")', "1 / 0")
    install("blind_plugin", {"letters": "blind_plugin:LETTERS"}, code)
    (tmp_path / "x.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert [each.why.id for each in read(tmp_path / "x.txt").refused] == ["import.binary"]


def test_damaged_metadata_of_any_package_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(group: str) -> tuple[EntryPoint, ...]:
        raise ValueError(group)

    monkeypatch.setattr("store.formats.plugins.entry_points", damaged)
    assert declared("arrosoir.formats") == ()
    assert len(all_formats()) == len(FORMATS)
