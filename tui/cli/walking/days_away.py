"""After days away, one question before the walk begins."""

from __future__ import annotations

from store.actions.pause import PauseClock
from store.views.spoken import sentence
from store.words.dates import day_named
from store.words.message import Problem
from store.words.spoken_words import SpokenWords
from tui.cli.session import Session
from tui.cli.walking.letters import Letters
from tui.cli.walking.speech import Speech
from tui.cli.walking.today_road import TodayRoad

STOPS = frozenset({"", "y", "Y", "o", "O"})
"""Enter, or yes in either language: those days count for nobody."""

COUNTS = frozenset({"n", "N"})


def ask_days_away(
    session: Session, words: SpokenWords, letters: Letters, speech: Speech, road: TodayRoad
) -> bool:
    """Ask about them where there were any; whether the walk is to begin."""
    absence = road.view().summary.absence
    if absence is None:
        return True
    today = session.today
    start, until = (
        day_named(each, words.language, today) for each in (absence.start, absence.until)
    )
    away = [sentence(words.say("walk.away", start=start, until=until))]
    if absence.promises:
        away.append(words.say("pane.away.promises", n=absence.promises))
    speech.say(" ".join(away), words.say("pane.away.enter"), words.say("walk.away_counts"))
    while True:
        line = speech.ask(words.say("walk.prompt", letters=words.say("walk.letters_away")))
        answer = None if line is None else line.strip()
        if answer is None or letters.leaves(answer):
            return False
        if answer in COUNTS:
            return True
        if answer in STOPS:
            break
        speech.say(words.say("walk.away_unread"))
    try:
        done = session.service.perform(
            "pause", PauseClock(start=absence.start, until=absence.until)
        )
    except Problem as problem:
        speech.say(sentence(words.tell(problem.message, today)))
    else:
        speech.say(f"{sentence(words.tell(done.said, today))} {words.say('walk.undoable')}")
    return True
