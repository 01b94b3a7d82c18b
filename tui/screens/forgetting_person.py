"""Forgetting the person under the cursor: the name is typed, and there is no way back."""

from __future__ import annotations

from store.actions.service import Done, Service
from store.clock import fresh_key
from store.records.person import Person
from store.words.fold import fold
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
        return service.forget(person.id, fresh_key())[0]

    # Like undo itself, it does not offer to be undone.
    host.submit(Job(run=run, verb=TURN))
