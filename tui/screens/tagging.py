"""One tag, school, city or passion, set on all the marked or taken from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

import msgspec

from store.actions.service import Done, Service
from store.actions.trait import SetTrait, What
from store.views.facets import facet_key, values_written
from store.words.message import Message
from store.words.words import Words
from tui.screens.targets import Targets
from tui.typed.trait import TypedTrait, as_written, complete_trait, read_trait, value_name
from tui.writer import Fresh, Job
from widgets.ask_line import Echo, Question

_WHATS: dict[What, str] = {
    "tag": "trait.tag",
    "school": "trait.school",
    "city": "trait.city",
    "passion": "trait.passion",
}


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
            known = Known(fresh)
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
    changed = sum(change.table == "people" for change in done.change_set.changes)
    return msgspec.structs.replace(done, said=_said(trait, changed))


def _said(trait: TypedTrait, changed: int) -> Message:
    what = Message(_WHATS[trait.what])
    if not changed:
        id = "tui.trait.none_had" if trait.remove else "tui.trait.all_have"
    else:
        id = "tui.trait.removed" if trait.remove else "tui.trait.added"
    return Message(id, {"what": what, "value": trait.value, "n": changed})


class Known:
    """The values that people have, counted once for each kind that is asked about."""

    def __init__(self, fresh: Fresh) -> None:
        """Bind the data."""
        self._fresh = fresh
        self._names: dict[What, dict[str, tuple[str, int]]] = {}

    def _of(self, what: What) -> dict[str, tuple[str, int]]:
        if what not in self._names:
            found = values_written(self._fresh.snapshot.people.values(), what)
            self._names[what] = {each.choice.key: (each.choice.name, each.count) for each in found}
        return self._names[what]

    def names(self, what: What) -> list[str]:
        """As written, the commonest first."""
        return [name for name, _ in self._of(what).values()]

    def holders(self, trait: TypedTrait) -> int:
        """How many people have a value."""
        key = facet_key(trait.what, value_name(trait))
        return self._of(trait.what).get(key, ("", 0))[1]


def trait_question(words: Words, targets: Targets, known: Known) -> Question:
    """What do they have in common?"""

    def read(text: str) -> Echo:
        trait = read_trait(text)
        if trait is None:
            return Echo(words.say("tui.trait.unread"), accepted=False)
        what = words.say(_WHATS[trait.what])
        if not trait.value:
            return Echo(words.say("tui.trait.which", what=what), accepted=False)
        people = len(targets.people)
        if trait.remove:
            said = words.say("tui.trait.removes", what=what, value=trait.value, n=people)
            return Echo(words.say("tui.arrow", text=said))
        trait = as_written(trait, known.names(trait.what))
        said = words.say("tui.trait.adds", what=what, value=trait.value, n=people)
        return Echo(words.say("tui.arrow", text=f"{said} · {_known(trait)}"))

    def _known(trait: TypedTrait) -> str:
        holders = known.holders(trait)
        if holders:
            return words.say("tui.trait.known", n=holders)
        return words.say("tui.trait.new")

    def word_of(what: What) -> str:
        return words.say(_WHATS[what])

    return Question(
        key="trait",
        label=words.say("tui.trait.label", name=targets.names),
        hint=words.say("tui.trait.hint"),
        read=read,
        complete=lambda text: complete_trait(text, word_of, known.names),
    )
