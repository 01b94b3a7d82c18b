"""Which calendars leave the free hours: their paths asked for in one line, and kept."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.actions.service import Done, Service
from store.records.change import ChangeSet
from store.rules.budget import Week
from store.views.taken_hours import taken_of_free
from store.words.durations import minutes_message
from store.words.message import Message, Refusal
from tui.busy_times import BusyTimes
from tui.phrasing.calendars_unread import unread_files, unread_parts
from tui.requests import Remember
from tui.screens.path_question import path_question
from tui.typed.paths import joined_paths, split_paths
from tui.writer import Fresh, Job
from widgets.ask_line import Echo, Question

if TYPE_CHECKING:
    from tui.screens.place import Place

AHEAD = timedelta(days=6)
"""How far the days go, with today, of which it is said how much is taken."""


def ask_calendars(place: Place) -> None:
    """Which files, or folders of them? Nothing takes all of them away."""
    fresh: Fresh | None = getattr(place, "fresh", None)
    held = () if fresh is None else fresh.ties.settings.calendars
    place.ask(_question(place, joined_paths(held)), partial(_answered, place))


def _question(place: Place, value: str) -> Question:
    words, paths = place.words, path_question(place.words, value)

    def read(text: str) -> Echo:
        if "://" in text:
            return Echo(words.say("calendar.address"), accepted=False)
        return paths.read(text)

    return msgspec.structs.replace(
        paths,
        key="calendar",
        label=words.say("calendar.label"),
        hint=words.say("calendar.hint"),
        read=read,
        empty=True,
        lines=False,
    )


def _answered(place: Place, text: str) -> None:
    paths = tuple(dict.fromkeys(map(_kept, split_paths(text))))

    def run(service: Service) -> Done:
        done = choose_calendars(service, paths)
        place.app.post_message(Remember("calendars", paths))
        return done

    place.submit(Job(run=run, verb="calendar", names_nobody=True))


def _kept(path: str) -> str:
    """A path that means the same in whichever folder the program is begun the next time."""
    return path if path.startswith("~") else str(Path(path).absolute())


def choose_calendars(service: Service, paths: tuple[str, ...]) -> Done:
    """Go by other calendars from now on; says how much they take of the free hours to come.

    Raises:
        Refusal: `bad_calendar`, where there is something to read and none of it can be.
    """
    today, snapshot = service.today(), service.snapshot
    times = BusyTimes(paths, snapshot.me)
    busy, refused = times.read((today, today + AHEAD))
    whole = next((each for each in refused if not each.line), None)
    if whole is not None and times.read_none():
        raise Refusal("bad_calendar", "calendar.unread", file=Path(whole.file).name, why=whole.why)
    settings = msgspec.structs.replace(service.settings, calendars=paths)
    service.use(settings)
    days = Week(today, today + AHEAD)
    taken, free = taken_of_free(settings, snapshot.me.pauses, busy, days)
    values: dict[str, object] = {"taken": minutes_message(taken), "free": minutes_message(free)}
    said = Message("calendar.chosen", {**values, "n": len(paths)})
    parts = unread_files(refused, times.files_read()) or unread_parts(refused)
    if parts is not None:
        said = Message("calendar.chosen_parts", {**values, "parts": parts})
    return Done(
        snapshot=snapshot,
        id="",
        about="",
        said=said if paths else Message("calendar.none"),
        change_set=ChangeSet(()),
    )
