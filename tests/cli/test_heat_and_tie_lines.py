"""The heat and one tie as lines of text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.actions.demo.network import demo_snapshot
from store.config.settings import Settings
from store.disk.new_file import write_new
from store.records.kinds import LANGUAGES, Language
from store.views.heat import heat_rows
from store.views.tie_detail import tie_detail
from store.views.ties import Ties
from store.words.width import width
from store.words.words import Words
from tui.cli.heat_lines import heat
from tui.cli.main import CommandLine
from tui.cli.tie_lines import tie_lines

DAY = date(2026, 11, 20)
DEMO = demo_snapshot(150, 1, DAY, "en")
TIES = Ties.of(DEMO, DAY, Settings())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80, 160])
def test_lanes_come_first_with_a_word_for_each_band_then_everybody(
    language: Language, columns: int
) -> None:
    rows = heat_rows(DEMO, TIES)
    lines = heat(rows, Words(language), columns)
    lanes = lines[: lines.index("")]
    assert all(width(line) <= columns for line in lanes)
    assert [line.split()[0] for line in lanes if " · " in line[:16] and line[2] != " "][:4] == [
        "5",
        "15",
        "50",
        "150",
    ]
    told = "\n".join(lanes)
    words = ("lively", "silent") if language == "en" else ("soutenu", "silencieux")
    assert all(word in told for word in words)
    assert len(lines) - lines.index("") - 1 == len(rows)


def test_one_layer_has_one_lane_and_nobody_has_none() -> None:
    rows = heat_rows(DEMO, TIES, 5)
    assert "5 · 5" in heat(rows, Words("en"), 80)[0]
    assert heat((), Words("en"), 80) == ()


def test_a_terminal_without_blocks_gets_plain_signs() -> None:
    rows = heat_rows(DEMO, TIES)
    lines = heat(rows, Words("en"), 80, "ascii")
    assert not set("█▆▄▂▒") & set("\n".join(lines))
    for id in DEMO.people:
        tie = tie_detail(DEMO, TIES, id)
        assert not set("█▆▄▂▒░─▲") & set("\n".join(tie_lines(tie, Words("fr"), DAY, 80, "ascii")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 60, 80, 160])
def test_a_tie_is_told_and_drawn_within_the_width(language: Language, columns: int) -> None:
    drawn = 0
    for id in DEMO.people:
        tie = tie_detail(DEMO, TIES, id)
        lines = tie_lines(tie, Words(language), DAY, columns)
        assert bool(lines) == (tie.silent_days is not None)
        pictures = lines[lines.index("", 1) :] if lines else ()
        assert all(width(line) <= columns for line in pictures)
        drawn += any("░" in line for line in pictures)
    assert drawn > 20


def test_show_prints_both_pictures_under_the_card(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    write_new(path, DEMO)
    person = max(DEMO.people, key=lambda id: len(DEMO.indexes["interactions"].get(id, ())))
    given = ["--data", str(path), "--today", DAY.isoformat(), "--lang", "en", "show", person]
    assert CommandLine(given).run() == 0
    shown = capsys.readouterr().out
    assert shown.startswith(DEMO.people[person].name)
    assert shown.index("Twelve months") < shown.index("Days between talks")
    assert CommandLine([*given, "--json"]).run() == 0
    assert "Twelve months" not in capsys.readouterr().out
