"""Forgetting the person under the cursor: the name is typed, and there is no way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from store.actions.resolve import person_named
from store.actions.service import Done, Service
from store.clock import fresh_key
from store.records.ids import PersonId
from store.records.person import Person
from store.words.fold import fold
from store.words.message import Message
from store.words.words import Words
from tui.past_exports import PastExports
from tui.requests import ForgettingWanted
from tui.screens.verb_host import Host, targets_shown
from tui.writer import TURN, Job
from widgets.ask_line import Echo, Question


def ask_to_forget(host: Host) -> None:
    """Ask for the name of the one person that is meant."""
    targets = targets_shown(host)
    if len(targets.people) != 1:
        host.say(host.words.say("tui.reason.one_at_a_time"))
        return
    person = targets.people[0]
    host.ask(_question(host.words, person, targets.names), lambda _: _submit(host, person))


def _question(words: Words, person: Person, shown: str) -> Question:
    def read(text: str) -> Echo:
        if fold(text.strip()) == fold(person.name):
            return Echo(words.say("tui.forget.echo"))
        return Echo(words.say("tui.forget.hint"), accepted=False)

    return Question(
        key="forget",
        label=words.say("tui.forget.label", name=shown),
        hint=words.say("tui.forget.hint"),
        read=read,
    )


def _submit(host: Host, person: Person) -> None:
    host.post_message(ForgettingWanted(PersonId(person.id)))


def forgetting(id: PersonId, exports: PastExports | None) -> Job:
    """The act, for the writer; like undo itself, it does not offer to be undone.

    Args:
        id: whose name was typed.
        exports: past exports; None for a network in memory.
    """
    return Job(run=partial(_forgotten, id, exports), verb=TURN)


def _forgotten(id: PersonId, exports: PastExports | None, service: Service) -> Done:
    # Loaded only for the one act that needs it.
    from store.actions.forget import traces_with_past
    from store.actions.mentioned import mentions
    from tui.forgotten_exports import end_in_exports

    service.refresh()
    before = service.snapshot
    person = person_named(before, id)
    traces = traces_with_past(before, person, service.history())
    left = [each for each in mentions(before, person) if each.kind == "left"]
    ended = end_in_exports(service, exports, person, traces)
    done = service.forget(person.id, fresh_key())[0]
    people = service.snapshot.people
    cards = dict.fromkeys(PersonId(each.person) for each in left)
    names = [people[id].name for id in cards if id in people]
    return msgspec.structs.replace(done, said=_said(done.said, names, ended.left))


def _said(plain: Message, names: list[str], files: tuple[str, ...]) -> Message:
    """What is left for the user to look at, in one line."""
    values: dict[str, object] = {
        "names": ", ".join(names),
        "files": ", ".join(Path(each).name for each in files),
    }
    if names and files:
        return Message("said.forgotten_both", values)
    if files:
        return Message("said.forgotten_exports", values)
    return Message("said.forgotten_left", values) if names else plain
