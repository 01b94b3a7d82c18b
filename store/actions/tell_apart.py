"""Say that spellings which look alike mean different things."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import ChangeSet
from store.records.clean import clean_line
from store.records.me import Unlike
from store.records.snapshot import Snapshot
from store.rules.spellings import Spelled, pair_of
from store.words.message import Message, UsageProblem


class TellApart(Params, frozen=True, kw_only=True):
    """One spelling, and those that mean something else."""

    what: Spelled
    name: str
    others: tuple[str, ...]
    """As written."""


def tell_apart(snapshot: Snapshot, params: TellApart, context: Context) -> Outcome:
    """Keep one spelling apart from others: they are not proposed as one thing again.

    Raises:
        UsageProblem: where a spelling is empty.
    """
    name = clean_line(params.name)
    others = tuple(map(clean_line, params.others))
    if not name or not others or "" in others:
        raise UsageProblem("empty_value", "problem.empty_value")
    known = snapshot.me.unlike
    pairs = dict.fromkeys(pair_of(name, other) for other in others if other != name)
    new = (Unlike(what=params.what, one=one, other=other) for one, other in pairs)
    added = tuple(each for each in new if each not in known)
    change_set = ChangeSet((me_change(snapshot, unlike=(*known, *added)),) if added else ())
    return Outcome(
        change_set=change_set, id="", about=name, said=Message("said.told_apart", {"value": name})
    )


TELL_APART = Action("tell-apart", TellApart, tell_apart)
