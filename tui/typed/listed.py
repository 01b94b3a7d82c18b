"""Several texts on one line, and back: by commas, by semicolons where one holds a comma."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*')


def joined(texts: Iterable[str]) -> str:
    """Texts on a line.

    Separated by commas; where a text holds one, by semicolons with one at the end; a text that
    holds a semicolon or begins with a quotation mark is quoted.
    """
    each = tuple(texts)
    written = [_written(text) for text in each]
    if any("," in text or ";" in text for text in each):
        return "; ".join(written) + ";"
    return ", ".join(written)


def _written(text: str) -> str:
    if ";" in text or text.startswith('"'):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


def parts(text: str) -> tuple[str, ...]:
    """The texts on a line, trimmed, empty ones left out."""
    return tuple(part for part, _ in _split(text) if part)


def last_part(text: str) -> tuple[str, str]:
    """What stands before the last text of a line, and that text as far as it is typed."""
    begun = 0
    for _, end in _split(text):
        if end < len(text):
            begun = end
    while begun < len(text) and text[begun] in ",; ":
        begun += 1
    return text[:begun], text[begun:]


def _split(text: str) -> list[tuple[str, int]]:
    """Each text, and where it ends."""
    separator = ";" if _has_semicolon(text) else ","
    found: list[tuple[str, int]] = []
    at = 0
    while at <= len(text):
        quoted = _QUOTED.match(text, at)
        if quoted is not None and text[quoted.end() : quoted.end() + 1] in ("", ",", ";"):
            found.append((quoted[1].replace('""', '"').strip(), quoted.end()))
            at = quoted.end() + 1
            continue
        end = text.find(separator, at)
        end = len(text) if end < 0 else end
        found.append((text[at:end].strip(), end))
        at = end + 1
    return found


def _has_semicolon(text: str) -> bool:
    """Whether semicolons separate: one stands outside quotation marks."""
    return ";" in _WITHIN.sub("", text)


_WITHIN = re.compile(r'(?:^|(?<=[,;]))\s*"(?:[^"]|"")*"(?=\s*(?:[,;]|$))')
