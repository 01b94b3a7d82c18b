"""The timer by keys: one cell moves, once a second, and only while something runs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file, let_pass, session_on
from stage import MovedClock, app_over, lines, network, person, settle, talk, type_in
from textual.geometry import Region
from textual.pilot import Pilot

from store.actions.timer_drop import TimerDrop
from store.actions.timer_start import TimerStart
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import TimeEntry
from tui.app import ArrosoirApp
from widgets.header import Header
from widgets.timer_cell import TimerCell


def newest(app: ArrosoirApp) -> Interaction:
    """The contact logged last."""
    return list(app.service.snapshot.interactions.values())[-1]


def foot(app: ArrosoirApp) -> str:
    """The last lines of the screen."""
    return "\n".join(lines(app)[-2:])


async def later(pilot: Pilot[int], app: ArrosoirApp, clock: MovedClock, **time: float) -> None:
    """Time passes, and the cell takes it in."""
    clock.move_on(**time)
    app.ticking.tick()
    await pilot.pause()


async def command(pilot: Pilot[int], name: str) -> None:
    """By the palette."""
    await pilot.press(":")
    await settle(pilot)
    await pilot.press(*name)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


def repainted(app: ArrosoirApp, monkeypatch: pytest.MonkeyPatch) -> list[set[Region]]:
    """What is repainted from now on, picture by picture."""
    seen: list[set[Region]] = []
    compositor = app.screen._compositor
    whole = compositor.render_update

    def update(full: bool = False, *args: object, **more: object) -> object:
        seen.append({app.size.region} if full else set(compositor._dirty_regions))
        return whole(full, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(compositor, "render_update", update)
    return seen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (60, 20), (160, 50)])
async def test_a_second_repaints_the_figures_and_nothing_else(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = MovedClock()
    app = app_over(network(), clock=clock)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "▶" not in lines(app)[0]
        await pilot.press("t")
        await settle(pilot)
        assert "0:00:00" in lines(app)[0]
        await later(pilot, app, clock, minutes=12, seconds=40)
        seen = repainted(app, monkeypatch)
        await later(pilot, app, clock, seconds=1)
        assert ("▶ 0:12:41" if size[0] < 80 else "▶ call · Amélie 0:12:41") in lines(app)[0]
        start = lines(app)[0].index("0:12:41")
        assert seen == [{Region(start, 0, 7, 1)}]
        app.ticking.tick()
        await pilot.pause()
        assert len(seen) == 1, "the same text is not painted again"
        assert app.query_one(Header).size.width == size[0]


async def test_nothing_wakes_where_nothing_runs_and_minutes_do_where_nobody_looks() -> None:
    clock = MovedClock()
    app = app_over(network(), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.app_focus = False
        app.app_focus = True
        await pilot.pause()
        assert not app.ticking.ticks
        await pilot.press("t")
        await settle(pilot)
        await later(pilot, app, clock, minutes=12, seconds=41)
        app.app_focus = False
        await pilot.pause()
        assert "Amélie 12 min" in lines(app)[0]
        app.app_focus = True
        await pilot.pause()
        assert "Amélie 0:12:41" in lines(app)[0]
        await pilot.press("t", "enter")
        await settle(pilot)
        assert not app.ticking.ticks
        assert "▶" not in lines(app)[0]
        assert not app.query_one(TimerCell).display


@pytest.mark.parametrize(
    ("language", "asked", "echo"),
    [
        ("en", "Talked with Tomás Herrera: 13 min", "→ call · 13 min · today"),
        ("fr", "Parlé avec Tomás Herrera\xa0: 13 min", "→ appel · 13 min · aujourd'hui"),
    ],
)
async def test_t_starts_with_who_is_meant_and_t_again_logs_it_filled_in(
    language: Language, asked: str, echo: str
) -> None:
    clock = MovedClock()
    app = app_over(network(), language, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "t")
        await settle(pilot)
        clock.move_on(minutes=12, seconds=41)
        await pilot.press("k", "2")
        await settle(pilot)
        assert "Tomás 0:12:41" in lines(app)[0], "on every place, at once"
        await pilot.press("t")
        await settle(pilot)
        assert asked in foot(app)
        assert echo in foot(app)
        await pilot.press("end")
        await type_in(pilot, "New lab")
        assert "13 min New lab" in foot(app), "End keeps what stands there"
        await pilot.press("escape")
        await later(pilot, app, clock, minutes=10)
        assert "0:22:41" in lines(app)[0], "left, it runs on"
        await pilot.press("t")
        await settle(pilot)
        assert "23 min New lab" in foot(app)
        assert foot(app).rstrip().endswith(("draft", "brouillon"))
        await pilot.press("enter")
        await settle(pilot)
        talk = newest(app)
        assert (talk.people, talk.kind, talk.minutes, talk.note) == (("T",), "call", 23, "New lab")
        assert "▶" not in lines(app)[0]
        before = len(app.service.snapshot.interactions)
        await pilot.press("u")
        await settle(pilot)
        assert len(app.service.snapshot.interactions) == before - 1
        assert "0:22:41" in lines(app)[0], "one step, and it has run on"


async def test_what_is_typed_takes_the_place_of_the_minutes_and_c_tells_it_better() -> None:
    clock = MovedClock()
    app = app_over(network(), "fr", clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        before = len(app.service.snapshot.interactions)
        await pilot.press("t")
        await type_in(pilot, "appel 12 min Lyon")
        assert "→ appel · 12 min · aujourd'hui · «\xa0Lyon\xa0»" in foot(app)
        await pilot.press("enter")
        await settle(pilot)
        assert (
            foot(app).rstrip().endswith("Amélie Roussel\xa0: appel, 12 min · c corrige · u annule")
        )
        await pilot.press("c")
        await settle(pilot)
        assert "En fait, Amélie Roussel\xa0:" in foot(app)
        assert "noté\xa0: appel, 12 min" in foot(app)
        await type_in(pilot, "visio 20")
        assert "→ visio · 20 min · aujourd'hui · «\xa0Lyon\xa0»" in foot(app)
        await pilot.press("enter")
        await settle(pilot)
        said = newest(app)
        assert (said.kind, said.minutes, said.note) == ("video", 20, "Lyon")
        assert len(app.service.snapshot.interactions) == before + 1
        await pilot.press("u")
        await settle(pilot)
        assert (newest(app).kind, newest(app).minutes) == ("call", 12), "one step"
        await pilot.press("u")
        await settle(pilot)
        assert app.running() is not None


async def test_preparing_is_timed_whoever_is_meant_and_told_better_with_nobody_meant() -> None:
    clock = MovedClock()
    app = app_over(network(), "fr", clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await command(pilot, "préparation")
        await settle(pilot)
        assert "Chrono, pour qui ou pour quoi" in foot(app)
        await type_in(pilot, "préparation")
        await pilot.press("enter")
        await settle(pilot)
        assert "▶ préparation 0:00:00" in lines(app)[0]
        await command(pilot, "timer-start")
        await settle(pilot)
        assert "Un chrono tourne déjà\xa0: préparation." in foot(app)
        await pilot.press("t")
        await settle(pilot)
        assert lines(app)[-2].strip() == "Préparation\xa0: 1 min"
        await pilot.press("enter")
        await settle(pilot)
        assert foot(app).endswith("Noté\xa0: préparation, 1 min · c corrige · u annule")
        await pilot.press("6", "c")
        assert "En fait" not in foot(app), "another command, and it stands"
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("t", "enter")
        await settle(pilot)
        await pilot.press("c")
        await type_in(pilot, "messages 25 vœux")
        await pilot.press("enter")
        await settle(pilot)
        (entry,) = app.service.snapshot.time_entries.values()
        assert (entry.kind, entry.minutes, entry.note) == ("writing", 25, "vœux")


async def test_with_nobody_meant_it_asks_whom_or_what_for() -> None:
    clock = MovedClock()
    nobody_due = snapshot_of(
        {"people": {"B": person("B", "Björn Ek", 50)}, "interactions": {"1": talk("1", "B", 0)}}
    )
    app = app_over(nobody_due, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert "Timer, for whom or what?" in foot(app)
        await type_in(pilot, "coffee bj")
        await pilot.pause()
        assert "→ in person · Björn Ek" in foot(app)
        await pilot.press("tab")
        assert "coffee Björn Ek" in foot(app)
        await pilot.press("enter")
        await settle(pilot)
        timer = app.running()
        assert timer is not None
        assert (timer.name, timer.contact) == ("Björn Ek", "in_person")
        await command(pilot, "timer-note")
        await type_in(pilot, "the lab")
        assert "Note, in person · Björn Ek: the lab" in foot(app)
        await pilot.press("escape")
        await settle(pilot)
        await command(pilot, "timer-drop")
        assert "nothing logged" in foot(app)
        assert app.running() is None
        await pilot.press("u")
        await settle(pilot)
        timer = app.running()
        assert timer is not None
        assert timer.note == "the lab"


def since_yesterday(clock: MovedClock) -> Snapshot:
    """Somebody, and a timer with them that was not stopped."""
    started = clock.now - timedelta(hours=16)
    entry = TimeEntry(
        id="R",
        kind="call",
        contact="call",
        person=PersonId("B"),
        on=started.date(),
        started=started,
    )
    björn = person("B", "Björn Ek", 50)
    return snapshot_of({"people": {"B": björn}, "time_entries": {"R": entry}})


async def test_a_forgotten_one_is_told_at_the_beginning_and_asks_how_long_it_was() -> None:
    clock = MovedClock()
    app = app_over(since_yesterday(clock), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "▶ call · Björn 16 h ?" in lines(app)[0]
        assert "A timer runs since Thu 19 Nov 18:14: t says how long it was" in foot(app)
        await pilot.press("t")
        await settle(pilot)
        assert lines(app)[-2].strip() == "Talked with Björn Ek:"
        assert "how long was it?" in foot(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.running() is not None, "no minutes, no contact"
        await type_in(pilot, "45 New lab")
        await pilot.press("enter")
        await settle(pilot)
        said = newest(app)
        assert (said.minutes, said.on.isoformat(), said.note) == (45, "2026-11-19", "New lab")
        await pilot.press("u", "t", "0", "enter")
        await settle(pilot)
        assert app.running() is None
        assert not app.service.snapshot.interactions
        assert "nothing logged" in foot(app)


async def test_behind_the_curtain_the_figures_stay_and_names_go() -> None:
    clock = MovedClock()
    app = app_over(since_yesterday(clock), clock=clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("!", "t")
        await settle(pilot)
        assert "▶ 16 h ?" in lines(app)[0]
        assert "Talked with B. E.:" in foot(app)
        assert "Björn" not in "\n".join(lines(app))
        await type_in(pilot, "45")
        await pilot.press("enter")
        await settle(pilot)
        assert app.running() is None
        assert "Björn" not in "\n".join(lines(app))
        await command(pilot, "timer-start")
        await type_in(pilot, "björn ek")
        await pilot.press("enter")
        await settle(pilot)
        assert "Timer started · u undo" in foot(app), "nothing is done yet"
        assert "▶ 0:00:00" in lines(app)[0]
        await pilot.press("!")
        assert "▶ call · Björn 0:00:00" in lines(app)[0]


async def test_the_timer_of_another_session_shows_at_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clock = data_file(tmp_path, network()), MovedClock()
    app = app_on(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        other = session_on(path, clock=clock)
        other.perform("timer-start", TimerStart(person="B"))
        clock.move_on(minutes=5)
        let_pass(2, monkeypatch)
        await until(pilot, lambda: "0:05:00" in lines(app)[0])
        assert app.ticking.ticks
        await pilot.press("t")
        await settle(pilot)
        assert "Talked with Björn Ek: 5 min" in foot(app)
        other.perform("timer-drop", TimerDrop())
        await pilot.press("enter")
        await settle(pilot)
        assert "No timer runs" in foot(app), "what has gone elsewhere is not logged here"
        let_pass(2, monkeypatch)
        await until(pilot, lambda: "▶" not in lines(app)[0])
        assert not app.ticking.ticks


async def test_a_timer_outlives_the_terminal_it_was_started_in(tmp_path: Path) -> None:
    path, clock = data_file(tmp_path, network()), MovedClock()
    first = app_on(path, clock=clock)
    async with first.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        first.end(129)
    clock.move_on(minutes=12, seconds=41)
    again = app_on(path, clock=clock)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Amélie 0:12:41" in lines(again)[0]
        assert again.ticking.ticks
