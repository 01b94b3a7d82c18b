"""What a proposal says and by what it is known, for the screen and the command line."""

from __future__ import annotations

from store.records.snapshot import Snapshot
from store.rules.proposal import Proposal, Why
from store.words.words import Words

HEADS: dict[Why, str] = {
    "colleague": "gaps.head.colleague",
    "former_colleague": "gaps.head.former_colleague",
    "city": "gaps.head.city",
    "org": "gaps.head.org",
}

MORE: dict[Why, str] = {"city": "gaps.head.city_more", "org": "gaps.head.org_more"}
"""The same where it is known of several."""


def because(proposal: Proposal, snapshot: Snapshot, words: Words) -> str:
    """What is proposed and by what it is known: "city Lyon · Ana Ek of Aubier lives there"."""
    why, values = proposal.why, {"value": proposal.value, "source": proposal.source}
    if not proposal.whom:
        return words.say(HEADS[why], **values)
    values["name"] = snapshot.people[proposal.whom[0]].name
    more = proposal.known - 1
    return words.say(MORE[why], n=more, **values) if more else words.say(HEADS[why], **values)
