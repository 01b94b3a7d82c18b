from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from mornings import app_with, service_on, until
from stage import TODAY, lines, network, person, settle, shows, type_in
from textual.command import CommandList
from textual.pilot import Pilot

from store.actions.add import Add
from store.actions.delete import Delete
from store.actions.service import Service
from store.disk.file_keeper import FileKeeper
from store.records.kinds import Language, Layer
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from tui.app import ArrosoirApp
from tui.screens.sorting import Sorting
from tui.screens.today import Today
from tui.writer import fresh_of


def newcomers(count: int, *more: Record) -> Snapshot:
    """Somebody known, and so many whom nobody has sorted."""
    people = [person("K", "Known", 50), *more]
    people += [
        person(f"N{at:02}", f"New {at:02}", sources=(f"uid:{at}",), org="Aubier")
        for at in range(count)
    ]
    return snapshot_of({"people": {each.id: each for each in people}})


async def type_command(pilot: Pilot[int]) -> None:
    """`sort` in the palette."""
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, "sort newcomers")
    await until(pilot, lambda: len(pilot.app.screen.query_one(CommandList).options) == 1)
    await pilot.press("enter")
    await settle(pilot)


async def open_sorting(pilot: Pilot[int], app: ArrosoirApp) -> None:
    """By the palette, as on any later day."""
    await settle(pilot)
    await type_command(pilot)
    await until(pilot, lambda: isinstance(app.screen, Sorting))


def layers(service: Service) -> dict[str, Layer | None]:
    """Of those who were asked about."""
    people = service.snapshot.people
    return {id: people[id].layer for id in service.snapshot.me.sorting.asked}


def told(service: Service) -> dict[str, date]:
    """The last talk of each, as told."""
    return {each.people[0]: each.on for each in service.snapshot.interactions.values()}


def plain(app: ArrosoirApp) -> list[str]:
    """The lines, with spaces that may break."""
    return [line.replace("\u00a0", " ") for line in lines(app)]


async def test_one_key_each_and_the_second_question_only_for_the_close() -> None:
    service = service_on(newcomers(12))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        assert shows(app, "New 00")
        assert shows(app, "1 of 12")
        assert shows(app, "Close to you?")
        await pilot.press("2")
        await settle(pilot)
        assert shows(app, "Last real talk?")
        await pilot.press("3")
        await settle(pilot)
        assert shows(app, "2 of 12")
        await pilot.press("x", "3", "enter", "é", '"')
        await settle(pilot)
        assert shows(app, "5 of 12")
    assert layers(service) == {"N00": 15, "N01": None, "N02": 50, "N03": 15}
    days = told(service)
    assert days == {
        "N00": TODAY - timedelta(days=60),
        "N03": TODAY - timedelta(days=60),
    }


async def test_undo_shows_the_last_person_again() -> None:
    service = service_on(newcomers(12))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press("u")
        await settle(pilot)
        assert shows(app, "This is the first one.")
        await pilot.press("1", "u")
        await settle(pilot)
        assert shows(app, "Close to you?")
        await pilot.press("1", "1", "x")
        await settle(pilot)
        assert shows(app, "3 of 12")
        await pilot.press("u", "u")
        await settle(pilot)
        assert shows(app, "1 of 12")
        assert shows(app, "New 00")
        assert layers(service) == {}
        assert not service.snapshot.interactions
        await pilot.press("4", "5")
        await settle(pilot)
    assert layers(service) == {"N00": 150}


async def test_keys_pressed_faster_than_the_disk_lose_nothing() -> None:
    service = service_on(newcomers(12))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press(*"x" * 6, "4", "4", "u", "3", "2", *"x" * 5)
        await until(pilot, lambda: isinstance(app.screen, Today))
    assert len(layers(service)) == 12
    assert layers(service)["N06"] == 50


async def test_after_the_last_one_a_sentence_and_today() -> None:
    service = service_on(newcomers(3))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press("x", "x", "x")
        await until(pilot, lambda: isinstance(app.screen, Today))
        assert shows(app, "That is enough for today; the others stay searchable · u undo")
        await type_command(pilot)
        assert shows(app, "Nobody is left to sort.")


