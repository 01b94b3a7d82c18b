"""Which screens are laid over Today, and with what; each is loaded where it is asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from tui.commands.registry import BY_ID
from tui.requests import (
    CardWanted,
    CopyWanted,
    DossierRead,
    DossierWanted,
    EditingWanted,
    ExportWanted,
    ForgettingWanted,
    MergingWanted,
    OutsideWanted,
    PageWanted,
    PeopleWanted,
    ReadingWanted,
    ScreenWanted,
    ShowingWanted,
    What,
)
from tui.screens.people import People
from tui.screens.place import Place
from tui.screens.reading import Reading
from tui.screens.today import Today
from tui.shape import classes_of

if TYPE_CHECKING:
    from store.views.shared_ground import SharedGround
    from tui.app import ArrosoirApp
    from tui.copying import Copying
    from tui.editing import Editing
    from tui.screens.capacity import CapacityScreen
    from tui.screens.person import PersonScreen
    from tui.screens.time_screen import TimeScreen


class Showing:
    """Opens them for an app."""

    def __init__(self, app: ArrosoirApp) -> None:
        """Nothing is open yet."""
        self._app = app
        self._people: People | None = None
        self._card: PersonScreen | None = None
        self._time: TimeScreen | None = None
        self._capacity: CapacityScreen | None = None

    def requested(self, what: What) -> bool:
        """Open what a screen asks for; False where it is not for here."""
        if what == "people":
            self.people()
        elif what == "today":
            self._today()
        elif what == "time":
            self._show_time()
        elif what == "history":
            self._history()
        elif what == "gaps":
            self._gaps()
        elif what == "spellings":
            self._spellings()
        elif what == "twins":
            self._twins()
        elif what == "capacity":
            self._show_capacity()
        else:
            return False
        return True

    def wanted(self, event: ShowingWanted) -> None:
        """Lay over the screen what is asked for."""
        match event:
            case CardWanted():
                self.card(event)
            case PeopleWanted():
                self.people().coming.with_query(event.query)
            case ReadingWanted():
                self._reading(event)
            case PageWanted():
                self._read(event.page)
            case EditingWanted():
                self._editing.wanted(event)
            case OutsideWanted():
                self._editing.outside(event)
            case CopyWanted():
                self._copying.wanted(event)
            case MergingWanted():
                self.merging(event)
            case ScreenWanted():
                self._over(event.screen)
            case _:
                self._wanted_with_files(event)

    def _wanted_with_files(self, event: ShowingWanted) -> None:
        """What opens other files than the data file."""
        match event:
            case DossierWanted():
                self._ask_for_dossier(event)
            case DossierRead():
                self._dossier(event)
            case ExportWanted():
                self._export(event)
            case ForgettingWanted():
                self._forget(event)

    @property
    def _mark(self) -> str:
        return self._app.words.say("tui.demo") if self._app.demo else ""

    def people(self) -> People:
        """The list of people over Today; it stays as it was left."""
        app = self._app
        if self._people is None:
            columns = app.settings.people_columns
            people = People(
                app.words, app.keys, app.drafts, app.glyphs, self._mark, columns=columns
            )
            people.set_classes(classes_of(app.size))
            self._people = people.data_bind(type(app).fresh, type(app).curtain)
            app.install_screen(self._people, "people")
        if not self._back_to(self._people):
            self._leave(self._card, self._time, self._capacity)
            app.push_screen(self._people)
        return self._people

    def card(self, event: CardWanted) -> None:
        """One person over the list one comes from; without one whoever was looked at last."""
        from tui.screens.person import PersonScreen

        app = self._app
        known = () if app.fresh is None else app.fresh.snapshot.people
        last = self._card.person if self._card is not None else None
        person = event.person if event.person is not None else last
        if person is None or person not in known:
            if isinstance(app.screen, Place):
                key = app.keys.shown(BY_ID["go.person"])
                app.screen.say(app.words.say("person.nobody", key=key), "dim")
            return
        if self._card is None:
            card = PersonScreen(app.words, app.keys, app.drafts, app.glyphs, self._mark)
            card.set_classes(classes_of(app.size))
            self._card = card.data_bind(type(app).fresh, type(app).curtain)
            app.install_screen(self._card, "person")
        self._card.turn_to(person, event.among)
        if not self._back_to(self._card):
            app.push_screen(self._card)

    def _show_time(self) -> None:
        """The time of the week over the list one comes from; it stays as it was left."""
        from tui.screens.time_screen import TimeScreen

        app = self._app
        if self._time is None:
            time = TimeScreen(app.words, app.keys, app.drafts, app.glyphs, self._mark)
            time.set_classes(classes_of(app.size))
            self._time = time.data_bind(type(app).fresh, type(app).curtain)
            app.install_screen(self._time, "time")
        if not self._back_to(self._time):
            self._leave(self._card, self._capacity)
            app.push_screen(self._time)

    def _show_capacity(self) -> None:
        """What the rhythms promise a week, over the screen one comes from."""
        from tui.screens.capacity import CapacityScreen

        app = self._app
        if self._capacity is None:
            screen = CapacityScreen(app.words, app.keys, app.drafts, app.glyphs, self._mark)
            screen.set_classes(classes_of(app.size))
            self._capacity = screen.data_bind(type(app).fresh, type(app).curtain)
            app.install_screen(self._capacity, "capacity")
        if not self._back_to(self._capacity):
            app.push_screen(self._capacity)

    def _back_to(self, screen: Place) -> bool:
        """Close what lies over a screen; whether it is there at all."""
        app = self._app
        if screen not in app.screen_stack:
            return False
        while app.screen is not screen:
            app.pop_screen()
        return True

    def _leave(self, *screens: Place | None) -> None:
        """Close those of some screens that lie on top."""
        while self._app.screen in screens:
            self._app.pop_screen()

    def _today(self) -> None:
        for screen in self._app.screen_stack:
            if isinstance(screen, Today):
                self._back_to(screen)
                break

    def _history(self) -> None:
        from tui.screens.looking_back import History

        app = self._app
        self._over_past(History(app.words, app.keys, app.drafts, app.glyphs, self._change))

    def _change(self, revision: int) -> None:
        from tui.screens.looking_back import OneChange

        app = self._app
        self._over_past(OneChange(app.words, app.keys, app.drafts, app.glyphs, revision))

    def _gaps(self) -> None:
        from tui.screens.proposals import Proposals

        app = self._app
        self._over(Proposals(app.words, app.keys, app.drafts, app.glyphs))

    def _spellings(self) -> None:
        from tui.screens.spelling_groups import SpellingGroups

        app = self._app
        self._over(SpellingGroups(app.words, app.keys, app.drafts, app.glyphs))

    def _twins(self) -> None:
        from tui.screens.twins import TwinsScreen

        app = self._app
        self._over(TwinsScreen(app.words, app.keys, app.drafts, app.glyphs))

    def merging(self, event: MergingWanted) -> None:
        """Two cards side by side."""
        from tui.screens.merging import Merging

        app = self._app
        self._over(Merging(app.words, app.keys, app.drafts, app.glyphs, event.pair))

    def _over(self, screen: Place) -> None:
        app = self._app
        screen.set_classes(classes_of(app.size))
        app.push_screen(screen.data_bind(type(app).fresh, type(app).curtain))

    def _over_past(self, screen: Place) -> None:
        self._over(screen.data_bind(type(self._app).past))

    def _ask_for_dossier(self, event: DossierWanted) -> None:
        """Have it read by the writer: it is long, and opens files."""
        from tui.screens.dossier import read_for_screen

        app = self._app
        reading = partial(read_for_screen, event.person, app.backups, app.drafts, app.exports)
        app.writer.read(reading)

    def _export(self, event: ExportWanted) -> None:
        from store.formats.exports import all_exports
        from tui.screens.exporting import ExportScreen

        app = self._app
        screen = ExportScreen(
            *(app.words, app.keys, app.drafts, app.glyphs),
            event.offered,
            all_exports(),
            app.exports,
        )
        self._over(screen)

    def _forget(self, event: ForgettingWanted) -> None:
        from tui.screens.forgetting_person import forgetting

        self._app.writer.submit(forgetting(event.person, self._app.exports))

    def _dossier(self, event: DossierRead) -> None:
        from tui.screens.dossier import DossierScreen

        self._read(DossierScreen(event.dossier, self._app.words, self._app.glyphs))

    def _reading(self, event: ReadingWanted) -> None:
        """A page about some people, made from the data at hand."""
        if event.page == "me":
            self._own_card()
        elif event.page == "brief":
            self._brief(event.people)
        else:
            self._common(event.people)

    def _common(self, people: tuple[PersonId, ...]) -> None:
        from tui.screens.common_page import CommonPage

        app, fresh = self._app, self._app.fresh
        if fresh is None:
            return
        known = tuple(each for each in people if each in fresh.snapshot.people)
        if known:
            page = CommonPage(known, fresh, self._ground, app.words, app.keys, app.glyphs)
            self._read(page)

    @cached_property
    def _ground(self) -> SharedGround:
        """Keeps what was counted among everybody from one page to the next."""
        from store.search.similar import similar
        from store.views.shared_ground import SharedGround

        return SharedGround(similar)

    def _brief(self, people: tuple[PersonId, ...]) -> None:
        from store.views.brief import brief
        from tui.screens.brief_page import BriefPage

        app, fresh, ground = self._app, self._app.fresh, self._ground
        if fresh is None:
            return
        known = tuple(each for each in people if each in fresh.snapshot.people)
        briefs = tuple(brief(fresh.snapshot, fresh.ties, each, ground) for each in known)
        if briefs:
            self._read(BriefPage(known, briefs, fresh, app.words, app.glyphs))

    def _own_card(self) -> None:
        from tui.screens.own_card import OwnCardPage

        app = self._app
        page = OwnCardPage(app.words, app.keys, app.glyphs)
        app.push_screen(page.data_bind(type(app).fresh, type(app).curtain))

    @cached_property
    def _editing(self) -> Editing:
        """Forms and notes."""
        from tui.editing import Editing

        return Editing(self._app)

    @cached_property
    def _copying(self) -> Copying:
        """The clipboard."""
        from tui.copying import Copying

        return Copying(self._app)

    def _read(self, screen: Reading) -> None:
        self._app.push_screen(screen.data_bind(type(self._app).curtain))
