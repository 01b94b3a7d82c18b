"""What letters say once all are read: who wrote to whom on which day, and with whom one writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from store.formats.incoming import IncomingInteraction, Reading, Refused
from store.formats.mail.header_names import best_name
from store.formats.mail.letter import Letter, Party
from store.formats.mail.own_addresses import OwnAddresses, addresses_of, guessed_address
from store.formats.mail.robots import is_robot
from store.records.interaction import Interaction
from store.records.kinds import By
from store.records.me import Me
from store.records.person import Person
from store.words.message import Message

PREFIX = "mailto:"
"""Of the stable keys of people known by mail, and of their interactions."""

MOST_OTHERS = 10
"""Others who get a letter, beyond which it is a circular and no contact with anybody."""

IsKnown = Callable[[str], bool]
"""Whether an address is that of somebody there already, or read in the same import."""


def correspondence(letters: Sequence[Letter], me: Me, is_known: IsKnown) -> Reading:
    """The people and interactions that mail gives; the order of the letters does not matter.

    - Copies of one letter (one Message-ID) count once; it is a list's only if all copies are.
    - Letters of lists, robots and mass mailings, and those with more than `MOST_OTHERS` other
      readers, are no contact with anybody.
    - My letter is a contact with all to whom it goes; theirs is one with its sender alone, where
      it came to me.
    - Who is known already: each such letter counts. Others become people where we wrote to each
      other, or where they answered a letter, to me directly; addresses of robots never.
    - There is one interaction a day, direction and address.

    Own addresses are those of the user's card. Where it has none, the one that stands out is taken
    and told; where none does, or none of the card's occurs, that is said and nothing else given.
    """
    distinct = _distinct(letters)
    if not distinct:
        return Reading()
    own, refused = _own(distinct, me, is_known)
    if not own:
        return Reading(left=len(distinct), refused=refused)
    contacts = _Contacts(distinct, own)
    kept = {
        address
        for address in contacts.days
        if is_known(address) or (contacts.is_mutual(address) and not is_robot(address))
    }
    names = _names(distinct, kept)
    fullest = sorted(kept, key=lambda address: (-len(contacts.days[address]), address))
    return Reading(
        people=tuple(_person(each, names[each]) for each in fullest if not is_known(each)),
        interactions=tuple(
            _interaction(address, names[address], day, by)
            for address in sorted(kept)
            for day, by in sorted(contacts.days[address])
        ),
        left=sum(kept.isdisjoint(contacts.counted.get(each.key, ())) for each in distinct),
        refused=refused,
    )


class _Contacts:
    """Who wrote to me and to whom I wrote, by address."""

    def __init__(self, letters: Iterable[Letter], own: OwnAddresses) -> None:
        self.days: dict[str, set[tuple[str, By]]] = {}
        """Address to days, as ISO text, with who wrote."""
        self.counted: dict[str, tuple[str, ...]] = {}
        """A letter's key to the addresses with whom it is a contact."""
        self._answered: set[str] = set()
        for letter in letters:
            self._take(letter, own)

    def is_mutual(self, address: str) -> bool:
        """Whether mail went both ways, as far as can be seen."""
        return address in self._answered or len({by for _, by in self.days[address]}) > 1

    def _take(self, letter: Letter, own: OwnAddresses) -> None:
        readers = dict.fromkeys(each.address for each in (*letter.to, *letter.copied))
        others = tuple(each for each in readers if each not in own)
        sender = letter.sender.address
        if letter.bulk or len(others) > MOST_OTHERS:
            return
        if sender in own:
            self._add(letter, "me", others)
        elif len(others) < len(readers) or letter.delivered_to in own:
            self._add(letter, "them", (sender,))
            if letter.answers and any(each.address in own for each in letter.to):
                self._answered.add(sender)

    def _add(self, letter: Letter, by: By, others: tuple[str, ...]) -> None:
        self.counted[letter.key] = others
        for other in others:
            self.days.setdefault(other, set()).add((letter.on.isoformat(), by))


def _distinct(letters: Iterable[Letter]) -> list[Letter]:
    """Each letter once, the readers of all its copies together, in an order of its own."""
    copies: dict[str, list[Letter]] = {}
    for letter in letters:
        copies.setdefault(letter.key, []).append(letter)
    return [_joined(copies[key]) for key in sorted(copies)]


def _joined(copies: list[Letter]) -> Letter:
    if len(copies) == 1:
        return copies[0]
    first, *others = sorted(copies, key=_plainest_first)
    same = [each for each in others if each.sender.address == first.sender.address]
    return msgspec.structs.replace(
        first,
        to=_united(first.to, *(each.to for each in same)),
        copied=_united(first.copied, *(each.copied for each in same)),
        delivered_to=next((each.delivered_to for each in (first, *same) if each.delivered_to), ""),
        answers=any(each.answers for each in (first, *same)),
    )


def _plainest_first(letter: Letter) -> tuple[object, ...]:
    parties = (letter.sender, *letter.to, *letter.copied)
    told = tuple((each.address, each.name) for each in parties)
    return letter.bulk, letter.on, told, letter.delivered_to, letter.file, letter.line


def _united(*lists: tuple[Party, ...]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in (each for parties in lists for each in parties):
        found.setdefault(party.address, party)
    return tuple(found.values())


def _own(
    letters: Sequence[Letter], me: Me, is_known: IsKnown
) -> tuple[OwnAddresses, tuple[Refused, ...]]:
    """The user's addresses, and what is to be said of them."""
    file, line = min((each.file, each.line) for each in letters)
    own = OwnAddresses(me.emails)
    if own:
        if any(address in own for each in letters for address in addresses_of(each)):
            return own, ()
        why = Message("import.mail_not_yours", {"address": me.emails[0]})
        return OwnAddresses(()), (Refused(file=file, line=0, why=why),)
    address = guessed_address(letters, is_known)
    if address:
        why = Message("import.mail_taken_as_yours", {"address": address})
        return OwnAddresses((address,)), (Refused(file=file, line=max(line, 1), why=why),)
    return own, (Refused(file=file, line=0, why=Message("import.mail_who_are_you")),)


def _names(letters: Iterable[Letter], kept: set[str]) -> Mapping[str, str]:
    written: dict[str, Counter[str]] = {address: Counter() for address in kept}
    for letter in letters:
        for party in (letter.sender, *letter.to, *letter.copied):
            if party.name and party.address in written:
                written[party.address][party.name] += 1
    return {address: best_name(counts, address) for address, counts in written.items()}


def _person(address: str, name: str) -> Person:
    return Person(id="", name=name, emails=(address,), sources=(PREFIX + address,))


def _interaction(address: str, name: str, day: str, by: By) -> IncomingInteraction:
    return IncomingInteraction(
        with_source=PREFIX + address,
        with_name=name,
        with_email=address,
        interaction=Interaction(
            id="",
            people=(),
            kind="email",
            on=date.fromisoformat(day),
            by=by,
            source=f"{PREFIX}{address}:{day}:{by}",
        ),
    )
