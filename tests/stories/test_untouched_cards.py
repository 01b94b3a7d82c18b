"""Cards untouched for years: one line once a year, a list to act on, and nobody goes by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from mornings import app_with, service_on
from stage import TODAY, line_with, lines, network, person, settle, shows, type_in
from test_people_find import find, listed, press
from textual.pilot import Pilot

from store.actions.me_change import me_change
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.me import Sorting
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.screens.people import People
from tui.screens.today import Today

TOMORROW = TODAY + timedelta(days=1)
NEXT_YEAR = date(2027, 11, 20)

OFFER: dict[Language, str] = {
    "en": "2 cards untouched for 5 years; “: untouched cards” shows them",
    "fr": "2 fiches sans mouvement depuis 5 ans\u00a0; "
    "«\u00a0: fiches sans mouvement\u00a0» les affiche",
}


def attic(*, sorting: bool = False) -> Snapshot:
    """The five of the stage, and two untouched for years; nobody to sort unless wanted."""
    snapshot = network(
        person("O", "Odile Martin", added=date(2018, 2, 3)),
        person("R", "Rémi Duval", met=date(2020, 6, 7)),
        person("N", "Nora Lindqvist", added=date(2025, 1, 1)),
    )
    ended = me_change(snapshot, sorting=Sorting(wanted=sorting))
    return snapshot.apply(ChangeSet((ended,)))


class Attic:
    """One keeper and one state folder, opened on several mornings."""

    def __init__(self, state: Path, snapshot: Snapshot | None = None) -> None:
        self.keeper = MemoryKeeper(attic() if snapshot is None else snapshot)
        self.state = state

    @property
    def snapshot(self) -> Snapshot:
        return self.keeper.snapshot

    @asynccontextmanager
    async def morning(
        self, day: date = TODAY, language: Language = "en", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[tuple[ArrosoirApp, Pilot[int]]]:
        """The program on a day, on Today."""
        service = service_on(day=day, keeper=self.keeper)
        app = ArrosoirApp(service, Words(language), service.settings, state=self.state)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield app, pilot


@pytest.fixture
def house(tmp_path: Path) -> Attic:
    """Two untouched cards among eight."""
    return Attic(tmp_path / "state")


async def open_list(pilot: Pilot[int], typed: str = "untouched") -> None:
    """As the offer says."""
    await press(pilot, "colon")
    await type_in(pilot, typed)
    await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_offer_is_one_line_until_the_next_key(house: Attic, language: Language) -> None:
    async with house.morning(language=language) as (app, pilot):
        assert lines(app)[-1].strip() == OFFER[language]
        await press(pilot, "j")
        assert not shows(app, OFFER[language])


async def test_an_offer_made_is_not_made_again_before_a_year_has_passed(house: Attic) -> None:
    async with house.morning() as (app, _):
        assert shows(app, OFFER["en"])
    for day in (TODAY, TOMORROW, NEXT_YEAR - timedelta(days=1)):
        async with house.morning(day) as (app, _):
            assert not shows(app, "untouched")
    async with house.morning(NEXT_YEAR) as (app, _):
        assert shows(app, OFFER["en"])
    assert set(house.snapshot.people) >= {"O", "R"}
    assert house.snapshot.me.looked_over is None


async def test_opening_the_list_is_a_look_that_lasts_a_year(house: Attic, tmp_path: Path) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        assert shows(app, "Looked over for this year; nothing goes by itself · u undo")
        assert house.snapshot.me.looked_over == TODAY
    # On another machine nothing is known of the line; the look is in the data.
    house.state = tmp_path / "elsewhere"
    async with house.morning(TOMORROW) as (app, _):
        assert not shows(app, "untouched")
    async with house.morning(NEXT_YEAR) as (app, _):
        assert shows(app, OFFER["en"])


async def test_opening_it_again_on_the_same_day_changes_nothing(house: Attic) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        revision = house.snapshot.revision
        await press(pilot, "1")
        await open_list(pilot)
        assert isinstance(app.screen, People)
        assert house.snapshot.revision == revision
        await press(pilot, "u")
        assert house.snapshot.me.looked_over is None


@pytest.mark.parametrize(
    ("language", "typed", "chip"),
    [("en", "untouched", "Untouched 5 years"), ("fr", "sans mouvement", "Sans mouvement 5 ans")],
)
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (46, 20)])
async def test_the_list_holds_them_alone_and_esc_shows_everybody(
    house: Attic, language: Language, typed: str, chip: str, size: tuple[int, int]
) -> None:
    async with house.morning(language=language, size=size) as (app, pilot):
        await open_list(pilot, typed)
        assert isinstance(app.screen, People)
        assert listed(app) == ["Odile Martin", "Rémi Duval"]
        assert shows(app, chip)
        assert shows(app, "2 of 8" if language == "en" else "2 sur 8")
        if size[0] >= 80:
            assert (
                line_with(app, "Odile")
                .split("┃")[1]
                .endswith({"en": " 9 y ", "fr": " 9 ans "}[language])
            )
        await press(pilot, "escape")
        assert len(listed(app)) == 8
        assert not shows(app, chip)


async def test_marked_with_a_star_they_are_deleted_after_a_yes_and_come_back(house: Attic) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        await press(pilot, "*")
        assert shows(app, "2 marked")
        await press(pilot, "D")
        assert shows(app, "Delete 2 people, with all talks and notes?")
        assert set(house.snapshot.people) >= {"O", "R"}
        await press(pilot, "y")
        assert listed(app) == []
        assert not {"O", "R"} & set(house.snapshot.people)
        await press(pilot, "u")
        assert listed(app) == ["Odile Martin", "Rémi Duval"]


async def test_space_marks_one_and_a_lets_it_fade(house: Attic) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        await press(pilot, "j", "space", "A")
        people = house.snapshot.people
        assert people[PersonId("R")].status == "faded"
        assert people[PersonId("O")].status == "active"
        assert listed(app) == ["Odile Martin", "Rémi Duval"]


async def test_who_is_talked_to_leaves_the_list(house: Attic) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        await press(pilot, "c")
        await type_in(pilot, "call 20 after all these years")
        await press(pilot, "enter")
        assert listed(app) == ["Rémi Duval"]


async def test_marks_made_before_and_what_was_found_do_not_reach_into_the_list(
    house: Attic,
) -> None:
    async with house.morning() as (app, pilot):
        await press(pilot, "2", "space")
        await find(pilot, "nora")
        await press(pilot, "enter")
        await open_list(pilot)
        assert listed(app) == ["Odile Martin", "Rémi Duval"]
        assert not shows(app, "marked")
        assert "Odile Martin" in line_with(app, "▶")


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "untouched", "No card has been untouched for 5 years."),
        ("fr", "sans mouvement", "Aucune fiche n'est sans mouvement depuis 5 ans."),
    ],
)
async def test_where_nobody_is_untouched_nothing_is_offered_and_a_word_says_so(
    tmp_path: Path, language: Language, typed: str, said: str
) -> None:
    house = Attic(tmp_path, network())
    async with house.morning(language=language) as (app, pilot):
        assert not shows(app, typed)
        await open_list(pilot, typed)
        assert isinstance(app.screen, Today)
        assert shows(app, said)
    assert house.snapshot.me.looked_over is None


async def test_newcomers_go_first_but_not_on_two_mornings(tmp_path: Path) -> None:
    house = Attic(tmp_path, attic(sorting=True))
    for _ in range(2):
        async with house.morning() as (app, _pilot):
            assert shows(app, "A few newcomers to sort")
    async with house.morning(TOMORROW) as (app, _pilot):
        assert shows(app, OFFER["en"])
    async with house.morning(TOMORROW + timedelta(days=1)) as (app, _pilot):
        assert shows(app, "A few newcomers to sort")


async def test_the_own_number_of_years_counts() -> None:
    settings = Settings(glyphs="blocks", untouched_years=7)
    app = app_with(service_on(attic()), settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, "One card untouched for 7 years; “: untouched cards” shows it")
        await open_list(pilot)
        assert listed(app) == ["Odile Martin"]


async def test_an_own_key_is_named_and_opens_the_list() -> None:
    settings = Settings(glyphs="blocks", keys={"all.untouched": "V"})
    app = app_with(service_on(attic()), settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, "2 cards untouched for 5 years; V shows them")
        await press(pilot, "V")
        assert listed(app) == ["Odile Martin", "Rémi Duval"]


async def test_a_demo_offers_nothing() -> None:
    service = service_on(attic())
    app = ArrosoirApp(service, Words("en"), service.settings, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "untouched")


async def test_behind_the_curtain_the_list_tells_no_names(house: Attic) -> None:
    async with house.morning() as (app, pilot):
        await open_list(pilot)
        await press(pilot, "!")
        shown = "\n".join(lines(app))
        assert "Odile" not in shown
        assert "O. M." in shown


async def test_a_screen_slower_than_its_picture_is_greeted_once_it_is_there(
    house: Attic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.PICTURE_AT_LATEST_SECONDS", 0.001)
    async with house.morning() as (app, _pilot):
        assert shows(app, OFFER["en"])
