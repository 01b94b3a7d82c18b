"""Paths as they are typed in a line: several, quoted as in a shell, completed from the disk."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from typing import NamedTuple

from tui.intake import expanded

MOST_NAMES = 5000
"""Names of a folder that are looked at for completion."""

_TO_ESCAPE = re.compile(r"([\s'\"\\])")


class Word(NamedTuple):
    """The last path of a line, unquoted, and where it begins."""

    start: int
    text: str


def split_paths(text: str) -> list[str]:
    """The paths in a line; a quotation mark that is still open ends with the line.

    Where the whole line is the path of something that exists, it is that one path.
    """
    whole = text.strip()
    if whole and exists(whole):
        return [whole]
    if (len(whole) - len(whole.rstrip("\\"))) % 2:
        whole = whole[:-1]
    for closing in ("", "'", '"'):
        try:
            return shlex.split(whole + closing)
        except ValueError:
            continue
    return [whole.replace("\\", "")] if whole else []


def joined_paths(paths: Iterable[str]) -> str:
    """Paths as one line that `split_paths` parts again."""
    return " ".join(_TO_ESCAPE.sub(r"\\\1", path) for path in paths)


def exists(path: str) -> bool:
    """Whether there is such a file or folder; what may not be looked at counts as missing."""
    try:
        return expanded(path).exists()
    except (OSError, ValueError):
        return False


def last_word(text: str) -> Word:
    """The path that is being typed."""
    start, word, quote, escaped = len(text), "", "", False
    for index, character in enumerate(text):
        inside = start < len(text)
        if character.isspace() and not quote and not escaped:
            start, word = len(text), ""
            continue
        if not inside:
            start = index
        if escaped:
            word, escaped = word + character, False
        elif character == "\\" and quote != "'":
            escaped = True
        elif character == quote or (character in "'\"" and not quote):
            quote = "" if quote else character
        else:
            word += character
    return Word(start, word)


def candidates(word: str) -> list[str]:
    """What the path may become: names in its folder that begin alike, folders with a slash."""
    folder, slash, begun = word.rpartition("/")
    if not slash and word == "~":
        return ["~/"]
    place = expanded(folder + slash or ".")
    found: list[str] = []
    try:
        with os.scandir(place) as entries:
            for _, entry in zip(range(MOST_NAMES), entries, strict=False):
                if _begins(entry.name, begun):
                    found.append(entry.name + ("/" if entry.is_dir() else ""))
    except (OSError, ValueError):
        return []
    exact = [name for name in found if name.startswith(begun)]
    return [folder + slash + name for name in sorted(exact or found)]


def _begins(name: str, begun: str) -> bool:
    if name.startswith(".") and not begun.startswith("."):
        return False
    return name.lower().startswith(begun.lower()) and name.isprintable()


def _alike(names: list[str]) -> str:
    """What all of them begin with; the list is sorted, so its ends tell."""
    first, last = names[0], names[-1]
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[:same] if same is not None else min(first, last, key=len)


def completed(text: str) -> str:
    """The line with its last path as far as it is certain."""
    word = last_word(text)
    possible = candidates(word.text)
    if not possible:
        return text
    common = _alike(possible)
    if len(common) < len(word.text):
        return text
    return text[: word.start] + _TO_ESCAPE.sub(r"\\\1", common)
