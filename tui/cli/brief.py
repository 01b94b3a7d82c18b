"""The command `brief`: one page before a meeting, as text, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.actions.resolve import person_meant
from store.records.ids import PersonId
from tui.cli.answer import Answer
from tui.cli.paragraphs import terminal_columns
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional

if TYPE_CHECKING:
    from store.views.dossier_text import Told
    from tui.phrasing.brief_page import Page

LEAST_COLUMNS = 20
"""A page is never narrower."""


def _brief(session: Session, given: Given) -> Answer:
    """What helps before talking to one person; private notes are no part of it."""
    from store.views.answers_brief import brief_answer
    from store.views.brief import brief
    from tui.phrasing.brief_page import brief_page, page_lines

    service, words, today = session.service, session.words, session.today
    person = person_meant(service.snapshot, str(given.get("person") or ""))
    page = brief(service.snapshot, service.ties(), PersonId(person.id))

    def told() -> Iterator[str]:
        fitted = brief_page(page, words, today)
        if given.get("markdown"):
            return markdown(fitted)
        return page_lines(fitted, max(LEAST_COLUMNS, terminal_columns()))

    return Answer(value=brief_answer(page, words, today), lines=told)


def markdown(page: Page) -> Iterator[str]:
    """The page as Markdown: headings and lists are ours, all else stands as it was written."""
    from store.words.markdown import escaped

    head, *sections = page.sections
    yield f"# {escaped(head.title)}"
    for each in head.told:
        yield from ("", escaped(each.text))
    for section in sections:
        yield from ("", f"## {escaped(section.title)}", "")
        for each in section.told:
            yield f"- {_item(each)}"


def _item(told: Told) -> str:
    from store.words.markdown import escaped

    return f"**{escaped(told.label)}** {escaped(told.text)}" if told.label else escaped(told.text)


BRIEF = Verb(
    name="brief",
    help="cli.help.brief",
    parameters=(positional("person"), Parameter(name="markdown", shape="flag")),
    run=_brief,
)
