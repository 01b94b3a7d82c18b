"""What the words before a command ask for; and whether the screen alone is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from store.config import paths
from store.config.load import load
from store.records.kinds import LANGUAGES, Language
from store.words.message import Problem, UsageProblem
from store.words.words import Words, language_of
from tui.composition import Wish

WITH_VALUE = ("--data", "--lang", "--today")
FLAGS = ("--read-only", "--demo")

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""As for every day that is typed."""


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """The screen is meant, and how."""

    wish: Wish
    demo: bool
    words: Words


def screen_options(arguments: Sequence[str]) -> dict[str, object] | None:
    """The options, where nothing else was typed; None where a command or anything unknown was.

    The screen opens without the command line's own parser, which takes as long to load as a
    hundred people to read.
    """
    given: dict[str, object] = {
        "data": None,
        "lang": None,
        "today": None,
        "read_only": False,
        "demo": False,
    }
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if name in WITH_VALUE and (equals or waiting):
            given[name.removeprefix("--")] = value if equals else waiting.pop(0)
        elif word in FLAGS:
            given[word.removeprefix("--").replace("-", "_")] = True
        else:
            return None
    return given


def wish_of(given: Mapping[str, object]) -> Wish:
    """The options before a command, understood.

    Raises:
        UsageProblem: where the language is not spoken here or the day cannot be.
    """
    lang, today, data = given["lang"], given["today"], given["data"]
    if lang is not None and lang not in LANGUAGES:
        raise UsageProblem("usage", "problem.unknown_language", lang=lang)
    try:
        day = None if today is None else date.fromisoformat(str(today))
    except ValueError as error:
        raise UsageProblem("bad_date", "date.unreadable", text=today) from error
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageProblem("bad_date", "date.out_of_range", text=today)
    return Wish(
        data=None if data is None else Path(str(data)).expanduser(),
        lang=next((each for each in LANGUAGES if each == lang), None),
        today=day,
        read_only=bool(given["read_only"]),
    )


def early_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language before the arguments are parsed: help and usage errors want it."""
    for place, argument in enumerate(arguments):
        following = arguments[place + 1] if place + 1 < len(arguments) else ""
        value = following if argument == "--lang" else argument.partition("--lang=")[2]
        for each in LANGUAGES:
            if value == each:
                return each
    return _configured() or language_of(environment)


def _configured() -> Language | None:
    try:
        wanted = load(paths.config_file()).settings.language
    except Problem:
        return None
    return next((each for each in LANGUAGES if each == wanted), None)
