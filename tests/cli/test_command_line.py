"""The command line as other programs call it: JSON, exit status, one boundary for problems."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tinydb import TinyDB

from store.records.record import Json
from tui.cli.main import CommandLine

Answered = dict[str, Json]


class Result(NamedTuple):
    """What a run gave."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Json:
        """The JSON on stdout."""
        value: Json = json.loads(self.out)
        return value

    @property
    def rows(self) -> list[Answered]:
        """The JSON on stdout, where it is an array of objects."""
        assert isinstance(self.value, list)
        return [row for row in self.value if isinstance(row, dict)]

    @property
    def made(self) -> str:
        """The id that a write answers."""
        assert isinstance(self.value, dict)
        return str(self.value["id"])


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`."""

    def call(*words: str, today: str = "2026-11-20", lang: str = "en") -> Result:
        path = str(tmp_path / "a.json")
        outcome = CommandLine(["--data", path, "--today", today, "--lang", lang, *words]).run()
        assert isinstance(outcome, int)
        out, err = capsys.readouterr()
        return Result(outcome, out, err)

    return call


def test_a_day_from_empty_to_triaged(run: Run, tmp_path: Path) -> None:
    assert run("today", "--json") == Result(0, "[]\n", "")
    ada = run("add", "Ada Lovelace", "--layer", "15", "--city", "London", "--json").made
    run("log", ada, "--kind", "call", "--on", "2026-08-01", "--minutes", "20")
    promise = run("follow-up", "ada lovelace", "--on", "today", "--why", "x", "--json")
    (row,) = [row for row in run("today", "--json").rows if row["group"] == "promised"]
    assert row["id"] == promise.made
    assert row["person"] == {"id": ada, "name": "Ada Lovelace"}
    assert set(row) >= {"group", "band", "reason", "step", "minutes", "due", "today"}
    assert run("done", promise.made).status == 0
    assert [row["group"] for row in run("today", "--json").rows] == ["cooling"]
    assert run("snooze", "Ada Lovelace", "--until", "3d").status == 0
    assert run("today", "--json").rows == []
    assert run("undo").status == 0
    assert len(run("today", "--json").rows) == 1
    with TinyDB(tmp_path / "a.json") as database:
        assert [row["name"] for row in database.table("people")] == ["Ada Lovelace"]


def test_show_answers_with_the_keys_of_a_person(run: Run) -> None:
    run("add", "Zoë Adler", "--school", "INSA Lyon 2004-2009", "--passion", "choir")
    card = run("show", "zoe", "--json").value
    assert isinstance(card, dict)
    assert card["name"] == "Zoë Adler"
    assert card["schools"] == [{"name": "INSA Lyon", "from": "2004", "to": "2009"}]
    keys = (
        "id name nicknames emails phones org title schools cities passions fields languages tags "
        "layer cadence_days met birthday dates intent status pauses notes"
    )
    assert set(card) >= set(keys.split())


def test_heat_and_search_name_people_the_same_way(run: Run) -> None:
    ada = run("add", "Ada Lovelace", "--city", "London", "--layer", "50", "--json").made
    run("log", ada, "--on", "2026-10-01")
    (row,) = run("heat", "--json").rows
    assert row["person"] == {"id": ada, "name": "Ada Lovelace"}
    assert set(row) >= {
        "layer",
        "band",
        "p_lost",
        "usual_gap_days",
        "silent_days",
        "turns_cold_on",
    }
    assert row["silent_days"] == 50
    (hit,) = run("search", "londn", "--json").rows
    assert hit["person"] == {"id": ada, "name": "Ada Lovelace"}
    assert {"field", "value"} == set(hit["matched"][0])  # type: ignore[index, arg-type]


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("show", "nobody"), 3, "unknown_person"),
        (("note", "nobody", "x"), 3, "unknown_person"),
        (("search", "nobody"), 3, None),
        (("follow-up", "Ada", "--on", "31/02", "--why", "x"), 2, "bad_date"),
        (("log", "Ada", "--kind", "carrier pigeon"), 2, "usage"),
        (("log",), 2, "usage"),
        (("frobnicate",), 2, "usage"),
        (("today", "--colour"), 2, "usage"),
        (("done", "Ada"), 1, "nothing_due"),
        (("undo", "0"), 2, "bad_count"),
        (("heat", "--layer", "7"), 2, "bad_layer"),
        (("me", "--budget", "-5"), 2, "bad_minutes"),
    ],
)
def test_what_goes_wrong_has_a_status_and_a_code(
    run: Run, words: tuple[str, ...], status: int, code: str | None
) -> None:
    run("add", "Ada")
    result = run(*words, "--json")
    assert result.status == status
    if code is not None:
        assert isinstance(result.value, dict)
        error = result.value["error"]
        assert isinstance(error, dict)
        assert error["code"] == code
        assert str(error["message"]) in result.err
    assert "Traceback" not in result.err


def test_a_bad_day_before_the_command_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert CommandLine(["--today", "2026-02-31", "today"]).run() == 2
    assert CommandLine(["--lang", "de", "today"]).run() == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_damaged_file_is_said_in_the_language_of_the_user(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"_meta": ')
    english, french = run("today"), run("today", lang="fr")
    assert english.status == french.status == 4
    assert "damaged" in english.err
    assert "abîmé" in french.err
    assert english.err.count("\n") == 1
    assert (tmp_path / "a.json").read_text() == '{"_meta": '


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    run("add", "Eve\x1b]0;owned\x07", "--org", "x\u202ey")
    plain = run("show", "eve]0;owned")
    assert "\x1b" not in plain.out
    assert "\u202e" not in plain.out


def test_log_for_a_day_to_come_plans_it(run: Run) -> None:
    ada = run("add", "Ada", "--json").made
    said = run("log", ada, "--on", "2026-11-24", "--kind", "in_person").out
    assert "planned" in said
    assert [row["band"] for row in run("heat", "--json").rows] in ([], ["new"])


def test_lists_are_replaced_and_emptied_by_edit(run: Run) -> None:
    run("add", "Ada", "--tag", "lab", "--tag", "press", "--cadence", "0")
    run("edit", "Ada", "--tag", "mentor")
    card = run("show", "Ada", "--json").value
    assert isinstance(card, dict)
    assert card["tags"] == ["mentor"]
    assert card["cadence_days"] == 0
    run("edit", "Ada", "--tag", "")
    emptied = run("show", "Ada", "--json").value
    assert isinstance(emptied, dict)
    assert emptied["tags"] == []


def test_undo_takes_a_number_and_history_tells_what_was_done(run: Run) -> None:
    run("add", "Ada")
    run("note", "Ada", "one")
    run("note", "Ada", "two")
    assert run("undo", "2").status == 0
    assert run("redo").status == 0
    told = [(row["action"], row["how"]) for row in run("history", "--json").rows]
    assert told == [
        ("note", "redo"),
        ("note", "undo"),
        ("note", "undo"),
        ("note", "do"),
        ("note", "do"),
        ("add", "do"),
    ]
    card = run("show", "Ada", "--json").value
    assert isinstance(card, dict)
    assert card["notes"] == "2026-11-20: one"


def batch(run: Run, monkeypatch: pytest.MonkeyPatch, *orders: object) -> tuple[int, list[Answered]]:
    lines = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in orders)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    result = run("batch")
    return result.status, [json.loads(line) for line in result.out.splitlines()]


def test_batch_answers_every_line_in_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    status, answers = batch(
        run,
        monkeypatch,
        {"id": 1, "action": "add", "params": {"name": "Ada", "tag": ["lab"], "cadence": 30}},
        {"id": "b", "action": "log", "params": {"people": ["Ada"], "kind": "call"}},
        "not json",
        {"id": 4, "action": "nonsense", "params": {}},
        {"id": 5, "action": "follow-up", "params": {"person": "Ada", "on": "demain", "why": "x"}},
        {"id": 6, "action": "note", "params": {"person": "Nobody", "text": "x"}},
        {"id": 7, "action": "search", "params": {"query": "ada"}},
        {"id": 8, "action": "note", "params": {"person": "Ada", "txt": "x"}},
    )
    assert status == 1
    assert [answer["id"] for answer in answers] == [1, "b", None, 4, 5, 6, 7, 8]
    assert [answer["ok"] for answer in answers] == [
        True,
        True,
        False,
        False,
        True,
        False,
        True,
        False,
    ]
    assert len(run("history", "--json").rows) == 3


@pytest.mark.parametrize(
    "key", ["1.50e3", '"\\u0041"', '{"b": 1,  "a": [2]}', "12345678901234567890"]
)
def test_batch_gives_an_id_back_byte_for_byte(
    run: Run, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    lines = f'{{"id": {key} , "action": "history"}}\n{{"id": {key}, "action": 4}}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    for line in run("batch").out.splitlines():
        assert line.startswith(f'{{"id":{key},"ok":')


def test_batch_of_good_lines_exits_0(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    status, answers = batch(run, monkeypatch, {"action": "add", "params": {"name": "Ada"}}, "")
    assert status == 0
    assert len(answers) == 1


def test_help_speaks_both_languages(run: Run) -> None:
    assert "Whom to get back to today" in run("--help").out
    assert "Qui recontacter aujourd'hui" in run("--help", lang="fr").out
    assert "--minutes" in run("log", "--help").out


def test_demo_depends_on_people_seed_and_day_alone(run: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    for path in (one, two):
        assert run("demo", "--people", "40", "--seed", "3", "--out", str(path)).status == 0
    assert one.read_bytes() == two.read_bytes()
    assert run("demo", "--people", "40", "--seed", "3", "--out", str(one)).status == 4


def test_time_counts_the_minutes_of_the_week(run: Run) -> None:
    run("me", "--budget", "90")
    run("add", "Ada")
    run("log", "Ada", "--kind", "call", "--minutes", "25")
    week = run("time", "--json").value
    assert isinstance(week, dict)
    assert "25" in json.dumps(week)
    assert run("time", "--week", "-1").status == 0
    assert run("time", "--week", "2026-W46", "--json").status == 0


def test_doctor_looks_without_touching(run: Run, tmp_path: Path) -> None:
    run("add", "Ada")
    (tmp_path / "a.json").chmod(0o644)
    before = sorted(tmp_path.iterdir())
    findings = {str(row["check"]): row["ok"] for row in run("doctor", "--json").rows}
    assert findings["file"] is True
    assert findings["permissions"] is False
    assert sorted(tmp_path.iterdir()) == before


def test_import_twice_changes_nothing_the_second_time(run: Run, tmp_path: Path) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEMAIL:ada@x.example\r\nEND:VCARD\r\n"
    (tmp_path / "cards.vcf").write_text(card)
    first = run("import", str(tmp_path / "cards.vcf"), "--json").value
    rest = {"me": 0, "differs": 0, "interactions": 0, "records": 0, "left": 0, "refused": []}
    assert first == {"new": 1, "changed": 0, "same": 0, **rest}
    second = run("import", str(tmp_path / "cards.vcf"), "--json").value
    assert second == {"new": 0, "changed": 0, "same": 1, **rest}
    assert len(run("history", "--json").rows) == 1


def test_import_of_nothing_readable_exits_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"\x00\x01\x02" * 100)
    result = run("import", str(tmp_path / "x.bin"), str(tmp_path / "missing.vcf"), "--json")
    assert result.status == 1
    assert isinstance(result.value, dict)
    assert len(result.value["refused"]) == 2  # type: ignore[arg-type]
