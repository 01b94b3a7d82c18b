"""The command `export`: people, or everybody, written for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store.records.record import Json
from store.words.dates import day_of_month
from store.words.message import UsageProblem
from store.words.width import fit, width
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb
from tui.export_selection import Selection, selection
from tui.exporting import (
    Exported,
    export_to,
    exported_message,
    file_meant,
    file_name,
    format_meant,
    home_shown,
    past_answer,
    wanted,
)

if TYPE_CHECKING:
    from store.disk.past_exports import PastExport
    from store.formats.exported import ExportFormat

STANDARD_OUTPUT = "-"

FORMATS = "vcard|vcard3|csv|csv-google|json|ics|markdown"
"""As help tells them; third parties add theirs."""


def _export(session: Session, given: Given) -> Answer:
    """Write to a file, or to standard output; or list what was written before."""
    if given.get("list"):
        return _list(session)
    from store.formats.exports import all_exports

    exports = all_exports()
    out = str(given.get("out") or "")
    form = format_meant(exports, str(given.get("format") or ""), out)
    chosen = selection(
        session.service, typed_texts(given, "person"), " ".join(typed_texts(given, "query"))
    )
    private = bool(given.get("private"))
    broken = tuple(session.tell(each) for each in exports.broken)
    if out in ("", STANDARD_OUTPUT):
        return _poured(session, form, chosen, broken, private=private)
    day = session.today.isoformat()
    path = file_meant(out, lambda: file_name(form, chosen, session.service.snapshot, day))
    done = export_to(
        session.service,
        session.words,
        form,
        chosen,
        path,
        session.exports,
        private=private,
        over=bool(given.get("yes")),
    )
    return _told(session, form, done, broken, private=private)


def _poured(
    session: Session,
    form: ExportFormat,
    chosen: Selection,
    broken: tuple[str, ...],
    *,
    private: bool,
) -> Answer:
    """The text itself; asked for as JSON, or in a batch, it is one of the answer's values."""
    asked = wanted(session.service, session.words, chosen, private=private)
    return Answer(
        value=_value(form, len(chosen.people), None, private=private),
        body=lambda: form.write(asked),
        aside=broken,
    )


def _told(
    session: Session, form: ExportFormat, done: Exported, broken: tuple[str, ...], *, private: bool
) -> Answer:
    said = session.tell(exported_message(done, private=private))
    aside = () if done.noted else (session.words.say("export.not_noted"),)
    return Answer(
        value=_value(form, done.people, done.path, private=private),
        lines=lambda: (said,),
        aside=(*broken, *aside),
    )


def _value(form: ExportFormat, people: int, path: Path | None, *, private: bool) -> dict[str, Json]:
    out = None if path is None else str(path)
    return {"format": form.name, "people": people, "out": out, "private": private}


def _list(session: Session) -> Answer:
    """Past exports, the latest first; those whose files are gone, too."""
    if session.exports is None:
        raise UsageProblem("no_exports", "export.in_memory")
    past = tuple(reversed(session.exports.latest()))
    value: list[Json] = [dict(past_answer(each)) for each in past]
    return Answer(value=value, lines=lambda: _past_lines(past, session))


def _past_lines(past: tuple[PastExport, ...], session: Session) -> Iterator[str]:
    words = session.words
    if not past:
        yield words.say("export.none")
        return
    rows = [
        (
            day_of_month(date.fromisoformat(each.on), words.language, session.today),
            each.format,
            words.say("counts.people", n=each.people),
            _state(each, session),
            home_shown(Path(each.path)),
        )
        for each in past
    ]
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [fit(cell, cells) for cell, cells in zip(row[:-1], widths, strict=False)]
        yield "  ".join((*(each for each in cells if each), row[-1])).rstrip()


def _state(each: PastExport, session: Session) -> str:
    """What there is to know of a file besides."""
    if not Path(each.path).exists():
        return session.words.say("export.gone")
    return session.words.say("export.with_private") if each.private else ""


EXPORT = Verb(
    name="export",
    help="cli.help.export",
    parameters=(
        Parameter(name="format", value=FORMATS),
        Parameter(name="out", value="FILE"),
        Parameter(name="person", many=True, value="PERSON"),
        Parameter(name="query", value="QUERY"),
        Parameter(name="private", shape="flag"),
        Parameter(name="yes", shape="flag"),
        Parameter(name="list", shape="flag"),
    ),
    run=_export,
)
