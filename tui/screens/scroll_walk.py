"""The keys that scroll a text, for screens that hold nothing to walk in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from widgets.prose import Prose

TO_THE_END = 10**9


def scroll_walk(prose: Prose) -> Mapping[str, Callable[[], None]]:
    """Command to deed."""
    return {
        "go.down": partial(prose.scroll_text, 1),
        "go.up": partial(prose.scroll_text, -1),
        "go.page_down": partial(_page, prose, 1),
        "go.page_up": partial(_page, prose, -1),
        "go.first": partial(prose.scroll_text, -TO_THE_END),
        "go.last": partial(prose.scroll_text, TO_THE_END),
    }


def _page(prose: Prose, direction: int) -> None:
    prose.scroll_text(direction * max(1, prose.inner_height // 2))
