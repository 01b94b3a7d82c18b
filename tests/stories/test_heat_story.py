from __future__ import annotations

from datetime import timedelta

import pytest
from heat_walk import layers, pane, press, to_heat, under
from stage import (
    TODAY,
    app_over,
    line_with,
    lines,
    network,
    person,
    settle,
    shows,
    talk,
    type_in,
)

from store.actions.demo.network import demo_snapshot
from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Kind, Language
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of

SIZES = [(80, 24), (100, 30), (160, 50)]
BANDS = ("lively", "steady", "slipping", "thin", "silent", "dormant", "not yet")


def well_known() -> Snapshot:
    """One tie with a year of talks of all kinds, and a plan."""
    kinds: list[tuple[int, Kind]] = [
        (400, "call"),
        (300, "in_person"),
        (250, "message"),
        (160, "video"),
        (90, "event"),
        (20, "email"),
    ]
    talks = [
        Interaction(
            id=f"I{days}",
            people=(PersonId("Z"),),
            kind=kind,
            on=TODAY - timedelta(days=days),
            by="them" if days == 250 else None,
        )
        for days, kind in kinds
    ]
    plan = Interaction(
        id="PLAN",
        people=(PersonId("Z"),),
        kind="call",
        on=TODAY + timedelta(days=4),
        planned=True,
    )
    people = [person("Z", "Zoë Adler", 15), person("N", "Noé Lambert", 50)]
    return snapshot_of(
        {
            "people": {each.id: each for each in people},
            "interactions": {each.id: each for each in (*talks, plan)},
        }
    )


async def test_a_cursor_walks_the_cells_and_says_who_it_is_on() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot)
        assert line_with(app, "[").startswith("┃    15[▆]")
        assert shows(app, "Amélie Roussel · ")
        await press(pilot, "j", "l")
        assert shows(app, f"┃ {under(app)} · ")
        await press(pilot, "G")
        assert under(app) == "Hélène Garnier"
        assert shows(app, "Hélène Garnier · slipping")
        await press(pilot, "h")
        assert under(app) == "Björn Ek"
        assert shows(app, "Björn Ek · slipping")
        await press(pilot, "g")
        assert under(app) == "Amélie Roussel"


async def test_the_detail_follows_the_heat_and_goes_back_to_the_row() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "G")
        assert line_with(app, "Why, and how") != ""
        assert shows(app, "│ Hélène Garnier ")
        await press(pilot, "escape")
        assert shows(app, "│ Amélie Roussel ")
        assert lines(app)[-1].startswith(" d done")


async def test_verbs_act_on_who_is_under_the_cursor() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "G")
        assert lines(app)[-1].startswith(" c talked  n note  r rhythm  < > layer  u undo")
        await press(pilot, "n")
        await type_in(pilot, "Likes tea")
        await press(pilot, "enter")
        assert "Likes tea" in app.service.snapshot.people[PersonId("H")].notes
        await press(pilot, "less_than_sign")
        assert layers(app, "H") == [15]
        assert shows(app, "Hélène Garnier")
        await press(pilot, "w")
        assert shows(app, "Why, with the arithmetic") or shows(app, "Why now")
        await press(pilot, "escape", "u")
        assert layers(app, "H") == [50]


async def test_done_needs_a_row_of_today_and_says_so() -> None:
    app = app_over(network(person("X", "Xavier Roy")))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "g", "d")
        assert app.service.snapshot.follow_ups[next(iter(app.service.snapshot.follow_ups))].closed
        await press(pilot, "z", "G")
        assert under(app) == "Xavier Roy"
        await press(pilot, "d")
        assert shows(app, "Xavier Roy has no row today.")


async def test_a_talk_moves_the_cell_and_the_cursor_stays_on_its_person() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "G")
        await press(pilot, "c")
        await type_in(pilot, "call 25")
        await press(pilot, "enter")
        assert under(app) == "Hélène Garnier"
        assert shows(app, "Hélène Garnier · ")
        assert shows(app, "talked today")
        await press(pilot, "h", "h", "h", "h")
        assert under(app) != "Hélène Garnier"


async def test_past_the_width_a_cell_names_the_coldest_and_how_many_more() -> None:
    app = app_over(demo_snapshot(400, 1, TODAY, "en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "G")
        crowd = line_with(app, " +")
        assert under(app) in crowd
        await press(pilot, "z")
        assert not shows(app, f"{under(app)} +")
        name = under(app)
        await press(pilot, "h")
        assert under(app) != name
        await press(pilot, "escape")
        assert shows(app, f"┃ {under(app)} ")


@pytest.mark.parametrize(
    ("language", "size", "words"),
    [
        ("en", (80, 24), BANDS),
        (
            "fr",
            (100, 30),
            ("soutenu", "régulier", "s'espace", "distendu", "silencieux", "en sommeil"),
        ),
        ("en", (160, 50), BANDS),
    ],
)
async def test_zoomed_everybody_has_a_cell_and_every_band_a_word(
    size: tuple[int, int], language: Language, words: tuple[str, ...]
) -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, language), language)
    async with app.run_test(size=size) as pilot:
        await to_heat(pilot, "enter")
        assert max(map(len, lines(app))) <= size[0]
        for word in words:
            assert any(f"{sign}{word}" in line for sign in "█▆▄▂·▒+" for line in lines(app)), word
        assert shows(app, "This tie" if language == "en" else "Ce lien")
        assert shows(app, "Twelve months" if language == "en" else "Douze mois")
        assert not shows(app, "À suivre")
        assert shows(app, "turning thin soon" if language == "en" else "bientôt distendu")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_small_heat_says_every_band_in_a_low_terminal(language: Language) -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, language), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, "·silent" if language == "en" else "·silencieux")


