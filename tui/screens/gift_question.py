"""What waits to be given to somebody, asked in one line."""

from __future__ import annotations

from functools import partial

from store.actions.give import Give
from store.actions.service import Done, Service
from store.views.phrases import help_word
from tui.screens.targets import Targets
from tui.screens.verb_host import Host, targets_shown
from tui.typed.gift import read_gift
from tui.writer import Job
from widgets.ask_line import Echo, Question


def ask_gift(host: Host) -> None:
    """Ask what."""
    targets = targets_shown(host)
    if targets.people:
        host.ask(_question(host, targets), partial(_answered, host, targets))


def _question(host: Host, targets: Targets) -> Question:
    words = host.words

    def read(text: str) -> Echo:
        gift = read_gift(text)
        parts = [help_word(gift.kind, words)]
        if gift.note:
            parts.append(words.say("pane.why.quoted", text=gift.note))
        return Echo(words.say("tui.arrow", text=" · ".join(parts)))

    return Question(
        key=f"give:{targets.key}",
        label=words.say("tui.give.label", name=targets.names),
        hint=words.say("tui.give.hint"),
        read=read,
    )


def _answered(host: Host, targets: Targets, text: str) -> None:
    gift = read_gift(text)
    several = [Give(person=each.id, kind=gift.kind, note=gift.note) for each in targets.people]

    def run(service: Service) -> Done:
        return service.perform_many("give", several)

    host.submit(Job(run=run, verb="give"))
