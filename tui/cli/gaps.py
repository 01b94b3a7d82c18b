"""`gaps`: what is probably so of people, listed, taken or turned down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from store.actions.action import Params
from store.actions.decline_gap import DeclineGap
from store.actions.fill_gap import FillGap
from store.actions.sweeping import is_sweep
from store.records.record import Document, Json
from store.words.message import Message, UnknownProblem, UsageProblem
from store.words.width import fit, width
from tui.cli.answer import Answer
from tui.cli.confirming import confirm
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb

if TYPE_CHECKING:
    from store.rules.proposal import Proposal

ALL = "all"
"""Stands for every proposal."""

NAME = 24
"""Cells for a name at most."""


def _gaps(session: Session, given: Given) -> Answer:
    """List the proposals, or take or turn down some of them as one step of undo."""
    accepted, dismissed = typed_texts(given, "accept"), typed_texts(given, "dismiss")
    if accepted and dismissed:
        raise UsageProblem("usage", "problem.gaps_both")
    found = gaps_found(session)
    if accepted:
        meant = _meant(found, accepted)
        _ask(session, accepted, meant, bool(given.get("yes")))
        return _done(session, "fill-gap", meant, _taken, "gaps.filled")
    if dismissed:
        meant = _meant(found, dismissed)
        return _done(session, "decline-gap", meant, _declined, "gaps.declined")
    value: list[Json] = [_answer(session, each) for each in found]
    return Answer(value=value, lines=lambda: _lines(session, found))


def gaps_found(session: Session) -> tuple[Proposal, ...]:
    """All proposals of the data at hand."""
    # The fuzzy comparison takes long to load; other commands do without.
    from store.search.similar import similar
    from store.views.proposals import proposals_of

    return proposals_of(session.service.snapshot, session.words.language, similar)


def _meant(found: Sequence[Proposal], named: Sequence[str]) -> list[Proposal]:
    """The proposals named: by id, by the rule that several come from, or all.

    Raises:
        UnknownProblem: for an id that there is not; a rule that proposes nothing is none either.
    """
    meant: dict[str, Proposal] = {}
    for name in named:
        some = [each for each in found if name in (each.id, each.why, ALL)]
        if not some:
            raise UnknownProblem("unknown_gap", "problem.unknown_gap", id=name)
        meant |= {each.id: each for each in some}
    return list(meant.values())


def _ask(session: Session, named: Sequence[str], meant: Sequence[Proposal], yes: bool) -> None:
    """Where many cards would be filled that were not named one by one.

    Raises:
        Refusal: where that is not wanted, or nobody is there to say so.
    """
    people = len({each.person for each in meant})
    by_id = all(":" in name for name in named)
    if not yes and not by_id and is_sweep(people, 0, len(session.service.snapshot.people)):
        confirm(session, people, 0)


def _taken(proposal: Proposal) -> Params:
    return FillGap(person=proposal.person, what=proposal.what, value=proposal.value)


def _declined(proposal: Proposal) -> Params:
    return DeclineGap(person=proposal.person, gap=proposal.key)


def _done(
    session: Session,
    action: str,
    meant: Sequence[Proposal],
    params: Callable[[Proposal], Params],
    said: str,
) -> Answer:
    done = session.service.perform_many(action, [params(each) for each in meant])
    people: list[Json] = [str(each.person) for each in meant]
    n = len(set(people)) if action == "fill-gap" else len(meant)
    told = done.said if len(meant) == 1 else Message(said, {"n": n})
    return Answer(value={"id": people[-1], "ids": people}, lines=lambda: (session.tell(told),))


def _answer(session: Session, each: Proposal) -> Document:
    people = session.service.snapshot.people
    whom: list[Json] = [{"id": id, "name": people[id].name} for id in each.whom]
    return {
        "id": each.id,
        "person": {"id": each.person, "name": people[each.person].name},
        "what": each.what,
        "value": each.value,
        "because": {"code": each.why, "source": each.source, "known": each.known, "people": whom},
    }


def _lines(session: Session, found: Sequence[Proposal]) -> Iterator[str]:
    from store.views.proposals import group_of
    from tui.phrasing.proposal_heads import because

    snapshot, words = session.service.snapshot, session.words
    columns = terminal_columns()
    names = [snapshot.people[each.person].name for each in found]
    wide = min(NAME, max(map(width, names), default=0))
    if not found:
        yield from hung("", words.say("gaps.empty"), columns)
    for _, some in groupby(found, group_of):
        group = list(some)
        yield from hung("", because(group[0], snapshot, words), columns)
        for each in group:
            yield f"  {fit(snapshot.people[each.person].name, wide)}  {each.id}"


GAPS = Verb(
    name="gaps",
    help="cli.help.gaps",
    parameters=(
        Parameter(name="accept", many=True, value="ID|RULE|all"),
        Parameter(name="dismiss", many=True, value="ID|RULE|all"),
        Parameter(name="yes", shape="flag"),
    ),
    run=_gaps,
)
