"""The one place where all meet: file, clock, settings, words and actions become a program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from store.actions.commit import Keeper
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id, system_clock
from store.config import paths
from store.config.load import Loaded, load
from store.disk.file_keeper import FileKeeper
from store.records.kinds import LANGUAGES, Language
from store.words.week_start import week_start
from store.words.words import Words, language_of
from tui.backups import Backups
from tui.past_exports import PastExports


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the options before the command ask for."""

    data: Path | None = None
    lang: Language | None = None
    today: date | None = None
    read_only: bool = False


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """All parts, put together."""

    service: Service
    words: Words
    loaded: Loaded
    """Settings, and what was wrong with them."""
    path: Path | None
    """The data file; None for a network in memory."""
    backups: Backups | None
    """Those of the data file; None for a network in memory."""
    exports: PastExports | None
    """Past ones; None for a network in memory."""


def data_path(wish: Wish, environment: Mapping[str, str]) -> Path:
    """The data file that is meant: option, environment, or the usual place."""
    return wish.data if wish.data is not None else paths.data_file(environment)


def language_wished(wish: Wish, loaded: Loaded, environment: Mapping[str, str]) -> Language:
    """The language: option, setting, environment, English."""
    chosen = wish.lang or loaded.settings.language
    return next((each for each in LANGUAGES if each == chosen), language_of(environment))


def localised(loaded: Loaded, wish: Wish, environment: Mapping[str, str]) -> Loaded:
    """The settings, with the first day of the week that the locale says where none is set."""
    settings = loaded.settings
    if settings.week_starts:
        return loaded
    starts = week_start(environment, wish.lang or settings.language or None)
    settings = msgspec.structs.replace(settings, week_starts=starts)
    return msgspec.structs.replace(loaded, settings=settings)


def compose(wish: Wish, keeper: Keeper | None = None) -> Program:
    """Put the program together.

    Args:
        wish: what was asked for on the command line.
        keeper: keeps the data instead of the file, for a network in memory.

    Raises:
        Problem: where settings or data cannot be read.
    """
    environment = os.environ
    loaded = localised(load(paths.config_file()), wish, environment)
    clock = system_clock if wish.today is None else clock_on(wish.today)
    path = None if keeper is not None else data_path(wish, environment)
    backups = exports = None
    if path is not None:
        keeper = on_file = FileKeeper(path, read_only=wish.read_only, clock=clock)
        backups = Backups(on_file)
        exports = PastExports(on_file.path, read_only=wish.read_only)
    assert keeper is not None
    service = Service(keeper, ACTIONS, clock, fresh_id, loaded.settings)
    words = Words(language_wished(wish, loaded, environment))
    return Program(
        service=service,
        words=words,
        loaded=loaded,
        path=path,
        backups=backups,
        exports=exports,
    )
