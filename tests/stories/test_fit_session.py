"""Some minutes at hand: what fits, row by row, with the time left, and a sentence at the end."""

from __future__ import annotations

from datetime import timedelta

from stage import (
    TODAY,
    MovedClock,
    app_over,
    line_with,
    lines,
    network,
    person,
    promise,
    settle,
    shows,
    talk,
    type_in,
    under_cursor,
)
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.snapshot import snapshot_of
from store.records.time_entry import TimeEntry
from tui.app import ArrosoirApp


def foot(app: ArrosoirApp) -> str:
    """The last line."""
    return lines(app)[-1].strip()


def head(app: ArrosoirApp) -> str:
    """The upper frame of the list."""
    return line_with(app, "Follow-ups") or line_with(app, "À suivre")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Keys, and what comes of them."""
    await pilot.press(*keys)
    await settle(pilot)


async def minutes(pilot: Pilot[int], text: str) -> None:
    """So many minutes."""
    await press(pilot, "b")
    await type_in(pilot, text)
    await press(pilot, "enter")


async def as_time_goes_by(app: ArrosoirApp, pilot: Pilot[int], clock: MovedClock) -> None:
    """The hour of the story goes by; other minutes take its place, and the end is told."""
    # Time is looked at with a key, never by itself; the row of the cursor stays where it is.
    clock.move_on(minutes=21)
    await pilot.pause()
    assert "1 h left" in head(app)
    await press(pilot, "d")
    assert "39 min left" in head(app)
    assert "Amélie Roussel, done" in foot(app)
    assert "Tomás Herrera" in under_cursor(app)
    # Straight after `d` the key would correct it.
    await press(pilot, "j", "k", "c")
    await type_in(pilot, "call 25")
    clock.move_on(minutes=25)
    await press(pilot, "enter")
    assert "14 min left" in head(app)
    # Logged, the promise stays; a call of 20 minutes does not fit into 14 and says so last.
    outside = next(n for n, line in enumerate(lines(app)) if "does not fit the time left" in line)
    assert "Hélène Garnier" in lines(app)[outside + 1]
    assert "20 min" in lines(app)[outside + 1]

    # Other minutes from now on: they are counted to those gone by.
    await press(pilot, "b")
    assert "14 min left of those before" in foot(app)
    await type_in(pilot, "45")
    await press(pilot, "enter")
    assert "1 h 31 · 45 min left" in head(app)
    assert not shows(app, "does not fit")

    # Behind the curtain the rows have initials, and the sentence has none.
    await press(pilot, "f2")
    assert "T. H." in under_cursor(app)
    await press(pilot, "escape")
    assert foot(app) == "46 min: 1 call, 1 promise kept. 45 min left."
    assert "left" not in head(app)
    assert shows(app, "H. G.")


async def test_from_the_question_to_the_sentence() -> None:
    clock = MovedClock()
    app = app_over(network(), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = lines(app)[:12]
        await press(pilot, "b")
        assert shows(app, "How many minutes have you?")
        for text, echo in (("soon", "A number of minutes"), ("5", "Nothing of today fits")):
            await type_in(pilot, text)
            await press(pilot, "enter")
            assert echo in foot(app)
            await pilot.press(*["backspace"] * len(text))
        await type_in(pilot, "1h")
        await settle(pilot)
        assert foot(app) == "→ 1 h: 3 calls"
        await press(pilot, "escape")
        assert lines(app)[:12] == before

        # What fits is all there is to see; each row tells how long it takes.
        await minutes(pilot, "60")
        assert "1 h · 1 h left" in head(app)
        assert "Esc ends it" in foot(app)
        assert under_cursor(app).startswith("┃ ▶ ◆ Amélie Roussel")
        assert "20 min" in under_cursor(app)
        assert shows(app, "● Hélène Garnier")
        assert not shows(app, "Björn Ek")
        assert not shows(app, "Ibrahim Sow")
        assert not shows(app, "the rest can wait")
        assert shows(app, "in 1 h  promised")
        await as_time_goes_by(app, pilot, clock)


async def test_it_ends_with_the_last_row_and_undo_goes_on_with_it() -> None:
    clock = MovedClock()
    app = app_over(network(talk("9", "I", 0)), "fr", clock=clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert shows(app, "─ pas de chrono ─╮")
        await minutes(pilot, "1 h")
        await press(pilot, "x", "x")
        assert "Hélène Garnier" in under_cursor(app)
        clock.move_on(minutes=18)
        await press(pilot, "d")
        # The call took twenty, as is its habit: more than the clock has gone on by.
        said = "20 min\u00a0: un appel avec Hélène. Reste 40 min."
        assert foot(app) == said
        assert "reste" not in head(app)
        await press(pilot, "u")
        assert "1 h · reste 42 min" in head(app)
        assert "Hélène Garnier" in under_cursor(app)
        assert "Annulé" in foot(app)

        # A timer that was started meanwhile counts, and the pane of the week tells of it.
        await press(pilot, "t")
        clock.move_on(minutes=47)
        await press(pilot, "j", "k")
        assert shows(app, "▶ appel · Hélène Garnier")
        assert "temps écoulé" in head(app)
        assert line_with(app, "┃ ▶ ● Hélène Garnier")
        assert not shows(app, "ne tient pas")
        await press(pilot, "escape")
        assert foot(app) == "1 h 05\u00a0: un appel avec Hélène."
        running = app.service.snapshot.time_entries.values()
        assert [type(each) for each in running] == [TimeEntry]
        await press(pilot, "j")
        assert "report" in foot(app)


async def test_what_is_noted_at_once_is_spent_and_a_past_plan_is_told_at_the_end() -> None:
    plan = Interaction(
        id="M",
        people=(PersonId("B"),),
        kind="in_person",
        on=TODAY - timedelta(days=2),
        minutes=60,
        planned=True,
    )
    app = app_over(
        snapshot_of(
            {
                "people": {
                    "A": person("A", "Amélie Roussel", 15),
                    "B": person("B", "Björn Ek", 50),
                },
                "interactions": {"M": plan},
                "follow_ups": {"P1": promise("P1", "A", 3, "an intro")},
            }
        ),
        clock=MovedClock(),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await minutes(pilot, "45")
        await press(pilot, "c")
        await type_in(pilot, "message 40")
        await press(pilot, "enter")
        assert "45 min · 5 left" in head(app)
        assert "Björn Ek" in under_cursor(app)
        await press(pilot, "d")
        # The hour of the meeting was spent two days ago.
        assert "45 min · 5 left" in head(app)
        await press(pilot, "escape")
        assert foot(app) == "40 min: a message to Amélie, 1 meeting noted. 5 min left."
