"""Codes of the records as messages: what people read in their place."""

from __future__ import annotations

from store.records.kinds import BudgetKind, Kind
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

_BUDGET_IDS: dict[BudgetKind, str] = {
    "in_person": "budget.in_person",
    "video": "budget.video",
    "call": "budget.call",
    "writing": "budget.writing",
    "social": "budget.social",
    "event": "budget.event",
    "preparing": "budget.preparing",
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
    "timer-start": "action.timer_start",
    "timer-stop": "action.timer_stop",
    "timer-note": "action.timer_note",
    "timer-drop": "action.timer_drop",
    "slot": "action.slot",
    "slot-move": "action.slot_move",
    "slot-kept": "action.slot_kept",
    "slot-missed": "action.slot_missed",
    "slot-drop": "action.slot_drop",
    "budget": "action.budget",
    "spent": "action.spent",
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


def budget_message(kind: BudgetKind) -> Message:
    """A kind of time in the week's budget, in words."""
    return Message(_BUDGET_IDS[kind])


def time_message(kind: BudgetKind, contact: Kind | None = None) -> Message:
    """A kind of time in words: of the contact where it is one, else of the budget."""
    return budget_message(kind) if contact is None else kind_message(contact)


def action_message(action: str) -> Message:
    """An action in words, as the history and undo name it; an unknown name stands for itself."""
    return Message(_ACTION_IDS.get(action, action))
