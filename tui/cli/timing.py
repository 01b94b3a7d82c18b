"""The command `timer`: started, told of, noted in, stopped, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.actions.timer_note import TimerNote
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.words.durations import running_clock
from store.words.kinds import time_message
from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.typed_texts import refuse_others, typed_line
from tui.cli.verb import Given, Parameter, Verb, positional

Run = Callable[[Session, Given], Answer]


def _timer(session: Session, given: Given) -> Answer:
    """One of the five; no word is `status`."""
    what = str(given.get("what") or "status")
    run = _WHAT.get(what)
    if run is None:
        choices = ", ".join(_WHAT)
        raise UsageProblem("usage", "problem.bad_what", text=what, choices=choices)
    rest = {name: value for name, value in given.items() if name != "what"}
    return run(session, rest)


def _status(session: Session, given: Given) -> Answer:
    """What runs and for how long, short enough for a status line; nothing where none does."""
    from store.views.timer import running, timer_answer

    refuse_others(given, ())
    timer, now = running(session.service.snapshot), session.service.now()

    def told() -> tuple[str, ...]:
        if timer is None:
            return ()
        clock = running_clock(timer.seconds(now))
        kind = session.tell(time_message(timer.kind, timer.contact))
        mark = "?" if timer.is_forgotten(now) else ""
        # A name must not colour the status line of tmux, which reads `#[...]` as a style.
        return (" ".join(filter(None, (mark, kind, timer.name, clock))).replace("#[", "# ["),)

    return Answer(value=timer_answer(timer, now), lines=told)


def _start(session: Session, given: Given) -> Answer:
    wanted = {name: value for name, value in given.items() if name != "text"}
    refuse_others(wanted, TimerStart.__struct_fields__)
    typed = typed_line(given)
    if typed and not (wanted.get("kind") or wanted.get("person")):
        from tui.cli.timer_words import started_for

        told = started_for(typed, session.service.snapshot)
        notes = (str(each.get("note") or "") for each in (told, wanted))
        wanted |= {**told, "note": "\n".join(filter(None, notes))}
    elif typed:
        wanted = _placed(given, "kind" if wanted.get("person") else "person", typed)
    return session.perform("timer-start", wanted)


def _stop(session: Session, given: Given) -> Answer:
    typed = typed_line(given)
    wanted = _placed(given, "note" if typed else "", typed)
    refuse_others(wanted, TimerStop.__struct_fields__)
    return session.perform("timer-stop", wanted)


def _note(session: Session, given: Given) -> Answer:
    wanted = {"text": typed_line(given) or str(given.get("note") or "")}
    refuse_others({k: v for k, v in given.items() if k != "note"}, TimerNote.__struct_fields__)
    return session.perform("timer-note", wanted)


def _drop(session: Session, given: Given) -> Answer:
    refuse_others(given, ())
    return session.perform("timer-drop", {})


def _placed(given: Given, name: str, typed: str) -> dict[str, object]:
    """The options, with the words behind the verb as the parameter that they are."""
    wanted = {each: value for each, value in given.items() if each != "text"}
    if name and not wanted.get(name):
        wanted[name] = typed
    return wanted


_WHAT: Mapping[str, Run] = {
    "start": _start,
    "stop": _stop,
    "note": _note,
    "drop": _drop,
    "status": _status,
}

TIMER = Verb(
    name="timer",
    help="cli.help.timer",
    parameters=(
        positional("what", required=False),
        Parameter(name="text", positional=True, required=False, many=True),
        Parameter(name="person"),
        Parameter(name="kind", worded=True),
        Parameter(name="minutes", shape="minutes"),
        Parameter(name="note"),
        Parameter(name="on", value="DATE"),
        Parameter(name="by", choices=("me", "them")),
        Parameter(name="slot"),
    ),
    run=_timer,
)
