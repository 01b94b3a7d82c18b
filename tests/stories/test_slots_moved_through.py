"""What a key sends while one goes through the slots of the week: the lines that change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from stage import TODAY, app_over, line_with, network, settle
from textual.geometry import Region

from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.time_entry import Slot
from tui.screens import time_screen, time_shown
from widgets.slot_list import SlotList


async def test_a_step_draws_two_rows_and_what_the_timer_would_be_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    booked = [
        Slot(id=f"S{days}", kind="call", on=TODAY + timedelta(days=days), minutes=20, person=who)
        for days, who in ((1, PersonId("B")), (2, PersonId("T")))
    ]
    app = app_over(network().apply(ChangeSet(tuple(map(make, booked)))))
    drawn: list[object] = []
    shown = time_shown.time_shown

    def counted(*args: object, **more: object) -> object:
        drawn.append(args)
        return shown(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(time_screen, "time_shown", counted)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("6")
        await settle(pilot)
        assert len(drawn) == 1, "opened, it is drawn once"
        while not isinstance(app.focused, SlotList):
            await pilot.press("tab")
            await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        seen: set[Region] = set()
        whole = app.screen._compositor.render_update

        def update(full: bool = False, *args: object, **more: object) -> object:
            seen.update({app.size.region} if full else app.screen._compositor._dirty_regions)
            return whole(full, *args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(app.screen._compositor, "render_update", update)
        before = line_with(app, "t starts:")
        await pilot.press("k")
        await settle(pilot)
        assert line_with(app, "t starts:") != before
        assert all(region.height == 1 for region in seen)
        assert len(seen) <= 4, "two rows, and what the timer would be for in one or two"
        assert app.size.height - 1 not in {region.y for region in seen}, "the footer says the same"
