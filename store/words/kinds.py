"""Codes of the records as messages: what people read in their place."""

from __future__ import annotations

from store.records.kinds import Kind
from store.words.message import Message

_KIND_IDS: dict[Kind, str] = {
    "in_person": "kind.in_person",
    "video": "kind.video",
    "call": "kind.call",
    "message": "kind.message",
    "email": "kind.email",
    "social": "kind.social",
    "event": "kind.event",
}

_ACTION_IDS: dict[str, str] = {
    "add": "action.add",
    "edit": "action.edit",
    "log": "action.log",
    "note": "action.note",
    "follow-up": "action.follow_up",
    "give": "action.give",
    "done": "action.done",
    "snooze": "action.snooze",
    "pass": "action.pass",
    "trait": "action.trait",
    "fill-gap": "action.fill_gap",
    "decline-gap": "action.decline_gap",
    "respell": "action.respell",
    "tell-apart": "action.tell_apart",
    "fade": "action.fade",
    "pause": "action.pause",
    "deceased": "action.deceased",
    "delete": "action.delete",
    "merge": "action.merge",
    "apart": "action.apart",
    "me": "action.me_edit",
    "trip": "action.trip",
    "sort": "action.sort",
    "end-sorting": "action.end_sorting",
    "look-over": "action.look_over",
    "save-search": "action.save_search",
    "import": "action.import",
    "join": "action.join",
    "bring-back": "action.bring_back",
    "outside": "action.outside",
    "restore": "action.restore",
    "repair": "action.repair",
    "forget": "action.forget",
}


def kind_message(kind: Kind) -> Message:
    """A kind of interaction in words."""
    return Message(_KIND_IDS[kind])


def action_message(action: str) -> Message:
    """An action in words, as the history and undo name it; an unknown name stands for itself."""
    return Message(_ACTION_IDS.get(action, action))
