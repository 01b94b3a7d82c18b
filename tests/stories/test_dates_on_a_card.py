from __future__ import annotations

import msgspec
import pytest
from stage import app_over, line_with, lines, network, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.change import ChangeSet, alter
from store.records.ids import PersonId
from store.records.person import Anniversary
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from widgets.safe_input import SafeInput

TOMAS = PersonId("T")
WEDDING = Anniversary(name="wedding", on="2014-11-21")


def dates(app: ArrosoirApp, id: PersonId) -> tuple[Anniversary, ...]:
    return app.service.snapshot.people[id].dates


def with_dates(*some: Anniversary) -> Snapshot:
    """The five people; Björn has dates."""
    before = network()
    bjorn = before.people[PersonId("B")]
    return before.apply(ChangeSet((alter(bjorn, dates=some),)))


async def write_dates(pilot: Pilot[int], app: ArrosoirApp, text: str) -> None:
    """Open the card under the cursor, and write its other dates anew."""
    await pilot.press("e")
    await settle(pilot)
    app.screen.query_one("#date", SafeInput).focus()
    await pilot.press("end", "ctrl+u")
    await type_in(pilot, text)
    await pilot.press("enter")
    await settle(pilot)


async def test_dates_are_written_on_one_line_and_come_up_as_rows() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write_dates(pilot, app, "wedding 2014-11-21, start of Aubier --11-22")
        assert dates(app, PersonId("A")) == (
            WEDDING,
            Anniversary(name="start of Aubier", on="--11-22"),
        )
        await pilot.press("e")
        await settle(pilot)
        line = app.screen.query_one("#date", SafeInput)
        assert line.value == "wedding 2014-11-21, start of Aubier --11-22"
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.service.history()) == 1


@pytest.mark.parametrize("text", ["wedding", "wedding 2014", "2014-11-21"])
async def test_a_wrong_date_is_said_and_nothing_is_saved(text: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write_dates(pilot, app, text)
        assert shows(app, f"“{text}” is not a date with its name: write")
        assert app.screen.query_one("#date", SafeInput).has_focus
        assert not app.service.history()


async def test_d_on_a_date_logs_the_step_and_u_brings_it_back() -> None:
    app = app_over(with_dates(WEDDING))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for _ in range(9):
            if "▲ Björn" in under_cursor(app):
                break
            await pilot.press("j")
            await settle(pilot)
        assert "wedding" in under_cursor(app)
        assert shows(app, "▲ wedding, tomorrow; 12 years")
        before = len(app.service.snapshot.interactions)
        await pilot.press("d")
        await settle(pilot)
        assert len(app.service.snapshot.interactions) == before + 1
        assert not line_with(app, "▲ Björn")
        await pilot.press("u")
        await settle(pilot)
        assert line_with(app, "▲ Björn")


async def test_the_name_of_a_date_is_text_and_no_markup() -> None:
    app = app_over(with_dates(msgspec.structs.replace(WEDDING, name="[b]we[/] [@click=app.quit]x")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert any("[b]we[/]" in line for line in lines(app))
