"""What files would bring, made up by hand, and the screens that show it; for stories."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from mornings import app_with, service_on
from stage import network, person, settle
from textual.pilot import Pilot

from store.formats.incoming import Refused
from store.formats.plan import Differing, Entry, Plan, Twin
from store.records.change import Change, ChangeSet, make
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import Person
from store.words.message import Message
from tui.app import ArrosoirApp
from tui.import_decisions import Decisions
from tui.requests import ScreenWanted
from tui.screens.bring_people import BringPeople
from tui.screens.bring_preview import BringPreview

ADA = person("N1", "Ada Quill", org="Cadmium", emails=("ada@cadmium.example",), sources=("uid:1",))
BO = person("N2", "Bo Reed", phones=("06 11 22 33 44",), sources=("uid:2",))
AMELIE_AGAIN = person("N3", "Amélie Roussel", org="Borealis", sources=("uid:3",))
HOSTILE = person("N4", "Eve [@click=app.quit]x[/]\x1b[31m\u202e", sources=("uid:4",))


class Below:
    """Stands for the screen that has read the files."""

    def __init__(self) -> None:
        """Nothing was asked of it."""
        self.asked: list[str] = []

    def left(self) -> None:
        """Nothing is taken."""
        self.asked.append("left")

    def read_again(self, decisions: Decisions) -> None:
        """The data have changed."""
        self.asked.append("read again")

    def columns_wanted(self, plan: Plan) -> None:
        """Back to the columns."""
        self.asked.append("columns")

    def taken(self, message: Message | None, *, sort: bool = False) -> None:
        """It is done."""
        self.asked.append("taken")


def brought(*more: Person, refused: Iterable[Refused] = ()) -> Decisions:
    """Two newcomers, a double, one completed, one of whom the file says otherwise."""
    snapshot = network()
    people = snapshot.people
    tomas = people[PersonId("T")]
    completed = msgspec.structs.replace(tomas, emails=("tomas@herrera.example",), org="Delta")
    bjorn = people[PersonId("B")]
    renamed = msgspec.structs.replace(bjorn, name="Bjorn Eek")
    new = (ADA, BO, *more)
    entries = (
        *(_new(each) for each in new),
        _new(AMELIE_AGAIN, like="A"),
        Entry(person=PersonId("T"), how="changed", before=tomas, after=completed, file="a.vcf"),
        Entry(
            person=PersonId("B"),
            how="same",
            before=bjorn,
            after=bjorn,
            differs=(Differing(field="name", held="Björn Ek", told="Bjorn Eek"),),
            theirs=renamed,
            file="a.vcf",
        ),
    )
    changes = (
        *(make(each) for each in (*new, AMELIE_AGAIN)),
        Change("people", "T", tomas, completed),
    )
    plan = Plan(
        change_set=ChangeSet(changes),
        new=tuple(PersonId(each.id) for each in (*new, AMELIE_AGAIN)),
        changed=(PersonId("T"),),
        same=(PersonId("B"),),
        refused=tuple(refused),
        doubtful=(Twin(person=PersonId("N3"), like=PersonId("A")),),
        entries=entries,
        files=1,
    )
    return Decisions(plan, snapshot)


def _new(card: Person, like: str | None = None) -> Entry:
    other = None if like is None else PersonId(like)
    return Entry(
        person=PersonId(card.id), how="new", before=None, after=card, like=other, file="a.vcf"
    )


def app_for(decisions: Decisions, language: Language = "en") -> ArrosoirApp:
    """The program over the data that were read against."""
    return app_with(service_on(decisions.snapshot), language)


async def open_people(pilot: Pilot[int], decisions: Decisions) -> ArrosoirApp:
    """The list of whom the files bring."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    screen = BringPeople(decisions, app.words, app.keys, app.drafts, app.glyphs)
    app.screen.post_message(ScreenWanted(screen))
    await settle(pilot)
    return app


async def open_sums(pilot: Pilot[int], decisions: Decisions, below: Below) -> ArrosoirApp:
    """The sums."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    rest = (app.words, app.keys, app.drafts, app.glyphs)
    app.screen.post_message(ScreenWanted(BringPreview(decisions, app.service, below, *rest)))
    await settle(pilot)
    return app
