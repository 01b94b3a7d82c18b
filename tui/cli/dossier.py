"""The command `dossier`: all that is held about one person, with its source and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.actions.resolve import person_meant
from store.config.paths import state_dir
from store.words.width import fit, width
from store.words.wrapping import wrap
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.verb import Given, Verb, positional
from tui.drafts import DRAFTS, Drafts

if TYPE_CHECKING:
    from store.views.dossier_text import Section, Told

COLUMNS = 78
"""Cells of a line."""

LABEL = 18
"""Cells for what a piece is, at most."""

INDENT = 2


def _dossier(session: Session, given: Given) -> Answer:
    """What the data and their history hold of a person; reading alone."""
    from store.views.answers_dossier import dossier_answer
    from store.views.dossier_text import dossier_text
    from tui.dossiers import read_dossier

    person = person_meant(session.service.snapshot, str(given.get("person") or ""))
    drafts = Drafts(state_dir() / DRAFTS)
    held = read_dossier(session.service, person, session.backups, drafts, session.exports)
    return Answer(
        value=dossier_answer(held, session.words, session.today),
        lines=lambda: dossier_lines(dossier_text(held, session.words)),
    )


def dossier_lines(sections: Iterable[Section]) -> Iterator[str]:
    """The text in lines of at most 78 cells, a blank one before each heading but the first."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield from wrap(section.title, COLUMNS)
        label = min(LABEL, max(width(each.label) for each in section.told))
        for told in section.told:
            yield from _lines(told, label)


def _lines(told: Told, label: int) -> Iterator[str]:
    hang = INDENT + label + (2 if label else 0)
    room = COLUMNS - hang
    lines = [line for each in told.text.splitlines() for line in wrap(each, room)] or [""]
    aside = f"({told.aside})" if told.aside else ""
    if aside and width(f"{lines[-1]}  {aside}") <= room:
        lines[-1] = f"{lines[-1]}  {aside}"
    elif aside:
        lines += wrap(aside, room)
    lead = " " * INDENT + (fit(told.label, label) + "  " if label else "")
    for number, line in enumerate(lines):
        yield (lead if number == 0 else " " * hang) + line


DOSSIER = Verb(
    name="dossier", help="cli.help.dossier", parameters=(positional("person"),), run=_dossier
)
