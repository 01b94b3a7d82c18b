"""Trips and things to give, on the command line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out, err."""

    def call(*words: str, today: str = "2026-11-20", lang: str = "en") -> tuple[int, str, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(["--data", path, "--today", today, "--lang", lang, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def rows(run: Run, *words: str, **options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(*words, "--json", **options)[1])
    return found


def step_of(run: Run, today: str) -> object:
    (row,) = rows(run, "today", today=today)
    return row["step"]


@pytest.fixture
def lyon(run: Run) -> None:
    """The user lives in Paris, Ada in Lyon; they were in touch by phone and email."""
    run("me", "--city", "Paris")
    run("add", "Ada Lovelace", "--city", "Lyon", "--layer", "50")
    run("log", "Ada Lovelace", "--kind", "call", "--on", "2026-03-01", "--minutes", "20")


@pytest.mark.usefixtures("lyon")
def test_a_trip_makes_a_meeting_of_the_step_for_its_days(run: Run) -> None:
    assert step_of(run, "2026-11-24") == "call"
    status, said, _ = run("trip", "lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    assert status == 0
    assert said == "In Lyon: Mon 23 Nov – Fri 27 Nov.\n"
    days = ("2026-11-22", "2026-11-23", "2026-11-27", "2026-11-28")
    assert [step_of(run, day) for day in days] == ["call", "in_person", "in_person", "call"]
    plain = run("today", "--explain", today="2026-11-24")[1]
    assert "You are in Lyon until Fri 27 Nov" in " ".join(plain.split())


@pytest.mark.usefixtures("lyon")
def test_a_trip_is_kept_as_a_dated_city_and_shown_apart_from_home(run: Run, tmp_path: Path) -> None:
    run("trip", "Lyon", "--from", "lundi", "--until", "vendredi", lang="fr")
    card = json.loads(run("me", "--json")[1])
    assert [each["name"] for each in card["cities"]] == ["Paris"]
    assert card["trips"] == [{"city": "Lyon", "from": "2026-11-23", "until": "2026-11-27"}]
    plain = " ".join(run("me")[1].split())
    assert "cities Paris " in plain
    assert "trips Lyon: Mon 23 Nov – Fri 27 Nov " in plain
    with TinyDB(tmp_path / "a.json") as database:
        (me,) = database.table("me").all()
    assert me["cities"][1:] == [{"name": "Lyon", "from": "2026-11-23", "to": "2026-11-27"}]


@pytest.mark.usefixtures("lyon")
def test_another_home_leaves_the_trips(run: Run) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    run("me", "--city", "Lyon")
    card = json.loads(run("me", "--json")[1])
    assert [each["name"] for each in card["cities"]] == ["Lyon"]
    assert len(card["trips"]) == 1


@pytest.mark.usefixtures("lyon")
def test_a_trip_is_undone_and_named_in_the_history(run: Run) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    last = rows(run, "history")[0]
    assert (last["action"], last["about"]) == ("trip", "Lyon")
    assert "trip" in run("history")[1]
    assert "déplacement" in run("history", lang="fr")[1]
    assert run("undo")[0] == 0
    assert json.loads(run("me", "--json")[1])["trips"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Lyon", "--from", "2026-11-27", "--until", "2026-11-23"), "bad_period"),
        (("  ", "--from", "2026-11-23", "--until", "2026-11-27"), "empty_city"),
        (("Lyon", "--from", "31/02", "--until", "2026-11-27"), "bad_date"),
        (("Lyon", "--from", "2026-11-23"), "usage"),
    ],
)
def test_a_trip_that_cannot_be_is_refused(run: Run, words: tuple[str, ...], code: str) -> None:
    status, out, _ = run("trip", *words, "--json")
    assert status == 2
    assert json.loads(out)["error"]["code"] == code


def test_trip_and_give_go_in_a_batch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "Ada", "--city", "Lyon")
    orders = [
        {"action": "trip", "params": {"city": "Lyon", "from": "demain", "until": "2026-11-27"}},
        {"action": "give", "params": {"person": "Ada", "kind": "article", "note": "a link"}},
        {"action": "give", "params": {"person": "Ada", "kind": "thanks"}},
    ]
    lines = "\n".join(map(json.dumps, orders))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    status, out, _ = run("batch")
    assert status == 1
    assert [json.loads(line)["ok"] for line in out.splitlines()] == [True, True, False]


def test_what_is_put_by_waits_under_to_give_and_done_gives_it(run: Run) -> None:
    run("add", "Ada")
    run("log", "Ada", "--on", "2026-11-10", "--kind", "call")
    made = json.loads(
        run("give", "Ada", "--kind", "article", "--note", "soils of the Ain", "--json")[1]
    )["id"]
    (row,) = rows(run, "today")
    assert (row["id"], row["group"]) == (made, "give")
    assert row["reason"] == {
        "code": "give",
        "on": "2026-11-20",
        "kind": "article",
        "why": "soils of the Ain",
    }
    assert "To give: soils of the Ain (an article)" in run("today")[1]
    assert "given" in run("done", made)[1]
    assert rows(run, "today") == []
    assert "give" not in [each["group"] for each in rows(run, "today", today="2026-12-31")]
    assert run("undo")[0] == 0
    assert [each["id"] for each in rows(run, "today")] == [made]


def test_nobody_is_harassed_with_gifts(run: Run) -> None:
    run("add", "Ada")
    run("log", "Ada", "--on", "2026-11-19", "--kind", "call")
    run("give", "Ada", "--note", "a link")
    assert rows(run, "today") == []
    assert [row["group"] for row in rows(run, "today", today="2026-11-28")] == ["give"]


def test_a_gift_can_be_put_off_and_passed(run: Run) -> None:
    run("add", "Ada")
    made = json.loads(run("give", "Ada", "--note", "a link", "--json")[1])["id"]
    run("snooze", made, "--until", "2026-11-25")
    assert rows(run, "today", today="2026-11-24") == []
    assert len(rows(run, "today", today="2026-11-25")) == 1
    run("pass", made, today="2026-11-25")
    assert rows(run, "today", today="2026-11-25") == []
    assert len(rows(run, "today", today="2026-11-26")) == 1


def test_the_outcome_opens_the_news_before_thirty_days_and_once(run: Run, tmp_path: Path) -> None:
    run("add", "Ada")
    path = tmp_path / "a.json"
    run("doctor")
    ada = rows(run, "heat")[0]["person"]
    assert isinstance(ada, dict)
    help_ = {
        "id": "01ARZ3NDEKTSV4RRFFQ69G5FAX",
        "person": ada["id"],
        "direction": "received",
        "kind": "introduction",
        "on": "2026-11-10",
        "note": "Noor at the hospital",
        "thanked": "2026-11-11",
    }
    with TinyDB(path) as database:
        database.table("exchanges").insert(help_)
    assert rows(run, "today") == []
    run("follow-up", "Ada", "--on", "today", "--kind", "news")
    (row,) = rows(run, "today")
    reason = row["reason"]
    assert isinstance(reason, dict)
    assert (reason["code"], reason["why"]) == ("news", "Noor at the hospital")
    run("done", str(row["id"]))
    # Told is told: the thirty days bring it no second time.
    assert rows(run, "today", today="2026-12-20") == []


def test_when_all_is_done_the_plain_list_says_so(run: Run) -> None:
    run("add", "Ada")
    run("follow-up", "Ada", "--on", "today", "--why", "x")
    run("done", "Ada")
    assert run("today")[1] == "That is all for today.\n"


@pytest.mark.usefixtures("lyon")
def test_a_trip_is_told_beside_the_step_for_its_days_and_a_week_before(run: Run) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    told = {
        day: run("today", today=f"2026-11-{day}")[1] for day in ("15", "16", "22", "23", "27", "28")
    }
    assert not any("Lyon" in told[day] for day in ("15", "28"))
    assert "· you will be in Lyon Mon 23 Nov to Fri 27 Nov: a meeting?" in told["16"]
    assert "· you will be in Lyon from tomorrow to Fri 27 Nov: a meeting?" in told["22"]
    assert "in person, 1 h · you are in Lyon until Fri 27 Nov" in told["23"]
    assert told["23"].startswith("In Lyon until Fri 27 Nov.\n")
    assert "you are in Lyon today" in told["27"]
    assert not told["22"].startswith("In Lyon")
    french = run("today", today="2026-11-16", lang="fr")[1].replace("\N{NO-BREAK SPACE}", " ")
    assert "vous serez à Lyon du lun. 23 nov. au ven. 27 nov. : un rendez-vous ?" in french


@pytest.mark.usefixtures("lyon")
def test_nobody_is_to_be_met_against_their_wish(run: Run) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    run("edit", "Ada Lovelace", "--prefers", "call")
    assert "Lyon" not in run("today", today="2026-11-16")[1]
    assert "call, 20 min · you are in Lyon" in run("today", today="2026-11-23")[1]


@pytest.mark.usefixtures("lyon")
def test_a_pause_of_all_says_until_when(run: Run) -> None:
    run("pause", "--from", "2026-11-20", "--until", "2026-12-14")
    assert run("today")[1].startswith("Paused until 14 Dec.\n")
    assert run("today", today="2026-12-14")[1].startswith("Paused until this evening.\n")
    assert "Paused" not in run("today", today="2026-12-15")[1]
    assert run("today", lang="fr")[1].startswith("En pause jusqu'au 14 déc.\n")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("next friday", "mon", "Fri 27 Nov – Mon 30 Nov"),
        ("2026-12-07", "friday", "Mon 7 Dec – Fri 11 Dec"),
        ("2026-12-07", "3d", "Mon 7 Dec – Thu 10 Dec"),
        ("2026-11-18", "tomorrow", "Wed 18 Nov – tomorrow"),
    ],
)
def test_the_last_day_of_a_trip_is_read_from_the_first(
    run: Run, monkeypatch: pytest.MonkeyPatch, first: str, last: str, said: str
) -> None:
    out = run("trip", "Lyon", "--from", first, "--until", last)[1]
    assert out == f"In Lyon: {said}.\n"
    order = {"action": "trip", "params": {"city": "Oslo", "until": last, "from": first}}
    orders = io.TextIOWrapper(io.BytesIO(json.dumps(order).encode()))
    monkeypatch.setattr(sys, "stdin", orders)
    run("batch")
    assert f"Oslo: {said}" in run("me")[1]


