"""What happens when the program fails: one line, and a report without anybody's notes.

Textual prints the values of local variables on an unhandled error, and those are names and notes
of people. The text of an exception may quote them too, so a report holds neither: only types,
places in the code, and versions.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

STATUS = 1


def report_text(error: BaseException | None) -> str:
    """The report of an error: types and places, no values and no messages."""
    python, system = platform.python_version(), platform.system()
    lines = [f"arrosoir, Python {python}, {_textual()}{system}"]
    for each in _chain(error):
        lines.append("")
        lines.extend(_frames(each))
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
    return "\n".join(lines) + "\n"


def _textual() -> str:
    """Textual's version, where it is loaded at all."""
    loaded = sys.modules.get("textual")
    return f"Textual {loaded.__version__}, " if loaded is not None else ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        # Textual's WorkerFailed carries the error of a worker; it is not loaded for a command.
        inner = getattr(error, "error", None)
        inner = inner if isinstance(inner, BaseException) else None
        error = inner or error.__cause__ or error.__context__


def _frames(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"    {frame.line}"


def write_report(error: BaseException | None, folder: Path, now: datetime) -> Path | None:
    """Write a report that only the user may read; None where that is not possible."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        prefix = f"crash-{now:%Y%m%d-%H%M%S}-"
        descriptor, name = tempfile.mkstemp(".txt", prefix, folder)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(report_text(error))
    except OSError:
        return None
    return Path(name)


def tell(line: str) -> None:
    """Say one line on the restored terminal; one that is gone is no trouble."""
    stream = sys.__stderr__
    if stream is None:
        return
    try:
        stream.write(line + "\n")
        stream.flush()
    except (OSError, ValueError):
        return
