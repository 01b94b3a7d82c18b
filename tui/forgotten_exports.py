"""Past exports when somebody is forgotten: feeds are written anew, other files are for the user."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from store.actions.forgetting import forget_change_set
from store.actions.service import Service
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.words.message import Problem
from store.words.words import Words
from tui.export_selection import Selection, by_name, everyone, found_by
from tui.exporting import export_to, name_in_files
from tui.past_exports import PastExports

if TYPE_CHECKING:
    from store.actions.forgetting import Traces
    from store.disk.past_exports import PastExport


SHORTEST_WORD = 3
"""Letters of a first or last name that is looked for alone."""


class Ended(NamedTuple):
    """What became of the files."""

    rewritten: tuple[str, ...] = ()
    """Paths of feeds that were written anew."""
    left: tuple[str, ...] = ()
    """Paths of files that are still there and may hold the person: the user's to remove."""


def end_in_exports(
    service: Service, past: PastExports | None, person: Person, traces: Traces
) -> Ended:
    """Write feeds anew without somebody who is about to be forgotten; tell of all other files.

    What names them in the list of exports goes from there: a path, or what was looked for. All of
    it before they go from the data, so that forgetting can be asked for again whatever comes
    between.

    Args:
        service: the data, the person among them.
        past: past exports; None for a network in memory.
        person: who.
        traces: what tells of them.
    """
    if past is None or past.read_only:
        return Ended()
    change_set = forget_change_set(service.snapshot, person, traces)
    without = service.snapshot.apply(change_set)
    rewritten: list[str] = []
    left: list[str] = []
    for each in past.there():
        named = _names_in_query(each.query, person, traces)
        anew = not named and _written_anew(service, without, past, each)
        (rewritten if anew else left).append(each.path)

    def unnamed(each: PastExport) -> PastExport | None:
        if _names_in_path(each.path, person, traces):
            return None
        return (
            msgspec.structs.replace(each, query="")
            if _names_in_query(each.query, person, traces)
            else each
        )

    try:
        past.rewrite(unnamed)
    except OSError:
        left.append(str(past.file))
    return Ended(tuple(rewritten), tuple(left))


def _names_in_query(query: str, person: Person, traces: Traces) -> bool:
    """Whether what was looked for names somebody, with one word of their name too."""
    return _holds(query, person, traces) or _holds_word(query, person, traces)


def _names_in_path(path: str, person: Person, traces: Traces) -> bool:
    """Whether a path names somebody; a folder only by their whole name."""
    return _holds(path, person, traces) or _holds_word(Path(path).stem, person, traces)


def _holds(text: str, person: Person, traces: Traces) -> bool:
    written = f"-{name_in_files(text)}-"
    names = {name_in_files(name) for name in (*traces.names, person.name)}
    if any(name and f"-{name}-" in written for name in names):
        return True
    return traces.touches(msgspec.json.encode(text).decode())


def _holds_word(text: str, person: Person, traces: Traces) -> bool:
    words = {
        word
        for name in (*traces.names, person.name)
        for word in name_in_files(name).split("-")
        if len(word) >= SHORTEST_WORD
    }
    return not words.isdisjoint(name_in_files(text).split("-"))


def _written_anew(service: Service, without: Snapshot, past: PastExports, each: PastExport) -> bool:
    """Whether a feed that stands as we wrote it could be written again, for the same people."""
    from store.disk.out_file import digest_of_file
    from store.formats.exports import FEEDS, all_exports

    path = Path(each.path)
    form = all_exports().named(each.format)
    chosen = _chosen(without, each, service)
    if form is None or each.format not in FEEDS or chosen is None:
        return False
    if digest_of_file(path) != each.digest:
        return False
    try:
        export_to(
            *(service, Words(each.language), form, chosen, path, past),
            private=each.private,
            snapshot=without,
        )
    except (Problem, OSError):
        return False
    return True


def _chosen(without: Snapshot, each: PastExport, service: Service) -> Selection | None:
    """Who was meant, today; None for people named one by one, who are noted nowhere."""
    if each.everyone:
        return everyone(without)
    if not each.query:
        return None
    found = found_by(without, partial(_ties, without, service), each.query)
    return Selection(people=by_name(without, found), query=each.query)


def _ties(without: Snapshot, service: Service) -> Ties:
    return Ties.of(without, service.today(), service.settings)