@pytest.mark.usefixtures("lyon")
def test_a_walk_says_where_the_user_is_and_to_whom(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("trip", "Lyon", "--from", "2026-11-19", "--until", "2026-11-24")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"q\n")))
    heard = " ".join(run("walk")[1].split())
    assert "In Lyon until Tuesday 24 November." in heard
    assert "in person, 1 hour. You are in Lyon until Tuesday 24 November." in heard


@pytest.mark.usefixtures("lyon")
def test_a_trip_is_taken_back_and_no_meeting_proposed_any_more(run: Run) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    assert step_of(run, "2026-11-24") == "in_person"
    assert run("trip", "lyon", "--remove")[1] == "No longer in Lyon: Mon 23 Nov – Fri 27 Nov.\n"
    assert step_of(run, "2026-11-24") == "call"
    status, _, err = run("trip", "Lyon", "--remove")
    assert (status, err.count("There is no trip to Lyon")) == (3, 1)


def test_a_trip_is_taken_back_in_a_batch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("trip", "Lyon", "--from", "2026-11-23", "--until", "2026-11-27")
    order = {"action": "trip", "params": {"city": "Lyon", "remove": True}}
    lines = f"{json.dumps(order)}\n{json.dumps(order)}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    answers = [json.loads(line) for line in run("batch")[1].splitlines()]
    assert [each["ok"] for each in answers] == [True, False]
    assert answers[1]["error"]["code"] == "unknown_trip"


def test_a_gift_given_at_a_meeting_is_marked_by_its_id(run: Run) -> None:
    run("add", "Ada", "--layer", "150")
    made = json.loads(run("give", "Ada", "--note", "a link", "--json")[1])["id"]
    run("log", "Ada", "--kind", "in_person", "--on", "2026-11-19")
    assert run("done", made, "--on", "2026-11-19") == (0, "Ada, given.\n", "")
    status, _, err = run("done", made)
    assert (status, err) == (1, "Ada: nothing is left to do about it.\n")


def test_with_too_little_time_it_does_not_say_that_nobody_is_due(run: Run) -> None:
    run("add", "Ada")
    run("log", "Ada", "--kind", "call", "--on", "2026-03-01", "--minutes", "20")
    assert run("today", "--minutes", "3")[1] == "Nothing fits into so little time.\n"
    assert "si peu de temps" in run("today", "--minutes", "3", lang="fr")[1]
    assert run("today", "--limit", "0")[1] == ""
    run("log", "Ada", "--kind", "call")
    for words in ((), ("--minutes", "3"), ("--limit", "0")):
        assert run("today", *words)[1].startswith("That is all for today.")
