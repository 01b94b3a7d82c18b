"""Reading all that is held about somebody, for the command line and for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.forgetting import traces_of
from store.actions.recorded import recorded
from store.actions.service import Service
from store.records.ids import PersonId
from store.records.person import Person
from store.views.dossier import Dossier, dossier
from store.words.message import Message
from tui.backups import Backups
from tui.drafts import Drafts


def read_dossier(
    service: Service, person: Person, backups: Backups | None, drafts: Drafts
) -> Dossier:
    """What the data, their history, their backups and the drafts hold of a person.

    Raises:
        OSError: where a backup cannot be read.
    """
    facts = recorded(service.history(), person)
    elsewhere = tuple(_elsewhere(service, person, backups, drafts))
    return dossier(service.snapshot, PersonId(person.id), facts, elsewhere)


def _elsewhere(
    service: Service, person: Person, backups: Backups | None, drafts: Drafts
) -> Iterator[Message]:
    if backups is not None:
        for name in backups.holding(person.id):
            yield Message("dossier.copy", {"name": name})
        traces = traces_of(service.snapshot, person)
        for name in backups.twins_with(traces.touches):
            yield Message("dossier.twin", {"name": name})
    if drafts.about(person.id):
        yield Message("dossier.draft")
