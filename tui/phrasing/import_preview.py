"""What an import would do, in sentences: first the sums, then, if asked for, the doubtful ones."""

from __future__ import annotations

from collections.abc import Iterator

from store.formats.incoming import Refused
from store.formats.plan import Plan, Twin
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.counts import OWN, counted
from store.words.message import Message
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

MOST_SHOWN = 300
"""Pairs and pieces listed one by one; the rest is a number."""


def new_people(plan: Plan) -> dict[PersonId, Person]:
    """The people an import would make."""
    return {
        PersonId(change.id): change.after
        for change in plan.change_set.changes
        if change.before is None and isinstance(change.after, Person)
    }


def unreachable(people: Iterator[Person] | list[Person]) -> int:
    """How many have neither address nor number nor link."""
    return sum(not (person.emails or person.phones or person.links) for person in people)


def sums(plan: Plan, words: Words) -> tuple[Paragraph, ...]:
    """How many people, and what is peculiar about them."""
    people = list(new_people(plan).values())
    counted = [
        _counted("files.people", len(people), words),
        _counted("files.unreachable", unreachable(people), words),
        _counted("files.doubled", len(plan.doubtful), words),
    ]
    head = ", ".join(text for text in counted if text) or words.say("files.nobody_new")
    more = [
        _counted("files.completed", len(plan.changed), words),
        _counted("files.same", len(plan.same), words),
        _counted("files.messages", plan.interactions, words),
        _counted("files.set_aside", len(plan.refused), words),
    ]
    return (
        Paragraph(head, "strong"),
        *_own(plan, words),
        *(Paragraph(text, "text", (Piece("  "),)) for text in more if text),
    )


def _own(plan: Plan, words: Words) -> tuple[Paragraph, ...]:
    """What comes to the user's own card: "your own card: 2 schools, 3 employers"."""
    if not plan.me:
        return ()
    text = words.tell(Message("files.own", {"what": counted(OWN, **plan.me)}))
    return (Paragraph(text, "text", (Piece("  "),)),)


def _counted(id: str, n: int, words: Words) -> str:
    return words.say(id, n=n) if n else ""


SUMS = (
    "files.people",
    "files.unreachable",
    "files.doubled",
    "files.completed",
    "files.same",
    "files.messages",
    "files.set_aside",
)
"""The sentences of `sums`, all of them counted."""


def details(plan: Plan, snapshot: Snapshot, words: Words, curtain: bool) -> tuple[Paragraph, ...]:
    """Who may be there twice, and what was set aside and why."""
    found: list[Paragraph] = []
    if plan.doubtful:
        found += [Paragraph(words.say("files.doubles_title"), "strong")]
        people = new_people(plan)
        found += [_pair(twin, people, snapshot, curtain) for twin in plan.doubtful[:MOST_SHOWN]]
        found += _rest(len(plan.doubtful), words)
    if plan.refused:
        found += [SPACE] if found else []
        found += [Paragraph(words.say("files.refused_title"), "strong")]
        found += [_piece(each, words, curtain) for each in plan.refused[:MOST_SHOWN]]
        found += _rest(len(plan.refused), words)
    return tuple(found) or (Paragraph(words.say("files.nothing_doubtful"), "dim"),)


def _rest(count: int, words: Words) -> list[Paragraph]:
    left = count - MOST_SHOWN
    return [Paragraph(_counted("files.more", left, words), "dim")] if left > 0 else []


def _pair(
    twin: Twin, people: dict[PersonId, Person], snapshot: Snapshot, curtain: bool
) -> Paragraph:
    both = [people.get(id) or snapshot.people.get(id) for id in (twin.person, twin.like)]
    text = "  =  ".join(_known(person, curtain) for person in both if person is not None)
    return Paragraph(text, "text", (Piece("  ? ", "accent"),))


def _known(person: Person, curtain: bool) -> str:
    name = name_shown(person.name, curtain)
    told = person.org or next(iter((*person.emails, *person.phones, *person.links)), "")
    return f"{name}, {told}" if told and not curtain else name


def _piece(each: Refused, words: Words, curtain: bool) -> Paragraph:
    file = "" if curtain else each.file
    place = f"{file}:{each.line}" if each.line else file
    said = f"{place}: {words.tell(each.why)}"
    if each.text and not curtain:
        said = f"{said} {words.say('files.begins', text=each.text)}"
    return Paragraph(said, "dim", (Piece("  · ", "dim"),))
