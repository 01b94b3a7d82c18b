"""The command `search`, by anything in a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records.kinds import LAYERS, Layer
from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.found_lines import found_lines
from tui.cli.paragraphs import terminal_columns
from tui.cli.saved_searches import SAVING, query_meant, saved_instead, whole_query
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb, positional
from tui.cli.whole_number import whole_number

if TYPE_CHECKING:
    from store.views.ties import Ties

FIELDS = ("school", "city", "passion", "org", "field", "tag")
"""What a search may be narrowed by."""

HITS = 20
"""People told where no limit is given."""


def layer_given(given: Given) -> Layer | None:
    """The option `--layer`.

    Raises:
        UsageProblem: for a number that is no layer.
    """
    number = whole_number(given, "layer")
    if number is None:
        return None
    for layer in LAYERS:
        if layer == number:
            return layer
    raise UsageProblem("bad_layer", "problem.bad_layer")


def _search(session: Session, given: Given) -> Answer:
    """People by words and filters; see `store.search.parse`."""
    from store.search.find import find

    narrowed = {name: typed_texts(given, name) for name in FIELDS}
    layer = layer_given(given)
    query = query_meant(session, given, " ".join(typed_texts(given, "query")))
    filters = narrowed if layer is None else {**narrowed, "layer": (str(layer),)}
    if (kept := saved_instead(session, given, query, filters)) is not None:
        return kept
    if not query.strip() and layer is None and not any(narrowed.values()):
        raise UsageProblem("empty_query", "problem.empty_query")
    wanted = whole_number(given, "limit")
    limit = HITS if wanted is None else max(0, wanted)
    snapshot = session.service.snapshot
    # One at least is looked for: whether there is anybody does not depend on how many are told.
    found = find(
        snapshot,
        query,
        school=narrowed["school"],
        city=narrowed["city"],
        passion=narrowed["passion"],
        org=narrowed["org"],
        field=narrowed["field"],
        tag=narrowed["tag"],
        layer=layer,
        limit=max(1, limit),
        ties=_ties(session, query),
    )
    hits = found[:limit]
    words, whole = session.words, whole_query(query, filters)
    return Answer(
        value=[
            {
                "person": {"id": hit.person.id, "name": hit.person.name},
                "score": hit.score,
                "matched": [{"field": each.field, "value": each.value} for each in hit.matched],
            }
            for hit in hits
        ],
        lines=lambda: found_lines(hits, snapshot, words, session.today, terminal_columns()),
        aside=() if found else (words.say("cli.nobody_matches", text=whole),),
        status=0 if found else 3,
    )


def _ties(session: Session, query: str) -> Ties | None:
    """Where everybody stands, where a query asks for it: looking at everybody takes its time."""
    from store.search.parse import parse

    return session.service.ties() if parse(query).asks_ties else None


SEARCH = Verb(
    name="search",
    help="cli.help.search",
    parameters=(
        positional("query", many=True, required=False),
        *(Parameter(name=name, many=True) for name in FIELDS),
        Parameter(name="layer", shape="number"),
        Parameter(name="limit", shape="number"),
        *SAVING,
    ),
    run=_search,
)
