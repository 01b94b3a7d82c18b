"""Another copy of the data, joined into this one by record and field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

import msgspec

from store.actions.commit import Entry
from store.actions.field_by_field import Difference, laid_together
from store.actions.joined_merges import traces_united, with_unions
from store.actions.joined_references import settled
from store.actions.traces import Key, Traces, traces
from store.actions.unions import unions
from store.records.card_parts import digests_on
from store.records.change import Change, ChangeSet
from store.records.ids import PersonId
from store.records.kinds import TABLES, TableName
from store.records.me import ME, Me
from store.records.naming import named_in, subjects_of
from store.records.person import Person
from store.records.record import Json, Record
from store.records.snapshot import Snapshot
from store.words.fold import fold

Tables = dict[TableName, dict[str, Record]]


def _no_part(digest: str) -> bytes | None:
    return None


class Copy(msgspec.Struct, frozen=True):
    """One copy of the data, with the changes that it remembers."""

    snapshot: Snapshot
    history: Sequence[Entry] = ()
    """Oldest first."""
    part: Callable[[str], bytes | None] = _no_part
    """What lies beside it, by digest; None where it is missing or damaged."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A field that differs and stayed as it is here, though the other value may be wanted."""

    table: TableName
    id: str
    about: str
    """Names of whom or what the record is about, for people to read."""
    field: str
    ours: Json
    theirs: Json


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """What joining another copy would do."""

    change_set: ChangeSet
    """Made on our snapshot."""
    new: tuple[PersonId, ...] = ()
    changed: tuple[PersonId, ...] = ()
    """People of both copies whose card changes here."""
    removed: tuple[PersonId, ...] = ()
    same: int = 0
    """People of both copies whose card does not change here."""
    kept: tuple[Kept, ...] = ()
    forgotten: int = 0
    """People of the other copy who were forgotten here, and stay so."""
    removed_here: int = 0
    """Records of the other copy that were removed here, and stay so."""
    forgotten_there: tuple[PersonId, ...] = ()
    """People of ours whom the other copy has forgotten; they stay until forgotten here."""
    parts: tuple[str, ...] = ()
    """Digests of what cards that come or change show: what is not here comes along."""
    part: Callable[[str], bytes | None] = _no_part
    """Where that is read."""
    alike: int = 0
    """New people who share an address or a source with somebody of ours who has another id."""


class _Laid(msgspec.Struct):
    """Both copies laid over each other, before references are looked at."""

    tables: Tables
    told: dict[Key, tuple[Difference, ...]]
    forgotten: int = 0
    removed_here: int = 0


def join(ours: Copy, theirs: Copy) -> Joined:
    """What is to be done here so that nothing of the other copy is missed; done twice, nothing.

    The later change of a field stands, told by the two histories; where they tell nothing, a set
    field stands over an empty one, lists are put together, and otherwise ours stands and is listed.
    Cards made one here are made one in the copy first, so that nothing noted there is lost.
    What was removed here stays removed; what was removed there goes here as well, unless it was
    changed here since, or somebody removed there is named by a record that they did not know.

    Args:
        ours: the data at home.
        theirs: the copy, which is left as it is.
    """
    made = unions(ours.history, theirs.history)
    theirs = msgspec.structs.replace(theirs, snapshot=with_unions(theirs.snapshot, made))
    mine = traces(ours.history, theirs.history)
    other = traces_united(traces(theirs.history, ours.history), made)
    staying = frozenset(_changed_since(ours.snapshot, theirs.snapshot, mine, other))
    while True:
        other = traces_united(traces(theirs.history, ours.history, staying), made)
        laid = _laid(ours.snapshot, theirs.snapshot, mine, other)
        more = frozenset(_still_named(ours.snapshot, laid.tables))
        if not more:
            break
        staying |= more
    tables = settled(laid.tables, ours.snapshot)
    whole = _joined(ours.snapshot, theirs.snapshot, laid, tables)
    return msgspec.structs.replace(whole, parts=_parts(whole.change_set), part=theirs.part)


def _parts(change_set: ChangeSet) -> tuple[str, ...]:
    """What cards that are made or changed show."""
    cards = (each.after for each in change_set.changes if isinstance(each.after, Person))
    return tuple(dict.fromkeys(digest for card in cards for digest in digests_on(card)))


def _changed_since(
    ours: Snapshot, theirs: Snapshot, mine: Traces, other: Traces
) -> Iterator[PersonId]:
    """People removed there whose card was changed here later."""
    for person in ours.people:
        moment = other.removed.get(("people", person))
        if moment is None or person in theirs.people:
            continue
        if mine.changed_after("people", person, moment):
            yield person


