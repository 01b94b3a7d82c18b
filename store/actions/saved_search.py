"""Keep a search under a name, or let it go."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import Change, ChangeSet
from store.records.clean import clean_line
from store.records.me import ME, SavedSearch
from store.records.snapshot import Snapshot
from store.views.saved_searches import place_of
from store.words.message import Message, UnknownProblem, UsageProblem

LONGEST_NAME = 60
LONGEST_QUERY = 400
"""Characters that are kept."""


class SaveSearch(Params, frozen=True, kw_only=True):
    """The name and what is looked for, as typed; `remove` lets the search of that name go."""

    name: str
    query: str = ""
    remove: bool = False


def save_search(snapshot: Snapshot, params: SaveSearch, context: Context) -> Outcome:
    """Keep a search; one that has the same folded name gives way, in its place.

    Raises:
        UsageProblem: where name or query is empty.
        UnknownProblem: where there is no search of that name to let go.
    """
    name = clean_line(params.name)[:LONGEST_NAME].strip()
    if not name:
        raise UsageProblem("empty_name", "problem.empty_search_name")
    saved = snapshot.me.searches
    place = place_of(saved, name)
    if params.remove:
        if place is None:
            raise UnknownProblem("unknown_search", "problem.unknown_search", name=name)
        kept = (*saved[:place], *saved[place + 1 :])
        change = me_change(snapshot, searches=kept)
        return _outcome((change,), saved[place].name, "said.search_removed")
    query = clean_line(params.query)[:LONGEST_QUERY].strip()
    if not query:
        raise UsageProblem("empty_query", "problem.empty_search")
    search = SavedSearch(name=name, query=query)
    at = len(saved) if place is None else place
    kept = (*saved[:at], search, *saved[at + 1 :])
    changes = (me_change(snapshot, searches=kept),) if kept != saved else ()
    return _outcome(changes, name, "said.search_saved" if place is None else "said.search_replaced")


def _outcome(changes: tuple[Change, ...], name: str, said: str) -> Outcome:
    return Outcome(
        change_set=ChangeSet(changes), id=ME, about=name, said=Message(said, {"name": name})
    )


SAVE_SEARCH = Action("save-search", SaveSearch, save_search)
