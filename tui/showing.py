"""Which screens are laid over Today, and with what; each is loaded where it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.requests import DossierRead, DossierWanted, ReadingWanted, What
from tui.screens.people import People
from tui.screens.place import Place
from tui.screens.reading import Reading
from tui.shape import classes_of

if TYPE_CHECKING:
    from tui.app import ArrosoirApp


class Showing:
    """Opens them for an app."""

    def __init__(self, app: ArrosoirApp) -> None:
        """Nothing is open yet."""
        self._app = app
        self._people: People | None = None

    def requested(self, what: What) -> bool:
        """Open what a screen asks for; False where it is not for here."""
        if what == "people":
            self.people()
        elif what == "today":
            self._today()
        elif what == "history":
            self._history()
        else:
            return False
        return True

    def people(self) -> People:
        """The list of people over Today; it stays as it was left."""
        app = self._app
        if self._people is None:
            mark = app.words.say("tui.demo") if app.demo else ""
            people = People(app.words, app.keys, app.drafts, app.glyphs, mark)
            people.set_classes(classes_of(app.size))
            self._people = people.data_bind(type(app).fresh, type(app).curtain)
            app.install_screen(self._people, "people")
        if app.screen is not self._people:
            app.push_screen(self._people)
        return self._people

    def _today(self) -> None:
        if self._app.screen is self._people:
            self._app.pop_screen()

    def _history(self) -> None:
        from tui.screens.looking_back import History

        app = self._app
        self._over(History(app.words, app.keys, app.drafts, app.glyphs, self._change))

    def _change(self, revision: int) -> None:
        from tui.screens.looking_back import OneChange

        app = self._app
        self._over(OneChange(app.words, app.keys, app.drafts, app.glyphs, revision))

    def _over(self, screen: Place) -> None:
        app = self._app
        screen.set_classes(classes_of(app.size))
        app.push_screen(screen.data_bind(type(app).fresh, type(app).curtain, type(app).past))

    def dossier_wanted(self, event: DossierWanted) -> None:
        """Have it read by the writer: it is long, and opens files."""
        from tui.screens.dossier import read_for_screen

        app = self._app
        app.writer.read(partial(read_for_screen, event.person, app.backups, app.drafts))

    def dossier(self, event: DossierRead) -> None:
        """All that is held about somebody."""
        from tui.screens.dossier import DossierScreen

        self._read(DossierScreen(event.dossier, self._app.words, self._app.glyphs))

    def reading(self, event: ReadingWanted) -> None:
        """A page about some people, made from the data at hand."""

    def _read(self, screen: Reading) -> None:
        self._app.push_screen(screen.data_bind(type(self._app).curtain))
