"""What was being typed about somebody who has been forgotten since, here or in another session."""

from __future__ import annotations

from functools import partial

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from tui.drafts import Drafts


def purge_drafts(drafts: Drafts, before: Snapshot, after: Snapshot) -> None:
    """Take the forgotten out of the drafts; nothing is done where nobody was.

    Args:
        drafts: what was being typed.
        before: the data with them.
        after: the data without them.
    """
    if before.forgotten == after.forgotten:
        return
    # Loaded only for the one act that needs it.
    from store.actions.forgetting import redacted_text, traces_of

    gone = [person for id, person in before.people.items() if PersonId(id) not in after.people]
    for person in gone:
        traces = traces_of(before, person)
        drafts.purge((person.id,), partial(redacted_text, traces=traces))
