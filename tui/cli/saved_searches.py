"""The options of `search` for searches kept under a name: `--save`, `--saved`, `--remove`."""

from __future__ import annotations

from collections.abc import Mapping

from store.views.saved_searches import saved_query
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter

SAVING = (Parameter(name="save"), Parameter(name="saved"), Parameter(name="remove", shape="flag"))


def query_meant(session: Session, given: Given, typed: str) -> str:
    """What is looked for: the search of the name given, with the words typed besides.

    Raises:
        UnknownProblem: where no search has that name.
    """
    name = given.get("saved")
    if name is None:
        return typed
    return " ".join((saved_query(session.service.snapshot.me, str(name)), typed)).strip()


def saved_instead(
    session: Session, given: Given, query: str, narrowed: Mapping[str, tuple[str, ...]]
) -> Answer | None:
    """Keep the search under the name given, or let it go; None where it is to be run.

    Args:
        session: the data.
        given: the options.
        query: words and filters.
        narrowed: values by the name of the filter that asks for one of them.

    Raises:
        UsageProblem: where nothing is looked for, or the name is empty.
        UnknownProblem: where no search has the name that is to go.
    """
    if given.get("remove"):
        gone = str(given.get("saved") or "")
        return session.perform("save-search", {"name": gone, "remove": True})
    name = given.get("save")
    if name is None:
        return None
    whole = whole_query(query, narrowed)
    return session.perform("save-search", {"name": str(name), "query": whole})


def whole_query(query: str, narrowed: Mapping[str, tuple[str, ...]]) -> str:
    """Words and filters as one types them in one line.

    Args:
        query: words and filters.
        narrowed: values by the name of the filter that asks for one of them.
    """
    from store.search.parse import filter_text
    from store.search.query_names import FILTERS

    filters = (
        filter_text(FILTERS[filter], values) for filter, values in narrowed.items() if values
    )
    return " ".join((query.strip(), *filters)).strip()
