"""What files bring, row by row: newcomers, cards completed, doubles, what was set aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from store.records.identity import same_words
from store.records.ids import PersonId
from store.records.person import Person
from store.words.message import Message
from store.words.numbers import number
from store.words.words import Words
from tui.import_decisions import GROUPS, Decisions, Group
from tui.phrasing.curtain import name_shown
from tui.phrasing.import_fields import changed_fields
from widgets.import_list import GroupTab, ImportCells

if TYPE_CHECKING:
    from store.formats.incoming import Refused
    from store.formats.plan import Entry

_LABELS: Mapping[Group, str] = {
    "new": "incoming.new",
    "changed": "incoming.changed",
    "doubled": "incoming.doubled",
    "same": "incoming.same",
    "aside": "incoming.aside",
}

_EMPTY: Mapping[Group, str] = {
    "new": "incoming.no_new",
    "changed": "incoming.no_changed",
    "doubled": "incoming.no_doubled",
    "same": "incoming.no_same",
    "aside": "incoming.no_aside",
}

COVERED = "…"


def group_tabs(decisions: Decisions, here: Group, words: Words) -> tuple[GroupTab, ...]:
    """All groups with how many each holds."""
    return tuple(
        GroupTab(
            label=words.say(_LABELS[group]),
            count=number(len(decisions.groups[group]), words.language),
            holds=bool(decisions.groups[group]),
            here=group == here,
        )
        for group in GROUPS
    )


def nothing_in(group: Group, sought: bool, words: Words) -> tuple[str, ...]:
    """What stands where a group holds nobody, and where to go from there."""
    if sought:
        return (words.say("incoming.not_found"),)
    return (words.say(_EMPTY[group]), words.say("incoming.elsewhere"))


def entry_cells(entry: Entry, decisions: Decisions, words: Words, curtain: bool) -> ImportCells:
    """One person: a sign and a word tell what becomes of them."""
    decision = decisions.of(entry)
    name = name_shown(entry.after.name, curtain)
    told = "" if curtain else _told(entry, decisions, words)
    if decision == "leave":
        if decisions.is_open(entry):
            word = words.say("incoming.asked", n=len(changed_fields(entry)))
            return ImportCells(sign="?", name=name, told=told, word=word)
        id = "incoming.left_out" if entry.how == "new" else "incoming.left_alone"
        return ImportCells(sign="×", name=name, told=told, word=words.say(id), tone="dim")
    if decision == "same":
        return ImportCells(sign="=", name=name, told=told, word=words.say("incoming.is_same"))
    if decision == "theirs":
        word = words.say("incoming.theirs", n=len(entry.differs))
        return ImportCells(sign="*", name=name, told=told, word=word)
    return ImportCells(
        sign=_sign(entry), name=name, told=told, word=_as_planned(entry, words), tone="text"
    )


def _sign(entry: Entry) -> str:
    if entry.how == "new":
        return "+"
    return "~" if entry.how == "changed" else "·"


def _as_planned(entry: Entry, words: Words) -> str:
    if entry.how == "new":
        return "" if entry.like is None else words.say("incoming.two_people")
    if entry.how == "same":
        return words.say("incoming.differs", n=len(entry.differs)) if entry.differs else ""
    n = len(changed_fields(entry))
    completed = words.say("incoming.fields", n=n) if n else words.say("incoming.origin")
    if not entry.differs:
        return completed
    more = words.say("incoming.differs", n=len(entry.differs))
    return f"{completed}, {more}"


def _told(entry: Entry, decisions: Decisions, words: Words) -> str:
    like = likened(entry, decisions)
    if like is not None:
        return _likened(entry.after, like, words)
    return _known_by(entry.after)


def _likened(card: Person, like: Person, words: Words) -> str:
    """Whom they resemble; where the name is the same, what else is known."""
    if not same_words(card.name, like.name):
        return words.say("incoming.like", who=described(like))
    known = _known_by(like)
    return (
        words.say("incoming.namesake", who=known) if known else words.say("incoming.namesake_only")
    )


def likened(entry: Entry, decisions: Decisions) -> Person | None:
    """The card of whom somebody new resembles, here already or new as well.

    As it will be: what the two share may come from the same files.
    """
    if entry.like is None:
        return None
    other = decisions.entries.get(str(entry.like))
    if other is not None:
        return other.after
    return decisions.snapshot.people.get(PersonId(entry.like))


def described(person: Person) -> str:
    """A name and what is known first: "Nadia Benali, Aubier"."""
    return ", ".join(filter(None, (person.name, _known_by(person))))


def _known_by(person: Person) -> str:
    return person.org or next(iter((*person.emails, *person.phones, *person.links)), "")


def sought_in(entry: Entry) -> str:
    """What of somebody is looked through."""
    card = entry.after
    return " ".join((card.name, *card.nicknames, card.org, *card.emails, *card.phones))


def refused_cells(each: Refused, words: Words, curtain: bool) -> ImportCells:
    """One piece that was set aside: where it stands, and why."""
    return ImportCells(
        sign="·",
        name=place_of(each, words, curtain, short=True),
        told=why_set_aside(each, words, curtain),
    )


def place_of(each: Refused, words: Words, curtain: bool, *, short: bool = False) -> str:
    """File and line; in short the last name of the path alone."""
    # The formats take long to load, and are there by now.
    from store.formats.import_files import PASTED

    if each.file == PASTED:
        if each.line:
            return words.say("incoming.pasted_line", line=each.line)
        return words.say("incoming.pasted")
    if curtain:
        return COVERED
    file = each.file.rstrip("/").rpartition("/")[2] or each.file if short else each.file
    return f"{file}:{each.line}" if each.line else file


def why_set_aside(each: Refused, words: Words, curtain: bool) -> str:
    """Why; behind the curtain nothing that a file or a card holds."""
    if not curtain:
        return words.tell(each.why)
    covered: dict[str, object] = {
        name: value if isinstance(value, int) else COVERED
        for name, value in each.why.values.items()
    }
    return words.tell(Message(each.why.id, covered))


def refused_sought(each: Refused, words: Words) -> str:
    """What of a piece is looked through."""
    return f"{each.file} {words.tell(each.why)} {each.text}"
