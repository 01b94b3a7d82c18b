"""Reading all that is held about somebody, for the command line and for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from store.actions.forgetting import traces_of
from store.actions.recorded import recorded
from store.actions.service import Service
from store.records.ids import PersonId
from store.records.person import Person
from store.views.dossier import Dossier, dossier
from store.words.message import Message
from tui.backups import Backups
from tui.drafts import Drafts
from tui.exporting import home_shown
from tui.past_exports import PastExports


def read_dossier(
    service: Service,
    person: Person,
    backups: Backups | None,
    drafts: Drafts,
    exports: PastExports | None = None,
) -> Dossier:
    """What the data, their history, their backups and the drafts hold; which exports may.

    Raises:
        OSError: where a backup cannot be read.
    """
    facts = recorded(service.history(), person)
    elsewhere = (*_elsewhere(service, person, backups, drafts), *_exported(exports))
    id = PersonId(person.id)
    return dossier(service.snapshot, id, facts, elsewhere, service.part)


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


def _exported(exports: PastExports | None) -> Iterator[Message]:
    """Files that are still there; who is in them is noted nowhere."""
    for each in () if exports is None else exports.there():
        values: dict[str, object] = {
            "path": home_shown(Path(each.path)),
            "format": each.format,
            "day": date.fromisoformat(each.on),
            "n": each.people,
        }
        yield Message("dossier.export", values)
