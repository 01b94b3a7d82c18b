"""`doctor`: the data file and what surrounds the program, checked without changing anything."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from store.disk.file_keeper import FileKeeper
from store.records.snapshot import INDEXED, Snapshot, people_of
from store.words.glyphs import glyphs_for
from store.words.message import Message, Problem


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at."""

    check: str
    """`file`, `references`, `permissions`, `twins`, `locale`, `terminal`, `clipboard`."""
    ok: bool
    message: Message


def examine(
    path: Path, environment: Mapping[str, str], encoding: str | None
) -> tuple[Finding, ...]:
    """All findings, in a fixed order."""
    return (
        *_file(path),
        *_permissions(path),
        *_twins(path),
        _locale(environment, encoding),
        _terminal(environment),
        _clipboard(environment),
    )


def _file(path: Path) -> Iterator[Finding]:
    if not path.exists():
        yield _good("file", "doctor.no_file", path=str(path))
        return
    try:
        snapshot = FileKeeper(path, read_only=True).snapshot
    except Problem as problem:
        yield Finding(check="file", ok=False, message=problem.message)
        return
    yield _good("file", "doctor.file", path=str(path), n=len(snapshot.people))
    lost = sum(1 for _ in _lost_references(snapshot))
    if lost:
        yield Finding(
            check="references", ok=False, message=Message("doctor.references", {"n": lost})
        )
    else:
        yield _good("references", "doctor.references_good")


def _lost_references(snapshot: Snapshot) -> Iterator[str]:
    """Records that name somebody who is not there."""
    for name in INDEXED:
        for record in snapshot.tables[name].values():
            if any(person not in snapshot.people for person in people_of(record)):
                yield record.id


def _permissions(path: Path) -> Iterator[Finding]:
    """Files 0600, folder 0700: nobody else reads about one's people."""
    wide = [
        each
        for each in (path, *path.parent.glob(f"{path.name}.*"))
        if each.is_file() and stat.S_IMODE(each.stat().st_mode) & 0o077
    ]
    if wide:
        names = ", ".join(str(each) for each in wide)
        values: dict[str, object] = {"files": names}
        yield Finding(check="permissions", ok=False, message=Message("doctor.permissions", values))
    elif path.exists():
        yield _good("permissions", "doctor.permissions_good")


def _twins(path: Path) -> Iterator[Finding]:
    """Copies that a synchronising program leaves beside a file written on two machines."""
    if not path.parent.is_dir():
        return
    marks = ("conflict", "conflicted", "en conflit")
    found = [
        each.name
        for each in path.parent.iterdir()
        if each.name.startswith(path.stem) and any(mark in each.name.lower() for mark in marks)
    ]
    if found:
        values: dict[str, object] = {"files": ", ".join(sorted(found))}
        yield Finding(check="twins", ok=False, message=Message("doctor.twins", values))


def _locale(environment: Mapping[str, str], encoding: str | None) -> Finding:
    if glyphs_for("auto", environment, encoding) == "blocks":
        return _good("locale", "doctor.locale_good", encoding=encoding or "?")
    return Finding(
        check="locale", ok=False, message=Message("doctor.locale", {"encoding": encoding or "?"})
    )


def _terminal(environment: Mapping[str, str]) -> Finding:
    term = environment.get("TERM", "")
    values: dict[str, object] = {"term": term or "?"}
    if term in ("", "dumb"):
        return Finding(check="terminal", ok=False, message=Message("doctor.terminal", values))
    return Finding(check="terminal", ok=True, message=Message("doctor.terminal_good", values))


def _clipboard(environment: Mapping[str, str]) -> Finding:
    """OSC 52 reaches the outer terminal through tmux only where `set-clipboard` is on."""
    if not environment.get("TMUX"):
        return _good("clipboard", "doctor.clipboard_good")
    tmux = shutil.which("tmux")
    if tmux is None:
        return Finding(check="clipboard", ok=False, message=Message("doctor.clipboard_tmux"))
    shown = subprocess.run(
        [tmux, "show-options", "-gv", "set-clipboard"],
        capture_output=True,
        text=True,
        timeout=2,
        check=False,
        env={**os.environ},
    )
    if shown.stdout.strip() == "on":
        return _good("clipboard", "doctor.clipboard_good")
    return Finding(check="clipboard", ok=False, message=Message("doctor.clipboard_tmux"))


def _good(check: str, id: str, **values: object) -> Finding:
    return Finding(check=check, ok=True, message=Message(id, values))
