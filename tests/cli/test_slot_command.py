"""`slot` and `free` on the command line, and through a batch."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from tui.cli.main import CommandLine
from tui.cli.slot_typed import day_ahead

Run = Callable[..., tuple[int, str]]

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20261124T090000
DTEND:20261124T170000
SUMMARY:Review
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out and what was said beside it."""

    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out + err

    call("add", "Björn Ek", "--layer", "15", "--last", "2026-08-01")
    call("add", "Eve", "--last", "2026-11-19")
    return call


def answer(run: Run, *words: str) -> object:
    status, out = run(*words, "--json")
    assert status == 0, out
    return json.loads(out)


def slots(run: Run, *words: str) -> list[dict[str, object]]:
    found = answer(run, "slot", "list", *words)
    assert isinstance(found, list)
    return found


def test_a_slot_is_booked_listed_moved_and_dropped(run: Run) -> None:
    assert run("slot")[1].startswith("No slot is booked.")
    status, out = run("slot", "add", "Björn", "Ek", "--on", "tuesday", "--at", "9h30")
    assert (status, out) == (0, "Booked: call with Björn Ek, on Tue 24 Nov at 09:30, 20 min.\n")
    (slot,) = slots(run)
    assert {name: slot[name] for name in ("kind", "on", "at", "minutes", "standing")} == {
        "kind": "call", "on": "2026-11-24", "at": "09:30", "minutes": 20, "standing": "to_come",
    }  # fmt: skip
    assert run("slot", "list", lang="fr")[1] == (
        f"mar. 24 nov. 09:30  20 min  appel Björn Ek  à venir  {slot['id']}\n"
    )
    assert run("slot", "move", str(slot["id"]), "--on", "thursday", "--at", "")[0] == 0
    assert [(each["on"], each["at"]) for each in slots(run)] == [("2026-11-26", None)]
    assert slots(run, "--week", "2026-W47") == []
    assert run("today", "--json")[1] == "[]\n", "who has a slot to come is left to it"
    assert (
        run("slot", "drop", "björn ek")[1]
        == "Out of the week: call with Björn Ek, on Thu 26 Nov.\n"
    )
    assert slots(run) == []
    assert run("undo")[0] == 0
    assert len(slots(run)) == 1


def test_a_slot_is_named_by_its_day_and_hour(run: Run) -> None:
    run("slot", "add", "--kind", "messages", "--count", "3", "--on", "today", "--at", "17:30")
    run("slot", "add", "Björn Ek", "--on", "tuesday", "--at", "9:30")
    assert run("slot", "move", "tue", "9:30", "--at", "10:00")[0] == 0
    assert run("slot", "kept", "17:30")[1] == "Kept: 3 messages; 15 min counted.\n"
    assert run("slot", "drop", "mar.", "24", "nov.", "10:00", lang="fr")[0] == 0
    assert [each["standing"] for each in slots(run)] == ["kept"]


def test_one_kept_is_logged_and_one_missed_is_not(run: Run) -> None:
    for _ in range(2):
        assert run("slot", "add", "--kind", "messages", "--count", "3", "--on", "today")[0] == 0
    run("slot", "add", "Björn Ek", "--on", "today", "--minutes", "25")
    assert "logged 30 min" in run("slot", "kept", "Björn Ek", "--minutes", "30")[1]
    batch, other = (str(each["id"]) for each in slots(run) if each["kind"] == "writing")
    assert "15 min counted" in run("slot", "kept", batch)[1]
    assert run("slot", "missed", other)[0] == 0
    assert sorted(str(each["standing"]) for each in slots(run)) == ["kept", "kept", "missed"]
    week = answer(run, "time")
    assert isinstance(week, dict)
    assert week["total"]["spent"] == 45


