"""What time it is where somebody lives."""

from __future__ import annotations

from datetime import datetime, timedelta

from store.words import durations
from store.words.words import Words
from store.words.zones import there

MINUTE = timedelta(minutes=1)


def hour_there(zone: str, moment: datetime, words: Words) -> str:
    """The time there, and how far its clocks are from one's own: "10:14 there (-6 h)".

    How far stays true while the screen stands still; where the clocks agree it is not said.

    Args:
        zone: its name; nothing is said of none, nor of one that is not known.
        moment: now, with the user's zone.
        words: the language.
    """
    here = there(zone, moment)
    if here is None:
        return ""
    hour = f"{here:%H:%M}"
    away = ((here.utcoffset() or timedelta()) - (moment.utcoffset() or timedelta())) // MINUTE
    if not away:
        return words.say("person.card.there", hour=hour)
    sign, length = "+" if away > 0 else "-", durations.minutes(abs(away), words)
    # No line ends within it.
    away_said = f"{sign}{length}".replace(" ", "\N{NO-BREAK SPACE}")
    return words.say("person.card.there_away", hour=hour, away=away_said)
