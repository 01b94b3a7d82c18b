"""A time zone on a card, and calendars chosen from the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import app_with
from stage import app_over, network, person, service_over, settle, shows, type_in
from textual.pilot import Pilot

from store.config.load import load
from store.config.settings import Settings
from store.records.person import City
from widgets.ask_line import AskLine

CALENDAR = "\r\n".join(
    [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261123T090000"),
        *("DTEND:20261123T120000", "END:VEVENT", "END:VCALENDAR", ""),
    ]
)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def ask(pilot: Pilot[int]) -> None:
    """Ask which calendars."""
    pilot.app.screen.run_command("all.calendar")  # type: ignore[attr-defined]
    await settle(pilot)


async def answer(pilot: Pilot[int], text: str) -> None:
    """Answer what is asked with this alone."""
    pilot.app.screen.query_one(AskLine).query_one("SafeInput").value = text  # type: ignore[attr-defined]
    await settle(pilot)
    await press(pilot, "enter")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


async def test_calendars_are_chosen_kept_and_gone_by_at_once(tmp_path: Path) -> None:
    one, config = tmp_path / "one.ics", tmp_path / "config.toml"
    one.write_text(CALENDAR, encoding="utf-8")
    (tmp_path / "none.ics").write_text("no calendar", encoding="utf-8")
    service = service_over(network(), Settings(glyphs="blocks"))
    app = app_with(service, config=config)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, ":")
        await type_in(pilot, "calendars")
        await press(pilot, "enter")
        await answer(pilot, str(tmp_path / "none.ics"))
        assert shows(app, "This is no calendar (.ics).")
        assert not config.exists()
        await ask(pilot)
        await answer(pilot, str(one))
        assert shows(app, "Calendar followed: it takes 3 h of 42 h 30 free in 7 days.")
        assert service.settings.calendars == (str(one),)
        assert app.fresh is not None
        assert app.fresh.ties.settings.calendars == (str(one),)
        assert load(config).settings.calendars == (str(one),)
        one.write_text(CALENDAR.replace("UID:1", "UID:1\r\nDTSTART:soon"), encoding="utf-8")
        await ask(pilot)
        await answer(pilot, str(one))
        assert shows(app, "free are taken in 7 days; one part could not be read.")
        await ask(pilot)
        await answer(pilot, str(tmp_path))
        assert shows(app, "free are taken in 7 days; one file was read, one could not be.")
        assert load(config).settings.calendars == (str(tmp_path),)
        await ask(pilot)
        await answer(pilot, str(one))
        await ask(pilot)
        assert pilot.app.screen.query_one(AskLine).text == str(one)
        await answer(pilot, "https://example.org/work.ics")
        assert shows(app, "Only files are read")
        await answer(pilot, "")
        assert shows(app, "Free hours go by no calendar any more.")
        assert load(config).settings.calendars == ()
        await press(pilot, "exclamation_mark")
        await ask(pilot)
        assert pilot.app.screen.query_one(AskLine).question is None


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_the_screen_of_a_person_tells_the_time_there(size: tuple[int, int]) -> None:
    zoe = person("Z", "Zoë Adler", 5, cities=(City(name="Boston"),), timezone="America/New_York")
    app = app_over(network(zoe))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "G", "enter")
        for _ in range(6):
            if shows(app, "Zoë Adler") and shows(app, "05:14 there (-5\N{NO-BREAK SPACE}h)"):
                break
            await press(pilot, "tab")
        assert shows(app, "Boston · 05:14 there (-5\N{NO-BREAK SPACE}h)")
        app.service._clock.move_on(hours=2)  # type: ignore[attr-defined]
        app.app_focus = False
        app.app_focus = True
        await settle(pilot)
        assert shows(app, "07:14 there")
        await press(pilot, "exclamation_mark")
        assert not shows(app, "there")
