"""What a screen asks of the program, other than a change of the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from store.records.ids import PersonId
from store.words.message import Message as Sentence

if TYPE_CHECKING:
    from store.views.dossier import Dossier
    from tui.screens.export_scopes import Scope
    from tui.screens.place import Place
    from tui.screens.reading import Reading

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
    "time",
    "untouched",
    "history",
    "gaps",
    "spellings",
    "twins",
    "capacity",
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


class ShowingWanted(Message):
    """Asks the app to lay something over the screen; a subclass says what."""


class ScreenWanted(ShowingWanted):
    """Asks the app to lay a screen that is made already over the one that asks."""

    def __init__(self, screen: Place) -> None:
        """Say which."""
        super().__init__()
        self.screen = screen


class DossierWanted(ShowingWanted):
    """Asks the app to show all that is held about somebody."""

    def __init__(self, person: PersonId) -> None:
        """Say about whom."""
        super().__init__()
        self.person = person


class ExportWanted(ShowingWanted):
    """Asks the app for the screen of exporting."""

    def __init__(self, offered: tuple[Scope, ...]) -> None:
        """Say whom it may be about, the likeliest first."""
        super().__init__()
        self.offered = offered


class ForgettingWanted(ShowingWanted):
    """Asks the app to forget somebody whose name was typed."""

    def __init__(self, person: PersonId) -> None:
        """Say whom."""
        super().__init__()
        self.person = person


class Remember(Message):
    """Asks the app to keep a setting for the next time."""

    def __init__(self, key: str, value: str | tuple[str, ...]) -> None:
        """Say which, and what it is to be."""
        super().__init__()
        self.key = key
        self.value: str | tuple[str, ...] = value


Pages = Literal["brief", "common", "me"]
"""What can be read about people without opening a file."""


class ReadingWanted(ShowingWanted):
    """Asks the app to show a page about some people."""

    def __init__(self, page: Pages, people: tuple[PersonId, ...] = ()) -> None:
        """Say which, and about whom."""
        super().__init__()
        self.page: Pages = page
        self.people = people


Edited = Literal["card", "notes", "outside", "me"]
"""What is written: a card, notes on the screen or at once in the user's editor, the own card."""


class EditingWanted(ShowingWanted):
    """Asks the app to open a form, or the notes of somebody."""

    def __init__(self, what: Edited, person: PersonId | None = None) -> None:
        """Say what; a person's, or the user's own."""
        super().__init__()
        self.what: Edited = what
        self.person = person


class OutsideWanted(ShowingWanted):
    """Asks the app to let a text be written in the user's editor."""

    def __init__(self, text: str, answer: Callable[[str], None]) -> None:
        """Say which; `answer` is given what came of it."""
        super().__init__()
        self.text = text
        self.answer = answer


class CopyWanted(ShowingWanted):
    """Asks the app to put something of some people on the clipboard, or a text."""

    def __init__(
        self,
        what: Literal["address", "menu", "link", "text"],
        people: tuple[PersonId, ...],
        text: str = "",
    ) -> None:
        """Say what, and whose; of a text, which."""
        super().__init__()
        self.what: Literal["address", "menu", "link", "text"] = what
        self.people = people
        self.text = text


class PeopleWanted(ShowingWanted):
    """Asks the app for the list of people, with something looked for there."""

    def __init__(self, query: str) -> None:
        """Say what."""
        super().__init__()
        self.query = query


class CardWanted(ShowingWanted):
    """Asks the app for the screen of one person."""

    def __init__(self, person: PersonId | None, among: tuple[str, ...] = ()) -> None:
        """Say of whom.

        Args:
            person: None for whoever was looked at last.
            among: the ids of the list that one comes from, in its order.
        """
        super().__init__()
        self.person = person
        self.among = among


class PageWanted(ShowingWanted):
    """Asks the app to show a page that is made already."""

    def __init__(self, page: Reading) -> None:
        """Say which."""
        super().__init__()
        self.page = page


class MergingWanted(ShowingWanted):
    """Asks the app to lay two cards side by side."""

    def __init__(self, pair: tuple[PersonId, PersonId]) -> None:
        """Say which; the first one stays."""
        super().__init__()
        self.pair = pair


class DossierRead(ShowingWanted):
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
