from __future__ import annotations

import pytest
from classmates import classmates
from sessions import let_pass
from stage import app_over, lines, network, person, promise, settle, shows, type_in
from textual.pilot import Pilot

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp

SECRETS = (
    "Amélie",
    "Roussel",
    "Tomás",
    "Björn",
    "Hélène",
    "Ibrahim",
    "Aubier",
    "Lyon",
    "Villeurbanne",
    "intro",
    "PyConFR",
    "Likes tea",
)


def private() -> Snapshot:
    """The five people, one of them with a note."""
    noted = person("N", "Noé Lambert", 50, notes="Likes tea", intent="Likes tea")
    return network(noted, promise("P3", "N", 9, "Likes tea"))


def readable(app: ArrosoirApp, but: tuple[str, ...] = ()) -> list[str]:
    """Secrets that stand on the screen."""
    whole = "\n".join(lines(app))
    return [each for each in SECRETS if each in whole and each not in but]


async def drawn(pilot: Pilot[int]) -> None:
    """The curtain, by its key."""
    await settle(pilot)
    await pilot.press("exclamation_mark")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_nothing_about_anybody_is_readable_and_the_key_lifts_it(
    size: tuple[int, int],
) -> None:
    app = app_over(private())
    async with app.run_test(size=size) as pilot:
        await drawn(pilot)
        for key in ("j", "w", "w", "j", "z", "z", "tab", "tab", "tab", "tab", "question_mark"):
            await pilot.press(key)
            await settle(pilot)
            assert readable(app) == []
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "T. H.")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert shows(app, "Tomás Herrera")


async def test_what_is_said_names_nobody() -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await drawn(pilot)
        for key in ("x", "u", "U", "d", "P", "U"):
            await pilot.press(key)
            await settle(pilot)
            assert readable(app) == []
        await pilot.press("x")
        await settle(pilot)
        assert lines(app)[-1].strip() == "Done · u undo"


async def test_what_was_said_before_goes_with_the_curtain() -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "not today" in lines(app)[-1]
        app.curtain = True
        await settle(pilot)
        assert readable(app) == []
        assert lines(app)[-1].startswith(" d done")


@pytest.mark.parametrize("key", ["s", "c", "n", "r", "D", "T", "p", "slash", "colon", "a"])
async def test_questions_and_palette_name_initials_alone(key: str) -> None:
    app = app_over(private())
    async with app.run_test(size=(100, 30)) as pilot:
        await drawn(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert readable(app) == []
        if key in "scnrDT":
            assert "N. L." in lines(app)[-2]
        if key == "p":
            await type_in(pilot, "hel")
            await pilot.press("tab")
            await settle(pilot)
            assert readable(app) == []
            assert shows(app, "→ H. G.")


async def test_a_draft_is_covered_and_comes_back_whole() -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await type_in(pilot, "call Likes tea")
        await pilot.press("escape")
        await drawn(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert readable(app) == []
        await pilot.press("escape", "exclamation_mark", "c")
        await settle(pilot)
        assert shows(app, "call Likes tea")


async def test_find_still_finds_by_name() -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await type_in(pilot, "bjorn")
        await pilot.press("enter")
        await drawn(pilot)
        assert readable(app) == []
        assert shows(app, "● B. E.")
        assert not shows(app, "T. H.")


async def test_people_and_their_panes_are_behind_it_too() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await drawn(pilot)
        assert shows(app, "A. R.")
        for key in ("j", "tab", "tab", "tab", "w", "e"):
            assert readable(app, ("Lyon",)) == []
            await pilot.press(key)
            await settle(pilot)
        assert readable(app) == []


@pytest.mark.parametrize("key", ["e", "Y", "o"])
async def test_what_would_show_a_card_says_that_the_curtain_is_drawn(key: str) -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await drawn(pilot)
        await pilot.press("j", key)
        await settle(pilot)
        assert readable(app) == []
        assert lines(app)[-1] == " That would show what the curtain hides; ! lifts it."
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("keys", [("e",), ("n",), ("e", *["tab"] * 40), ("slash",), ("colon",)])
async def test_a_key_that_is_no_text_draws_it_while_one_types_and_lifts_it(
    keys: tuple[str, ...],
) -> None:
    app = app_over(private())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*keys, "L", "i", "k")
        await settle(pilot)
        before = lines(app)
        await pilot.press("f2")
        await settle(pilot)
        drawn_now = [app.curtain]
        assert readable(app) == []
        await pilot.press("f2")
        await settle(pilot)
        drawn_now.append(app.curtain)
        assert drawn_now == [True, False]
        assert lines(app) == before


@pytest.mark.parametrize("key", ["exclamation_mark", "f2"])
async def test_it_is_drawn_over_the_list_of_what_may_be_copied(key: str) -> None:
    app = app_over(network(person("Z", "Zed", 5, emails=("zed@x.example", "z@y.example"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await type_in(pilot, "zed")
        await pilot.press("enter", "Y")
        await settle(pilot)
        assert shows(app, "zed@x.example")
        await pilot.press(key)
        await settle(pilot)
        assert not shows(app, "zed@")
        await pilot.press(key)
        await settle(pilot)
        assert shows(app, "zed@x.example")


async def test_own_keys_of_the_curtain_hold_while_typing_where_they_are_no_text() -> None:
    settings = Settings(glyphs="blocks", keys={"all.curtain": "X,f6"})
    app = app_over(private(), settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n", "X", "f2", "f6")
        await settle(pilot)
        assert app.curtain
        await pilot.press("f6")
        await settle(pilot)
        assert shows(app, "Note on Noé Lambert: X")


async def test_one_finds_on_people_behind_it_without_showing_what_is_typed() -> None:
    app = app_over(private())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await drawn(pilot)
        await pilot.press("slash")
        await type_in(pilot, "Tomás")
        await settle(pilot)
        assert readable(app) == []
        assert shows(app, "1 of 6")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "T. H.")


async def test_it_falls_by_itself_when_nobody_types_and_covers_what_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = app_over(private(), settings=Settings(glyphs="blocks", curtain_minutes=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "Likes tea")
        await settle(pilot)
        let_pass(100, monkeypatch)
        await pilot.pause()
        await settle(pilot)
        fallen = [app.curtain]
        let_pass(30, monkeypatch)
        await pilot.pause()
        await settle(pilot)
        fallen.append(app.curtain)
        assert readable(app) == []
        await pilot.press("x", "exclamation_mark")
        await settle(pilot)
        fallen.append(app.curtain)
        assert fallen == [False, True, False]
        assert shows(app, "Note on Noé Lambert: Likes tea")
        await pilot.press("enter")
        await settle(pilot)
        assert app.service.snapshot.people[PersonId("N")].notes.endswith("Likes tea")
        assert "!" not in app.service.snapshot.people[PersonId("N")].notes


async def test_with_no_minutes_it_never_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_over(private(), settings=Settings(glyphs="blocks", curtain_minutes=0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        let_pass(100_000, monkeypatch)
        await pilot.pause()
        await settle(pilot)
        assert not app.curtain
