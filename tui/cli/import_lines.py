"""What an import has done or would do, in lines for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from store.records.change import Change, ChangeSet
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.field_words import field_word
from store.words.words import Words
from tui.cli.gaps import gaps_found
from tui.cli.import_columns import columns_missing, columns_taken
from tui.cli.labelled import labelled
from tui.cli.paragraphs import hung, terminal_columns
from tui.cli.session import Session
from tui.intake import imported_message

if TYPE_CHECKING:
    from store.formats.incoming import Refused
    from store.formats.plan import Entry, Plan

SHOWN = 20
"""People, and refused pieces, told one by one; --json tells all pieces."""

NOTHING: Mapping[str, str] = MappingProxyType({})

_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV"})


def import_lines(
    session: Session,
    plan: Plan,
    before: Snapshot,
    *,
    done: bool,
    people: bool,
    dry: bool = False,
    typed: Mapping[str, str] = NOTHING,
) -> list[str]:
    """The sums, then what is peculiar.

    Args:
        session: says it.
        plan: what was done or would be.
        before: the data that it was made for.
        done: whether it was done.
        people: whether people are shown one by one, with what becomes of them.
        dry: whether nothing was to be done.
        typed: columns with the fields that were typed for them.
    """
    words, columns = session.words, terminal_columns()
    lines = [session.tell(imported_message(plan))]
    lines += [f"  {text}" for text in _sums(plan, words)]
    if people:
        lines += _people(plan, before, words)
    if plan.refused:
        lines.append("  " + words.say("cli.import.refused", n=len(plan.refused)))
    for refused in plan.refused[:SHOWN]:
        # On one line each, however long: to be found, and cut, by other programs.
        lines.append(f"  {_refused(refused, words)}")
    if len(plan.refused) > SHOWN:
        lines.append("  " + words.say("cli.more_refused", n=len(plan.refused) - SHOWN))
    for file, sketch in plan.sketches.items():
        lines += hung("  ", columns_taken(file, sketch, words), columns)
    lines += (f"  {text}" for text in columns_missing(typed, plan.sketches, words))
    if dry and plan.change_set:
        lines.append(words.say("cli.import.dry_run"))
    gaps = len(gaps_found(session)) if done else 0
    if gaps:
        lines.append(words.say("cli.gaps.after_import", n=gaps))
    return lines


def _sums(plan: Plan, words: Words) -> Iterator[str]:
    differing = sum(bool(each.differs) and each.how != "new" for each in plan.entries)
    for id, n in (
        ("cli.import.differing", differing),
        ("cli.import.doubtful", len(plan.doubtful)),
        ("cli.import.interactions", plan.interactions),
        ("cli.import.records", plan.records),
        ("cli.import.left", plan.left),
        ("cli.import.own", plan.own),
    ):
        if n:
            yield words.say(id, n=n)


def _refused(refused: Refused, words: Words) -> str:
    why = words.tell(refused.why)
    place = f"{refused.file}:{refused.line}" if refused.line else refused.file
    said = words.say("cli.import.set_aside", place=place, why=why) if place else why
    return words.say("cli.import.begins", said=said, text=refused.text) if refused.text else said


# People -------------------------------------------------------------------------------------------


def _people(plan: Plan, before: Snapshot, words: Words) -> list[str]:
    worth = [
        *(each for each in plan.entries if each.how == "changed"),
        *(each for each in plan.entries if each.how == "same" and each.differs),
        *(each for each in plan.entries if each.how == "new"),
    ]
    lines: list[str] = []
    for entry in worth[:SHOWN]:
        lines += entry_lines(entry, plan, before, words)
    if len(worth) > SHOWN:
        lines.append("  " + words.say("cli.import.more_people", n=len(worth) - SHOWN))
    return lines


def entry_lines(entry: Entry, plan: Plan, before: Snapshot, words: Words) -> Iterator[str]:
    """One person: each field before and after, and what the files say otherwise.

    Args:
        entry: the person.
        plan: in which they stand.
        before: the data.
        words: the language.
    """
    name, like = entry.after.name, _like(entry, plan, before)
    if entry.how != "new":
        yield f"  {name}"
    elif like is None:
        yield "  " + words.say("cli.import.new", name=name)
    else:
        yield "  " + words.say("cli.import.new_like", name=name, like=like.name)
    nothing, columns = words.say("history.nothing"), terminal_columns()
    rows = []
    if like is not None or entry.before is not None:
        held = like or entry.before
        rows = [
            (field, f"{then or nothing} → {now or nothing}")
            for field, then, now in _fields(held, entry.after, before, words)
        ]
        more = 0 if entry.before is None else carried_more(entry.before, entry.after)
        if more:
            text = words.say("cli.import.more_properties", n=more)
            rows.append((field_word("properties", words), text))
    for line in labelled(rows, words, columns - 2):
        yield f"  {line}"
    if entry.differs and entry.theirs is not None:
        yield "    " + words.say("cli.import.older" if entry.older else "cli.import.otherwise")
        told = [
            (field, f"{then or nothing} ← {now or nothing}")
            for field, then, now in _fields(entry.after, entry.theirs, before, words)
            if field in {field_word(each.field, words) for each in entry.differs}
        ]
        for line in labelled(told, words, columns - 2):
            yield f"  {line}"


def carried_more(held: Person, after: Person) -> int:
    """How many properties of cards somebody has gained, less those that tell of the file."""
    told = {(each.group, each.name, each.params, each.value) for each in held.properties}
    return sum(
        (each.group, each.name, each.params, each.value) not in told
        and each.name.upper() not in _OF_THE_FILE
        for each in after.properties
    )


def _like(entry: Entry, plan: Plan, before: Snapshot) -> Person | None:
    if entry.like is None:
        return None
    held = before.people.get(entry.like)
    return held or next((each.after for each in plan.entries if each.person == entry.like), None)


def _fields(
    held: Person | None, after: Person, snapshot: Snapshot, words: Words
) -> Iterator[tuple[str, str, str]]:
    from store.views.field_changes import field_changes

    quiet = {field_word(name, words) for name in ("added", "sources", "properties")}
    change = ChangeSet((Change("people", after.id, held, after),))
    for record in field_changes(change, snapshot, words):
        for each in record.fields:
            if each.field not in quiet:
                yield each.field, each.before, each.after
