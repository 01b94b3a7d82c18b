"""Keys that come all at once, as from a stalled line or a pasted text; for stories."""

from __future__ import annotations

import asyncio

from stage import settle
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from tui.app import ArrosoirApp


def send(app: ArrosoirApp, text: str) -> None:
    """Send it as a terminal does, and wait for nothing."""
    driver = app._driver
    assert driver is not None
    for event in XTermParser().feed(text):
        driver.process_message(event)


async def burst(pilot: Pilot[int], text: str) -> None:
    """Send it, and wait until all of it has had its effect."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    send(app, text)
    # Each is handed to the app in a turn of the loop, and looked at in another.
    for _ in range(4):
        await asyncio.sleep(0)
    while app.type_ahead.pending:
        await asyncio.sleep(0)
    await settle(pilot)
