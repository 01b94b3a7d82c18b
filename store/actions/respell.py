"""Write one thing in one way on all cards: a school, a city, a passion met in several spellings."""

from __future__ import annotations

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import Change, ChangeSet, alter
from store.records.clean import clean_line
from store.records.snapshot import Snapshot
from store.rules.respelling import Respelling, respelled
from store.rules.spellings import Spelled
from store.words.fold import fold
from store.words.message import Message, UsageProblem


class Respell(Params, frozen=True, kw_only=True):
    """The spellings that go, and the one that takes their place."""

    what: Spelled
    spellings: tuple[str, ...] = msgspec.field(name="from")
    """Accents and capitals do not matter."""
    to: str


def respell(snapshot: Snapshot, params: Respell, context: Context) -> Outcome:
    """Rename a value wherever it stands, on the user's own card as well; done twice it is as once.

    Raises:
        UsageProblem: where a spelling is empty.
    """
    changes = respelling_changes(snapshot, params)
    people = sum(each.table == "people" for each in changes)
    to = clean_line(params.to)
    said = "said.respelled" if people else "said.respelled_own"
    return Outcome(
        change_set=ChangeSet(changes),
        id="",
        about=to,
        said=Message(said, {"value": to, "n": people} if people else {"value": to}),
    )


def respelling_changes(snapshot: Snapshot, params: Respell) -> tuple[Change, ...]:
    """The cards that change, the user's own last.

    Raises:
        UsageProblem: where a spelling is empty.
    """
    to = clean_line(params.to)
    gone = frozenset(fold(clean_line(each)) for each in params.spellings)
    if not to or not gone or "" in gone:
        raise UsageProblem("empty_value", "problem.empty_value")
    respelling = Respelling(to, gone)
    changes: list[Change] = []
    for person in snapshot.people.plain().values():
        fields = respelled(person, params.what, respelling)
        if fields:
            changes.append(alter(person, **fields))
    mine = respelled(snapshot.me, params.what, respelling)
    if mine:
        changes.append(me_change(snapshot, **mine))
    return tuple(changes)


RESPELL = Action("respell", Respell, respell)
