"""What is said once files are brought: how many people are here, and what there is to propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.views.proposals import proposals_of
from store.words.message import Message
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.phrasing.palette_name import key_or_name
from tui.writer import Fresh

if TYPE_CHECKING:
    from store.formats.plan import Plan


def taken_message(message: Message, plan: Plan, fresh: Fresh, words: Words, keys: Keys) -> Message:
    """What was taken, and in the same line that gaps can be filled, where they can.

    Args:
        message: what the commit says.
        plan: what was taken.
        fresh: the data with them.
        words: the language.
        keys: of all commands.
    """
    if plan.new:
        message = Message("files.taken", {"n": len(plan.new)})
        if plan.changed:
            said = words.tell(message)
            message = Message("files.taken_both", {"said": said, "n": len(plan.changed)})
    # The fuzzy comparison takes long to load, and is wanted here alone.
    from store.search.similar import similar

    n = len(proposals_of(fresh.snapshot, words.language, similar))
    if not n:
        return message
    key = key_or_name("all.gaps", words, keys)
    said = words.tell(message, fresh.today).rstrip(".")
    return Message("gaps.after_import", {"said": said, "n": n, "key": key})
