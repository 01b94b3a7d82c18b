"""The command `history`: the last changes, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.actions.commit import Entry
from store.actions.past import taken_back
from store.records.record import Json
from store.words.width import fit, width
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb
from tui.cli.whole_number import whole_number
from tui.history_words import about_word, deed_word, is_outside, moment, short_session

GAP = "  "


def _history(session: Session, given: Given) -> Answer:
    """When, from which session, what, about whom, and whether it still stands."""
    limit = whole_number(given, "limit")
    history = session.service.history()
    undone = taken_back(history)
    entries = tuple(reversed(history))[:limit]
    value: list[Json] = [_value(entry, session.service.session, undone) for entry in entries]
    return Answer(value=value, lines=lambda: _lines(entries, undone, session))


def _value(entry: Entry, own: str, undone: frozenset[int]) -> Json:
    return {
        "revision": entry.revision,
        "at": entry.at.isoformat(),
        "session": entry.session,
        "action": entry.action,
        "about": entry.about,
        "how": entry.how,
        "of": entry.of,
        "replaced": [
            {"table": each.table, "id": each.id, "field": each.field} for each in entry.over
        ],
        "undone": entry.revision in undone,
        "mine": entry.session == own,
    }


def _lines(entries: Sequence[Entry], undone: frozenset[int], session: Session) -> Iterator[str]:
    """Aligned columns; whatever there is none of takes no room."""
    words = session.words
    rows = [
        (
            moment(entry.at, words, session.today),
            "" if is_outside(entry) else short_session(entry.session),
            deed_word(entry, words),
            about_word(entry, words, session.today),
        )
        for entry in entries
    ]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for entry, (*cells, about) in zip(entries, rows, strict=True):
        fitted = (fit(cell, cells) for cell, cells in zip(cells, widths, strict=True) if cells)
        marks = [
            words.say(id)
            for id, holds in (
                ("history.mark.undone", entry.revision in undone),
                ("history.mark.outside", is_outside(entry)),
            )
            if holds
        ]
        yield GAP.join(filter(None, (*fitted, about, *marks))).rstrip()


HISTORY = Verb(
    name="history",
    help="cli.help.history",
    parameters=(Parameter(name="limit", shape="number"),),
    run=_history,
)
