from __future__ import annotations

import pytest
from stage import (
    app_over,
    line_with,
    lines,
    network,
    person,
    promise,
    settle,
    shows,
    type_in,
    under_cursor,
)
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from tui.app import ArrosoirApp
from tui.commands.keymap import shown_key
from tui.commands.registry import BY_ID


def card(app: ArrosoirApp, id: str) -> Person:
    """Somebody as they are now."""
    return app.service.snapshot.people[PersonId(id)]


async def go_to(pilot: Pilot[int], beginning: str) -> None:
    """Turn to a person by `p`."""
    await pilot.press("p")
    await type_in(pilot, beginning)
    await pilot.press("enter")
    await settle(pilot)


async def put_cursor(pilot: Pilot[int], app: ArrosoirApp, name: str) -> None:
    """Walk down to a row."""
    await pilot.press("g")
    for _ in range(9):
        await settle(pilot)
        if name in under_cursor(app):
            return
        await pilot.press("j")
    raise AssertionError("\n".join(lines(app)))


def below(app: ArrosoirApp, upper: str, lower: str) -> bool:
    """Whether one name stands below another in the list."""
    left = [line.partition("┃│")[0] for line in lines(app)]
    at = [next(i for i, line in enumerate(left) if name in line) for name in (upper, lower)]
    return at[0] < at[1]


async def test_u_takes_back_and_capital_u_does_it_again() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert not line_with(app, "◆ Amélie")
        await pilot.press("u")
        await settle(pilot)
        assert line_with(app, "◆ Amélie")
        assert "Amélie Roussel" in lines(app)[-1]
        await pilot.press("U")
        await settle(pilot)
        assert not line_with(app, "◆ Amélie")
        assert lines(app)[-1].startswith(" Done again")
        await pilot.press("U")
        await settle(pilot)
        assert lines(app)[-1].strip() == "There is nothing to redo."


@pytest.mark.parametrize(
    ("typed", "days", "echo", "said"),
    [
        ("21", 21, "→ every 21 days · about", "Amélie Roussel: every 21 days"),
        ("6w", 42, "→ every 42 days · about", "Amélie Roussel: every 42 days"),
        ("0", 0, "→ seen anyway: no clock · no minutes", "Amélie Roussel: seen anyway, no clock"),
        ("-", None, "→ the usual rhythm · about", "Amélie Roussel: the usual rhythm again"),
    ],
)
async def test_r_sets_the_rhythm_and_says_it(
    typed: str, days: int | None, echo: str, said: str
) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r", "3", "enter")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert shows(app, "Rhythm of Amélie Roussel, in days:")
        await type_in(pilot, typed)
        await settle(pilot)
        assert shows(app, echo)
        await pilot.press("enter")
        await settle(pilot)
        assert card(app, "A").cadence_days == days
        assert lines(app)[-1].strip() == f"{said} · u undo"


async def test_r_takes_the_unshifted_zero_of_azerty_at_once() -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r", "à")
        await settle(pilot)
        assert card(app, "A").cadence_days == 0
        assert shows(app, "se voit de toute façon, pas de décompte · u annule")


async def test_r_takes_nothing_that_is_no_number_of_days() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await type_in(pilot, "often")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "A number of days, or 6w, 3mo.")
        await pilot.press("escape")
        await settle(pilot)
        assert card(app, "A").cadence_days is None
        assert under_cursor(app).startswith("┃ ▶ ◆ Amélie")


