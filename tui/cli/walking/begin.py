"""Beginning the walk: its road, both ways of the terminal, and how it ends."""

from __future__ import annotations

import sys

import msgspec

from store.actions.resolve_event import event_meant
from store.records.ids import EventId
from tui.cli.session import Session
from tui.cli.verb import Given
from tui.cli.walking.days_away import ask_days_away
from tui.cli.walking.ending import EndedError, Ending
from tui.cli.walking.event_road import EventRoad
from tui.cli.walking.letters import letters_from
from tui.cli.walking.road import Road
from tui.cli.walking.speech import Speech
from tui.cli.walking.today_road import TodayRoad
from tui.cli.walking.walk import Walk
from tui.cli.walking.walk_words import WalkWords


def begin(session: Session, given: Given) -> int:
    """Walk until it is left; gives the exit status.

    Raises:
        UnknownProblem: where there is no such event.
    """
    letters = letters_from(session.service.settings.keys)
    words = WalkWords(session.words.language, letters.shown)
    session = msgspec.structs.replace(session, words=words)
    service = session.service
    road: Road
    if given.get("event"):
        event = event_meant(service.snapshot, str(given["event"]))
        road = EventRoad(service, words, EventId(event.id))
    else:
        road = TodayRoad(service, words)
    ending = Ending()
    speech = _speech(ending)
    with ending.listening():
        try:
            if isinstance(road, TodayRoad) and not ask_days_away(
                session, words, letters, speech, road
            ):
                return 0
            Walk(session, words, letters, speech, road).run()
        except EndedError as ended:
            speech.end_line()
            return ended.status
    return 0


def _speech(ending: Ending) -> Speech:
    """Standard input and output; one that is closed says, or hears, nothing."""
    lines = getattr(sys.stdin, "buffer", None)
    echoed = all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))
    return Speech(sys.stdout, lines, ending, echoed=echoed)
