"""Doubled cards on the screen: found, laid side by side, made one, taken back, left two."""

from __future__ import annotations

import pytest
from mornings import until
from stage import (
    app_over,
    line_with,
    lines,
    network,
    person,
    settle,
    shows,
    type_in,
    under_cursor,
)
from textual.pilot import Pilot

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.app import ArrosoirApp

FIRST = person(
    "Z1",
    "Zoé Adler",
    15,
    emails=("zoe@adler.example",),
    phones=("06 12 34 56 78",),
    org="Aubier",
    title="Head of research",
    notes="Likes oak.",
)
SECOND = person(
    "Z2", "Zoe Adlre", emails=("zoe@adler.example",), org="Bourgeon", notes="Sings in a choir."
)
BRUNO = person("Q1", "Bruno Quillfeather", phones=("06 99 88 77 66",))
BRUNO_AGAIN = person("Q2", "Quillfeather Bruno", phones=("+33 6 99 88 77 66",))


def doubled(*more: Person) -> Snapshot:
    return network(FIRST, SECOND, *more)


def people(app: ArrosoirApp) -> dict[str, Person]:
    return {str(id): card for id, card in app.service.snapshot.people.items()}


async def opened(pilot: Pilot[int], language: Language = "en") -> ArrosoirApp:
    """The list of pairs, by the palette, once all were compared."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    await pilot.press(":")
    await settle(pilot)
    await type_in(pilot, "doubled")
    await settle(pilot)
    await pilot.press("enter")
    title = Words(language).say("twins.title")
    await until(pilot, lambda: shows(app, title))
    comparing = Words(language).say("twins.comparing", n=9).split()[0]
    await until(pilot, lambda: not shows(app, comparing))
    await settle(pilot)
    return app


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize(
    ("language", "likely", "why"),
    [
        ("en", "almost certainly", "same e-mail zoe@adler.example"),
        ("fr", "presque sûrement", "même adresse zoe@adler.example"),
    ],
)
async def test_pairs_stand_with_how_likely_they_are_and_why(
    language: Language, likely: str, why: str, size: tuple[int, int]
) -> None:
    async with app_over(doubled(BRUNO, BRUNO_AGAIN), language).run_test(size=size) as pilot:
        app = await opened(pilot, language)
        here = under_cursor(app)
        assert "Bruno" in here or "Adler" in here
        assert likely in line_with(app, "Zoé Adler · Zoe Adlre")
        assert shows(app, why)


async def test_without_any_a_sentence_says_what_to_do() -> None:
    async with app_over(network()).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        assert shows(app, "No two cards look like one person's.")
        await pilot.press("enter", "x", "j", "G")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not shows(app, "No two cards")


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_side_by_side_what_differs_comes_first_and_enter_makes_one(
    size: tuple[int, int],
) -> None:
    async with app_over(doubled()).run_test(size=size) as pilot:
        app = await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        whole = "\n".join(lines(app))
        assert 0 < whole.index("organisation") < whole.index("telephone")
        assert "Aubier" in line_with(app, "organisation")
        assert "Bourgeon" in line_with(app, "organisation")
        assert shows(app, "becomes a nickname")
        await pilot.press("G")
        await settle(pilot)
        assert "e-mail" in under_cursor(app), "what is the same comes last"
        await pilot.press("enter")
        await until(pilot, lambda: "Z2" not in people(app))
        await settle(pilot)
        card = people(app)["Z1"]
        assert (card.name, card.nicknames) == ("Zoé Adler", ("Zoe Adlre",))
        assert (card.org, card.employers) == ("Aubier", ("Bourgeon",))
        assert card.notes == "Likes oak.\n\nSings in a choir."
        assert shows(app, "Zoe Adlre is now on the card of Zoé Adler · u undo")
        assert shows(app, "No two cards look like one person's."), "back at the list"


async def test_left_and_right_choose_and_b_goes_back_to_both() -> None:
    async with app_over(doubled()).run_test(size=(100, 30)) as pilot:
        app = await opened(pilot)
        await pilot.press("enter", "l", "j", "right")
        await settle(pilot)
        assert "→  Zoe Adlre" in line_with(app, "name")
        assert "→  Bourgeon" in line_with(app, "organisation")
        await pilot.press("j")
        await settle(pilot)
        assert "← →" in under_cursor(app)
        await pilot.press("l")
        await settle(pilot)
        assert "← →" not in under_cursor(app)
        await pilot.press("b")
        await settle(pilot)
        assert "← →" in under_cursor(app)
        await pilot.press("enter")
        await until(pilot, lambda: "Z2" not in people(app))
        card = people(app)["Z1"]
        assert (card.name, card.nicknames) == ("Zoe Adlre", ())
        assert (card.org, card.employers) == ("Bourgeon", ("Aubier",))
        assert card.notes == "Likes oak.\n\nSings in a choir."


async def test_a_field_of_one_value_has_no_both_and_equal_ones_no_side() -> None:
    async with app_over(doubled()).run_test(size=(100, 30)) as pilot:
        app = await opened(pilot)
        await pilot.press("enter", "b")
        await settle(pilot)
        assert shows(app, "One value only")
        await pilot.press("G", "l")
        await settle(pilot)
        assert shows(app, "It is the same on both.")


async def test_after_a_merge_the_list_comes_with_the_cursor_on_the_next_pair() -> None:
    async with app_over(doubled(BRUNO, BRUNO_AGAIN)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        first = under_cursor(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "is now on the card of"))
        await settle(pilot)
        assert under_cursor(app) != first
        assert ("Bruno" in under_cursor(app)) != ("Bruno" in first)
        assert len(people(app)) == len(doubled(BRUNO).people)
        await pilot.press("u")
        await until(pilot, lambda: under_cursor(app) == first)
        assert people(app) == {
            str(id): card for id, card in doubled(BRUNO, BRUNO_AGAIN).people.items()
        }
        assert shows(app, "2 pairs")


async def test_enter_pressed_again_by_habit_merges_nobody_else() -> None:
    async with app_over(doubled(BRUNO, BRUNO_AGAIN)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        await settle(pilot)
        assert len(people(app)) == len(doubled(BRUNO).people)
        assert not shows(app, "nobody")


async def test_a_pair_is_found_by_a_name_or_by_why_it_is_there() -> None:
    async with app_over(doubled(BRUNO, BRUNO_AGAIN)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        await pilot.press("slash")
        await type_in(pilot, "quill")
        await settle(pilot)
        assert shows(app, "1 of 2")
        assert not shows(app, "Adler")
        await pilot.press("enter")
        await settle(pilot)
        assert "Bruno" in under_cursor(app)
        await pilot.press("slash", "ctrl+u")
        await type_in(pilot, "zoe mail")
        await settle(pilot)
        assert shows(app, "Adler")
        assert not shows(app, "Bruno")
        await pilot.press("x")
        await settle(pilot)
        assert shows(app, "No pair with these words.")
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "2 pairs")


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "merge"), ("fr", "merge"), ("fr", "fusionner")]
)
async def test_whoever_types_merge_finds_the_doubled_cards(language: Language, typed: str) -> None:
    async with app_over(doubled(), language).run_test(size=(100, 30)) as pilot:
        app = pilot.app
        assert isinstance(app, ArrosoirApp)
        await settle(pilot)
        await pilot.press(":")
        await settle(pilot)
        await type_in(pilot, typed)
        await settle(pilot)
        await pilot.press("enter")
        title = Words(language).say("twins.title")
        await until(pilot, lambda: shows(app, title))


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_names_of_fields_are_not_cut(size: tuple[int, int]) -> None:
    one = person("Z1", "Zoé Adler", emails=("z@x.example",), employers=("A",), where="Lyon")
    two = person("Z2", "Zoé Adler", emails=("z@x.example",), employers=("B",), where="Brest")
    async with app_over(network(one, two), "fr").run_test(size=size) as pilot:
        app = await opened(pilot, "fr")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "anciens employeurs")
        assert shows(app, "lieu de rencontre")


@pytest.mark.parametrize("in_list", [True, False])
async def test_two_people_are_not_shown_again_until_that_is_taken_back(in_list: bool) -> None:
    async with app_over(doubled()).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        await pilot.press(*(("x",) if in_list else ("enter", "x")))
        await until(pilot, lambda: shows(app, "stay two people"))
        await settle(pilot)
        assert people(app)["Z1"].distinct_from == ("Z2",)
        assert shows(app, "No two cards look like one person's.")
        await pilot.press("u")
        await until(pilot, lambda: shows(app, "Zoé Adler · Zoe Adlre"))
        assert people(app)["Z1"] == FIRST


async def test_two_marked_in_the_list_of_people_are_merged_by_the_palette() -> None:
    async with app_over(network(FIRST, BRUNO)).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ArrosoirApp)
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("slash")
        await type_in(pilot, "zo")
        await settle(pilot)
        await pilot.press("enter", "space", "escape", "slash")
        await type_in(pilot, "bruno")
        await settle(pilot)
        await pilot.press("enter", "space", ":")
        await settle(pilot)
        await type_in(pilot, "merge")
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "One person on two cards?"))
        await pilot.press("enter")
        await until(pilot, lambda: "Q1" not in people(app))
        await settle(pilot)
        assert people(app)["Z1"].nicknames == ("Bruno Quillfeather",)
        assert shows(app, "is now on the card of Zoé Adler")


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_behind_the_curtain_stand_initials_alone(size: tuple[int, int]) -> None:
    async with app_over(doubled()).run_test(size=size) as pilot:
        app = await opened(pilot)
        await pilot.press("exclamation_mark")
        for key in ("j", "enter", "l", "j", "enter"):
            await pilot.press(key)
            await settle(pilot)
            whole = "\n".join(lines(app))
            for secret in ("Adl", "Zo", "Aubier", "Bourgeon", "oak", "choir", "06 12", "e-mail z"):
                assert secret not in whole
        await until(pilot, lambda: "Z2" not in people(app))
        assert "Zoe" not in "\n".join(lines(app))


async def test_a_plain_terminal_shows_it_in_ascii() -> None:
    settings = Settings(glyphs="ascii")
    async with app_over(doubled(), settings=settings).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        drawn = "".join(lines(app)).translate(dict.fromkeys(map(ord, "éèà")))
        assert drawn.isascii()
        assert "<" in line_with(app, "organisation")


async def test_markup_on_a_card_is_text() -> None:
    odd = "[@click=app.quit]x[/]"
    one = person("Z1", odd, emails=("z@x.example",), where=odd)
    two = person("Z2", odd, emails=("z@x.example",))
    async with app_over(network(one, two)).run_test(size=(100, 30)) as pilot:
        app = await opened(pilot)
        assert shows(app, odd)
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, odd)


async def test_a_pair_set_apart_is_passed_over_when_going_through_the_rest() -> None:
    async with app_over(doubled(BRUNO, BRUNO_AGAIN)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot)
        assert shows(app, "2 pairs")
        await pilot.press("x", "enter", "enter")
        await until(pilot, lambda: len(people(app)) == len(doubled(BRUNO).people))
        await settle(pilot)
        assert PersonId("Z1") in app.service.snapshot.people
        assert shows(app, "No two cards look like one person's.")
