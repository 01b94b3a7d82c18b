"""The command `common`: what the user and a person, two people, or a room share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.actions.resolve import person_meant
from store.actions.resolve_event import event_meant
from store.records.ids import EventId, PersonId
from store.words.field_words import field_message
from store.words.message import Message, UsageProblem
from store.words.width import width
from tui.cli.answer import Answer
from tui.cli.labelled import labelled
from tui.cli.outlet import warn
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb, positional

if TYPE_CHECKING:
    from store.views.common_view import CommonView
    from store.views.shared_room import Among

MOST = 20
"""Things in common told at most; `--json` has all."""

LEAST_COLUMNS = 40
"""Lines are never narrower."""


def _common(session: Session, given: Given) -> Answer:
    """One person is compared with the user, two with each other, more and an event make a room.

    With `--json` one object, as `common_answer` tells.
    """
    from store.search.similar import similar
    from store.views.answers_common import common_answer
    from store.views.common_view import common_view
    from store.views.shared_ground import SharedGround

    snapshot = session.service.snapshot
    text = given.get("event")
    event = None if text is None else event_meant(snapshot, str(text))
    typed = (*typed_texts(given, "person"), *typed_texts(given, "other"))
    named = [PersonId(person_meant(snapshot, each).id) for each in typed]
    people = dict.fromkeys(named)
    if event is not None:
        there = (*event.people, *event.wanted)
        people.update(dict.fromkeys(each for each in there if each in snapshot.people))
    elif not people:
        name = Message("cli.parameter", {"word": field_message("person"), "code": "PERSON"})
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name=name)
    view = common_view(
        snapshot,
        tuple(people),
        session.today,
        SharedGround(similar),
        None if event is None else EventId(event.id),
    )
    if view.lack == "mine" and session.asks:
        warn(session.words.say("cli.common.mine"))
    return Answer(
        value=common_answer(view, session.words, session.today, event),
        lines=lambda: _lines(view, session),
    )


def _lines(view: CommonView, session: Session) -> Iterator[str]:
    from store.views import common_phrases as say

    words, columns = session.words, max(LEAST_COLUMNS, terminal_columns())
    yield from hung(
        "", say.title_said(view, [each.name for each in view.people], words, view.event), columns
    )
    if view.acquainted:
        yield from hung("  ", say.acquainted_said(view, words), columns)
    rows = [
        (say.what_word(each.common.what, words), _with_aside(each, view, session))
        for each in view.shared[:MOST]
    ]
    doors = [say.door_said(each, words, session.today) for each in view.doors]
    wide = max((width(word) for word, _ in (*rows, *doors)), default=0)
    yield from labelled(rows, words, columns, wide)
    if not rows and view.lack != "mine":
        yield from hung("  ", _nothing(view, session), columns)
    if doors:
        yield from ("", words.say("common.doors"))
        yield from labelled(doors, words, columns, wide)
    if view.pairs:
        yield from ("", words.say("common.introductions"))
        for pair in view.pairs:
            yield from hung("  ", say.pair_said(pair, view, words), columns)


def _with_aside(among: Among, view: CommonView, session: Session) -> str:
    from store.views import common_phrases as say

    text = say.shared_said(among, view, session.words)
    aside = say.beside_said(among, view, session.words)
    return f"{text} · {aside}" if aside else text


def _nothing(view: CommonView, session: Session) -> str:
    if not view.people:
        return session.words.say("cli.common.nobody")
    if view.bare:
        names = ", ".join(each.name for each in view.bare)
        return session.words.say("cli.common.bare", names=names)
    return session.words.say("cli.common.nothing")


COMMON = Verb(
    name="common",
    help="cli.help.common",
    parameters=(
        positional("person", required=False),
        positional("other", required=False, many=True),
        Parameter(name="event"),
    ),
    run=_common,
)
