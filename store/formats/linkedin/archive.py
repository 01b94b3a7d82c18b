"""The zip as LinkedIn gives it: read in memory, member by known member, never unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import accumulate

import msgspec

from store.formats.csv_table import MOST_BYTES, MOST_LINES, name_key
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.connections import read_connections
from store.formats.linkedin.invitations import read_invitations
from store.formats.linkedin.messages import read_messages
from store.formats.linkedin.own_card import OwnFile, read_own
from store.formats.linkedin.refusals import refused_file, unread_end
from store.formats.own_card import completed
from store.formats.text_decoding import beginning, decode
from store.formats.zip_members import Budget, NotReadError, inflated, names_in, opened, shown_member
from store.records.me import Me
from store.words.message import Message

OWN: tuple[OwnFile, ...] = ("profile", "positions", "education", "languages", "emailaddresses")

MOST_FOLDERS = 32
"""Within each other, in which the rest of an export is looked for."""

MEMBERS = (*OWN, "connections", "messages", "invitations")
"""What is read, in this order; all other members are passed over."""


def read_archive(data: bytes, shown_path: str, known: Known) -> Reading:
    """Own card, connections and messages of an export; a member that fails leaves the others."""
    budget = Budget()
    try:
        archive = opened(data, budget)
    except NotReadError as refusal:
        why = Message(str(refusal))
        return Reading(refused=(Refused(file=shown_path, line=0, why=why),))
    with archive:
        return read_members(archive, shown_path, known, budget)


def read_members(
    archive: zipfile.ZipFile, shown_path: str, known: Known, budget: Budget
) -> Reading:
    """What the members of an export give.

    Args:
        archive: the export, or an archive in which one lies.
        shown_path: the path of the archive as the user sees it.
        known: who the user is, as far as it is known.
        budget: how much may be inflated.
    """
    members = [(kind, info) for info in archive.infolist() for kind in _kind(info.filename)]
    if not members:
        return Reading(refused=(refused_file(shown_path, "import.zip_without_members"),))
    members.sort(key=lambda member: MEMBERS.index(member[0]))
    return _read_members(archive, members, shown_path, known, budget)


def is_export(archive: zipfile.ZipFile) -> bool:
    """Whether there are members of an export in an archive, alone or beside others."""
    return _are_of_export(info.filename for info in archive.infolist())


def is_of_export(archive: zipfile.ZipFile) -> Callable[[str], bool]:
    """Tells of a name whether it stands in the folder of an export, or below it."""
    names = [info.filename.replace("\\", "/") for info in archive.infolist()]
    folders = {name.rpartition("/")[0] for name in names if _kind(name)}
    return lambda name: "" in folders or any(map(folders.__contains__, _above(name)))


def _above(name: str) -> Iterator[str]:
    """The folders in which a name stands, as deep as anybody packs them."""
    parts = name.replace("\\", "/").split("/", MOST_FOLDERS)[:-1]
    return accumulate(parts, "{}/{}".format)


def looks_like_export(head: bytes) -> bool:
    """Whether the first bytes name such members."""
    return _are_of_export(names_in(head))


def _are_of_export(names: Iterable[str]) -> bool:
    """One name alone that other programs use as well is not enough."""
    kinds = {kind for name in names for kind in _kind(name)}
    return "connections" in kinds or len(kinds) > 1


def is_member(filename: str) -> bool:
    """Whether a name is that of a member that is read."""
    return bool(_kind(filename))


def _kind(filename: str) -> tuple[str, ...]:
    """Which known member a file name means; folders, case, blanks and underscores do not matter."""
    folder, _, name = filename.replace("\\", "/").rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not dot or extension.lower() != "csv" or name.startswith(".") or "__MACOSX" in folder:
        return ()
    kind = name_key(stem)
    return (kind,) if kind in MEMBERS else ()


def _read_members(
    archive: zipfile.ZipFile,
    members: list[tuple[str, zipfile.ZipInfo]],
    shown_path: str,
    known: Known,
    budget: Budget,
) -> Reading:
    readings: list[Reading] = []
    refused: list[Refused] = []
    # One set for all: a copy for each of many members would take long.
    sources = set(known.sources)
    known = msgspec.structs.replace(known, sources=sources)
    for kind, info in members:
        shown = shown_member(shown_path, info.filename)
        try:
            data = inflated(archive, info, budget)
        except NotReadError as refusal:
            refused.append(Refused(file=shown, line=0, why=Message(str(refusal))))
            continue
        text = decode(beginning(data, MOST_BYTES, MOST_LINES + 1))
        if len(data) > MOST_BYTES:
            refused.append(unread_end(shown, text))
        reading = _read(kind, text, shown, known)
        readings.append(reading)
        sources.update(key for person in reading.people for key in person.sources)
        if reading.me is not None:
            known = msgspec.structs.replace(known, me=completed(known.me, reading.me))
    return Reading(
        me=_own(readings),
        people=tuple(person for reading in readings for person in reading.people),
        interactions=tuple(each for reading in readings for each in reading.interactions),
        refused=(*refused, *(each for reading in readings for each in reading.refused)),
    )


def _read(kind: str, text: str, shown: str, known: Known) -> Reading:
    for own in OWN:
        if own == kind:
            return read_own(text, shown, own)
    if kind == "connections":
        return read_connections(text, shown, known)
    if kind == "invitations":
        return read_invitations(text, shown, known)
    return read_messages(text, shown, known)


def _own(readings: list[Reading]) -> Me | None:
    """What all of them say of the user."""
    told = [reading.me for reading in readings if reading.me is not None]
    return reduce(completed, told) if told else None
