"""`duplicates`, `merge` and `apart`: cards that may be one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.actions.action import Outcome
from store.actions.merge import Merge
from store.actions.set_apart import SetApart
from store.records.change import Change, ChangeSet
from store.records.document import to_document
from store.records.kinds import TABLES, TableName
from store.records.record import Json
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.cli.answer import Answer
from tui.cli.labelled import labelled
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, action_verb, positional
from tui.cli.whole_number import whole_number

if TYPE_CHECKING:
    from store.rules.twins import Twins


def _duplicates(session: Session, given: Given) -> Answer:
    """Pairs of cards, the likeliest first."""
    # Loaded only for the one command that needs it.
    from store.rules.twins import twins
    from store.search.slips import slips
    from store.views.answers_twins import twins_answer

    snapshot = session.service.snapshot
    limit = whole_number(given, "limit")
    pairs = twins(snapshot, slips)[:limit]
    value: list[Json] = [twins_answer(each, snapshot) for each in pairs]
    return Answer(
        value=value,
        lines=lambda: _lines(pairs, snapshot, session.words, none_wanted=limit == 0),
    )


def _lines(
    pairs: Sequence[Twins], snapshot: Snapshot, words: Words, *, none_wanted: bool
) -> Iterator[str]:
    from store.views.twin_words import because, likelihood_word

    columns = terminal_columns()
    if not pairs and not none_wanted:
        yield words.say("twins.none")
    for pair in pairs:
        one, other = snapshot.people[pair.a], snapshot.people[pair.b]
        likelihood = likelihood_word(pair, words)
        told = words.say("twins.pair", likelihood=likelihood, a=one.name, b=other.name)
        yield from hung("", told, columns)
        yield from hung("    ", because(pair, words), columns)
        yield f"    arrosoir merge {one.id} {other.id}"


def _merge(session: Session, given: Given) -> Answer:
    """Make one of two; with `--dry-run` only say what would be done."""
    typed = {name: value for name, value in given.items() if name != "dry_run"}
    if not given.get("dry_run"):
        return session.perform("merge", typed)
    outcome = session.service.foreseen("merge", session.read(Merge, typed))
    return _would(session, outcome)


def _would(session: Session, outcome: Outcome) -> Answer:
    """The fields of the card that would change, and how many records of each kind would."""
    from store.views.dossier_words import table_word
    from store.views.field_changes import field_changes

    changes = outcome.change_set.changes
    card = tuple(each for each in changes if each.id == outcome.id)
    goes = next(each.id for each in changes if each.table == "people" and each.after is None)
    others = Counter(each.table for each in changes if each.id not in (outcome.id, goes))
    value: dict[str, Json] = {
        "id": outcome.id,
        "removed": goes,
        "fields": _changed(card[0]) if card else {},
        "records": _counted(others),
    }

    def lines() -> Iterator[str]:
        words = session.words
        nothing, columns = words.say("history.nothing"), terminal_columns()
        yield from hung("", words.say("twins.would", name=outcome.about), columns)
        rows = [
            (each.field, f"{each.before or nothing} → {each.after or nothing}")
            for record in field_changes(ChangeSet(card), session.service.snapshot, words)
            for each in record.fields
        ]
        rows += [(table_word(table, words), str(number)) for table, number in others.items()]
        yield from labelled(rows, words, columns)

    return Answer(value=value, lines=lines)


def _counted(tables: Counter[TableName]) -> dict[str, Json]:
    return {table: tables[table] for table in TABLES if tables[table]}


def _changed(change: Change) -> dict[str, Json]:
    before = to_document(change.before) if change.before is not None else {}
    after = to_document(change.after) if change.after is not None else {}
    return {name: value for name, value in after.items() if before.get(name) != value}


MERGE = Verb(
    name="merge",
    help="cli.help.merge",
    parameters=(
        positional("a"),
        positional("b"),
        Parameter(name="take", many=True, value="FIELD"),
        Parameter(name="dry_run", shape="flag"),
    ),
    more=True,
    run=_merge,
)

DUPLICATES = Verb(
    name="duplicates",
    help="cli.help.duplicates",
    parameters=(Parameter(name="limit", shape="number"),),
    run=_duplicates,
)

APART = action_verb("apart", "cli.help.apart", SetApart, positional("a"), positional("b"))
