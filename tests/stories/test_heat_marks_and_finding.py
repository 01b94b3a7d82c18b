from __future__ import annotations

import pytest
from heat_walk import layers, press, to_heat, under
from stage import app_over, lines, network, person, settle, shows, type_in

from store.records.ids import PersonId


@pytest.mark.parametrize(("key", "after"), [("less_than_sign", 15), ("greater_than_sign", 150)])
async def test_marked_cells_move_by_a_layer_together_and_back_in_one_step(
    key: str, after: int
) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "z", "j", "asterisk")
        assert lines(app)[-1].startswith(" c talked 4  n note 4")
        assert shows(app, "4 marked")
        await press(pilot, key)
        assert layers(app, "TIBH") == [after] * 4
        assert len(app.service.history()) == 1
        assert "4" in lines(app)[-1]
        assert "u undo" in lines(app)[-1]
        await press(pilot, "u")
        assert layers(app, "TIBH") == [50] * 4


async def test_a_rhythm_is_set_on_all_marked_cells_in_one_step() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "j", "space", "space", "r")
        await type_in(pilot, "45")
        await press(pilot, "enter")
        people = app.service.snapshot.people.values()
        assert sum(each.cadence_days == 45 for each in people) == 2
        assert len(app.service.history()) == 1
        await press(pilot, "u")
        assert not any(each.cadence_days == 45 for each in app.service.snapshot.people.values())


@pytest.mark.parametrize("where", ["today", "people"])
async def test_layers_move_in_bulk_from_the_lists_too(where: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        if where == "people":
            await press(pilot, "2")
        await press(pilot, "space", "space", "greater_than_sign")
        moved = [id for id in "ATIBH" if layers(app, id) == [150 if id != "A" else 50]]
        assert len(moved) == 2
        assert len(app.service.history()) == 1
        assert "u undo" in lines(app)[-1]
        await press(pilot, "u")
        assert layers(app, "ATIBH") == [15, 50, 50, 50, 50]


@pytest.mark.parametrize("key", ["slash", "p"])
async def test_a_name_leads_to_the_cell(key: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "z", key)
        await type_in(pilot, "bjo")
        await settle(pilot)
        assert under(app) == ("Björn Ek" if key == "slash" else "Amélie Roussel")
        await press(pilot, "enter")
        assert under(app) == "Björn Ek"
        assert shows(app, "│ Björn Ek ")


async def test_a_search_that_is_left_goes_back_to_where_it_began() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await to_heat(pilot, "slash")
        await type_in(pilot, "hel")
        await press(pilot, "escape")
        assert under(app) == "Amélie Roussel"


async def test_somebody_without_a_cell_is_turned_to_all_the_same() -> None:
    app = app_over(network(person("F", "Fanny Roy", 50, status="faded")))
    async with app.run_test(size=(100, 30)) as pilot:
        await to_heat(pilot, "p")
        await type_in(pilot, "fanny")
        await press(pilot, "enter")
        assert shows(app, "┃ Fanny Roy ")
        await press(pilot, "A")
        assert app.service.snapshot.people[PersonId("F")].status == "active"