def _still_named(ours: Snapshot, tables: Tables) -> Iterator[PersonId]:
    """People who would go, though a record of ours that stays is about them."""
    people = tables["people"]
    going = {person for person in ours.people if person not in people}
    if not going:
        return
    for name, records in tables.items():
        for id, record in records.items():
            own = ours.tables[name].get(id)
            if own is not None:
                yield from going.intersection(subjects_of(record)).intersection(subjects_of(own))


def _laid(ours: Snapshot, theirs: Snapshot, mine: Traces, other: Traces) -> _Laid:
    laid = _Laid({name: {} for name in TABLES}, {})
    for name in TABLES:
        if name != "me":
            _lay_table(laid, name, (ours, theirs), (mine, other))
    own, peer = ours.me, theirs.me
    me, told = laid_together(own, peer, mine.of("me", ME), other.of("me", ME))
    if ME in ours.tables["me"] or me != own:
        laid.tables["me"][ME] = me
    if told:
        laid.told["me", ME] = told
    return laid


def _lay_table(
    laid: _Laid, name: TableName, copies: tuple[Snapshot, Snapshot], past: tuple[Traces, Traces]
) -> None:
    ours, theirs = (copy.tables[name].plain() for copy in copies)
    (mine, other), records = past, laid.tables[name]
    for id, own in ours.items():
        peer = theirs.get(id)
        if peer is None:
            moment = other.removed.get((name, id))
            if moment is None or mine.changed_after(name, id, moment):
                records[id] = own
        elif own is peer or own == peer:
            records[id] = own
        else:
            records[id], told = laid_together(own, peer, mine.of(name, id), other.of(name, id))
            if told:
                laid.told[name, id] = told
    for id, peer in theirs.items():
        if id in ours:
            continue
        if isinstance(peer, Person) and copies[0].forgotten.holds(peer):
            laid.forgotten += 1
        elif (name, id) not in mine.removed:
            records[id] = peer
        elif not any(("people", person) in mine.removed for person in subjects_of(peer)):
            # What went with somebody is not counted beside them.
            laid.removed_here += 1


def _joined(ours: Snapshot, theirs: Snapshot, laid: _Laid, tables: Tables) -> Joined:
    people = cast("dict[PersonId, Person]", tables["people"])
    both = [person for person in ours.people if person in people and person in theirs.people]
    changed = tuple(person for person in both if people[person] != ours.people[person])
    new = tuple(person for person in people if person not in ours.people)
    return Joined(
        change_set=ChangeSet(tuple(_changes(ours, tables))),
        new=new,
        changed=changed,
        removed=tuple(person for person in ours.people if person not in people),
        same=len(both) - len(changed),
        kept=tuple(_kept(laid.told, tables)),
        forgotten=laid.forgotten,
        removed_here=laid.removed_here,
        forgotten_there=tuple(
            person
            for person, card in ours.people.items()
            if person in people and theirs.forgotten.holds(card)
        ),
        alike=_alike(ours, [people[person] for person in new]),
    )


def _changes(ours: Snapshot, tables: Tables) -> Iterator[Change]:
    for name in TABLES:
        before, after = ours.tables[name].plain(), tables[name]
        for id, own in before.items():
            now = after.get(id)
            if now is not own and now != own:
                yield Change(name, id, own, now)
        for id, record in after.items():
            if id not in before:
                yield Change(name, id, None, record)


def _kept(told: Mapping[Key, tuple[Difference, ...]], tables: Tables) -> Iterator[Kept]:
    for (name, id), differences in told.items():
        record = tables[name].get(id)
        if record is None:
            continue
        for each in differences:
            yield Kept(
                table=name,
                id=id,
                about=_about(record, tables["people"]),
                field=each.field,
                ours=cast(Json, msgspec.to_builtins(each.ours)),
                theirs=cast(Json, msgspec.to_builtins(each.theirs)),
            )


def _about(record: Record, people: Mapping[str, Record]) -> str:
    """The record's own name, or the names of the people it names."""
    own = "" if isinstance(record, Me) else getattr(record, "name", "")
    named = (people.get(person) for person in named_in(record))
    return own or ", ".join(each.name for each in named if isinstance(each, Person))


def _alike(ours: Snapshot, new: Sequence[Person]) -> int:
    """How many of the new have an address or a source in common with somebody of ours."""
    if not new:
        return 0
    known = {key for person in ours.people.values() for key in _keys(person)}
    return sum(not known.isdisjoint(_keys(person)) for person in new)


def _keys(person: Person) -> Iterator[str]:
    for email in person.emails:
        yield f"mailto:{fold(email).strip()}"
    yield from person.sources
