"""Commands that only look: today, heat, show, me, time.

What one of them needs is loaded when it runs: a mail program asks `query-address` after each key.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.actions.me import EditMe
from store.actions.resolve import person_meant
from store.records.ids import PersonId
from store.records.record import Json
from store.words.day_text import read_day
from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.brief import BRIEF
from tui.cli.common_ground import COMMON
from tui.cli.finding import SEARCH, layer_given
from tui.cli.gaps import GAPS
from tui.cli.paragraphs import terminal_columns
from tui.cli.query_address import QUERY_ADDRESS
from tui.cli.session import Session
from tui.cli.spellings import SPELLINGS
from tui.cli.twins import DUPLICATES
from tui.cli.verb import Given, Parameter, Verb, action_verb, positional
from tui.cli.whole_number import whole_number

if TYPE_CHECKING:
    from store.views.today import TodayRow


def _today(session: Session, given: Given) -> Answer:
    """Everybody to get back to, in order; those of today are marked."""
    from store.views.answers_today import today_answer
    from store.views.today import fit_rows, today_view
    from tui.cli import lines

    service = session.service
    ties = service.ties()
    view = today_view(service.snapshot, ties)
    rows: Iterable[TodayRow] = view.rows
    minutes = whole_number(given, "minutes")
    if minutes is not None:
        fit = fit_rows(view, service.snapshot, ties, minutes)
        rows = fit.rows
    limit = whole_number(given, "limit")
    chosen = tuple(rows) if limit is None else tuple(rows)[:limit]
    if given.get("explain"):
        from store.views.answers_explain import explain_answer
        from store.views.explain import Backdrop, explain

        behind = Backdrop(service.snapshot, ties)
        opened = [explain(service.snapshot, ties, row, behind) for row in chosen]
        value: list[Json] = [
            {**today_answer(row), "explain": explain_answer(each, session.words, session.today)}
            for row, each in zip(chosen, opened, strict=True)
        ]
        return Answer(
            value=value,
            lines=lambda: lines.explained(opened, session.words, session.today, terminal_columns()),
        )
    return Answer(
        value=[today_answer(row) for row in chosen],
        lines=lambda: lines.today(
            chosen,
            view.summary,
            session.words,
            session.today,
            service.snapshot,
            none_wanted=limit == 0,
        ),
    )


def _heat(session: Session, given: Given) -> Answer:
    """Everybody tended, those slipping most first."""
    from store.views.answers_heat import heat_answer
    from store.views.heat import heat_rows
    from tui.cli.glyph_set import glyph_set
    from tui.cli.heat_lines import heat

    service = session.service
    rows = heat_rows(service.snapshot, service.ties(), layer_given(given))
    value: list[Json] = [heat_answer(row) for row in rows]
    return Answer(
        value=value, lines=lambda: heat(rows, session.words, terminal_columns(), glyph_set(session))
    )


def _show(session: Session, given: Given) -> Answer:
    """One card, with what was said."""
    from store.views.answers_person import person_answer

    snapshot = session.service.snapshot
    person = person_meant(snapshot, str(given.get("person") or ""))

    def told() -> tuple[str, ...]:
        from store.views.tie_detail import tie_detail
        from tui.cli.card_lines import card_lines
        from tui.cli.glyph_set import glyph_set
        from tui.cli.tie_lines import tie_lines

        words, today = session.words, session.today
        ties, columns = session.service.ties(), max(40, terminal_columns())
        tie = tie_detail(snapshot, ties, PersonId(person.id))
        pictures = tie_lines(tie, words, today, columns, glyph_set(session))
        card = card_lines(person, snapshot, ties, words, columns)
        return (*card, *pictures)

    return Answer(value=person_answer(person), lines=told)


def _me(session: Session, given: Given) -> Answer:
    """The own card; with options, changed first."""
    if any(value is not None for value in given.values()):
        return session.perform("me", given)
    from store.views.answers_me import me_answer

    snapshot = session.service.snapshot

    def told() -> tuple[str, ...]:
        from tui.cli.own_card import own_card_lines

        return own_card_lines(snapshot, session.words, session.today, terminal_columns())

    return Answer(value=me_answer(snapshot.me), lines=told)


def _time(session: Session, given: Given) -> Answer:
    """The week's minutes against the budget."""
    from store.views.answers_time import time_answer
    from store.views.week import week_of, week_view
    from tui.cli import lines

    service = session.service
    text = given.get("week")
    if text is None:
        week = week_view(service.snapshot, service.ties())
    else:
        day = _week_day(str(text), session)
        week = week_of(service.snapshot, session.today, service.settings, day)
    return Answer(value=time_answer(week), lines=lambda: lines.week(week, session.words))


def _week_day(text: str, session: Session) -> date:
    """A day of the week meant: a number back (`-1`), an ISO week (`2026-W47`), or a day."""
    try:
        return session.today + timedelta(weeks=int(text))
    except (ValueError, OverflowError):
        pass
    try:
        return (
            date.fromisocalendar(int(text[:4]), int(text[6:]), 1)
            if "W" in text
            else read_day(text, session.today, session.words.language)
        )
    except ValueError as error:
        raise UsageProblem("bad_date", "date.unreadable", text=text) from error


READS: tuple[Verb, ...] = (
    Verb(
        name="today",
        help="cli.help.today",
        parameters=(
            Parameter(name="minutes", shape="number"),
            Parameter(name="limit", shape="number"),
            Parameter(name="explain", shape="flag"),
        ),
        run=_today,
    ),
    Verb(
        name="heat",
        help="cli.help.heat",
        parameters=(Parameter(name="layer", shape="number"),),
        run=_heat,
    ),
    SEARCH,
    QUERY_ADDRESS,
    Verb(name="show", help="cli.help.show", parameters=(positional("person"),), run=_show),
    BRIEF,
    COMMON,
    GAPS,
    SPELLINGS,
    DUPLICATES,
    Verb(
        name="me",
        help="cli.help.me",
        parameters=action_verb("me", "cli.help.me", EditMe).parameters,
        more=True,
        run=_me,
    ),
    Verb(name="time", help="cli.help.time", parameters=(Parameter(name="week"),), run=_time),
)
