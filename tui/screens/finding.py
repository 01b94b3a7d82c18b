"""Questions that look for something while they are typed."""

from __future__ import annotations

from collections.abc import Callable

from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.phrasing.curtain import initials
from tui.typed.person import person_typed
from widgets.ask_line import Echo, Question

SHOWN = 3


def find_question(
    words: Words,
    narrow: Callable[[str], int],
    value: str = "",
    *,
    key: str = "find",
    hint: str = "",
    elsewhere: str = "",
) -> Question:
    """What is to be found in the list; it narrows with every key.

    Args:
        words: the language.
        narrow: shows only what holds a text; how much that is.
        value: what stands there at first.
        key: names the question.
        hint: where is looked.
        elsewhere: what Enter does where nothing is found; nothing where it is empty.
    """

    def read(text: str) -> Echo:
        found = narrow(text)
        if not found:
            said = words.say("tui.find.none")
            return Echo(f"{said} {elsewhere}".strip(), accepted=bool(elsewhere))
        return Echo(words.say("tui.find.found", n=found))

    return Question(
        key=key,
        label=words.say("tui.find.label"),
        hint=hint or words.say("tui.find.hint"),
        value=value,
        read=read,
        empty=True,
        live=True,
    )


def person_question(words: Words, snapshot: Snapshot, curtain: bool = False) -> Question:
    """Whom to turn to; behind the curtain initials alone answer, and nothing is completed."""

    def read(text: str) -> Echo:
        people = person_typed(text, snapshot)
        if not people:
            return Echo(words.say("tui.person.nobody"), accepted=False)
        more = f" +{len(people) - SHOWN}" if len(people) > SHOWN else ""
        names = " · ".join(_described(person, curtain) for person in people[:SHOWN])
        return Echo(words.say("tui.arrow", text=f"{names}{more}"))

    def complete(text: str) -> str:
        people = person_typed(text, snapshot)
        return people[0].name if people else text

    return Question(
        key="person",
        label=words.say("tui.person.label"),
        hint=words.say("tui.person.hint"),
        read=read,
        complete=None if curtain else complete,
    )


def _described(person: Person, curtain: bool) -> str:
    if curtain:
        return initials(person.name)
    return f"{person.name}, {person.org}" if person.org else person.name
