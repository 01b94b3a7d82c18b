"""Whether the screens have done what was asked is told by Textual's own queues."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from tui.rest import at_rest, opening


class Slow(Message):
    """Asks for what takes a while."""


class Program(App[None]):
    """One field, and a message that is under way until it is told to end."""

    def __init__(self) -> None:
        super().__init__()
        self.may_end = asyncio.Event()
        self.begun = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Input()

    async def on_slow(self) -> None:
        self.begun.set()
        await self.may_end.wait()


async def turns_until_rest(app: App[None]) -> int:
    """How many turns of the loop it takes; few, or none of this would do."""
    for turn in range(1000):
        if at_rest(app):
            return turn
        await asyncio.sleep(0)
    raise AssertionError("it never rests")


def test_a_program_that_has_not_begun_does_not_rest() -> None:
    app = Program()
    assert not at_rest(app)
    assert opening(app)


async def test_a_message_under_way_is_no_rest_though_nothing_else_waits() -> None:
    app = Program()
    async with app.run_test():
        await turns_until_rest(app)
        app.post_message(Slow())
        assert not at_rest(app)
        await app.begun.wait()
        assert app.message_queue_size == 0
        assert not at_rest(app)
        app.may_end.set()
        await turns_until_rest(app)


async def test_a_change_of_focus_is_done_once_it_rests() -> None:
    app = Program()
    async with app.run_test():
        field = app.screen.query_one(Input)
        app.screen.set_focus(None)
        await turns_until_rest(app)
        field.focus()
        assert app.focused is None
        await turns_until_rest(app)
        assert app.focused is field


async def test_a_screen_that_opens_is_there_once_it_rests() -> None:
    app = Program()
    async with app.run_test():
        await turns_until_rest(app)
        screen = Screen[None]()
        app.push_screen(screen)
        assert opening(app)
        await turns_until_rest(app)
        assert screen.is_mounted
        assert not opening(app)
