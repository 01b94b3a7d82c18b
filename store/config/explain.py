"""Each setting, its value, and where that came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from store.config.check import Listed, Scalar, names
from store.config.load import Loaded
from store.config.settings import HELP
from store.records.kinds import Language
from store.words.glyphs import POOR_TERMINALS, glyphs_for, plain_locale
from store.words.week_start import deciding, week_start
from store.words.words import language_of

Origin = Literal["default", "file", "environment"]

SSH_VARIABLES = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `config --explain`."""

    key: str
    """As set: `rows`, `minutes.call`, `keys.queue.done`."""
    value: Scalar | Listed
    """What holds now."""
    origin: Origin
    where: str = ""
    """The file's path, or the variable of the environment."""
    help: str
    """The id of the sentence that explains it."""


def over_ssh(environment: Mapping[str, str]) -> bool:
    """Whether this session runs over SSH."""
    return any(environment.get(name) for name in SSH_VARIABLES)


def explain(
    loaded: Loaded, environment: Mapping[str, str], encoding: str | None
) -> tuple[Explained, ...]:
    """Every setting in the order of its declaration, tables entry by entry.

    Settings left to the environment are shown as it decides them.

    Args:
        loaded: as read from the file.
        environment: of the process.
        encoding: of the terminal, for the glyphs.
    """
    lines = []
    for name in names():
        value = getattr(loaded.settings, name)
        entries = value.items() if isinstance(value, dict) else ((None, value),)
        for inner, each in entries:
            key = name if inner is None else f"{name}.{inner}"
            lines.append(_line(loaded, environment, encoding, key, each))
    return tuple(lines)


def _line(
    loaded: Loaded,
    environment: Mapping[str, str],
    encoding: str | None,
    key: str,
    value: Scalar | Listed,
) -> Explained:
    help = HELP[key.partition(".")[0]]
    language = loaded.settings.language
    decided = _from_environment(key, value, environment, encoding, language)
    if decided is not None:
        answer, where = decided
        return Explained(key=key, value=answer, origin="environment", where=where, help=help)
    if key in loaded.from_file:
        where = str(loaded.path)
        return Explained(key=key, value=value, origin="file", where=where, help=help)
    return Explained(key=key, value=value, origin="default", help=help)


def _from_environment(
    key: str,
    value: Scalar | Listed,
    environment: Mapping[str, str],
    encoding: str | None,
    language: Literal["", Language],
) -> tuple[str, str] | None:
    """The answer of the environment and the variable that gave it; None where it has no say."""
    if key == "language" and value == "":
        variable = next((name for name in LANGUAGE_VARIABLES if environment.get(name)), "")
        return (language_of(environment), variable) if variable else None
    if key == "week_starts" and value == "":
        variable = deciding(environment)
        return (week_start(environment, language or None), variable) if variable else None
    if key == "mouse" and value == "auto" and over_ssh(environment):
        return "off", next(name for name in SSH_VARIABLES if environment.get(name))
    if key == "glyphs" and value == "auto":
        glyphs = glyphs_for("auto", environment, encoding)
        poor = environment.get("TERM", "") in POOR_TERMINALS
        return glyphs, "TERM" if poor else plain_locale(environment) or "LC_CTYPE"
    return None
