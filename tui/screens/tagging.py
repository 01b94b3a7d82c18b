"""One tag, school, city and the like, set on all the marked or taken from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

import msgspec

from store.actions.membership import joined_and_left
from store.actions.service import Done, Service
from store.actions.trait import SetTrait, What, with_trait
from store.records.ids import PersonId
from store.records.person import Person
from store.views.written import Written, circles_of, values_of
from store.words.language_names import language_word
from store.words.message import Message, Problem
from store.words.words import Words
from tui.screens.targets import Targets
from tui.typed.trait import (
    TypedTrait,
    as_written,
    complete_trait,
    read_trait,
    trait_key,
    value_name,
)
from tui.writer import Fresh, Job
from widgets.ask_line import Echo, Question

_WHATS: dict[What, str] = {
    "tag": "trait.tag",
    "school": "trait.school",
    "city": "trait.city",
    "passion": "trait.passion",
    "field": "trait.field",
    "employer": "trait.employer",
    "language": "trait.language",
    "circle": "trait.circle",
    "need": "trait.need",
    "offer": "trait.offer",
}
"""The word for a kind, as typed."""

_SAID: dict[What, str] = _WHATS | {"employer": "trait.past_employer"}
"""The same where it is told what comes or goes."""


class TaggingHost(Protocol):
    """The screen that tagging speaks through."""

    words: Words

    @property
    def curtain(self) -> bool:
        """Whether names are hidden."""

    @property
    def fresh(self) -> Fresh | None:
        """What there is."""

    def targets(self) -> Targets:
        """Whom it is about."""

    def ask(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask one line."""

    def submit(self, job: Job) -> None:
        """Hand a job to the writer."""


class Tagging:
    """The verb behind `T`."""

    def __init__(self, host: TaggingHost, remember: Callable[[Callable[[], None]], None]) -> None:
        """Bind the screen, and who is told what `.` does from now on."""
        self._host = host
        self._remember = remember

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {"person.tags": self.ask}

    def ask(self) -> None:
        """Ask for one thing that all have."""
        fresh, targets = self._host.fresh, self._host.targets()
        if fresh is not None and targets.people:
            targets = msgspec.structs.replace(targets, veiled=self._host.curtain)
            known = Known(fresh, self._host.words)
            question = trait_question(self._host.words, targets, known)
            self._host.ask(question, partial(self._told, targets, known))

    def _told(self, targets: Targets, known: Known, text: str) -> None:
        trait = read_trait(text)
        if trait is None or not trait.value:
            return
        if not trait.remove:
            trait = as_written(trait, known.names(trait.what))
        self._remember(partial(self._again, trait))
        self._set(targets, trait)

    def _again(self, trait: TypedTrait) -> None:
        self._set(self._host.targets(), trait)

    def _set(self, targets: Targets, trait: TypedTrait) -> None:
        several = [
            SetTrait(person=each.id, what=trait.what, value=trait.value, remove=trait.remove)
            for each in targets.people
        ]
        self._host.submit(Job(run=partial(_run, several, trait), verb="trait"))


def _run(several: list[SetTrait], trait: TypedTrait, service: Service) -> Done:
    done = service.perform_many("trait", several)
    changed = joined_and_left(done.change_set)
    changed += sum(change.table == "people" for change in done.change_set.changes)
    return msgspec.structs.replace(done, said=_said(trait, changed))


def _said(trait: TypedTrait, changed: int) -> Message:
    what = Message(_SAID[trait.what])
    if not changed:
        id = "tui.trait.none_had" if trait.remove else "tui.trait.all_have"
    else:
        id = "tui.trait.removed" if trait.remove else "tui.trait.added"
    return Message(id, {"what": what, "value": trait.value, "n": changed})


class Known:
    """The values that people have, counted once for each kind that is asked about."""

    def __init__(self, fresh: Fresh, words: Words) -> None:
        """Bind the data."""
        self._fresh = fresh
        self._words = words
        self._written: dict[What, dict[str, Written]] = {}

    def _of(self, what: What) -> dict[str, Written]:
        if what not in self._written:
            snapshot = self._fresh.snapshot
            found = circles_of(snapshot) if what == "circle" else values_of(snapshot, what)
            self._written[what] = {each.key: each for each in found}
        return self._written[what]

    def names(self, what: What) -> list[str]:
        """As written, languages by their names; the commonest first."""
        names = (each.name for each in self._of(what).values())
        if what == "language":
            return [language_word(each, self._words) for each in names]
        return list(names)

    def holders(self, trait: TypedTrait) -> frozenset[PersonId]:
        """Who has a value."""
        written = self._of(trait.what).get(trait_key(trait.what, value_name(trait)))
        return frozenset() if written is None else written.people


class Reach(msgspec.Struct, frozen=True):
    """On how many a trait would act, and how many it would leave as they are."""

    acts: int
    leaves: int


def reach(trait: TypedTrait, people: Sequence[Person], holders: frozenset[PersonId]) -> Reach:
    """Whom of some people a trait would change.

    Args:
        trait: what is to come or to go.
        people: whom it is about.
        holders: who has it.

    Raises:
        UsageProblem: where years run backwards.
    """
    having = [each for each in people if each.id in holders]
    if trait.what == "circle":
        turned = len(having) if trait.remove else 0
    else:
        # Years may come to a school that is there, and an organisation is not taken away.
        turned = sum(
            bool(with_trait(each, trait.what, trait.value, remove=trait.remove)) for each in having
        )
    acts = turned if trait.remove else turned + len(people) - len(having)
    return Reach(acts, len(people) - acts)


def trait_question(words: Words, targets: Targets, known: Known) -> Question:
    """What do they have in common?"""

    def word_of(what: What) -> str:
        return words.say(_WHATS[what])

    def read(text: str) -> Echo:
        trait = read_trait(text)
        if trait is None:
            return Echo(words.say("tui.trait.hint"), accepted=False)
        if not trait.value:
            return Echo(words.say("tui.trait.which", what=word_of(trait.what)), accepted=False)
        if not trait.remove:
            trait = as_written(trait, known.names(trait.what))
        try:
            told = _echo(words, trait, targets, known)
        except Problem as problem:
            return Echo(words.tell(problem.message), accepted=False)
        return Echo(words.say("tui.arrow", text=told))

    return Question(
        key="trait",
        label=words.say("tui.trait.label", name=targets.names),
        hint=words.say("tui.trait.hint"),
        read=read,
        complete=lambda text: complete_trait(text, word_of, known.names),
    )


def _echo(words: Words, trait: TypedTrait, targets: Targets, known: Known) -> str:
    """On how many it will act, and how many have it already or never had it.

    Raises:
        UsageProblem: where years run backwards.
    """
    # Whether the value can be is told of somebody who has nothing yet, whoever is meant.
    with_trait(Person(id="", name=""), trait.what, trait.value, remove=trait.remove)
    holders = known.holders(trait)
    would = reach(trait, targets.people, holders)
    id = "tui.trait.removes" if trait.remove else "tui.trait.adds"
    said = words.say(id, what=words.say(_SAID[trait.what]), value=trait.value, n=would.acts)
    if trait.remove:
        beside = words.say("tui.trait.without", n=would.leaves) if would.leaves else ""
    elif would.leaves:
        beside = words.say("tui.trait.have", n=would.leaves)
    elif holders:
        beside = words.say("tui.trait.known", n=len(holders))
    else:
        beside = words.say("tui.trait.new")
    return f"{said} · {beside}" if beside else said
