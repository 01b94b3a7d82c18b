"""`forget`: ends a person everywhere, once the name was typed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.actions.resolve import person_named
from store.clock import fresh_key
from store.config.paths import state_dir
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Json
from store.words.field_words import field_word
from store.words.fold import fold
from store.words.message import Message, Refusal
from tui.cli.answer import Answer
from tui.cli.outlet import warn
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional
from tui.drafts import DRAFTS, Drafts
from tui.exporting import home_shown
from tui.forgotten_drafts import purge_drafts

if TYPE_CHECKING:
    from store.actions.mentioned import Mention
    from store.actions.purge import Purged
    from tui.forgotten_exports import Ended

REACHED_BY = frozenset({"emails", "phones", "links"})
"""Fields of a card of which two people may have the same."""


def _forget(session: Session, given: Given) -> Answer:
    """Ask for the name, then end the person in data, history, backups and drafts."""
    from store.actions.forget import traces_with_past
    from store.actions.mentioned import mentions
    from tui.forgotten_exports import end_in_exports

    service = session.service
    service.refresh()
    before = service.snapshot
    person = person_named(before, str(given.get("person", "")))
    _confirm(session, given, person)
    traces = traces_with_past(before, person, service.history())
    spoken_of = mentions(before, person, traces)
    ended = end_in_exports(service, session.exports, person, traces)
    done, purged = service.forget(person.id, fresh_key())
    purge_drafts(Drafts(state_dir() / DRAFTS), before, service.snapshot)
    twins = () if session.backups is None else session.backups.twins_with(traces.touches)
    value: dict[str, Json] = {
        "id": done.id,
        "rewritten": list(purged.rewritten),
        "removed": list(purged.removed),
        "parts": purged.parts,
        "twins": list(twins),
        "feeds": list(ended.rewritten),
        "exports": list(ended.left),
        "mentions": [_mention_answer(each) for each in spoken_of],
    }
    files = _Files(purged, twins, ended)
    return Answer(value=value, lines=lambda: _told(session, done.said, files, spoken_of))


class _Files(NamedTuple):
    """What became of copies and exports."""

    purged: Purged
    twins: Sequence[str]
    ended: Ended


def _told(
    session: Session, said: Message, files: _Files, spoken_of: Sequence[Mention]
) -> Iterator[str]:
    words, (purged, twins, ended) = session.words, files
    yield session.tell(said)
    if purged.rewritten:
        yield words.say("cli.forget.rewritten", files=", ".join(purged.rewritten))
    if purged.removed:
        yield words.say("cli.forget.removed", files=", ".join(purged.removed))
    if purged.parts:
        yield words.say("cli.forget.parts", n=purged.parts)
    if twins:
        yield words.say("cli.forget.twins", files=", ".join(twins))
    if ended.rewritten:
        yield words.say("cli.forget.rewritten", files=_shown(ended.rewritten))
    if ended.left:
        yield words.say("cli.forget.exports", files=_shown(ended.left))
    for each in spoken_of:
        yield "  " + _mention_line(session, each)
    yield words.say("cli.forget.elsewhere")


def _shown(paths: Sequence[str]) -> str:
    return ", ".join(home_shown(Path(each)) for each in paths)


def _mention_line(session: Session, mention: Mention) -> str:
    # Loaded only where somebody is spoken of.
    from store.views.dossier_words import table_word

    words = session.words
    card = session.service.snapshot.people.get(PersonId(mention.person))
    field = field_word(mention.field, words)
    if card is None:
        about = table_word(mention.table, words)
        id = "cli.forget.left_in" if mention.kind == "left" else "cli.forget.redacted_in"
    else:
        about, id = card.name, "cli.forget.redacted"
        if mention.kind == "left":
            id = "cli.forget.shared" if mention.field in REACHED_BY else "cli.forget.left"
    return words.say(id, field=field, about=about)


def _mention_answer(mention: Mention) -> dict[str, Json]:
    return {
        "table": mention.table,
        "id": mention.id,
        "person": mention.person,
        "field": mention.field,
        "kind": mention.kind,
    }


def _confirm(session: Session, given: Given, person: Person) -> None:
    """Have the name typed: as an option, on the terminal, or on the standard input.

    Raises:
        Refusal: code `needs_confirmation`.
    """
    if given.get("yes") and fold(str(given.get("person", ""))) == fold(person.name):
        # The name in full is typed already.
        return
    typed = given.get("name")
    if typed is None and session.asks:
        if sys.stdin.isatty():
            question = session.tell(Message("cli.forget.ask", {"name": person.name}))
            warn(question, end=" ")
        typed = sys.stdin.readline()
    if not isinstance(typed, str) or fold(typed.strip()) != fold(person.name):
        raise Refusal("needs_confirmation", "problem.name_not_typed", name=person.name)


FORGET = Verb(
    name="forget",
    help="cli.help.forget",
    parameters=(
        positional("person"),
        Parameter(name="name"),
        Parameter(name="yes", shape="flag"),
    ),
    run=_forget,
)
