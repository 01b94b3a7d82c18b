"""`=`: what one shares with the user, two with each other, a room among them."""

from __future__ import annotations

import msgspec
import pytest
from stage import app_over, lines, network, person, settle, shows
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.me import Me
from store.records.person import City, School
from store.records.snapshot import Snapshot
from store.records.table import Table
from tui.app import ArrosoirApp
from tui.screens.common_page import CommonPage

SIZES = [(80, 24), (100, 30), (160, 50), (40, 20)]


def known(me: Me | None = None) -> Snapshot:
    """The five of the stage, of whom some share something."""
    snapshot = network()
    people = dict(snapshot.people)
    shared: dict[str, dict[str, object]] = {
        "A": {"passions": ("climbing",), "schools": (School(name="INSA de Lyon"),)},
        "T": {"passions": ("climbing",), "cities": (City(name="Lyon"),)},
        "I": {"passions": ("Climbing",)},
    }
    for id, fields in shared.items():
        people[PersonId(id)] = msgspec.structs.replace(people[PersonId(id)], **fields)
    mine = me or Me(schools=(School(name="Institut national des sciences appliquées de Lyon"),))
    tables = {**snapshot.tables, "people": Table(people), "me": Table({mine.id: mine})}
    return msgspec.structs.replace(snapshot, tables=tables)


def on_page(app: ArrosoirApp) -> bool:
    return isinstance(app.screen, CommonPage)


async def opened(pilot: Pilot[int], *before: str) -> None:
    await settle(pilot)
    await pilot.press(*before)
    await pilot.press("equals_sign")
    await settle(pilot)


@pytest.mark.parametrize(
    ("language", "title", "door"),
    [
        ("en", "In common with Amélie Roussel", "We share a school, INSA de Lyon"),
        ("fr", "En commun avec Amélie Roussel", "Nous avons une école en commun, INSA de Lyon"),
    ],
)
async def test_of_one_it_tells_what_they_share_with_the_user(
    language: Language, title: str, door: str
) -> None:
    app = app_over(known(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert on_page(app)
        assert shows(app, title)
        assert shows(app, "INSA de Lyon")
        assert shows(app, door)
        assert shows(app, "Moving the team to Villeurbanne")
        await pilot.press("escape")
        await settle(pilot)
        assert not on_page(app)


async def test_of_two_marked_it_tells_what_they_share_with_each_other() -> None:
    app = app_over(known())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, "space", "space")
        assert shows(app, "What Amélie Roussel and Tomás Herrera share")
        assert shows(app, "climbing")
        assert shows(app, "You share a city, Lyon")
        assert not shows(app, "INSA")


@pytest.mark.parametrize("size", SIZES)
async def test_of_more_it_tells_what_the_room_shares_and_whom_to_introduce(
    size: tuple[int, int],
) -> None:
    app = app_over(known())
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "space", "space", "space")
        assert on_page(app)
        assert shows(app, "What 3 people")
        await pilot.press("G")
        await settle(pilot)
        assert shows(app, "Amélie Roussel and")


GUESTS = (
    *("Jean-François Pagès", "Laurent Brunet-Delacroix", "Clément Meunier", "Maud Desjardins"),
    *("Cédric Gaudin", "Pascal Thévenet"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_in_a_full_room_neither_labels_nor_values_are_squeezed(
    size: tuple[int, int], language: Language
) -> None:
    school = (School(name="École normale supérieure de Lyon"),)
    guests = [
        person(f"0{place}", f"0 {name}", schools=school, languages=("fr", "en"))
        for place, name in enumerate(GUESTS)
    ]
    app = app_over(network(*guests), language)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "2", *(["space"] * len(GUESTS)))
        assert on_page(app)
        told = [line.strip("│┃┏━┓ ") for line in lines(app)]
        assert max(map(len, told)) <= size[0]
        label, value = {"en": ("school", "French"), "fr": ("école", "français")}[language]
        first = next(line for line in told if line.startswith(label))
        assert f"{label} " in first
        assert "École normale" in first
        assert "…" not in "".join(told[1:]).replace("[…]", "")
        row = next(line for line in told if value in line)
        before, _, after = row.partition(value)
        assert before.split() == [{"en": "language", "fr": "langue"}[language]]
        assert not after or after.startswith("  ")
        below = told[told.index(row) + 1]
        assert "0 Cédric" in (after or below)


async def test_it_opens_from_the_list_of_people_and_from_the_heat() -> None:
    app = app_over(known())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, "2")
        assert on_page(app)
        assert shows(app, "In common with")
        await pilot.press("escape", "1", "tab", "tab")
        await opened(pilot)
        assert on_page(app)


async def test_behind_the_curtain_nobody_can_be_read() -> None:
    app = app_over(known())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, "exclamation_mark")
        assert shows(app, "In common with A. R.")
        assert not any(shows(app, text) for text in ("Amélie", "INSA", "Villeurbanne"))
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert shows(app, "INSA de Lyon")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_empty_page_says_which_key_fills_it(language: Language) -> None:
    app = app_over(known(Me(passions=("chess",))), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "j", "j", "j")
        told = {"en": "e edits a card, T adds", "fr": "e modifie une fiche, T ajoute"}
        assert shows(app, "Hélène Garnier")
        text = " ".join(line.strip("│┃ ") for line in lines(app))
        assert told[language] in text


async def test_an_empty_card_of_ones_own_is_asked_for() -> None:
    app = app_over(known(Me(name="Me")))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert shows(app, "Your own card is empty. “: me” fills it in")


async def test_markup_in_a_name_is_shown_as_it_is() -> None:
    name = "[@click=app.quit]x[/] \x1b[2J"
    people = [person("Y", "Ylva", passions=(name,)), person("Z", "Zoé", passions=(name,))]
    app = app_over(network(*people))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2", "G", "space", "k", "space")
        await opened(pilot)
        assert on_page(app)
        assert not any("\x1b" in line for line in lines(app))
