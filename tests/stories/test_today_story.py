from __future__ import annotations

import pytest
from mornings import until
from stage import (
    TODAY,
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

from store.actions.demo.network import demo_snapshot
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.snapshot import snapshot_of

SIZES = [(80, 24), (100, 30)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_names_promises_first_and_says_why(size: tuple[int, int]) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert all(len(line) <= size[0] for line in lines(app))
        assert under_cursor(app).startswith("┃ ▶ ◆ Amélie Roussel")
        assert "since Tue" in under_cursor(app)
        assert shows(app, "Tomás Herrera")
        assert shows(app, "Promised for Tue 17 Nov: an")
        assert shows(app, "█lively ▆steady ▄slipping ▂thin ·silent")
        assert lines(app)[-1].startswith(" d done  s later  c talked")
        assert lines(app)[-1].endswith("? help")


@pytest.mark.parametrize("size", SIZES)
async def test_the_same_in_french(size: tuple[int, int]) -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert shows(app, "━ À suivre ━")
        assert shows(app, "─ Chaleur des liens ─")
        assert "dep. mar." in under_cursor(app) or "depuis mardi" in under_cursor(app)
        assert lines(app)[-1].startswith(" d fait  s report  c parlé  n note  x passer  u annuler ")
        assert lines(app)[-1].endswith(" z zoom  : menu  ? aide")


async def test_done_closes_the_promise_and_the_cursor_goes_on() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert shows(app, "Amélie Roussel, done · c corrects · u undo")
        assert "Tomás Herrera" in under_cursor(app)
        assert not line_with(app, "┃").startswith("┃ ▶ ◆ Amélie")
        await pilot.press("u")
        await settle(pilot)
        assert line_with(app, "◆ Amélie")


async def test_what_was_said_stays_until_the_next_key() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "not today · u undo" in lines(app)[-1]
        await pilot.press("j")
        await settle(pilot)
        assert lines(app)[-1].startswith(" d done")


@pytest.mark.parametrize("key", ["ampersand", "1", "enter_date"])
async def test_later_takes_a_figure_its_azerty_twin_or_a_date(key: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert shows(app, "1 tomorrow · 2 three days · 3 a week · 4 a month · or a date")
        if key == "enter_date":
            await type_in(pilot, "24 nov")
            await settle(pilot)
            assert shows(app, "→ Tue 24 Nov")
            await pilot.press("enter")
        elif key == "1":
            await pilot.press("1", "enter")
        else:
            await pilot.press(key)
        await settle(pilot)
        day = "on Tue 24 Nov" if key == "enter_date" else "tomorrow"
        assert shows(app, f"Amélie Roussel, again {day} · u undo")
        assert "Tomás Herrera" in under_cursor(app)


async def test_later_again_takes_the_same_delay_without_asking() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "quotation_mark")
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        assert shows(app, "Tomás Herrera, again on Fri 27 Nov")


async def test_a_day_that_cannot_be_meant_is_not_taken() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await type_in(pilot, "soonish")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "is not a date I can read")
        await pilot.press("escape")
        await settle(pilot)
        assert under_cursor(app).startswith("┃ ▶ ◆ Amélie")


async def test_a_talk_is_told_in_one_line_and_echoed_while_it_is_typed() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await type_in(pilot, "call 25 Moved to Lyon, hiring is hard")
        await settle(pilot)
        assert shows(app, "→ call · 25 min · today · “Moved to Lyon, hiring is hard”")
        await pilot.press("enter")
        await settle(pilot)
        talks = app.service.snapshot.interactions_of(PersonId("A"))
        assert [(t.kind, t.minutes, t.note) for t in talks[-1:]] == [
            ("call", 25, "Moved to Lyon, hiring is hard")
        ]
        assert shows(app, "done today  Amélie")


async def test_c_right_after_d_corrects_what_was_logged() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("d", "c")
        await settle(pilot)
        await type_in(pilot, "coffee 45")
        await pilot.press("enter")
        await settle(pilot)
        talks = app.service.snapshot.interactions_of(PersonId("A"))
        assert [(t.kind, t.minutes) for t in talks if t.minutes == 45] == [("in_person", 45)]


async def test_marks_make_one_act_and_one_undo() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        assert lines(app)[-1].startswith(" d done 2")
        await pilot.press("x")
        await settle(pilot)
        assert not shows(app, "◆")
        await pilot.press("u")
        await settle(pilot)
        assert shows(app, "◆ Amélie")
        assert shows(app, "◆ Tomás")


async def test_the_rest_is_shown_when_asked_for_and_without_a_count() -> None:
    app = app_over(network(), settings=Settings(glyphs="blocks", rows=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G", "enter")
        await settle(pilot)
        assert shows(app, "● Björn Ek        52 d, ")
        below = [each for each in lines(app) if "the rest can wait" in each or "●" in each]
        assert "the rest can wait" in below[0], "a heading stands before those that can wait"
        assert "Enter" not in below[0]
        await pilot.press("escape")
        await settle(pilot)
        assert not shows(app, "Björn")
        assert shows(app, "the rest can wait")


async def test_find_narrows_while_typing_and_escape_shows_all() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await type_in(pilot, "bjorn")
        await settle(pilot)
        assert line_with(app, "Björn Ek")
        assert not shows(app, "◆ Amélie")
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "◆ Amélie")


async def test_going_to_a_person_who_has_no_row_makes_the_verbs_theirs() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await type_in(pilot, "hel")
        await settle(pilot)
        assert shows(app, "→ Hélène Garnier")
        await pilot.press("enter", "n")
        await type_in(pilot, "Likes tea")
        await pilot.press("enter")
        await settle(pilot)
        assert "Likes tea" in app.service.snapshot.people[PersonId("H")].notes


async def test_curtain_leaves_initials_and_nothing_else() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("exclamation_mark")
        await settle(pilot)
        whole = "\n".join(lines(app))
        for secret in ("Amélie", "Tomás", "Aubier", "Villeurbanne", "intro"):
            assert secret not in whole
        assert "A. R." in whole
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert shows(app, "Amélie")


async def test_deleting_asks_first() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("D", "n", "escape")
        await settle(pilot)
        assert PersonId("A") in app.service.snapshot.people
        await pilot.press("D", "y")
        await settle(pilot)
        assert PersonId("A") not in app.service.snapshot.people
        await pilot.press("u")
        await settle(pilot)
        assert PersonId("A") in app.service.snapshot.people


async def test_what_is_typed_in_a_form_comes_behind_what_stands_there() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await type_in(pilot, "s")
        await pilot.press("pagedown")
        await type_in(pilot, " SA")
        await pilot.press("shift+tab", "tab", "!", "enter")
        await settle(pilot)
        after = app.service.snapshot.people[PersonId("A")]
        assert (after.name, after.org) == ("Amélie Roussels", "Aubier SA!")


async def test_editing_a_card_changes_only_what_was_changed() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = app.service.snapshot.people[PersonId("A")]
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("pagedown", "end")
        await type_in(pilot, " SA")
        await pilot.press("enter")
        await settle(pilot)
        after = app.service.snapshot.people[PersonId("A")]
        assert after.org == "Aubier SA"
        assert (after.name, after.cities) == (before.name, before.cities)


async def test_help_lists_keys_and_narrows_by_typing() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert shows(app, "undo the last change")
        await type_in(pilot, "rhythm")
        await settle(pilot)
        assert shows(app, "rhythm: every how many days")
        assert not shows(app, "undo the last change")
        await type_in(pilot, "qq")
        await settle(pilot)
        assert shows(app, "Nothing here matches what is typed.")
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "Follow-ups")


@pytest.mark.parametrize(("language", "typed"), [("fr", "snooze"), ("fr", "reporter")])
async def test_the_palette_takes_both_languages(language: Language, typed: str) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("colon")
        await settle(pilot)
        await type_in(pilot, typed)
        await until(pilot, lambda: shows(app, "une semaine, un mois"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Reporter Amélie Roussel"))


async def test_own_keys_hold_with_their_twins() -> None:
    app = app_over(network(), settings=Settings(glyphs="blocks", keys={"person.pass": "9"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ç")
        await settle(pilot)
        assert shows(app, "Amélie Roussel, not today")


async def test_where_nobody_is_due_it_says_what_to_do() -> None:
    colleague = person("C", "Chloé Petit", cadence_days=0)
    app = app_over(snapshot_of({"people": {colleague.id: colleague}}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, "Nobody is due.")
        assert shows(app, "Nobody yet. Here is whom")
        await pilot.press("d")
        await settle(pilot)
        assert shows(app, "Nothing of today is under the cursor.")
        await pilot.press("a")
        await type_in(pilot, "Zoë Adler")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "Zoë Adler is in · u undo")


async def test_the_heat_keeps_its_legend_where_room_is_short() -> None:
    app = app_over(demo_snapshot(150, 1, TODAY, "en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shows(app, " rest ▆")
        assert shows(app, "▄slipping")
