"""Somebody with notes of talks, and what is told and asked from these."""

from __future__ import annotations

from small_network import TODAY, Network

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.views.news import last_news, next_question
from store.words.words import Words

EN, FR = Words("en"), Words("fr")


def told(*notes: tuple[int, str], name: str = "Amélie") -> tuple[Snapshot, PersonId]:
    """Somebody, and talks some days ago with these notes."""
    net = Network()
    ada = net.person(name)
    for days, note in notes:
        net.talk(ada, days, note=note)
    return net.snapshot(), ada


def texts(snapshot: Snapshot, person: PersonId) -> list[str]:
    """Their news, the freshest first."""
    return [each.text for each in last_news(snapshot, person, TODAY)]


def asked(snapshot: Snapshot, person: PersonId) -> tuple[str, str]:
    """The question drawn from them, in both languages."""
    question = next_question(snapshot, person, TODAY)
    assert question is not None
    return EN.tell(question, TODAY), FR.tell(question, TODAY).replace("\N{NO-BREAK SPACE}", " ")
