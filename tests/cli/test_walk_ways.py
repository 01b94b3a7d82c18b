"""`walk`: going about, what can wait, what fits, days away, an event; and answers for programs."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from walk_trial import AMELIE, TODAY, Walked, Walking, ago, data, network, walk  # noqa: F401

from store.actions.edit import Edit
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.snooze import Snooze
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from tui.cli.main import CommandLine
from tui.cli.walking.speech import Speech

NAMES = re.compile(r"(?:^|\. )(Amélie|Tomás|Björn|Zoë|Priya) \w+\.(?: |$)")


def names(walked: Walked) -> list[str]:
    """Who was told about, by the first of their names."""
    return [found[1] for each in walked.paragraphs if (found := NAMES.search(each))]


def session_on(path: Path) -> Service:
    """Another session."""
    keeper = FileKeeper(path, clock=clock_on(TODAY))
    return Service(keeper, ACTIONS, clock_on(TODAY), fresh_id, Settings())


def test_enter_and_j_go_on_and_k_goes_back(walk: Walking) -> None:
    walked = walk("", "j", "k", "g", "k", "G")
    assert names(walked) == ["Amélie", "Tomás", "Björn", "Tomás", "Amélie", "Björn"]
    assert "This is the first one." in walked.paragraphs


def test_arrows_are_taken_for_what_they_mean(walk: Walking) -> None:
    assert names(walk("\x1b[B", "\x1b[A")) == ["Amélie", "Tomás", "Amélie"]


def test_the_group_is_said_where_it_changes_only(walk: Walking) -> None:
    told = walk("", "", "k").paragraphs
    heads = [each.split(". ")[0] for each in told if " of 3. " in each]
    assert heads == ["What you promised", "2 of 3", "Time for a word", "What you promised"]


def test_p_goes_to_anybody_and_enter_back_to_where_one_was(walk: Walking) -> None:
    walked = walk("j", "p ZOE", "", "p herrera", "d", "")
    assert names(walked) == ["Amélie", "Tomás", "Zoë", "Tomás", "Tomás", "Björn"]


def test_p_asks_for_more_of_a_name_that_fits_several(tmp_path: Path, walk: Walking) -> None:
    path = tmp_path / "two.json"
    people: dict[str, Record] = {id: Person(id=id, name=f"Ada {id}", org="Aubier") for id in "AB"}
    write_new(path, snapshot_of({"people": people}))
    walked = walk("p ada", "p ada b", path=path)
    said = "Several people fit: Ada A (Aubier), Ada B (Aubier). Type more of the name."
    assert said in walked.paragraphs
    assert any(each.startswith("Ada B. Aubier.") for each in walked.paragraphs)


def test_past_the_last_one_it_says_so_and_enter_ends(walk: Walking) -> None:
    walked = walk("", "", "", "", "n this is not read any more")
    assert walked.paragraphs[-2:] == [
        "That was the last one.",
        "Enter ends, k goes back, g begins again.",
    ]
    assert walked.status == 0


def test_what_can_wait_is_offered_without_a_count(tmp_path: Path, walk: Walking) -> None:
    path = tmp_path / "many.json"
    people: dict[str, Record] = {
        str(n): Person(id=str(n), name=f"P{n} X", layer=15) for n in range(1, 10)
    }
    write_new(path, snapshot_of({"people": people}))
    session = session_on(path)
    for n in people:
        session.perform("edit", Edit(person=n, last=ago(200)))
    session.close()
    shown = len([row for row in json.loads(_today(path)) if row["today"]])
    assert 0 < shown < 9
    walked = walk(*[""] * shown, "", "", path=path)
    assert "The rest can wait. Enter goes on with it, q ends." in walked.paragraphs
    rest = walked.paragraphs.index("The rest can wait. Enter goes on with it, q ends.")
    assert not any(" of " in each.split(" X.")[0] for each in walked.paragraphs[rest:])
    assert sum(" X." in each for each in walked.paragraphs[rest:]) == 2


def _today(path: Path) -> str:
    out = io.StringIO()
    there = ["--data", str(path), "--today", TODAY.isoformat()]
    with contextlib.redirect_stdout(out):
        CommandLine([*there, "today", "--json"]).run()
    return out.getvalue()


def test_b_keeps_what_fits_and_enter_gives_the_whole_back(walk: Walking) -> None:
    walked = walk("b 25", "", "", "")
    assert "25 minutes: 1 call, 1 message." in walked.paragraphs
    assert "That is all that fits into 25 minutes." in walked.paragraphs
    assert names(walked)[-1] == "Amélie"
    assert any("1 of 3" in each for each in walked.paragraphs[-6:])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("b 0", "A number of minutes, as in b 45."),
        ("b lots", "A number of minutes, as in b 45."),
        ("b 2", "Nothing of today fits into 2 minutes."),
    ],
)
def test_b_says_what_it_cannot_do(walk: Walking, line: str, said: str) -> None:
    assert said in walk(line).paragraphs


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """The network, left alone for nineteen days."""
    path = tmp_path / "away.json"
    write_new(path, network(ago(20)))
    return path


AWAY = "You were away from Sunday 1 November to Thursday 19 November. 2 promises wait."


def test_days_away_are_asked_about_first_and_enter_stops_the_clock(
    away: Path, walk: Walking
) -> None:
    walked = walk("", "q", path=away)
    assert walked.paragraphs[0] == AWAY
    assert walked.paragraphs[3] == "Those days count for nobody. u takes it back."
    (pause,) = FileKeeper(away).snapshot.me.pauses
    assert (pause.start, pause.until) == (ago(19), ago(1))


def test_days_away_count_where_that_is_wanted(away: Path, walk: Walking) -> None:
    walked = walk("d", "n", path=away)
    assert "Enter stops the clock for those days, n lets them count, q ends." in walked.paragraphs
    assert names(walked) == ["Amélie"]
    assert FileKeeper(away).snapshot.me.pauses == ()


@pytest.mark.parametrize("lines", [("q",), ()])
def test_days_away_can_be_left_unanswered(
    away: Path, walk: Walking, lines: tuple[str, ...]
) -> None:
    walked = walk(*lines, path=away)
    assert names(walked) == []
    assert walked.status == 0


@pytest.mark.parametrize("named", ["EVENT1", "pyconfr", "PyConFR"])
def test_an_event_is_walked_through_person_by_person(walk: Walking, named: str) -> None:
    walked = walk("", "", "", options=("--event", named))
    assert walked.paragraphs[0] == (
        "PyConFR, Saturday 28 November, Strasbourg. Goal: three real conversations. 3 people."
    )
    assert walked.paragraphs[2] == "At the event. 1 of 3. Zoë Adler. Lichen."
    assert any("You want to meet them." in each for each in walked.paragraphs if "2 of 3" in each)
    assert "Whom you want to meet. 3 of 3. Priya Raman. Lichen." in walked.paragraphs
    assert "That was the last one." in walked.paragraphs


def test_at_an_event_letters_act_on_rows_where_there_are_any(walk: Walking, data: Path) -> None:
    walked = walk("n sings", "d", "", "d", options=("--event", "EVENT1"))
    assert "Zoë Adler, noted. u takes it back." in walked.paragraphs
    assert "Nothing waits for Zoë Adler today; c notes a talk." in walked.paragraphs
    assert "Amélie Roussel, done. u takes it back." in walked.paragraphs
    assert names(walked)[-1] == "Priya"


def test_minutes_are_for_today_alone(walk: Walking) -> None:
    walked = walk("b 20", options=("--event", "EVENT1"))
    said = "Minutes are for today's follow-ups, not for an event."
    assert walked.paragraphs[-1] == said


def test_an_event_with_nobody_says_so(walk: Walking) -> None:
    walked = walk(options=("--event", "choir weekend"))
    assert "Nobody is noted for this event." in walked.paragraphs


def test_an_unknown_event_ends_with_three(walk: Walking) -> None:
    walked = walk(options=("--event", "nowhere"))
    assert (walked.status, walked.out) == (3, "")
    assert walked.err == "There is no event “nowhere”.\n"
    several = walk(options=("--event", "EVENT"))
    assert several.status == 3
    assert "PyConFR 2026-11-28 (EVENT1)" in several.err


def test_for_programs_it_gives_the_rows_of_today_and_asks_nothing(
    walk: Walking, data: Path
) -> None:
    walked = walk("d", options=("--json",))
    rows = [row for row in json.loads(_today(data)) if row["today"]]
    assert json.loads(walked.out) == rows
    assert len(rows) == 3


def test_in_a_batch_it_reads_none_of_the_orders(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = b'{"id": 1, "action": "walk"}\n{"id": 2, "action": "walk", "params": {"event": "x"}}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(orders), "utf-8"))
    there = ["--data", str(data), "--today", TODAY.isoformat()]
    assert CommandLine([*there, "batch"]).run() == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert [row["person"]["id"] for row in first["result"]] == ["A", "T", "B"]
    assert second["error"]["code"] == "unknown_event"


def test_for_programs_an_event_gives_everybody_with_their_row(walk: Walking) -> None:
    rows = json.loads(walk(options=("--event", "EVENT1", "--json")).out)
    assert [row["person"]["id"] for row in rows] == ["Z", "A", "P"]
    assert [row["id"] for row in rows] == [None, "INTRO", None]
    assert [row["today"] for row in rows] == [False, True, False]
    assert set(rows[0]) == set(rows[1])


class Meanwhile:
    """Has another session do something before a line is handed over."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._deeds: dict[int, Callable[[], object]] = {}
        self._asked = 0
        ask = Speech.ask

        def asking(speech: Speech, prompt: str) -> str | None:
            self._asked += 1
            deed = self._deeds.pop(self._asked, None)
            if deed is not None:
                deed()
            return ask(speech, prompt)

        monkeypatch.setattr(Speech, "ask", asking)

    def before(self, line: int, deed: Callable[[], object]) -> None:
        self._deeds[line] = deed


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    return Meanwhile(monkeypatch)


