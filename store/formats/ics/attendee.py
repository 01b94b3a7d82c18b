"""Those whom an event names: who they are, whether they come, and whether they are people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

import msgspec

from store.records.clean import clean_line
from store.words.fold import fold

LONGEST_NAME = 200

_ADDRESS = re.compile(r"[^\s@<>,;:\"]{1,64}@(?:[^\s@<>,;:\".]{1,63}\.){1,8}[^\s@<>,;:\".]{2,63}")
_MACHINE = re.compile(
    r"(?x)(?: .*[+._-])? (?: no-?_?reply | do-?_?not-?_?reply | ne-?pas-?repondre | mailer-daemon"
    r" | calendar-notification | notifications? | postmaster | bounces? | unknownorganizer"
    r" | calendar-server ) (?: [+._-].*)?"
)
"""What stands before the @ where nobody reads."""

_CALENDARS = re.compile(
    r"(?:[\w-]+\.)*(?:calendar\.google\.com|calendar\.yahoo\.com|imip\.me\.com|calendar\.invalid)"
)
"""Where calendars and rooms have addresses."""

_PERSON_TYPES = frozenset({"", "INDIVIDUAL", "UNKNOWN"})
_ABSENT = frozenset({"DECLINED", "DELEGATED"})
_SWAPPED = re.compile(r"([^\W\d_][\w'’ -]{0,40}), ([^\W\d_][\w'’ -]{0,40})")
_NOT_LAST_NAMES = frozenset({"dr", "prof", "inc", "ltd", "gmbh", "sarl", "sas", "phd", "md", "jr"})


class Attendee(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is named on an event."""

    email: str = ""
    """In small letters; empty where none can be read."""
    name: str = ""
    """As written, `Last, First` put in its order; empty where there is none."""
    is_person: bool = True
    """False for rooms, groups, calendars and addresses that nobody reads."""
    comes: bool = True
    """False for who declined, sent somebody else, or is told for information only."""

    @property
    def key(self) -> str:
        """Their stable key as a person, or nothing where they cannot be known again."""
        if self.email:
            return f"mailto:{self.email}"
        folded = fold(self.name)
        return f"calendar:{folded}" if len(folded.split()) > 1 else ""

    @property
    def shown(self) -> str:
        """What a person is called of whom no more is known: by their address if need be."""
        return self.name or name_of_address(self.email)


def attendee_of(address: str, params: Mapping[str, object]) -> Attendee:
    """Somebody by the value and the parameters of ATTENDEE or ORGANIZER."""
    email = _email(address) or _email(_said(params, "EMAIL"))
    name = _name(_said(params, "CN"))
    if _email(name):
        email = email or _email(name)
        name = ""
    local, _, domain = email.partition("@")
    is_machine = bool(email) and bool(_MACHINE.fullmatch(local) or _CALENDARS.fullmatch(domain))
    kind = _said(params, "CUTYPE").upper()
    status, role = _said(params, "PARTSTAT").upper(), _said(params, "ROLE").upper()
    return Attendee(
        email=email,
        name=name,
        is_person=kind in _PERSON_TYPES and not is_machine,
        comes=status not in _ABSENT and role != "NON-PARTICIPANT",
    )


def email_of(address: str) -> str:
    """The address of mail in a calendar address, in small letters; nothing where there is none."""
    return _email(address)


def name_of_address(email: str) -> str:
    """A name for who is known by an address alone: `ada.lovelace@` is Ada Lovelace."""
    local = email.partition("@")[0]
    words = local.replace("_", ".").split(".")
    if len(words) in (2, 3) and all(word.isalpha() and word.isascii() for word in words):
        return " ".join(word.capitalize() for word in words)
    return email


def _email(text: str) -> str:
    address = unquote(text.strip().strip("<>\"'"))
    if address[:7].lower() == "mailto:":
        address = address[7:]
    address = clean_line(address.partition("?")[0]).strip("<> \"'").lower()
    return address if _ADDRESS.fullmatch(address) else ""


def _name(text: str) -> str:
    name = clean_line(text[: LONGEST_NAME * 2])[:LONGEST_NAME].strip("\"' ")
    if not any(mark.isalnum() for mark in name):
        return ""
    swapped = _SWAPPED.fullmatch(name)
    if swapped is None or fold(swapped[2]).strip(". ") in _NOT_LAST_NAMES:
        return name
    return f"{swapped[2]} {swapped[1]}"


def _said(params: Mapping[str, object], name: str) -> str:
    value = params.get(name, "")
    return ", ".join(str(each).strip() for each in value) if isinstance(value, list) else str(value)
