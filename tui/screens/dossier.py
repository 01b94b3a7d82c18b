"""All that is held about one person, to be read."""

from __future__ import annotations

from store.actions.resolve import person_named
from store.actions.service import Service
from store.records.ids import PersonId
from store.views.dossier import Dossier
from store.views.dossier_text import dossier_text
from store.words.words import Words
from tui.backups import Backups
from tui.dossiers import read_dossier
from tui.drafts import Drafts
from tui.past_exports import PastExports
from tui.phrasing.curtain import name_shown
from tui.phrasing.dossier_paragraphs import dossier_paragraphs
from tui.requests import DossierRead
from tui.screens.reading import Reading
from widgets.line import Glyphs
from widgets.paragraph import Paragraph


def read_for_screen(
    id: PersonId,
    backups: Backups | None,
    drafts: Drafts,
    exports: PastExports | None,
    service: Service,
) -> DossierRead:
    """Read a dossier; for the writer's thread.

    Raises:
        UnknownProblem: where the person is gone by now.
    """
    person = person_named(service.snapshot, id)
    return DossierRead(read_dossier(service, person, backups, drafts, exports))


class DossierScreen(Reading):
    """What is held, with its source and date."""

    def __init__(self, dossier: Dossier, words: Words, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, glyphs)
        self._dossier = dossier

    def about(self) -> tuple[PersonId, ...]:
        """Whose it is."""
        return (PersonId(self._dossier.person.id),)

    def title_shown(self) -> str:
        """Whose."""
        name = name_shown(self._dossier.person.name, self.curtain)
        return self.words.say("tui.dossier.title", name=name)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Section by section."""
        return dossier_paragraphs(dossier_text(self._dossier, self.words))
