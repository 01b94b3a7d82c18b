"""`fit`: what fits into so many minutes of all that waits today, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.records.record import Document, Json
from tui.cli.answer import Answer
from tui.cli.minutes_given import minutes_given
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional

if TYPE_CHECKING:
    from store.views.explain import Explained
    from store.views.fit import Fit
    from store.views.today import TodaySummary


def _fit(session: Session, given: Given) -> Answer:
    """The rows that fit, promises first."""
    from store.views.answers_fit import counted_answer, fit_answer
    from store.views.fit import fit_rows
    from store.views.today import today_view

    minutes = minutes_given(given) or 0
    service = session.service
    ties = service.ties()
    view = today_view(service.snapshot, ties)
    fit = fit_rows(view, service.snapshot, ties, minutes)
    value = fit_answer(fit)
    opened: list[Explained] | None = None
    if given.get("explain"):
        from store.views.explain import Backdrop, explain

        behind = Backdrop(service.snapshot, ties)
        opened = [explain(service.snapshot, ties, row, behind) for row in fit.rows]
        value = {**value, **counted_answer(fit)}
        value = {**value, "rows": _explained(value["rows"], opened, session)}
    return Answer(value=value, lines=lambda: _lines(session, fit, view.summary, opened))


def _explained(rows: Json, opened: Iterable[Explained], session: Session) -> list[Json]:
    from store.views.answers_explain import explain_answer

    told: list[Document] = [
        {"explain": explain_answer(each, session.words, session.today)} for each in opened
    ]
    kept = rows if isinstance(rows, list) else []
    return [{**row, **more} for row, more in zip(kept, told, strict=True) if isinstance(row, dict)]


def _lines(
    session: Session, fit: Fit, summary: TodaySummary, opened: list[Explained] | None
) -> Iterable[str]:
    """The whole in a sentence, each row with why it is in, and what is out first."""
    from store.rules.stays import stay_with, stays_near
    from store.views.fit_words import (
        counted_lines,
        fit_sentence,
        in_reason,
        next_line,
        promised_out_line,
    )
    from tui.cli import lines

    words, today, snapshot = session.words, session.today, session.service.snapshot
    if not (fit.rows or fit.left_out):
        yield lines.nobody(summary, words, today)
        return
    yield fit_sentence(fit, fit.asked, words)
    stays = stays_near(snapshot.me.cities, today)
    for row, reason in zip(fit.rows, fit.reasons, strict=True):
        stay = stay_with(snapshot.people[row.person], stays, today)
        yield f"{lines.today_line(row, words, today, stay)} · {in_reason(reason, words)}"
    yield from filter(None, (promised_out_line(fit, words), next_line(fit, words)))
    if opened is not None and fit.counted:
        yield ""
        columns = terminal_columns()
        yield from hung("", words.say("fit.counted_head"), columns)
        for line in counted_lines(fit, words):
            yield from hung("  ", line, columns)
    if opened:
        yield ""
        yield from lines.explained(opened, words, today, terminal_columns())


FIT = Verb(
    name="fit",
    help="cli.help.fit",
    parameters=(positional("minutes"), Parameter(name="explain", shape="flag")),
    run=_fit,
)
