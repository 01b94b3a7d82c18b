"""Walking about in the heat; for stories."""

from __future__ import annotations

from stage import settle
from textual.pilot import Pilot

from store.records.ids import PersonId
from tui.app import ArrosoirApp
from widgets.heat import Heat


async def to_heat(pilot: Pilot[int], *keys: str) -> None:
    """Give the heat the focus, and press keys there."""
    await settle(pilot)
    await pilot.press("tab", "tab", *keys)
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait for what comes of them."""
    await pilot.press(*keys)
    await settle(pilot)


def pane(app: ArrosoirApp) -> Heat:
    """The pane."""
    return app.screen.query_one(Heat)


def under(app: ArrosoirApp) -> str:
    """The name of who is under the heat's cursor."""
    key = pane(app).key
    return app.service.snapshot.people[PersonId(key)].name if key is not None else ""


def layers(app: ArrosoirApp, ids: str) -> list[int | None]:
    """The layers of some people."""
    return [app.service.snapshot.people[PersonId(id)].layer for id in ids]