def _put_off(path: Path, row: str) -> None:
    session_on(path).perform("snooze", Snooze(row=row, until=ago(-5)))


def test_what_is_typed_for_a_row_that_went_elsewhere_is_not_done_to_another(
    walk: Walking, data: Path, meanwhile: Meanwhile
) -> None:
    meanwhile.before(1, lambda: _put_off(data, "INTRO"))
    walked = walk("d")
    gone = "Changed elsewhere meanwhile: Amélie Roussel is no longer on this list."
    assert gone in walked.paragraphs
    assert names(walked) == ["Amélie", "Tomás"]
    follow_ups = FileKeeper(data).snapshot.follow_ups
    assert [each.closed for each in follow_ups.values()] == [None, None]


def test_what_is_typed_about_a_person_holds_though_their_row_went_elsewhere(
    walk: Walking, data: Path, meanwhile: Meanwhile
) -> None:
    meanwhile.before(1, lambda: _put_off(data, "INTRO"))
    walked = walk("n likes jazz", "")
    gone = "Changed elsewhere meanwhile: Amélie Roussel is no longer on this list."
    at = walked.paragraphs.index(gone)
    assert walked.paragraphs[at + 1] == "Amélie Roussel, noted. u takes it back."
    assert FileKeeper(data).snapshot.people[AMELIE].notes.endswith(": likes jazz")
    assert names(walked) == ["Amélie", "Tomás"], "Enter goes on where one was"