@pytest.mark.parametrize("size", SIZES)
async def test_beside_the_heat_the_tie_is_drawn_with_its_year_and_gaps(
    size: tuple[int, int],
) -> None:
    app = app_over(well_known())
    async with app.run_test(size=size) as pilot:
        await to_heat(pilot, "z")
        assert shows(app, "Zoë Adler")
        assert shows(app, "silent 3 weeks, usually every ~")
        assert shows(app, "planned: Tue 24 Nov")
        row = line_with(app, "talk ")
        assert [row.count(sign) for sign in "▂▆█"] == [2, 1, 2]
        assert shows(app, "░ within the usual gap")
        await press(pilot, "J")
        assert shows(app, "you wrote first once, Zoë 1")
        await press(pilot, *("J" for _ in range(4)))
        assert shows(app, "70  70  20")


@pytest.mark.parametrize(("size", "keys"), [((100, 30), ["enter"]), ((160, 50), [])])
async def test_why_is_followed_by_the_pictures_where_there_is_room(
    size: tuple[int, int], keys: list[str]
) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert shows(app, "Promised for Tue 17 Nov: an")
        assert shows(app, "Twelve months")
        assert shows(app, "Days between talks")
        assert max(map(len, lines(app))) <= size[0]


async def test_back_from_zoom_the_cursor_is_on_its_person_also_on_one_apart() -> None:
    app = app_over(network(person("N", "Noé Lambert", 150)))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "z", "G")
        assert under(app) == "Noé Lambert"
        assert shows(app, "not talked yet")
        await press(pilot, "z")
        assert shows(app, "┃ Noé Lambert · not yet")
        await press(pilot, "h")
        assert under(app) == "Hélène Garnier"


async def test_escape_goes_back_step_by_step() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "z", "space", "w", "tab")
        assert isinstance(app.screen.focused, type(app.screen.query_one("Prose")))
        await press(pilot, "escape")
        assert not shows(app, "arithmetic")
        await press(pilot, "escape")
        assert app.screen.focused is pane(app)
        assert shows(app, "1 marked")
        await press(pilot, "escape")
        assert not shows(app, "1 marked")
        assert not shows(app, "Follow-ups")
        await press(pilot, "escape")
        assert shows(app, "Follow-ups")
        assert app.screen.focused is pane(app)
        await press(pilot, "escape")
        assert lines(app)[-1].startswith(" d done")


@pytest.mark.parametrize("zoom", [False, True])
async def test_behind_the_curtain_cells_have_initials_and_nothing_else(zoom: bool) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, *(["z"] if zoom else []), "G", "exclamation_mark")
        shown = "\n".join(lines(app))
        for secret in ("Hélène", "Garnier", "silent 4", "usually", "thin since", "Twelve months"):
            assert secret not in shown
        assert "H. G." in shown


async def test_strangers_names_do_nothing_in_the_heat() -> None:
    name = "Eve\x1b[31m [@click=app.quit]Mal[/] \u202elory\x07"
    app = app_over(network(Person(id="E", name=name, layer=5)))
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("z", "G", "w", "escape", "space", "z"):
            await to_heat(pilot, key) if key == "z" else await press(pilot, key)
            assert not {"\x1b", "\u202e", "\x07"} & set("\n".join(lines(app)))
        assert app.is_running


async def test_ascii_terminals_see_cells_marks_and_cursor() -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, "en"), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "z", "g", "space", "space", "l")
        shown = "\n".join(lines(app))
        assert not set("━─┃│█▆▄▂▒░●·▲▼") & set(shown)
        assert "5 . 5 oo[#]" in shown or "5 . 5 o" in shown


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (60, 24)])
async def test_on_a_narrow_terminal_the_heat_is_zoomed_too(size: tuple[int, int]) -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, "en"))
    async with app.run_test(size=size) as pilot:
        await to_heat(pilot, "z", "G", "g", "l")
        assert max(map(len, lines(app))) <= size[0]
        assert shows(app, "5 · 5 people")
        assert shows(app, "[█]")
        await press(pilot, "tab")
        assert shows(app, "usually every")
        await press(pilot, "escape", "escape", "escape")
        assert shows(app, "Follow-ups")


async def test_a_resize_keeps_the_person_and_the_brackets() -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, "en"))
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "z", "j", "j", "j", "l", "l")
        name = under(app)
        for size in ((80, 24), (160, 50), (60, 24), (100, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert under(app) == name
            assert max(map(len, lines(app))) <= size[0]
            assert any("[" in line for line in lines(app))


@pytest.mark.parametrize("size", SIZES)
async def test_where_a_cell_stands_for_several_its_lane_says_so(size: tuple[int, int]) -> None:
    crowd = (person(f"C{n:03}", f"Cleo {n}", 150 if n % 4 else 50) for n in range(200))
    met = (talk(f"T{n:03}", f"C{n:03}", n % 90) for n in range(200))
    crowded = network(*crowd).apply(ChangeSet(tuple(make(each) for each in met)))
    app = app_over(crowded)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        room = pane(app).inner_width - 9
        cells = {
            layer: sum(line_with(app, f" {layer} ").count(sign) for sign in "█▆▄▂·")
            for layer in ("15", "150")
        }
        each = -(-150 // (room - 6))
        assert cells == {"15": 2, "150": -(-150 // each)}
        assert f" ×{each}" in line_with(app, " 150 ")
        assert "×" not in line_with(app, " 15 ")
