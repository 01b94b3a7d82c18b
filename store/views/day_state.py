"""What is out of the ordinary on a day: all clocks stand still, the user is on a trip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.records.me import Me
from store.rules.pauses import spans_of
from store.rules.stays import stays_near
from store.words.dates import day_of_month
from store.words.day_messages import until_day
from store.words.words import Words


def pause_said(me: Me, today: date, words: Words) -> str:
    """Until when everybody's clock stands still: "paused until 14 Dec"; nothing where it runs."""
    here = today.toordinal()
    until = next((last for since, last in spans_of(me.pauses) if since < here <= last), None)
    if until is None:
        return ""
    if until == here:
        return words.say("pause.told_today")
    last = date.fromordinal(until)
    if until == here + 1:
        return words.say("pause.told", until=words.tell(until_day(last, today), today))
    day = day_of_month(last, words.language, today)
    return words.say("pause.told", until=words.say("date.until", day=day))


def trip_said(me: Me, today: date, words: Words) -> str:
    """The trip that lasts: "in Dublin until Fri 4 Dec"; nothing where none does."""
    stay = next((each for each in stays_near(me.cities, today) if each.begun(today)), None)
    if stay is None:
        return ""
    if stay.until == today:
        return words.say("trip.told_today", city=stay.city)
    until = words.tell(until_day(stay.until, today), today)
    return words.say("trip.told", city=stay.city, until=until)


def trip_brief(me: Me, today: date, words: Words) -> str:
    """The same where there is little room: "Dublin → 4 Dec"; nothing on its last day."""
    stay = next((each for each in stays_near(me.cities, today) if each.begun(today)), None)
    if stay is None or stay.until == today:
        return ""
    day = day_of_month(stay.until, words.language, today)
    return words.say("trip.told_brief", city=stay.city, day=day)


def day_said(me: Me, today: date, words: Words) -> Iterator[str]:
    """Both, where there are any."""
    yield from filter(None, (pause_said(me, today, words), trip_said(me, today, words)))
