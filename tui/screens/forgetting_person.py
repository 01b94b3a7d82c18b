"""Forgetting the person under the cursor: the name is typed, and there is no way back."""

from __future__ import annotations

import msgspec

from store.actions.service import Done, Service
from store.clock import fresh_key
from store.records.ids import PersonId
from store.records.person import Person
from store.words.fold import fold
from store.words.message import Message
from store.words.words import Words
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
    def run(service: Service) -> Done:
        # Loaded only for the one act that needs it.
        from store.actions.mentioned import mentions

        service.refresh()
        left = [each for each in mentions(service.snapshot, person) if each.kind == "left"]
        done = service.forget(person.id, fresh_key())[0]
        people = service.snapshot.people
        cards = dict.fromkeys(PersonId(each.person) for each in left)
        names = [people[id].name for id in cards if id in people]
        if not names:
            return done
        values: dict[str, object] = {"names": ", ".join(names)}
        return msgspec.structs.replace(done, said=Message("said.forgotten_left", values))

    # Like undo itself, it does not offer to be undone.
    host.submit(Job(run=run, verb=TURN))
