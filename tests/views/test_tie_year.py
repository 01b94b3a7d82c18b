from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind
from store.views.tie_gaps import tie_gaps
from store.views.tie_year import WAYS, TieYear, tie_year

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)


def talk(
    days_ago: int, kind: Kind = "call", by: By | None = None, *, planned: bool = False
) -> Interaction:
    return Interaction(
        id=f"{days_ago}{kind}{by}",
        people=(PersonId("A"),),
        kind=kind,
        on=TODAY - timedelta(days=days_ago),
        by=by,
        planned=planned,
    )


def year(*talks: Interaction, usual: float | None = 30.0, pause: tuple[int, int] = (0, 0)) -> str:
    """How the silence stood: b before, . within, x beyond, p paused."""
    signs = {"before": "b", "within": ".", "beyond": "x", "paused": "p"}
    return "".join(signs[week.silence] for week in of(*talks, usual=usual, pause=pause).weeks)


def of(*talks: Interaction, usual: float | None = 30.0, pause: tuple[int, int] = (0, 0)) -> TieYear:
    spans = ()
    if pause != (0, 0):
        today = TODAY.toordinal()
        spans = ((today - pause[0] - 1, today - pause[1]),)  # type: ignore[assignment]
    return tie_year(talks, usual, spans, MONDAY, TODAY)


def test_there_are_fifty_two_weeks_and_the_last_one_is_this_one() -> None:
    weeks = of(talk(3)).weeks
    assert len(weeks) == 52
    assert weeks[-1].start == MONDAY
    assert weeks[0].start == MONDAY - timedelta(weeks=51)
    assert [week.way for week in weeks[-2:]] == ["none", "voice"]


@pytest.mark.parametrize(("kind", "way"), WAYS.items())
def test_the_nearest_way_of_a_week_is_shown(kind: Kind, way: str) -> None:
    assert of(talk(2, "message"), talk(1, kind)).weeks[-1].way in (way, "writing")
    assert of(talk(2, "in_person"), talk(1, kind)).weeks[-1].way == "in_person"
    assert of(talk(1, kind)).weeks[-1].way == way


def test_silence_turns_once_it_is_longer_than_the_usual_gap() -> None:
    assert year(talk(70))[-12:] == "b.....xxxxxx"


def test_a_contact_before_the_year_counts_for_the_silence_and_is_not_drawn() -> None:
    told = of(talk(380))
    assert {week.way for week in told.weeks} == {"none"}
    assert told.weeks[0].silence == "within"
    assert told.weeks[-1].silence == "beyond"


def test_paused_days_are_no_silence() -> None:
    told = year(talk(70), pause=(60, 5))
    assert "x" not in told
    assert told[-11:] == "..pppppppp."


def test_planned_talks_and_those_to_come_do_not_count() -> None:
    told = of(talk(20, planned=True), talk(-3), talk(40))
    assert sum(week.way != "none" for week in told.weeks) == 1


def test_without_a_clock_no_silence_is_beyond_anything() -> None:
    assert "x" not in year(talk(300), usual=None)


def test_who_wrote_first_counts_letters_of_these_weeks_alone() -> None:
    told = of(
        talk(5, "message"),
        talk(6, "email", "me"),
        talk(7, "message", "them"),
        talk(8, "call", "them"),
        talk(500, "message", "them"),
        talk(9, "in_person"),
    )
    assert (told.mine, told.theirs) == (2, 1)


def test_gaps_are_days_between_talks_the_newest_last() -> None:
    gaps = tie_gaps([talk(10), talk(90), talk(40), talk(40, "email")], 30.0, (), TODAY)
    assert gaps.gaps == (50, 30)
    assert gaps.silent == 10


def test_gaps_leave_out_pauses_plans_and_signs_on_a_social_network() -> None:
    today = TODAY.toordinal()
    spans = ((today - 80, today - 60),)
    talks = [talk(90), talk(40), talk(30, "social"), talk(20, planned=True)]
    assert tie_gaps(talks, 30.0, spans, TODAY).gaps == (30,)


def test_one_talk_has_no_gap_yet_and_none_has_no_silence() -> None:
    assert tie_gaps([talk(4)], 30.0, (), TODAY).gaps == ()
    assert tie_gaps([], 30.0, (), TODAY).silent is None
