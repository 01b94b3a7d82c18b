"""Commands that only look: today, heat, search, show, me, time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from store.actions.me import EditMe
from store.actions.resolve import person_meant
from store.records.ids import PersonId
from store.records.kinds import LAYERS, Layer
from store.records.record import Json
from store.views.answers_heat import heat_answer
from store.views.answers_me import me_answer
from store.views.answers_person import person_answer
from store.views.answers_time import time_answer
from store.views.answers_today import today_answer
from store.views.heat import heat_rows
from store.views.tie_detail import tie_detail
from store.views.today import TodayRow, fit_rows, today_view
from store.views.week import week_of, week_view
from store.words.day_text import read_day
from store.words.message import UsageProblem
from tui.cli import lines
from tui.cli.answer import Answer
from tui.cli.glyph_set import glyph_set
from tui.cli.heat_lines import heat
from tui.cli.paragraphs import terminal_columns
from tui.cli.session import Session
from tui.cli.tie_lines import tie_lines
from tui.cli.verb import Given, Parameter, Verb, action_verb, positional
from tui.cli.whole_number import whole_number

FIELDS = ("school", "city", "passion", "org", "field", "tag")
"""What a search may be narrowed by."""


def _layer(given: Given) -> Layer | None:
    number = whole_number(given, "layer")
    if number is None:
        return None
    for layer in LAYERS:
        if layer == number:
            return layer
    raise UsageProblem("bad_layer", "problem.bad_layer")


def _today(session: Session, given: Given) -> Answer:
    """Everybody to get back to, in order; those of today are marked."""
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
    service = session.service
    rows = heat_rows(service.snapshot, service.ties(), _layer(given))
    value: list[Json] = [heat_answer(row) for row in rows]
    return Answer(
        value=value, lines=lambda: heat(rows, session.words, terminal_columns(), glyph_set(session))
    )


def _search(session: Session, given: Given) -> Answer:
    """People by a word of anything in their card."""
    from store.search.find import find

    narrowed = {name: _texts(given, name) for name in FIELDS}
    layer = _layer(given)
    query = str(given.get("query") or "")
    if not query.strip() and layer is None and not any(narrowed.values()):
        raise UsageProblem("empty_query", "problem.empty_query")
    limit = whole_number(given, "limit")
    hits = find(
        session.service.snapshot,
        query,
        school=narrowed["school"],
        city=narrowed["city"],
        passion=narrowed["passion"],
        org=narrowed["org"],
        field=narrowed["field"],
        tag=narrowed["tag"],
        layer=layer,
        limit=20 if limit is None else limit,
    )
    value: list[Json] = [
        {
            "person": {"id": hit.person.id, "name": hit.person.name},
            "score": hit.score,
            "matched": [{"field": field, "value": text} for field, text in hit.matched],
        }
        for hit in hits
    ]
    return Answer(value=value, lines=lambda: lines.search(hits), status=0 if hits else 3)


def _texts(given: Given, name: str) -> tuple[str, ...]:
    value = given.get(name)
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _show(session: Session, given: Given) -> Answer:
    """One card, with what was said."""
    snapshot = session.service.snapshot
    person = person_meant(snapshot, str(given.get("person") or ""))

    def told() -> tuple[str, ...]:
        words, today = session.words, session.today
        tie = tie_detail(snapshot, session.service.ties(), PersonId(person.id))
        pictures = tie_lines(tie, words, today, terminal_columns(), glyph_set(session))
        return (*lines.card(person, snapshot, words, today), *pictures)

    return Answer(value=person_answer(person), lines=told)


def _me(session: Session, given: Given) -> Answer:
    """The own card; with options, changed first."""
    if any(value is not None for value in given.values()):
        return session.perform("me", given)
    me = session.service.snapshot.me
    return Answer(value=me_answer(me), lines=lambda: lines.me(me, session.words, session.today))


def _time(session: Session, given: Given) -> Answer:
    """The week's minutes against the budget."""
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


def _option(name: str, *, number: bool = False, many: bool = False) -> Parameter:
    return Parameter(name=name, shape="number" if number else "text", many=many)


READS: tuple[Verb, ...] = (
    Verb(
        name="today",
        help="cli.help.today",
        parameters=(
            _option("minutes", number=True),
            _option("limit", number=True),
            Parameter(name="explain", shape="flag"),
        ),
        run=_today,
    ),
    Verb(
        name="heat",
        help="cli.help.heat",
        parameters=(_option("layer", number=True),),
        run=_heat,
    ),
    Verb(
        name="search",
        help="cli.help.search",
        parameters=(
            positional("query", required=False),
            *(_option(name, many=True) for name in FIELDS),
            _option("layer", number=True),
            _option("limit", number=True),
        ),
        run=_search,
    ),
    Verb(name="show", help="cli.help.show", parameters=(positional("person"),), run=_show),
    Verb(
        name="me",
        help="cli.help.me",
        parameters=action_verb("me", "cli.help.me", EditMe).parameters,
        run=_me,
    ),
    Verb(name="time", help="cli.help.time", parameters=(_option("week"),), run=_time),
)