async def test_escape_ends_it_for_good_until_it_is_taken_up_again() -> None:
    service = service_on(newcomers(30))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press("x", "escape")
        await until(pilot, lambda: isinstance(app.screen, Today))
        assert shows(app, "No more sorting; “: sort newcomers” takes it up again")
        assert not service.snapshot.me.sorting.wanted
    later = service_on(service.snapshot, TODAY + timedelta(days=1))
    app = app_with(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "newcomers")
        await open_sorting(pilot, app)
        assert shows(app, "1 of 5")
        await pilot.press("x", "x", "x", "x", "x")
        await until(pilot, lambda: isinstance(app.screen, Today))
    assert later.snapshot.me.sorting.wanted


async def test_each_morning_offers_five_more_in_one_line_and_only_once() -> None:
    first = service_on(newcomers(30))
    app = app_with(first)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert shows(app, "A few newcomers to sort, when you like: “: sort newcomers”")
        await open_sorting(pilot, app)
        assert shows(app, "1 of 12")
        await pilot.press(*"x" * 12)
        await until(pilot, lambda: isinstance(app.screen, Today))
    app = app_with(service_on(first.snapshot))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "newcomers")
    app = app_with(service_on(first.snapshot, TODAY + timedelta(days=1)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, "A few newcomers to sort")
        await open_sorting(pilot, app)
        assert shows(app, "1 of 5")


async def test_whoever_has_sorted_all_is_offered_nothing() -> None:
    app = app_with(service_on(network()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "newcomers")


async def test_somebody_deleted_meanwhile_is_passed_over() -> None:
    service = service_on(newcomers(4))
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press("x")
        await settle(pilot)
        service.perform("delete", Delete(person="N01"))
        app.fresh = fresh_of(service)
        await settle(pilot)
        assert shows(app, "New 02")
        await pilot.press("x", "x")
        await until(pilot, lambda: isinstance(app.screen, Today))


async def test_names_are_never_markup_and_the_curtain_leaves_initials() -> None:
    strange = person(
        "A", "A [@click=app.quit]quit[/] Zed", sources=("uid:z",), org="[/]", where="x"
    )
    app = app_with(service_on(newcomers(0, strange)))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        assert shows(app, "A [@click=app.quit]quit[/] Zed")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert not shows(app, "Zed")
        assert shows(app, "A. [. Z.")


async def test_a_file_that_may_not_be_written_asks_about_the_same_person_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.json"
    writer = FileKeeper(path)
    first = service_on(keeper=writer)
    first.perform("add", Add(name="Ada"))
    app = app_with(service_on(keeper=FileKeeper(path, read_only=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sorting(pilot, app)
        await pilot.press("x")
        await settle(pilot)
        assert shows(app, "Opened to read only")
        assert shows(app, "Ada")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Sorting)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20), (42, 14), (40, 12)])
async def test_question_and_answers_fit_every_screen(
    size: tuple[int, int], language: Language
) -> None:
    rich = person(
        "A",
        "Anneliese Hohenstein-Waldburg",
        sources=("uid:a",),
        org="Aubier et Compagnie",
        title="Head of research and development",
        emails=("a@aubier.example",),
        met=date(2024, 3, 15),
    )
    app = app_with(service_on(newcomers(0, rich)), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.first_run.sort()
        await until(pilot, lambda: isinstance(app.screen, Sorting))
        for id in ("sorting.close", "sorting.not_now"):
            text = app.words.say(id).replace("\u00a0", " ")
            assert any(text in line for line in plain(app)), lines(app)
        await pilot.press("1")
        await settle(pilot)
        asked = app.words.say("sorting.talk").replace("\u00a0", " ")
        assert any(asked in line for line in plain(app)), lines(app)
        assert shows(app, "Entrée" if language == "fr" else "Enter"), lines(app)
