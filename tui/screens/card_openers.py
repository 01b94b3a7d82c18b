"""Verbs that open what a card holds: its form, its notes, what of it can be copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from store.records.ids import PersonId
from tui.requests import CopyWanted, EditingWanted, ReadingWanted
from tui.screens.verb_host import Host


def card_openers(host: Host) -> Mapping[str, Callable[[], None]]:
    """Command to verb; the app has what they need."""
    return {
        "person.edit": partial(_edit_here, host),
        "person.notes": partial(_edit, host, "notes"),
        "card.outside": partial(_edit, host, "outside"),
        "person.copy": partial(_copy, host, "address"),
        "person.copy_menu": partial(_copy, host, "menu"),
        "person.link": partial(_copy, host, "link"),
        "all.me": partial(_own_card, host),
    }


def _edit_here(host: Host) -> None:
    """What has the focus: the notes where they do, else the card."""
    _edit(host, "notes" if host.situation().pane == "notes" else "card")


def _edit(host: Host, what: Literal["card", "notes", "outside"]) -> None:
    for person in host.targets().people[:1]:
        host.post_message(EditingWanted(what, PersonId(person.id)))


def _copy(host: Host, what: Literal["address", "menu", "link"]) -> None:
    people = tuple(PersonId(person.id) for person in host.targets().people)
    host.post_message(CopyWanted(what, people))


def _own_card(host: Host) -> None:
    host.post_message(ReadingWanted("me"))
