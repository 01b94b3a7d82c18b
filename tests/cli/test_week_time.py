"""`time`, `budget` and `spent`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from test_command_line import Run, run

from store.config.settings import Settings
from tui.composition import Wish, compose

__all__ = ["run"]


def test_time_goes_back_by_weeks_and_tells_who_had_it(run: Run) -> None:
    ada = run("add", "Ada", "--layer", "5", "--json").made
    run("log", "Ada", "--minutes", "25", "--on", "2026-11-12")
    run("spent", "préparation", "1h30", "--note", "diapos", "--on", "monday")
    week = run("time", "--json").value
    assert isinstance(week, dict)
    assert (week["week"], week["from"], week["until"]) == ("2026-W47", "2026-11-16", "2026-11-22")
    assert week["total"] == {"spent": 90, "target": 120, "pace": 120, "band": "under"}
    assert week["by_layer"] == [{"layer": 5, "new": False, "minutes": 25, "people": 1}]
    assert week["most"] == [{"person": {"id": ada, "name": "Ada"}, "minutes": 25}]
    assert week["usual"] == 25
    answers = [run("time", "--week", each, "--json").value for each in ("-1", "W46", "2026-11-12")]
    assert answers[0] == answers[1] == answers[2]
    assert isinstance(answers[0], dict)
    assert (answers[0]["week"], answers[0]["today"]) == (
        "2026-W46",
        {"share": 0, "spent": 0, "left": 0},
    )


def test_time_in_words(run: Run) -> None:
    run("budget", "prépa=1h", "call=10", "social=20")
    empty = run("time", lang="fr").out
    assert "arrosoir spent préparation 20" in empty
    run("add", "Ada")
    run("log", "Ada", "--minutes", "25", "--on", "today")
    lines = run("time").out.splitlines()
    assert lines[0] == "16 Nov – 22 Nov · week 47"
    assert "  call       0:25 of 0:10  over" in lines
    assert "  preparing  0:00 of 1:00" in lines, "a week that goes on is not under"
    assert "Who got the time, 24 Oct – 20 Nov: 25 min" in lines
    gone = run("time", "--week", "-1").out
    assert "preparing  0:00 of 1:00  under" in gone
    assert "social     0:00 of 0:20\n" in gone, "a ceiling"


def test_the_budget_is_told_and_set(run: Run) -> None:
    assert run("budget", "--json").value == {"total": 120, "kinds": {}}
    assert "arrosoir budget call=60" in run("budget").out
    set_to = run("budget", "appel=60", "in_person=1h30", lang="fr").out.replace("\u00a0", " ")
    assert set_to == "Budget : en personne 1 h 30, appels 1 h ; 2 h par semaine au total.\n"
    assert run("budget", "--json").value == {"total": 120, "kinds": {"in_person": 90, "call": 60}}
    assert "2 h 30" in run("budget").out
    run("undo")
    assert run("budget", "--json").value == {"total": 120, "kinds": {}}


@pytest.mark.parametrize(
    "words",
    [
        ("budget", "call"),
        ("budget", "gardening=5"),
        ("budget", "call=99999"),
        ("spent", "gardening", "5"),
        ("spent", "preparing", "some"),
        ("spent", "preparing", "0"),
        ("spent", "preparing"),
        ("time", "--week", "soonish"),
    ],
)
def test_what_cannot_be_meant_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words, "--json").status == 2


def test_a_batch_tells_minutes_as_numbers_or_as_typed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = (
        {"action": "spent", "params": {"kind": "preparing", "minutes": 20, "on": "2026-11-16"}},
        {"action": "spent", "params": {"kind": "visio", "minutes": "1h"}},
        {"action": "budget", "params": {"targets": ["call=30"]}},
        {"action": "budget", "params": {"kinds": {"social": 20}, "total": 90}},
        {"action": "budget"},
        {"action": "time", "params": {"week": -1}},
        {"action": "budget", "params": {"kinds": {"x": 20}}},
    )
    text = "\n".join(map(json.dumps, orders)).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    answers = [json.loads(line) for line in run("batch").out.splitlines()]
    assert [each["ok"] for each in answers] == [*[True] * 6, False]
    assert answers[4]["result"] == {"total": 90, "kinds": {"call": 30, "social": 20}}
    assert answers[5]["result"]["week"] == "2026-W46"


def test_weeks_begin_where_the_user_lives(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_TIME", "en_US.UTF-8")
    week = run("time", "--json").value
    assert isinstance(week, dict)
    assert (week["week"], week["from"]) == ("2026-W47", "2026-11-15")
    (line,) = [each for each in run("config", "--json").rows if each["key"] == "week_starts"]
    assert (line["value"], line["origin"], line["where"]) == ("sunday", "environment", "LC_TIME")


def test_a_first_day_that_is_set_goes_before_the_country(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    wish = Wish(data=tmp_path / "a.json")
    assert compose(wish).service.settings.week_starts == "sunday"
    (tmp_path / "arrosoir").mkdir()
    (tmp_path / "arrosoir" / "config.toml").write_text('week_starts = "saturday"\n')
    assert compose(wish).service.settings.week_starts == "saturday"
    assert Settings().week_starts == ""
