from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from stage import TODAY, app_over, line_with, lines, network, settle, shows, under_cursor

from store.records.change import ChangeSet, make
from store.records.kinds import Language
from store.records.me import Me
from store.records.person import Pause
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from widgets.follow_ups import FollowUps

AWAY = Pause(start=TODAY - timedelta(days=11), until=TODAY - timedelta(days=1))


def network_left(days_ago: int) -> Snapshot:
    """The five people, and a user who was last here some days ago."""
    last = TODAY - timedelta(days=days_ago)
    return network().apply(ChangeSet((make(Me(last_act=last)),)))


def pauses(app: ArrosoirApp) -> list[Pause]:
    """The days on which every clock stands still."""
    return list(app.service.snapshot.me.pauses)


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "Away from 9 Nov to 19 Nov?"), ("fr", "Absence du 9 nov. au 19 nov.")],
)
async def test_after_days_away_one_line_asks_and_the_detail_says_what_it_means(
    language: Language, question: str
) -> None:
    app = app_over(network_left(12), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert question in under_cursor(app)
        assert sum(question in line for line in lines(app)) == 1
        meant = "2 promises wait." if language == "en" else "2 promesses attendent."
        assert shows(app, meant)


async def test_nothing_is_asked_after_few_days() -> None:
    app = app_over(network_left(9))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "Away from")


async def test_enter_stops_every_clock_for_those_days_as_one_step() -> None:
    app = app_over(network_left(12))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert pauses(app) == [AWAY]
        assert not shows(app, "Away from")
        assert "Every clock stood still: Mon 9 Nov – yesterday" in lines(app)[-1]
        assert "u undo" in lines(app)[-1]
        assert "Amélie" in under_cursor(app)
        assert len(app.service.history()) == 1
        await pilot.press("u")
        await settle(pilot)
        assert pauses(app) == []
        assert shows(app, "Away from 9 Nov")


async def test_what_is_said_of_days_that_are_over_reads_well_in_french() -> None:
    app = app_over(network_left(12), "fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        said = lines(app)[-1].replace("\N{NO-BREAK SPACE}", " ")
        assert "Le décompte était arrêté pour tout le monde : lun. 9 nov. – hier" in said


async def test_escape_leaves_the_days_as_they_were_and_asks_no_more() -> None:
    app = app_over(network_left(12))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not shows(app, "Away from")
        assert pauses(app) == []
        assert not app.service.history()
        assert "Amélie" in under_cursor(app)


async def test_another_act_first_does_not_lose_the_question() -> None:
    app = app_over(network_left(12))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "d")
        await settle(pilot)
        assert not line_with(app, "◆ Amélie")
        assert shows(app, "Away from 9 Nov")
        await pilot.press("g", "enter")
        await settle(pilot)
        assert pauses(app) == [AWAY]
        assert not shows(app, "Away from")


async def test_the_question_is_nobody_and_verbs_say_so() -> None:
    app = app_over(network_left(12))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert lines(app)[-1].strip() == "Nothing of today is under the cursor."
        await pilot.press("*", "x")
        await settle(pilot)
        assert shows(app, "Away from 9 Nov")
        assert pauses(app) == []


def test_the_days_are_those_after_the_last_act_and_before_today() -> None:
    assert (AWAY.start, AWAY.until) == (date(2026, 11, 9), date(2026, 11, 19))


MEANT = (
    "Enter: those days count as a break. Promises stay; the rest comes back over four weeks. "
    "2 promises wait. Esc: those days count normally."
)
MEANT_FR = (
    "Entrée : ces jours comptent comme une pause. Les promesses restent ; le reste revient "
    "sur quatre semaines. 2 promesses attendent. Échap : ces jours comptent normalement."
)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize(("language", "meant"), [("en", MEANT), ("fr", MEANT_FR)])
async def test_the_detail_says_what_either_answer_does(
    language: Language, meant: str, size: tuple[int, int]
) -> None:
    app = app_over(network_left(12), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        cells = (re.split("[│┃┛]│", line)[-1].strip("│ ") for line in lines(app))
        told = " ".join(" ".join(cells).replace("\N{NO-BREAK SPACE}", " ").split())
        assert meant in told


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "Away from 9 Nov to 19 Nov?"), ("fr", "Absence du 9 nov. au 19 nov. ?")],
)
async def test_the_whole_question_is_under_the_cursor(language: Language, question: str) -> None:
    app = app_over(network_left(12), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(FollowUps)
        shade = pane.style_of("cursor").bgcolor
        lit = "".join(
            segment.text
            for segment in pane.segments_at(0, pane.inner_width)
            if segment.style is not None and segment.style.bgcolor == shade
        )
        assert question in lit.replace("\N{NO-BREAK SPACE}", " ")
        assert "Ent" not in lit
