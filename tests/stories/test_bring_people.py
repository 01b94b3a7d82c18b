"""Whom files bring, one by one: walked, looked at, left out, taken otherwise, said to be one."""

from __future__ import annotations

import time

import pytest
from brought import ADA, AMELIE_AGAIN, BO, HOSTILE, app_for, brought, open_people
from stage import line_with, lines, person, settle, shows, type_in, under_cursor

from store.formats.incoming import Refused
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import Person
from store.words.message import Message
from store.words.words import Words
from tui.import_decisions import Decisions
from widgets.import_list import ImportList

SIZES = [(80, 24), (100, 30)]


def cards(decisions: Decisions) -> dict[str, Person]:
    """The cards that would be written."""
    return {
        change.id: change.after
        for change in decisions.outcome.change_set.changes
        if isinstance(change.after, Person)
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "tabs"),
    [
        ("en", ("new 2", "completed 1", "doubles? 1", "unchanged 1", "set aside 0")),
        ("fr", ("nouvelles 2", "complétées 1", "doubles\xa0? 1", "inchangées 1", "de côté 0")),
    ],
)
async def test_all_groups_stand_above_with_their_counts(
    language: Language, tabs: tuple[str, ...], size: tuple[int, int]
) -> None:
    decisions = brought()
    async with app_for(decisions, language).run_test(size=size) as pilot:
        app = await open_people(pilot, decisions)
        assert all(tab in line_with(app, tabs[0]) for tab in tabs)
        assert "+ Ada Quill" in under_cursor(app)
        assert "Cadmium" in under_cursor(app)
        assert shows(app, "ada@cadmium.example"), "the fields stand below"


@pytest.mark.parametrize("key", ["space", "x"])
async def test_left_out_says_so_in_the_row_and_again_takes(key: str) -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press(key)
        await settle(pilot)
        assert "× Ada Quill" in line_with(app, "Ada Quill")
        assert "left out" in line_with(app, "Ada Quill")
        assert "Bo Reed" in under_cursor(app), "the next one"
        assert ADA.id not in cards(decisions)
        assert BO.id in cards(decisions)
        await pilot.press("k", key)
        await settle(pilot)
        assert "+ Ada Quill" in line_with(app, "Ada Quill")
        assert ADA.id in cards(decisions)


async def test_a_card_completed_shows_before_and_after_side_by_side() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab")
        await settle(pilot)
        assert "~ Tomás Herrera" in under_cursor(app)
        assert "2 fields" in under_cursor(app)
        row = line_with(app, "organisation")
        assert row.index("→") < row.index("Delta")
        await pilot.press("x")
        await settle(pilot)
        assert "left alone" in line_with(app, "Tomás Herrera")
        assert "T" not in cards(decisions)


async def test_what_the_file_says_otherwise_is_taken_by_t_and_kept_by_t() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(100, 30)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab", "tab", "tab")
        await settle(pilot)
        assert "1 differs" in under_cursor(app)
        assert "←" in line_with(app, "Bjorn Eek")
        await pilot.press("t")
        await settle(pilot)
        assert "* Björn Ek" in under_cursor(app)
        assert "1 as in the file" in under_cursor(app)
        assert cards(decisions)["B"].name == "Bjorn Eek"
        await pilot.press("t")
        await settle(pilot)
        assert "B" not in cards(decisions)
        await pilot.press("x")
        await settle(pilot)
        assert shows(app, "Nothing of this would be taken.")


async def test_a_double_is_laid_beside_the_one_and_s_makes_them_one() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab", "tab")
        await settle(pilot)
        assert "same name, Aubier" in under_cursor(app)
        assert "two people" in under_cursor(app)
        row = line_with(app, "organisation")
        assert row.index("Aubier") < row.index("Borealis")
        await pilot.press("s")
        await settle(pilot)
        assert "= Amélie Roussel" in under_cursor(app)
        assert "the same person" in under_cursor(app)
        made = cards(decisions)
        assert AMELIE_AGAIN.id not in made
        assert set(made["A"].sources) >= set(AMELIE_AGAIN.sources)
        await pilot.press("s")
        await settle(pilot)
        assert AMELIE_AGAIN.id in cards(decisions)


async def test_a_leaves_all_of_the_group_out_and_takes_all_again() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("x", "a")
        await settle(pilot)
        assert decisions.left_out == 0, "one was left out: all are taken"
        await pilot.press("a")
        await settle(pilot)
        assert decisions.left_out == 2
        assert sum("left out" in line for line in lines(app)) == 2
        assert set(cards(decisions)) == {"N3", "T"}


