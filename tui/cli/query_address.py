"""The command `query-address`, for mail programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from store.records.clean import clean_line
from store.records.person import Person
from store.records.snapshot import Snapshot
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb, positional

ADDRESSES = 50
"""Addresses handed to a mail program at most."""

_ADDRESS = re.compile(r"""[^\s@<>,;:"()\[\]]+@[^\s@<>,;:"()\[\]]+""")
"""What mail programs take for an address; one that they do not may cost them the whole answer."""


class _Address(msgspec.Struct, frozen=True):
    email: str
    person: Person

    @property
    def name(self) -> str:
        """Never empty: mutt would take what follows for the name."""
        return clean_line(self.person.name) or self.email.partition("@")[0]

    @property
    def about(self) -> str:
        """What tells people of one name apart."""
        person = self.person
        cities = (city.name for city in person.cities if city.kind == "now")
        told = [part for part in (person.title, person.org) if part] or list(cities)[:1]
        return clean_line(" · ".join(told))


def _query_address(session: Session, given: Given) -> Answer:
    """Addresses for `query_command` of mutt and `address-book-cmd` of aerc.

    Both read lines of address, name and more, parted by tabs; mutt takes the first line for a
    message, aerc passes over it, since it holds no address. Where nobody is found, mutt shows
    that line as what went wrong; anything on standard error would be drawn over its screen.
    """
    query = " ".join(typed_texts(given, "text"))
    found = _found(session, query)
    words = session.words

    def lines() -> Iterator[str]:
        if given.get("bare"):
            pass
        elif found:
            yield words.say("cli.addresses", n=len(found))
        else:
            yield words.say("cli.no_address", text=clean_line(query))
        for each in found:
            yield "\t".join((each.email, each.name, each.about))

    return Answer(
        value=[
            {
                "address": each.email,
                "name": each.person.name,
                "info": each.about,
                "person": each.person.id,
            }
            for each in found
        ],
        lines=lines,
        status=0 if found else 3,
        tabbed=True,
    )


def _found(session: Session, query: str) -> list[_Address]:
    """The addresses of those found, the best first, so many as are handed over."""
    from store.search.find import Finder
    from store.search.likely import likely, narrowed_to
    from store.search.parse import parse

    ties = session.service.ties() if parse(query).asks_ties else None
    reached: Snapshot = narrowed_to(session.service.snapshot, lambda each: bool(each.emails))
    found: list[_Address] = []
    for id in Finder().rank(likely(reached, query), query, ties).ids:
        person = reached.people[id]
        emails = (clean_line(each) for each in person.emails)
        found += (_Address(each, person) for each in emails if _ADDRESS.fullmatch(each))
        if len(found) >= ADDRESSES:
            break
    return found[:ADDRESSES]


QUERY_ADDRESS = Verb(
    name="query-address",
    help="cli.help.query_address",
    parameters=(
        positional("text", many=True, required=False),
        Parameter(name="bare", shape="flag"),
    ),
    run=_query_address,
)