def test_minutes_into_which_nothing_fits_leave_the_list_as_it_is(walk: Walking) -> None:
    walked = walk("b 2", "")
    assert names(walked) == ["Amélie", "Tomás"]


def test_a_row_that_goes_while_a_question_is_open_is_told_too(
    walk: Walking, data: Path, meanwhile: Meanwhile
) -> None:
    meanwhile.before(2, lambda: _put_off(data, "INTRO"))
    walked = walk("s", "1")
    gone = "Changed elsewhere meanwhile: Amélie Roussel is no longer on this list."
    assert gone in walked.paragraphs
    assert names(walked)[-1] == "Tomás"


def test_the_walk_stays_with_its_person_when_others_change(
    walk: Walking, data: Path, meanwhile: Meanwhile
) -> None:
    meanwhile.before(2, lambda: _put_off(data, "INTRO"))
    walked = walk("", "n sings")
    assert "Tomás Herrera, noted. u takes it back." in walked.paragraphs


def test_a_value_written_over_elsewhere_is_told_and_brought_back(
    walk: Walking, data: Path, meanwhile: Meanwhile
) -> None:
    other = session_on(data)
    seen = other.snapshot
    meanwhile.before(2, lambda: other.perform("edit", Edit(person="A", cadence=90), seen))
    walked = walk("r 30", "?", "u")
    told = [each for each in walked.paragraphs if each.startswith("Changed elsewhere: ")]
    assert told
    assert "“90”" in told[0]
    assert "“30”" in told[0]
    assert FileKeeper(data).snapshot.people[AMELIE].cadence_days == 30
