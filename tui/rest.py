"""Whether the screens have done what was asked; the one place that looks into Textual's queues."""

from __future__ import annotations

from typing import Any, cast

from textual import events
from textual._queue import Queue
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump


def screens_of(app: App[Any]) -> tuple[MessagePump, ...]:
    """The app, its screens, and the widgets of the one on top; empty while there is no screen."""
    # Without a mode yet, at the very start, Textual's own property would raise.
    stack = app._screen_stacks.get(app._current_mode)
    return (app, *stack, *stack[-1].walk_children()) if stack else ()


def waits(pump: MessagePump) -> bool:
    """Whether it has done all its messages, and waits for another.

    An empty queue does not tell: a message may be under way.
    """
    queue = _queue(pump)
    return not queue.values and bool(queue.ready_event._waiters)


def _queue(pump: MessagePump) -> Queue[Message | None]:
    return cast("Queue[Message | None]", pump._message_queue)


def at_rest(app: App[Any]) -> bool:
    """Whether nothing is under way: no message, no change of focus, no screen that opens."""
    pumps = screens_of(app)
    return bool(pumps) and all(map(waits, pumps))


def at_rest_but_app(app: App[Any]) -> bool:
    """The same, asked by the app while it takes a key; that others lie behind it is no matter."""
    pumps = screens_of(app)
    behind = _queue(app).values
    typed = all(isinstance(each, events.Key | events.Paste) for each in behind)
    return bool(pumps) and typed and all(map(waits, pumps[1:]))


def opening(app: App[Any]) -> bool:
    """Whether the screen on top is not there yet."""
    pumps = screens_of(app)
    return not pumps or not app.screen.is_mounted
