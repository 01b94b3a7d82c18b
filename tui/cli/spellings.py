"""`spellings` lists what is written in several ways; `respell` writes it in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.actions.respell import Respell, respelling_changes
from store.actions.sweeping import sweep_of, sweeps
from store.actions.tell_apart import TellApart
from store.records.change import ChangeSet
from store.records.clean import clean_line
from store.records.record import Document, Json
from store.rules.spellings import SPELLED, Spelled
from store.words.fold import fold
from store.words.message import UnknownProblem, UsageProblem
from tui.cli.answer import Answer
from tui.cli.confirming import confirm
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.params import bad_choice
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb, action_verb

if TYPE_CHECKING:
    from store.views.spellings import SpellingGroup


def _spellings(session: Session, given: Given) -> Answer:
    """List the groups; with `--apart` keep the first spelling named apart from the others."""
    what = _what(given)
    apart = typed_texts(given, "apart")
    if apart:
        if what is None:
            raise UsageProblem("missing_parameter", "problem.missing_parameter", name="--what")
        names = tuple(_written(session, what, each) for each in apart)
        params = TellApart(what=what, name=names[0], others=names[1:])
        return session.answer(session.service.perform("tell-apart", params))
    # The fuzzy comparison takes long to load; other commands do without.
    from store.search.similar import similar
    from store.views.spellings import spellings

    whats = SPELLED if what is None else (what,)
    groups = spellings(session.service.snapshot, similar, whats)
    value: list[Json] = [_answer(each) for each in groups]
    return Answer(value=value, lines=lambda: _lines(session, groups))


def _what(given: Given) -> Spelled | None:
    wanted = given.get("what")
    if wanted is None:
        return None
    for each in SPELLED:
        if each == wanted:
            return each
    raise bad_choice("what", SPELLED)


def _written(session: Session, what: Spelled, typed: str) -> str:
    """A spelling as somebody has it.

    Raises:
        UnknownProblem: where nobody has it so.
    """
    from store.views.spellings import spelling_counts

    known = spelling_counts(session.service.snapshot, what)
    name = clean_line(typed)
    if not name or name in known:
        return name
    alike = [each for each in known if fold(each) == fold(name)]
    if len(alike) == 1:
        return alike[0]
    raise UnknownProblem("unknown_spelling", "problem.unknown_spelling", value=name)


def _answer(group: SpellingGroup) -> Document:
    spelled: list[Json] = [{"name": each.name, "count": each.count} for each in group.spellings]
    return {"what": group.what, "spellings": spelled}


def _lines(session: Session, groups: Sequence[SpellingGroup]) -> Iterator[str]:
    from tui.phrasing.spelling_kinds import KIND_WORDS

    words = session.words
    if not groups:
        yield from hung("", words.say("spellings.empty"), terminal_columns())
    for group in groups:
        told = " · ".join(f"{each.name} ({each.count})" for each in group.spellings)
        label = words.say(KIND_WORDS[group.what])
        lead = words.say("dossier.labelled", label=label, text="")
        yield from hung(lead, told, terminal_columns())


def _respell(session: Session, given: Given) -> Answer:
    """Write one thing in one way; where many cards would change, ask first."""
    service = session.service
    told = {name: value for name, value in given.items() if name != "yes"}
    params = session.read(Respell, told)
    change_set = ChangeSet(respelling_changes(service.snapshot, params))
    people: list[Json] = [each.id for each in change_set.changes if each.table == "people"]
    if not given.get("yes") and sweeps(change_set, service.snapshot):
        confirm(session, len(sweep_of(change_set).changed), 0)
    done = service.perform("respell", params)
    value: Json = {"id": people[-1] if people else done.id, "ids": people}
    return Answer(value=value, lines=lambda: (session.tell(done.said),))


SPELLINGS = Verb(
    name="spellings",
    help="cli.help.spellings",
    parameters=(Parameter(name="what", choices=SPELLED), Parameter(name="apart", many=True)),
    run=_spellings,
)

RESPELL = Verb(
    name="respell",
    help="cli.help.respell",
    parameters=(
        *action_verb("respell", "cli.help.respell", Respell).parameters,
        Parameter(name="yes", shape="flag"),
    ),
    run=_respell,
)
