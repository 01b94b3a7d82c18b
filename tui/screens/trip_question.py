"""Where the user will be, asked in one line: city, first day, last day."""

from __future__ import annotations

from store.actions.service import Done, Service
from store.actions.trip import Trip
from store.words.message import Message
from tui.screens.verb_host import Host
from tui.typed.trip import TypedTrip, read_trip
from tui.writer import Job
from widgets.ask_line import Echo, Question


def ask_trip(host: Host) -> None:
    """Ask where and when."""
    host.ask(_question(host), lambda text: _answered(host, text))


def _read(host: Host, text: str) -> TypedTrip | None:
    return read_trip(text, host.today(), host.words.language)


def _question(host: Host) -> Question:
    words = host.words

    def read(text: str) -> Echo:
        typed = _read(host, text)
        if typed is None:
            return Echo(words.say("tui.trip.hint"), accepted=False)
        values: dict[str, object] = {
            "city": typed.city,
            "start": typed.start,
            "until": typed.until,
        }
        if typed.remove:
            removed = words.tell(Message("trip.taken_back", {"city": typed.city}))
            return Echo(words.say("tui.arrow", text=removed))
        if typed.start and typed.until and typed.until < typed.start:
            refused = Message("problem.bad_period", {"until": typed.until})
            return Echo(words.tell(refused, host.today()), accepted=False)
        said = words.tell(Message("trip.days", values), host.today())
        return Echo(words.say("tui.arrow", text=said))

    return Question(
        key="trip", label=words.say("tui.trip.label"), hint=words.say("tui.trip.hint"), read=read
    )


def _answered(host: Host, text: str) -> None:
    typed = _read(host, text)
    if typed is None:
        return
    params = Trip(city=typed.city, start=typed.start, until=typed.until, remove=typed.remove)

    def run(service: Service) -> Done:
        return service.perform("trip", params)

    host.submit(Job(run=run, verb="trip"))
