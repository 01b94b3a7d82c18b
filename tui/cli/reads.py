"""Commands that only look: today, heat, show, me, time.

What one of them needs is loaded when it runs: a mail program asks `query-address` after each key.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.actions.me import EditMe
from store.actions.resolve import person_meant
from store.records.ids import PersonId
from store.records.record import Json
from tui.cli.answer import Answer
from tui.cli.brief import BRIEF
from tui.cli.capacity import CAPACITY
from tui.cli.common_ground import COMMON
from tui.cli.finding import SEARCH, layer_given
from tui.cli.fitting import FIT
from tui.cli.gaps import GAPS
from tui.cli.minutes_given import minutes_given
from tui.cli.paragraphs import terminal_columns
from tui.cli.query_address import QUERY_ADDRESS
from tui.cli.session import Session
from tui.cli.spellings import SPELLINGS
from tui.cli.twins import DUPLICATES
from tui.cli.verb import Given, Parameter, Verb, action_verb, positional
from tui.cli.week_time import TIME
from tui.cli.whole_number import whole_number

if TYPE_CHECKING:
    from store.views.today import TodayRow


def _today(session: Session, given: Given) -> Answer:
    """Everybody to get back to, in order; those of today are marked."""
    from store.views.answers_today import today_answer
    from store.views.fit import fit_rows
    from store.views.today import today_view
    from tui.cli import lines

    service = session.service
    ties = service.ties()
    view = today_view(service.snapshot, ties)
    rows: Iterable[TodayRow] = view.rows
    minutes = minutes_given(given)
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


READS: tuple[Verb, ...] = (
    Verb(
        name="today",
        help="cli.help.today",
        parameters=(
            Parameter(name="minutes", shape="minutes"),
            Parameter(name="limit", shape="number"),
            Parameter(name="explain", shape="flag"),
        ),
        run=_today,
    ),
    FIT,
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
    CAPACITY,
    Verb(
        name="me",
        help="cli.help.me",
        parameters=action_verb("me", "cli.help.me", EditMe).parameters,
        more=True,
        run=_me,
    ),
    TIME,
)
