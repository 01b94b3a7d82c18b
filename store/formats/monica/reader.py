"""An export of Monica 4 read: people, what was done with them, what was promised."""

from __future__ import annotations

import re
from collections.abc import Callable

from store.formats.format import Format
from store.formats.incoming import IncomingTie, Reading, Refused, Whom
from store.formats.known import Known
from store.formats.monica.account import Account, Contact, Relationship
from store.formats.monica.cards import Parts, name_of, person_of, source_of
from store.formats.monica.json_account import account_of_json
from store.formats.monica.moments import interactions_of, records_of
from store.formats.monica.sql_account import account_of_sql
from store.formats.set_aside import SetAside
from store.formats.text_decoding import decode
from store.records.clean import clean_line
from store.records.me import Me
from store.words.message import Message

STEP = 100
"""After so many records it is told how far the reading has come."""

MOST_SIGNS = 8_000_000
"""Commas and brackets of a JSON: each is an object in memory, many times as large as the text."""

_JSON_HEAD = 4096
_DUMP = re.compile(r"\bINSERT\s+IGNORE\s+INTO\s+[`\"]?(?:accounts|activities|contacts)\b", re.I)


def looks_like_monica(head: bytes, name: str) -> bool:
    """Whether the first bytes are of Monica's JSON, or of its dump in SQL."""
    text = decode(head).lstrip()
    if text.startswith("{"):
        return '"app_version"' in text[:_JSON_HEAD] and '"account"' in text[:_JSON_HEAD]
    return _DUMP.search(text) is not None


def read_monica(data: bytes, shown_path: str, known: Known) -> Reading:
    """All that an export gives; never raises for what it holds."""
    text = decode(data)
    aside = SetAside(shown_path)
    step = _every(STEP, known.step)
    if text.lstrip().startswith("{"):
        if sum(map(text.count, ",{[")) > MOST_SIGNS:
            why = Message("monica.too_much")
            return Reading(refused=(Refused(file=shown_path, line=0, why=why),))
        # Slow to load, and most commands read no JSON of others.
        import json

        try:
            root = json.loads(text)
        except (ValueError, RecursionError):
            why = Message("monica.no_json")
            return Reading(refused=(Refused(file=shown_path, line=0, why=why),))
        account = account_of_json(root, step)
    else:
        account = account_of_sql(text.replace("\r\n", "\n").replace("\r", "\n"), step)
    if not account.contacts:
        return Reading(refused=(Refused(file=shown_path, line=0, why=Message("monica.nobody")),))
    return _reading(account, aside, known)


def _every(count: int, step: Callable[[int], None]) -> Callable[[int], None]:
    def told(done: int) -> None:
        if done % count == 0:
            step(done)

    return told


def _reading(account: Account, aside: SetAside, known: Known) -> Reading:
    by_key = {contact.key: contact for contact in account.contacts}
    names = {key: name_of(contact) for key, contact in by_key.items()}
    kept: dict[str, Contact] = {}
    for contact in account.contacts:
        if contact.key == account.own_contact or contact.values.get("is_partial") == "1":
            # A partial contact is nobody's card: somebody named on the card of another.
            continue
        if names[contact.key]:
            kept[contact.key] = contact
        else:
            aside.add(contact.line, Message("monica.nameless"))
    parts: Parts = {}
    related = _related(account, names)
    people = tuple(person_of(contact, related.get(key, ()), parts) for key, contact in kept.items())
    _tell_left(account, aside)
    if account.rest:
        aside.end(account.rest, Message("import.rest_left_out"))
    return Reading(
        people=people,
        interactions=tuple(interactions_of(account, kept)),
        records=tuple(
            record for contact in kept.values() for record in records_of(contact, known.today)
        ),
        ties=tuple(_ties(account, kept, names)),
        parts=parts,
        me=_me(account),
        refused=aside.refused(),
    )


def _related(
    account: Account, names: dict[str, str]
) -> dict[str, tuple[tuple[Relationship, str], ...]]:
    """What others are to each contact, with their names."""
    related: dict[str, list[tuple[Relationship, str]]] = {}
    for each in account.relationships:
        name = names.get(each.contact, "")
        if name:
            related.setdefault(each.of, []).append((each, name))
    return {key: tuple(several) for key, several in related.items()}


def _ties(account: Account, kept: dict[str, Contact], names: dict[str, str]) -> list[IncomingTie]:
    """Who knows whom, and who brought us together, among those who become people."""

    def whom(key: str) -> Whom:
        return Whom(source=source_of(key), name=names[key])

    ties = [
        IncomingTie(one=whom(each.of), other=whom(each.contact))
        for each in account.relationships
        if each.of in kept and each.contact in kept
    ]
    ties += [
        IncomingTie(one=whom(key), other=whom(contact.through), how="through")
        for key, contact in kept.items()
        if contact.through in kept
    ]
    return ties


def _me(account: Account) -> Me | None:
    user = account.user
    name = clean_line(f"{user.get('first_name', '')} {user.get('last_name', '')}")
    email = clean_line(user.get("email", ""))
    return Me(name=name, emails=(email,) if email else ()) if name or email else None


def _tell_left(account: Account, aside: SetAside) -> None:
    """Say how much is not read: no silence where something stays behind."""
    counts = account.left
    if counts.get("journal"):
        aside.add(1, Message("monica.journal", {"n": counts["journal"]}))
    if counts.get("documents"):
        aside.add(1, Message("monica.documents", {"n": counts["documents"]}))
    if counts.get("photos"):
        aside.add(1, Message("monica.photos", {"n": counts["photos"]}))


MONICA = Format(name="monica", looks_like=looks_like_monica, read=read_monica)
