"""`doctor`: the data file and what surrounds the program, checked without changing anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from store.clock import Clock
from store.disk.findings.around import leftovers, permissions, room
from store.disk.findings.contents import contents
from store.disk.findings.finding import Finding, amiss, well
from store.disk.findings.parts import parts
from store.disk.findings.twins import twins
from store.records.record import Json
from store.words.glyphs import glyphs_for, plain_locale
from store.words.words import Words
from tui.cli.paragraphs import hung

BAD_FILE = 4
"""Exit status where the data file cannot be opened."""


def examine(
    path: Path, environment: Mapping[str, str], encoding: str | None, clock: Clock
) -> tuple[Finding, ...]:
    """All findings, in a fixed order.

    Args:
        path: the data file.
        environment: of the process.
        encoding: of the standard output.
        clock: the present moment.
    """
    path = Path(os.path.realpath(path))
    held = tuple(contents(path, clock))
    # Somebody else's file may be open to others.
    foreign = any(each.message.id == "problem.foreign" for each in held)
    return (
        *held,
        *room(path),
        *(() if foreign else permissions(path)),
        *leftovers(path),
        *(() if foreign else parts(path)),
        *twins(path),
        *_plugins(),
        _locale(environment, encoding),
        _terminal(environment),
        _clipboard(environment),
    )


def findings_value(findings: Iterable[Finding], words: Words) -> list[Json]:
    """Findings for `--json`."""
    return [
        {"check": each.check, "ok": each.ok, "message": words.tell(each.message)}
        for each in findings
    ]


def findings_lines(findings: Iterable[Finding], words: Words, columns: int) -> tuple[str, ...]:
    """Findings for people to read.

    Args:
        findings: in their order.
        words: of the user's language.
        columns: cells of a line.
    """
    return tuple(line for each in findings for line in _finding_lines(each, words, columns))


def _finding_lines(finding: Finding, words: Words, columns: int) -> Iterator[str]:
    word = words.say("doctor.ok" if finding.ok else "doctor.look")
    return hung(f"{word}  ", words.tell(finding.message), columns)


def status_of(findings: Iterable[Finding]) -> int:
    """The exit status: whether the data file can be opened."""
    bad_file = any(not each.ok and each.check == "file" for each in findings)
    return BAD_FILE if bad_file else 0


def _plugins() -> Iterator[Finding]:
    """Formats that third parties add; nothing where there are none."""
    from store.formats.plugins import declared

    groups = ("arrosoir.formats", "arrosoir.exports")
    if not any(map(declared, groups)):
        return
    # Loaded only here: the formats take long to load.
    from store.formats.exports import EXPORTS, all_exports
    from store.formats.registry import FORMATS, formats_and_broken

    brought, broken_in = formats_and_broken()
    exports = all_exports()
    broken = (*broken_in, *exports.broken)
    good = len(brought) - len(FORMATS) + len(exports.formats) - len(EXPORTS)
    if good:
        yield well("plugins", "doctor.plugins", n=good)
    yield from (amiss("plugins", each.id, **each.values) for each in broken)


def _locale(environment: Mapping[str, str], encoding: str | None) -> Finding:
    if glyphs_for("auto", environment, encoding) == "blocks":
        return well("locale", "doctor.locale_good", encoding=encoding or "?")
    named = "ASCII" if plain_locale(environment) else encoding or "?"
    return amiss("locale", "doctor.locale", encoding=named)


def _terminal(environment: Mapping[str, str]) -> Finding:
    term = environment.get("TERM", "")
    if term in ("", "dumb"):
        return amiss("terminal", "doctor.terminal", term=term or "?")
    return well("terminal", "doctor.terminal_good", term=term)


def _clipboard(environment: Mapping[str, str]) -> Finding:
    """OSC 52 reaches the outer terminal through tmux only where `set-clipboard` is on."""
    if not environment.get("TMUX"):
        return well("clipboard", "doctor.clipboard_good")
    tmux = shutil.which("tmux")
    if tmux is None:
        return amiss("clipboard", "doctor.clipboard_tmux")
    shown = subprocess.run(
        [tmux, "show-options", "-gv", "set-clipboard"],
        capture_output=True,
        text=True,
        timeout=2,
        check=False,
        env={**os.environ},
    )
    if shown.stdout.strip() == "on":
        return well("clipboard", "doctor.clipboard_good")
    return amiss("clipboard", "doctor.clipboard_tmux")