async def test_layers_go_closer_and_farther_and_end_at_both_ends() -> None:
    app = app_over(network(person("N", "Noé Lambert"), promise("P3", "N", 9, "his book")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go_to(pilot, "noé")
        await pilot.press(">")
        await settle(pilot)
        assert lines(app)[-1].strip() == "No layer further that way."
        steps: list[tuple[str, Layer | None, str]] = [
            ("<", 150, "about 0.1 min a week"),
            ("<", 50, "about 0.3 min a week instead of 0.1 min"),
            ("<", 15, "about 3.1 min a week instead of 0.3 min"),
            ("<", 5, "about 6.7 min a week instead of 3.1 min"),
            ("<", 5, ""),
            (">", 15, "about 3.1 min a week instead of 6.7 min"),
            (">", 50, "about 0.3 min a week instead of 3.1 min"),
            (">", 150, "about 0.1 min a week instead of 0.3 min"),
            (">", None, "no minutes so far"),
            (">", None, ""),
        ]
        before: Layer | None = None
        for key, layer, asked in steps:
            await pilot.press(key)
            await settle(pilot)
            assert card(app, "N").layer == layer
            if layer == before:
                assert lines(app)[-1].strip() == "No layer further that way."
            elif layer is None:
                said = f"Noé Lambert: no layer any more; {asked} · u undo"
                assert lines(app)[-1].strip() == said
            else:
                assert lines(app)[-1].strip() == f"Noé Lambert: layer {layer}; {asked} · u undo"
            before = layer


def test_layers_are_on_keys_that_an_azerty_keyboard_has() -> None:
    assert [shown_key(key) for key in BY_ID["person.closer"].keys] == ["<"]
    assert [shown_key(key) for key in BY_ID["person.farther"].keys] == [">"]


async def test_p_pins_to_the_top_of_the_group_and_unpins() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G", "k")
        await settle(pilot)
        first, second = "Björn Ek", "Hélène Garnier"
        if not below(app, first, second):
            first, second = second, first
        await put_cursor(pilot, app, second)
        await pilot.press("P")
        await settle(pilot)
        assert below(app, second, first)
        assert second in under_cursor(app)
        assert lines(app)[-1].strip() == f"{second}: at the top of Today · u undo"
        await pilot.press("P")
        await settle(pilot)
        assert below(app, first, second)
        assert lines(app)[-1].strip() == f"{second}: no longer at the top · u undo"


async def test_pinning_several_pins_all_before_it_unpins_any() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("P", "space", "space", "P")
        await settle(pilot)
        assert card(app, "A").pinned
        assert card(app, "T").pinned
        await pilot.press("P")
        await settle(pilot)
        assert not card(app, "A").pinned
        assert not card(app, "T").pinned


async def test_capital_a_lets_fade_and_takes_up_again() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go_to(pilot, "bjorn")
        await pilot.press("A")
        await settle(pilot)
        assert card(app, "B").status == "faded"
        assert not line_with(app, "● Björn")
        assert lines(app)[-1].strip() == "Björn Ek: the tie may fade · u undo"
        await go_to(pilot, "bjorn")
        await pilot.press("A")
        await settle(pilot)
        assert card(app, "B").status == "active"
        assert line_with(app, "● Björn")
        assert shows(app, "the tie is taken up again")


@pytest.mark.parametrize("yes", ["y", "o"])
async def test_capital_d_asks_and_takes_yes_in_both_languages(yes: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert shows(app, "Delete Amélie Roussel, with all talks and notes?")
        assert shows(app, "y yes · Esc no")
        await pilot.press("enter")
        await settle(pilot)
        assert PersonId("A") in app.service.snapshot.people
        await pilot.press("escape")
        await settle(pilot)
        assert PersonId("A") in app.service.snapshot.people
        await pilot.press("D", yes)
        await settle(pilot)
        assert PersonId("A") not in app.service.snapshot.people
        assert lines(app)[-1].strip() == "Amélie Roussel, deleted · u undo"
        assert "Tomás" in under_cursor(app)


async def test_capital_m_turns_the_mouse_on_and_off() -> None:
    app = app_over(network(), environment={"SSH_TTY": "/dev/pts/1"})
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = [app.mouse]
        for said in ("Mouse on.", "Mouse off."):
            await pilot.press("M")
            await settle(pilot)
            assert lines(app)[-1].strip() == said
            seen.append(app.mouse)
        assert seen == [False, True, False]


@pytest.mark.parametrize("key", ["R", "ctrl+l"])
async def test_it_is_read_again_when_asked(key: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", key)
        await settle(pilot)
        assert lines(app)[-1].strip() == "Read again."
        assert "Tomás" in under_cursor(app)


async def test_d_on_somebody_gone_to_does_their_row() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go_to(pilot, "tom")
        await pilot.press("d")
        await settle(pilot)
        assert "Tomás Herrera, done" in lines(app)[-1]
        assert line_with(app, "◆ Amélie")
        assert not line_with(app, "◆ Tomás")
