"""Reading all that is held about somebody, for the command line and for the screen."""

from __future__ import annotations

from store.actions.recorded import recorded
from store.actions.service import Service
from store.records.ids import PersonId
from store.records.person import Person
from store.views.dossier import Dossier, dossier


def read_dossier(service: Service, person: Person) -> Dossier:
    """What the data and their history hold of a person."""
    facts = recorded(service.history(), person)
    return dossier(service.snapshot, PersonId(person.id), facts)
