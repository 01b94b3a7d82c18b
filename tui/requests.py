"""What a screen asks of the program, other than a change of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.message import Message

from store.records.ids import PersonId
from store.words.message import Message as Sentence

if TYPE_CHECKING:
    from store.views.dossier import Dossier

What = Literal[
    "quit",
    "curtain",
    "mouse",
    "reread",
    "paint",
    "import",
    "sort",
    "demo",
    "five",
    "language",
    "home",
    "today",
    "people",
    "untouched",
    "history",
    "backup",
    "restore",
]
"""`paint`: the screen is ready to be seen for the first time.

`home`: go on to the dashboard. `language`: the other of the two."""


class Request(Message):
    """Asks the app for one thing."""

    def __init__(self, what: What) -> None:
        """Say what."""
        super().__init__()
        self.what: What = what


class DossierWanted(Message):
    """Asks the app to show all that is held about somebody."""

    def __init__(self, person: PersonId) -> None:
        """Say about whom."""
        super().__init__()
        self.person = person


Pages = Literal["brief", "common", "me"]
"""What can be read about people without opening a file."""


class ReadingWanted(Message):
    """Asks the app to show a page about some people."""

    def __init__(self, page: Pages, people: tuple[PersonId, ...] = ()) -> None:
        """Say which, and about whom."""
        super().__init__()
        self.page: Pages = page
        self.people = people


class DossierRead(Message):
    """What was asked for is there."""

    def __init__(self, dossier: Dossier) -> None:
        """Say what it holds."""
        super().__init__()
        self.dossier = dossier


class Finished(Message):
    """A screen that asks is done; to be closed."""

    def __init__(
        self, said: Sentence | None, *, undoable: bool = False, sort: bool = False
    ) -> None:
        """Say how it ended.

        Args:
            said: for the screen below; None where there is nothing to say.
            undoable: whether `u` takes back what it tells.
            sort: whether to go on with sorting, where there is anybody to sort.
        """
        super().__init__()
        self.said = said
        self.undoable = undoable
        self.sort = sort
