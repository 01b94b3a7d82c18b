"""What is noted in an invented network."""

from __future__ import annotations

from typing import NamedTuple

from store.records.kinds import ExchangeKind


class Sentences(NamedTuple):
    """All sentences of one language, ready to choose from."""

    talks: tuple[str, ...]
    personal: tuple[str, ...]
    private: tuple[str, ...]
    intents: tuple[str, ...]
    whys: tuple[str, ...]
    after_event: str
    planned: tuple[str, ...]
    help: dict[ExchangeKind, tuple[str, ...]]
    matches: tuple[str, ...]
    outcomes: tuple[str, ...]
    preparing: tuple[str, ...]
