"""What an import would do, in sentences: the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from store.records.interaction import Interaction
from store.records.person import Person
from store.words.counts import OWN, counted
from store.words.message import Message
from store.words.words import Words
from tui.phrasing.import_rows import why_set_aside
from widgets.line import Piece
from widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from store.formats.plan import ImportHow, Plan
    from tui.import_decisions import Decisions

MOST_REASONS = 3
"""Reasons told why something was set aside."""

_WRITTEN = frozenset({"message", "email"})

_RECORDS: Mapping[str, str] = {
    "follow_ups": "files.promises",
    "exchanges": "files.exchanges",
    "events": "files.events",
    "circles": "files.circles",
}

_WHO_ARE_YOU = frozenset(
    {
        *("ics.who_are_you", "ics.taken_for_you", "import.who_are_you"),
        *("import.mail_who_are_you", "import.mail_not_yours", "import.mail_taken_as_yours"),
    }
)
"""Reasons that the user's own addresses, on the own card, would do away with."""

HOW: Mapping[ImportHow, str] = {
    "merge": "files.how_merge",
    "skip": "files.how_skip",
    "ask": "files.how_ask",
}
"""What becomes of people who are there already."""


def asks_who_you_are(plan: Plan) -> bool:
    """Whether something was set aside, or guessed, since it is not known who the user is."""
    return any(each.why.id in _WHO_ARE_YOU for each in plan.refused)


def new_people(plan: Plan) -> list[Person]:
    """The people an import would make."""
    return [
        change.after
        for change in plan.change_set.changes
        if change.before is None and isinstance(change.after, Person)
    ]


def unreachable(people: Iterable[Person]) -> int:
    """How many have neither address nor number nor link."""
    return sum(not (person.emails or person.phones or person.links) for person in people)


def sums(decisions: Decisions, words: Words, curtain: bool) -> tuple[Paragraph, ...]:
    """How many people, what comes with them, what does not come, and mostly why."""
    plan = decisions.outcome
    people = new_people(plan)
    told = [
        _counted("files.people", len(people), words),
        _counted("files.unreachable", unreachable(people), words),
        _counted("files.doubled", len(plan.doubtful), words),
    ]
    head = ", ".join(text for text in told if text) or words.say("files.nobody_new")
    kept = ", ".join(text for text in _records(plan, words) if text)
    more = [
        _counted("files.left_out", decisions.left_out, words),
        _counted("files.completed", len(plan.changed), words),
        _counted("files.open", decisions.open, words),
        _counted("files.same", len(plan.same) - decisions.open, words),
        _counted("files.differ", decisions.differing, words),
        _counted("files.differ_taken", decisions.followed, words),
        *([kept] if kept else []),
        _counted("files.strangers", plan.left, words),
        _counted("files.own_events", plan.own, words),
        _counted("files.set_aside", len(plan.refused), words),
    ]
    return (
        Paragraph(head, "strong"),
        *_own(plan, words),
        *(Paragraph(text, "text", (Piece("  "),)) for text in more if text),
        *_reasons(plan, words, curtain),
    )


def _reasons(plan: Plan, words: Words, curtain: bool) -> Iterator[Paragraph]:
    """Why most of what was set aside was: first what the user can mend, then the commonest."""
    reasons = Counter(each.why.id for each in plan.refused)
    first = {each.why.id: each for each in reversed(plan.refused)}
    common = sorted(reasons.most_common(), key=lambda each: each[0] not in _WHO_ARE_YOU)
    for id, times in common[:MOST_REASONS]:
        why = why_set_aside(first[id], words, curtain)
        many = f"{times} × " if times > 1 else ""
        yield Paragraph(f"{many}{why}", "dim", (Piece("    "),))


def _own(plan: Plan, words: Words) -> tuple[Paragraph, ...]:
    """What comes to the user's own card: "your own card: 2 schools, 3 employers"."""
    if not plan.me:
        return ()
    text = words.tell(Message("files.own", {"what": counted(OWN, **plan.me)}))
    return (Paragraph(text, "text", (Piece("  "),)),)


def _records(plan: Plan, words: Words) -> tuple[str, ...]:
    """What comes with the people: talks, promises, help, evenings, groups, ties."""
    tables: Counter[str] = Counter()
    written = spoken = planned = ties = 0
    for change in plan.change_set.changes:
        record = change.after
        if isinstance(record, Person):
            ties += _ties(record) - _ties(change.before)
        elif isinstance(record, Interaction):
            planned += record.planned
            written += not record.planned and record.kind in _WRITTEN
            spoken += not record.planned and record.kind not in _WRITTEN
        elif change.before is None:
            tables[change.table] += 1
    return (
        _counted("files.messages", written, words),
        _counted("files.talks", spoken, words),
        _counted("files.planned", planned, words),
        *(_counted(id, tables[table], words) for table, id in _RECORDS.items()),
        _counted("files.ties", ties, words),
    )


def _ties(card: object) -> int:
    """How many people a card names."""
    return len(card.knows) + (card.through is not None) if isinstance(card, Person) else 0


def _counted(id: str, n: int, words: Words) -> str:
    return words.say(id, n=n) if n > 0 else ""
