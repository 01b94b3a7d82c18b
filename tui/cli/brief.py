"""The command `brief`: one page before a meeting, as text, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.resolve import person_meant
from store.records.ids import PersonId
from tui.cli.answer import Answer
from tui.cli.paragraphs import terminal_columns
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional

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
            from store.formats.markdown.brief import markdown_lines

            return markdown_lines(fitted.sections)
        return page_lines(fitted, max(LEAST_COLUMNS, terminal_columns()))

    return Answer(value=brief_answer(page, words, today), lines=told)


BRIEF = Verb(
    name="brief",
    help="cli.help.brief",
    parameters=(positional("person"), Parameter(name="markdown", shape="flag")),
    run=_brief,
)