def test_free_tells_the_hours_less_a_calendar_and_what_they_could_be_used_for(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "work.ics"
    file.write_text(CALENDAR)
    run("slot", "add", "--kind", "preparing", "--on", "2026-11-25", "--at", "9:00")
    told = answer(run, "free", "--week", "2026-W48", "--calendar", str(file))
    assert isinstance(told, dict)
    assert (told["from"], told["until"], told["refused"]) == ("2026-11-23", "2026-11-29", [])
    free = [(each["on"], each["from"], each["until"]) for each in told["free"]]
    assert free[:4] == [
        ("2026-11-23", "09:00", "12:30"),
        ("2026-11-23", "13:30", "18:30"),
        ("2026-11-24", "17:00", "18:30"),
        ("2026-11-25", "09:30", "12:30"),
    ]
    assert [each["kind"] for each in told["booked"]] == ["preparing"]
    (proposed,) = told["proposed"]
    assert (proposed["id"], proposed["step"]) == ("free:2026-11-23:0900", "call")
    assert [row["person"]["name"] for row in proposed["rows"]] == ["Björn Ek"]
    lines = run("free", "--week", "2026-W48", lang="fr")[1]
    assert "lun. 23 nov. 09:00  20 min  appel Björn Ek" in lines
    assert "mar. 24 nov.  09:00–12:30, 13:30–18:30" in lines
    gone = str(tmp_path / "gone.ics")
    status, out = run("free", "--calendar", gone, "--json")
    missing = json.loads(out)
    assert (status, [each["file"] for each in missing["refused"]]) == (1, [gone])
    assert missing["free"], "the rest is told"
    assert run("free", "--calendar", gone, "--calendar", str(file))[0] == 0, "one was read"
    assert run("free", "--week", "-1")[1] == "That week has gone by.\n"
    assert answer(run, "free", "--week", "48") == answer(run, "free", "--week", "2026-W48")


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("slot", "later"), 2, "usage"),
        (("slot", "add", "Björn Ek"), 2, "missing_parameter"),
        (("slot", "drop"), 2, "missing_parameter"),
        (("slot", "list", "björn"), 2, "usage"),
        (("slot", "add", "blah", "--person", "Björn Ek", "--on", "today"), 2, "usage"),
        (("slot", "add", "Eve", "--person", "Björn Ek", "--on", "today"), 2, "usage"),
        (("slot", "add", "call", "--kind", "lunch", "--on", "today"), 2, "usage"),
        (("slot", "add", "call", "Nobody", "--on", "today"), 3, "unknown_person"),
        (("slot", "drop", "Eve", "--slot", "Björn Ek"), 2, "usage"),
        (("slot", "drop", "01M8"), 3, "unknown_slot"),
        (("slot", "add", "Eve", "--on", "today", "--at", "23:55"), 1, "past_midnight"),
        (("slot", "add", "Eve", "--on", "today", "--minutes", "soon"), 2, "bad_minutes"),
        (("fit", ""), 2, "bad_minutes"),
        (("slot", "add", "Nobody", "--on", "today"), 3, "unknown_person"),
        (("slot", "add", "Björn Ek", "--on", "yesterday"), 1, "day_gone"),
        (("slot", "add", "Björn Ek", "--on", "today", "--at", "25:00"), 2, "bad_time"),
        (("slot", "add", "Björn Ek", "--on", "today", "--week", "1"), 2, "unknown_parameter"),
        (("slot", "list", "--minutes", "5"), 2, "unknown_parameter"),
        (("slot", "kept", "Björn Ek"), 1, "no_slot"),
        (("free", "--week", "soonish"), 2, "bad_date"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Run, words: tuple[str, ...], status: int, code: str | None
) -> None:
    got, out = run(*words, "--json")
    assert got == status, out
    if code is not None:
        assert json.loads(out.splitlines()[0])["error"]["code"] == code


@pytest.mark.parametrize(
    ("words", "kind", "person"),
    [
        (("call", "--person", "Eve"), "call", "Eve"),
        (("call", "Eve"), "call", "Eve"),
        (("in-person", "eve", "--person", "Eve"), "in_person", "Eve"),
        (("de", "vive", "voix", "Björn", "Ek"), "in_person", "Björn Ek"),
        (("messages",), "writing", None),
        (("Eve", "--kind", "visio"), "video", "Eve"),
    ],
)
def test_the_words_tell_the_kind_the_person_or_both(
    run: Run, words: tuple[str, ...], kind: str, person: str | None
) -> None:
    assert run("slot", "add", *words, "--on", "tuesday", "--minutes", "1h30")[0] == 0
    (slot,) = slots(run)
    told = slot["person"]
    name = told["name"] if isinstance(told, dict) else None
    assert (slot["kind"], name, slot["minutes"]) == (kind, person, 90)


def test_what_was_talked_of_before_it_was_booked_does_not_keep_a_slot(run: Run) -> None:
    run("log", "Eve", "--minutes", "1h")
    run("slot", "add", "call", "Eve", "--on", "today", "--minutes", "1h")
    assert [each["standing"] for each in slots(run)] == ["to_come"]
    assert "1 h  call Eve" in run("free")[1]
    assert run("log", "Eve", "--minutes", "60")[1] == "Eve: call, 1 h.\n"
    assert [each["standing"] for each in slots(run)] == ["kept"]


def test_its_own_weekday_is_today_where_the_hour_is_still_to_come() -> None:
    noon = datetime.combine(date(2026, 11, 20), time(12))
    for options, on in (
        ({"on": "friday", "at": "17h"}, "2026-11-20"),
        ({"on": "Ven.", "at": "12:01"}, "2026-11-20"),
        ({"on": "friday", "at": "12:00"}, "friday"),
        ({"on": "friday"}, "friday"),
        ({"on": "friday", "at": "soon"}, "friday"),
        ({"on": "monday", "at": "17h"}, "monday"),
    ):
        assert day_ahead(options, noon)["on"] == on


def test_a_batch_books_and_lists(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [
        {"id": 1, "action": "slot add", "params": {"person": "Björn Ek", "on": "2026-11-24"}},
        {"id": 2, "action": "slot", "params": {"what": "list"}},
        {"id": 3, "action": "slot move", "params": {"slot": "Björn Ek", "at": "17:30"}},
        {"id": 4, "action": "free", "params": {"week": "2026-W48"}},
        {"id": 5, "action": "slot kept", "params": {"slot": "Björn Ek"}},
    ]
    text = "\n".join(map(json.dumps, orders)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    status, out = run("batch")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [each["ok"] for each in answers] == [True, True, True, True, False]
    assert status == 1
    assert answers[1]["result"][0]["person"]["name"] == "Björn Ek"
    assert answers[3]["result"]["booked"][0]["at"] == "17:30"
    assert answers[4]["error"]["code"] == "not_yet"
