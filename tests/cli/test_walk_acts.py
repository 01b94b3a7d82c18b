"""`walk`: each letter does what it does on the screen, and says in a sentence what that was."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from walk_trial import AMELIE, BJORN, TODAY, TOMAS, ZOE, Walking, ago, data, walk  # noqa: F401

from store.disk.file_keeper import FileKeeper
from store.records.ids import FollowUpId, PersonId
from store.records.interaction import Interaction
from store.records.person import Deferral
from store.records.snapshot import Snapshot

EVERY, LAYER = "Amélie Roussel: every", "Amélie Roussel: layer"


def kept(path: Path) -> Snapshot:
    """What the file holds."""
    return FileKeeper(path).snapshot


def new_talks(path: Path, person: PersonId) -> list[Interaction]:
    known = {"TALK", "CALL"}
    return [each for each in kept(path).interactions_of(person) if each.id not in known]


def test_d_closes_a_promise_and_goes_on(walk: Walking, data: Path) -> None:
    walked = walk("d")
    assert kept(data).follow_ups[FollowUpId("INTRO")].closed == TODAY
    assert new_talks(data, AMELIE) == []
    answer = walked.paragraphs.index("Amélie Roussel, done. u takes it back.")
    assert walked.paragraphs[answer + 1].startswith("2 of 3. Tomás Herrera.")


def test_d_says_how_it_was_on_the_same_line(walk: Walking, data: Path) -> None:
    walked = walk("d call 30 yesterday Both like it")
    answer = "Amélie Roussel, done; call, 30 minutes. That was yesterday. Noted: Both like it."
    assert f"{answer} u takes it back." in walked.paragraphs
    (talk,) = new_talks(data, AMELIE)
    assert (talk.kind, talk.minutes, talk.on, talk.note) == ("call", 30, ago(1), "Both like it")
    assert kept(data).follow_ups[FollowUpId("INTRO")].closed == TODAY


def test_d_on_a_turn_logs_the_step_proposed(walk: Walking, data: Path) -> None:
    walked = walk("G", "d")
    (talk,) = new_talks(data, BJORN)
    assert talk.on == TODAY
    assert f"Björn Ek: {talk.kind}, {talk.minutes} minutes. u takes it back." in walked.paragraphs


@pytest.mark.parametrize(
    ("lines", "days"), [(["s 3d"], 3), (["s3d"], 3), (["s", "1"], 1), (["s 4"], 30)]
)
def test_s_puts_off_until_a_day(walk: Walking, data: Path, lines: list[str], days: int) -> None:
    walk(*lines)
    until = TODAY + timedelta(days=days)
    deferral = Deferral(row="INTRO", on=TODAY, until=until, how="snooze")
    assert kept(data).people[AMELIE].deferrals == (deferral,)


@pytest.mark.parametrize(
    ("lang", "line", "said"),
    [
        ("en", "s tuesday", "Amélie Roussel, again on Tuesday 24 November. u takes it back."),
        ("fr", "s mardi en huit", "Amélie Roussel : de nouveau mardi 1er décembre. u annule."),
    ],
)
def test_s_says_the_day_as_it_was_read_in_full(
    walk: Walking, lang: str, line: str, said: str
) -> None:
    assert said in walk(line, lang=lang).paragraphs


def test_capital_s_puts_off_again_by_the_same_delay(walk: Walking, data: Path) -> None:
    walk("s 3d", "S")
    people = kept(data).people
    assert [each.until for each in people[TOMAS].deferrals] == [TODAY + timedelta(days=3)]


def test_x_passes_for_today(walk: Walking, data: Path) -> None:
    walked = walk("x")
    assert "Amélie Roussel, not today. u takes it back." in walked.paragraphs
    (deferral,) = kept(data).people[AMELIE].deferrals
    assert (deferral.how, deferral.until) == ("pass", TODAY + timedelta(days=1))


def test_c_notes_a_talk_in_one_line_and_stays_where_a_promise_is_open(
    walk: Walking, data: Path
) -> None:
    walked = walk("c call 25 Moving the team")
    said = "Amélie Roussel: call, 25 minutes; the promise stays, done closes it."
    assert walked.paragraphs[-1] == f"{said} Noted: Moving the team. u takes it back."
    (talk,) = new_talks(data, AMELIE)
    assert (talk.kind, talk.minutes, talk.note) == ("call", 25, "Moving the team")
    assert kept(data).follow_ups[FollowUpId("INTRO")].closed is None


def test_c_goes_on_where_the_row_is_over_by_it(walk: Walking) -> None:
    walked = walk("G", "x", "u", "c call 20")
    assert walked.paragraphs[-3] == "Björn Ek: call, 20 minutes. u takes it back."
    assert walked.paragraphs[-2] == "That was the last one."


def test_c_alone_asks_and_enter_takes_the_step_proposed(walk: Walking, data: Path) -> None:
    walked = walk("c", "")
    assert any(each.startswith("Talked with Amélie Roussel:") for each in walked.paragraphs)
    (talk,) = new_talks(data, AMELIE)
    assert talk.kind == "call"


def test_c_with_a_day_to_come_plans(walk: Walking, data: Path) -> None:
    walked = walk("c coffee on tuesday", "p bj", "c call tomorrow")
    planned = [each for each in new_talks(data, BJORN) if each.planned]
    assert [each.on for each in planned] == [date(2026, 11, 21)]
    assert "Björn Ek: call, planned for tomorrow. u takes it back." in walked.paragraphs


def test_n_keeps_a_line(walk: Walking, data: Path) -> None:
    assert walk("n likes jazz").paragraphs[-1] == "Amélie Roussel, noted. u takes it back."
    assert kept(data).people[AMELIE].notes == "2026-11-20: likes jazz"


@pytest.mark.parametrize(
    ("line", "days", "said"),
    [
        ("r 30", 30, f"{EVERY} 30 days. About 4.7 minutes a week instead of 3.1 minutes."),
        ("r30", 30, f"{EVERY} 30 days. About 4.7 minutes a week instead of 3.1 minutes."),
        ("r 5w", 35, f"{EVERY} 35 days. About 4 minutes a week instead of 3.1 minutes."),
        ("r 0", 0, "Amélie Roussel: seen anyway, no clock. No minutes a week."),
    ],
)
def test_r_sets_the_rhythm(walk: Walking, data: Path, line: str, days: int, said: str) -> None:
    assert walk(line).paragraphs[-1] == f"{said} u takes it back."
    assert kept(data).people[AMELIE].cadence_days == days


def test_signs_move_a_layer(walk: Walking, data: Path) -> None:
    walked = walk("<", "<", ">")
    answers = [each for each in walked.paragraphs if "layer" in each]
    assert answers == [
        f"{LAYER} 5. About 6.7 minutes a week instead of 3.1 minutes. u takes it back.",
        "No layer further that way.",
        f"{LAYER} 15. About 3.1 minutes a week instead of 6.7 minutes. u takes it back.",
    ]
    assert kept(data).people[AMELIE].layer == 15


def test_capitals_pin_and_let_fade(walk: Walking, data: Path) -> None:
    walked = walk("P", "G", "A")
    assert "Amélie Roussel: at the top of Today. u takes it back." in walked.paragraphs
    assert "Björn Ek: the tie may fade. u takes it back." in walked.paragraphs
    people = kept(data).people
    assert people[AMELIE].pinned
    assert people[BJORN].status == "faded"


def test_a_adds_somebody_and_turns_to_them(walk: Walking, data: Path) -> None:
    walked = walk("a Ada Lovelace", "n met on a train")
    assert "Ada Lovelace is in. u takes it back." in walked.paragraphs
    (ada,) = [each for each in kept(data).people.values() if each.name == "Ada Lovelace"]
    assert ada.notes.endswith("met on a train")


def test_the_point_repeats_on_whoever_is_next(walk: Walking, data: Path) -> None:
    walk("x", ".", "p zoë", "n sings", "p priya", ".")
    people = kept(data).people
    assert [each.how for each in people[TOMAS].deferrals] == ["pass"]
    assert people[PersonId("P")].notes.endswith("sings")


def test_the_point_has_nothing_to_repeat_at_first(walk: Walking) -> None:
    assert walk(".").paragraphs[-1] == "There is no verb to repeat yet."


def test_u_says_what_it_took_back_and_turns_to_whom_it_brought_back(
    walk: Walking, data: Path
) -> None:
    walked = walk("x", "x", "u")
    taken = walked.paragraphs.index("Undone: passed, Tomás Herrera.")
    assert walked.paragraphs[taken + 1].startswith("What you promised. 2 of 3. Tomás Herrera.")
    assert kept(data).people[TOMAS].deferrals == ()


def test_capital_u_does_it_again(walk: Walking, data: Path) -> None:
    walked = walk("n sings", "u", "U")
    assert walked.paragraphs[-2:] == [
        "Undone: note, Amélie Roussel.",
        "Done again: note, Amélie Roussel.",
    ]
    assert kept(data).people[AMELIE].notes.endswith("sings")


def test_w_gives_the_arithmetic_in_sentences(walk: Walking) -> None:
    walked = walk("G", "w")
    place = next(
        place for place, each in enumerate(walked.paragraphs) if each.startswith("Björn Ek.")
    )
    figures = walked.paragraphs[place:]
    assert len(figures) > 3
    assert any(each.startswith("What would take it off: ") for each in figures)
    assert any("Source: " in each for each in figures)
    assert all(each[-1] in ".!?…:" for each in figures), figures
    assert not any(sign in each for each in figures for sign in "●→·│")


@pytest.mark.parametrize("letter", ["d", "s 3d", "x"])
def test_letters_of_rows_need_a_row(walk: Walking, data: Path, letter: str) -> None:
    before = kept(data).revision
    walked = walk("p zoë", letter)
    assert walked.paragraphs[-1] == "Nothing waits for Zoë Adler today; c notes a talk."
    assert kept(data).revision == before
    assert ZOE in kept(data).people


@pytest.mark.parametrize("line", ["s", "c", "n", "r", "a", "p"])
def test_q_leaves_a_question_and_not_the_walk(walk: Walking, data: Path, line: str) -> None:
    before = kept(data).revision
    walked = walk(line, "q", "k")
    assert walked.paragraphs[-2:] == ["Left as it was.", "This is the first one."]
    assert kept(data).revision == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("s someday soon", "is not a date I can read"),
        ("s yesterday", "has come already: choose a day after today."),
        ("r often", "A number of days, or 6w, 3mo."),
        ("r 9999", "A rhythm is a number of days"),
        ("p nobody", "Nobody here is called “nobody”."),
        ("d tomorrow it went well", "Tomorrow has not come yet."),
        ("hello", "“hello” is none of the letters: j, k, g,"),
        ("next", "“next” is none of the letters"),
        ("x now", "“x now” is none of the letters"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line_and_the_walk_goes_on(
    walk: Walking, data: Path, line: str, said: str
) -> None:
    before = kept(data).revision
    walked = walk(line, "k")
    assert said in walked.paragraphs[-2]
    assert walked.paragraphs[-1] == "This is the first one."
    assert walked.status == 0
    assert kept(data).revision == before


def test_read_only_says_so_and_goes_on(walk: Walking, data: Path) -> None:
    walked = walk("d", "k", before=("--read-only",))
    assert walked.paragraphs[-2] == "Opened to read only: nothing is saved."
    assert walked.paragraphs[-1] == "This is the first one."
    assert msgspec.structs.asdict(kept(data).follow_ups[FollowUpId("INTRO")])["closed"] is None
