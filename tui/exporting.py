"""Exporting, for screen and command line alike: who, in which format, into which file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.actions.service import Service
from store.records.snapshot import Snapshot
from store.words.fold import fold
from store.words.message import Message, Refusal, UsageProblem
from store.words.words import Words
from tui.export_selection import Selection
from tui.intake import expanded
from tui.past_exports import PastExports

if TYPE_CHECKING:
    from store.disk.past_exports import PastExport
    from store.formats.exported import ExportFormat, Wanted
    from store.formats.exports import Exports

# The formats take longer to load than most commands take to run: they are loaded when needed.

LONGEST_NAME = 60
"""Characters of a proposed file name, without its ending."""

FEED_HEAD = 4096
"""Bytes in which a feed says who wrote it."""

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What was done."""

    path: Path
    """As it was asked for, in full."""
    people: int
    changed: bool
    """False where the same stood there already."""
    noted: bool
    """Whether it could be noted beside the data file."""
    is_feed: bool = False
    """Whether it is a calendar of their days, and no card."""


def format_meant(exports: Exports, name: str, out: str) -> ExportFormat:
    """The format of a name; without one, that of a file's ending.

    Raises:
        UsageProblem: where there is no such format.
    """
    found = exports.named(name) if name else exports.of_file(out)
    if found is not None:
        return found
    formats = ", ".join(each.name for each in exports.formats)
    if not name:
        raise UsageProblem("missing_parameter", "export.which_format", formats=formats)
    raise UsageProblem("unknown_format", "export.unknown_format", format=name, formats=formats)


def wanted(
    service: Service,
    words: Words,
    chosen: Selection,
    *,
    private: bool,
    snapshot: Snapshot | None = None,
) -> Wanted:
    """What a format is asked for; of other data than the service's where some are given."""
    from store.formats.exported import Wanted

    return Wanted(
        snapshot=service.snapshot if snapshot is None else snapshot,
        people=chosen.people,
        words=words,
        now=service.now(),
        private=private,
        part=service.part,
        settings=service.settings,
    )


def file_name(form: ExportFormat, chosen: Selection, snapshot: Snapshot, day: str) -> str:
    """A good name for a file: that of one person, else of the program with the day.

    A feed has no day: it is read from the same file for ever.
    """
    if len(chosen.people) == 1:
        name = name_in_files(snapshot.people[chosen.people[0]].name)
        return f"{name[:LONGEST_NAME] or 'arrosoir'}{form.extension}"
    return f"arrosoir{form.extension}" if _is_feed(form) else f"arrosoir-{day}{form.extension}"


def name_in_files(name: str) -> str:
    """A name as files bear it: `Zoé d'Aubier` is `zoe-d-aubier`."""
    return _NOT_LETTERS.sub("-", fold(name)).strip("-")


def file_meant(out: str, name: Callable[[], str]) -> Path:
    """The file that is meant, in full; in a folder, one with a good name."""
    path = expanded(out)
    if out.endswith("/") or path.is_dir():
        path /= name()
    return path.absolute()


def refuse_foreign(path: Path, form: ExportFormat, past: PastExports | None) -> None:
    """Leave alone what this program has not written, or what was changed since.

    Raises:
        Refusal: code `exists`.
    """
    target = path.resolve()
    if target.is_file() and not _is_ours(target, form, past):
        raise Refusal("exists", "export.foreign", path=str(path))


def _is_ours(target: Path, form: ExportFormat, past: PastExports | None) -> bool:
    from store.disk.out_file import digest_of_file

    if target.stat().st_size == 0:
        return True
    before = None if past is None else past.of(target)
    if before is not None and before.digest == digest_of_file(target):
        return True
    return _is_feed_of_ours(target, form)


def _is_feed(form: ExportFormat) -> bool:
    from store.formats.exports import FEEDS

    return form.name in FEEDS


def _is_feed_of_ours(target: Path, form: ExportFormat) -> bool:
    """A feed says so itself; it is written again though it was noted nowhere."""
    if not _is_feed(form):
        return False
    with target.open("rb") as stream:
        head = stream.read(FEED_HEAD).lower()
    return head.startswith(b"begin:vcalendar") and b"prodid:" in head and b"arrosoir" in head


def export_to(
    service: Service,
    words: Words,
    form: ExportFormat,
    chosen: Selection,
    path: Path,
    past: PastExports | None,
    *,
    private: bool = False,
    over: bool = False,
    snapshot: Snapshot | None = None,
) -> Exported:
    """Write a file, and note it beside the data file.

    Args:
        service: whose data.
        words: the language.
        form: the format.
        chosen: who.
        path: of the file, in full.
        past: past exports; None for a network in memory, of which nothing is noted.
        private: whether private notes go out as well.
        over: write over a file that is not ours.
        snapshot: other data than the service's.

    Raises:
        Refusal: where the file is the data's own, or not ours.
        DataProblem: where it cannot be written.
    """
    from store.disk.out_file import write_out
    from store.disk.said import said

    asked = wanted(service, words, chosen, private=private, snapshot=snapshot)
    with said(path, "export.no_room"):
        target = path.resolve()
        _refuse_place(path, past)
        if not over:
            refuse_foreign(path, form, past)
        out = write_out(path, form.write(asked))
        noted = True
        if past is not None and target.is_file():
            noted = past.note(_noted(target, form, asked, chosen, out.digest))
    return Exported(
        path=path,
        people=len(chosen.people),
        changed=out.changed,
        noted=noted,
        is_feed=_is_feed(form),
    )


def _refuse_place(path: Path, past: PastExports | None) -> None:
    """Refuse a file in no folder, and the data's own."""
    target = path.resolve()
    if not target.parent.is_dir():
        raise Refusal("no_folder", "export.no_such_folder", path=home_shown(path.parent))
    if past is not None and past.is_own(target):
        raise Refusal("own_file", "export.own_file", path=str(path))


def _noted(
    target: Path, form: ExportFormat, asked: Wanted, chosen: Selection, digest: str
) -> PastExport:
    from store.disk.past_exports import PastExport

    return PastExport(
        path=str(target),
        format=form.name,
        on=asked.now.date().isoformat(),
        people=len(chosen.people),
        private=asked.private,
        digest=digest,
        everyone=chosen.everyone,
        query=chosen.query,
        language=asked.words.language,
    )


def exported_message(done: Exported, *, private: bool) -> Message:
    """What is said of an export."""
    values: dict[str, object] = {"n": done.people, "path": home_shown(done.path)}
    if not done.changed:
        return Message("export.unchanged", values)
    if done.is_feed and not private:
        return Message("export.done_feed", values)
    return Message("export.done_private" if private else "export.done", values)


def home_shown(path: Path) -> str:
    """A path with `~` for the home folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def past_answer(each: PastExport) -> dict[str, str | int | bool]:
    """A past export as the command line answers it in JSON."""
    return {
        "path": each.path,
        "format": each.format,
        "on": each.on,
        "people": each.people,
        "private": each.private,
        "there": Path(each.path).exists(),
    }