async def test_w_turns_what_becomes_of_those_who_are_here() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab", "w")
        await settle(pilot)
        assert "left alone" in under_cursor(app)
        assert "T" not in cards(decisions)
        await pilot.press("w")
        await settle(pilot)
        assert "? Tomás Herrera" in under_cursor(app)
        assert "2 fields, you decide" in under_cursor(app)
        assert "T" not in cards(decisions)
        await pilot.press("space")
        await settle(pilot)
        assert "T" in cards(decisions)
        assert decisions.open == 0


async def test_the_fields_take_all_the_room_and_give_it_back() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("enter")
        await settle(pilot)
        assert not app.screen.query_one(ImportList).display
        assert shows(app, "ada@cadmium.example")
        await pilot.press("j")
        await settle(pilot)
        assert shows(app, "06 11 22 33 44"), "the next one, without leaving the fields"
        await pilot.press("escape")
        await settle(pilot)
        assert "Bo Reed" in under_cursor(app)
        assert app.screen.query_one(ImportList).has_focus


async def test_somebody_is_found_by_what_stands_on_the_card() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("slash")
        await type_in(pilot, "cadm")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one(ImportList).ids == (ADA.id,)
        await pilot.press("a")
        await settle(pilot)
        assert decisions.left_out == 1, "only of those that are shown"
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(ImportList).ids == (ADA.id, BO.id)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_was_set_aside_stands_with_its_place_and_in_full_below(
    language: Language,
) -> None:
    text = "NOTE;X=y:" + "word " * 12
    pieces = [
        Refused(file=f"/home/me/books/a.vcf/{at}", line=at, why=Message("import.binary"), text=text)
        for at in range(1, 4001)
    ]
    decisions = brought(refused=pieces)
    async with app_for(decisions, language).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("shift+tab")
        await settle(pilot)
        assert "1:1" in under_cursor(app)
        why = Words(language).say("import.binary")
        assert shows(app, why[:20])
        assert shows(app, "/home/me/books/a.vcf/1:1"), "in full below"
        await pilot.press("G")
        await settle(pilot)
        assert "4000:4000" in under_cursor(app)


async def test_behind_the_curtain_neither_names_nor_paths_nor_cells() -> None:
    piece = Refused(
        file="/home/me/secret.vcf",
        line=7,
        why=Message("import.reader_failed", {"format": "secret"}),
        text="secret",
    )
    decisions = brought(refused=[piece])
    async with app_for(decisions).run_test(size=(100, 30)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("exclamation_mark")
        for _ in range(5):
            await settle(pilot)
            whole = "\n".join(lines(app))
            named = ("Ada", "Quill", "Amélie", "Cadmium", "secret", "Tomás", "Björn", "Aubier")
            assert not any(name in whole for name in named)
            await pilot.press("tab")


async def test_a_hostile_name_is_shown_harmless() -> None:
    decisions = brought(HOSTILE)
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("G", "enter")
        await settle(pilot)
        whole = "\n".join(lines(app))
        assert "Eve [@click=app.quit]x[/]" in whole
        assert not {"\x1b", "\u202e"} & set(whole)


async def test_an_empty_group_says_where_to_go() -> None:
    decisions = brought()
    decisions.groups = {**decisions.groups, "new": (), "changed": (), "doubled": (), "same": ()}
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        assert shows(app, "Nobody new.")
        assert shows(app, "Esc back to the sums")
        await pilot.press("x", "t", "s", "a", "enter", "enter", "tab", "j", "G")
        await settle(pilot)
        assert shows(app, "Nobody new.")


async def test_ten_thousand_newcomers_are_walked_and_left_out_at_once() -> None:
    many = [person(f"M{at}", f"Person {at}", sources=(f"m:{at}",)) for at in range(10_000)]
    decisions = brought(*many)
    async with app_for(decisions).run_test(size=(100, 30)) as pilot:
        app = await open_people(pilot, decisions)
        assert shows(app, "new 10,002")
        before = time.perf_counter()
        await pilot.press("G", "k", "x", "g", "x", "tab", "shift+tab", "a")
        await settle(pilot)
        assert time.perf_counter() - before < 4
        assert decisions.left_out == 0
        assert decisions.of(decisions.entries[ADA.id]) == "take"
        assert PersonId("M9999") in decisions.outcome.new
