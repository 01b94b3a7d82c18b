from __future__ import annotations

from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file, let_pass, session_on
from stage import lines, network, person, settle, shows, type_in, under_cursor

from store.actions.delete import Delete
from store.actions.edit import Edit
from store.actions.note import Note
from store.actions.pass_over import Pass
from store.records.ids import PersonId
from store.records.kinds import Language


async def test_two_screens_on_one_file_see_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network())
    here, there = app_on(path), app_on(path)
    async with here.run_test(size=(80, 24)) as one:
        await settle(one)
        await one.press("j")
        async with there.run_test(size=(80, 24)) as two:
            await settle(two)
            await two.press("x")
            await settle(two)
            assert not shows(there, "◆ Amélie")
            let_pass(2, monkeypatch)
            await until(one, lambda: not shows(here, "◆ Amélie"))
            assert "Tomás" in under_cursor(here)
            assert shows(here, "changed elsewhere")
            await one.press("x")
            await settle(one)
            assert not shows(here, "changed elsewhere")
            let_pass(2, monkeypatch)
            await until(two, lambda: not shows(there, "◆ Tomás"))
            assert shows(there, "changed elsewhere")
    assert len(session_on(path).history()) == 2


async def test_a_change_from_the_command_line_comes_by_itself_and_the_cursor_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        assert "Ibrahim" in under_cursor(app)
        other = session_on(path)
        other.perform("pass", Pass(row="P1"))
        other.perform("edit", Edit(person="I", name="Ibrahima Sow"))
        let_pass(2, monkeypatch)
        await until(pilot, lambda: shows(app, "Ibrahima Sow"))
        assert "Ibrahima" in under_cursor(app)
        assert "changed elsewhere" in lines(app)[0]


@pytest.mark.parametrize("keys", [("j",), ("X",), ("n", "h", "i", "enter")])
async def test_the_mark_of_a_change_elsewhere_goes_with_the_next_key_of_any_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*keys[:1] if len(keys) > 1 else ())
        session_on(path).perform("edit", Edit(person="I", name="Ibrahima Sow"))
        let_pass(2, monkeypatch)
        await until(pilot, lambda: shows(app, "Ibrahima Sow"))
        assert "changed elsewhere" in lines(app)[0]
        await pilot.press(*keys[1:] or keys)
        await settle(pilot)
        assert "changed elsewhere" not in lines(app)[0]


async def test_nothing_said_elsewhere_is_lost_when_both_write(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        session_on(path).perform("note", Note(person="A", text="Said elsewhere"))
        await pilot.press("n")
        await type_in(pilot, "Said here")
        await pilot.press("enter")
        await settle(pilot)
        notes = session_on(path).snapshot.people[PersonId("A")].notes
        assert "Said elsewhere" in notes
        assert "Said here" in notes
        assert shows(app, "changed elsewhere")


@pytest.mark.parametrize("verb", ["d", "x", "P"])
async def test_what_was_deleted_elsewhere_is_told_in_a_sentence(tmp_path: Path, verb: str) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        session_on(path).perform("delete", Delete(person="A"))
        await pilot.press(verb)
        await settle(pilot)
        assert app.is_running
        said = lines(app)[-1].strip()
        assert said.endswith(".")
        assert "Nobody" in said or "There is no" in said or "deleted" in said


async def test_a_note_on_somebody_deleted_elsewhere_is_refused_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path, state=tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "A long thought")
        other = session_on(path)
        other.perform("delete", Delete(person="A"))
        await pilot.press("enter")
        await settle(pilot)
        assert lines(app)[-1].strip().endswith(".")
        assert app.drafts.get("note:A") == "A long thought"
        other.undo()
        let_pass(2, monkeypatch)
        await until(pilot, lambda: shows(app, "◆ Amélie"))
        await pilot.press("g", "n")
        await settle(pilot)
        assert shows(app, "A long thought")
        await pilot.press("enter")
        await settle(pilot)
        assert "A long thought" in session_on(path).snapshot.people[PersonId("A")].notes
        assert app.drafts.get("note:A") == ""


async def test_somebody_gone_to_and_deleted_elsewhere_is_gone_to_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network(person("Q", "Quentin Faure")))
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await type_in(pilot, "quen")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "Quentin")
        session_on(path).perform("delete", Delete(person="Q"))
        let_pass(2, monkeypatch)
        await until(pilot, lambda: not shows(app, "Quentin"))
        assert "Amélie" in under_cursor(app)
        assert shows(app, "Promised for Tue 17 Nov: an")


async def test_undo_takes_back_what_was_said_here_and_then_what_others_did_by_name(
    tmp_path: Path,
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        session_on(path).perform("delete", Delete(person="T"))
        await pilot.press("u")
        await settle(pilot)
        people = session_on(path).snapshot.people
        assert PersonId("T") not in people
        assert not people[PersonId("A")].pinned
        await pilot.press("u")
        await settle(pilot)
        assert lines(app)[-1].strip() == "Undone, though made elsewhere: deleted, Tomás Herrera"
        assert PersonId("T") in session_on(path).snapshot.people


@pytest.mark.parametrize(("language", "said"), [("en", "u brings back"), ("fr", "u rétablit")])
async def test_a_value_written_over_elsewhere_is_offered_back_by_the_next_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, said: str
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path, language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        other = session_on(path)
        seen = other.snapshot
        app.service.perform("edit", Edit(person="A", org="Mirabel"))
        other.perform("edit", Edit(person="A", org="Quantix"), seen)
        let_pass(2, monkeypatch)
        await until(pilot, lambda: shows(app, said))
        assert "Mirabel" in lines(app)[-1]
        assert "Quantix" in lines(app)[-1]
        await pilot.press("u")
        await settle(pilot)
        assert session_on(path).snapshot.people[PersonId("A")].org == "Mirabel"
        await pilot.press("u")
        await settle(pilot)
        assert session_on(path).snapshot.people[PersonId("A")].org == "Quantix"


async def test_a_form_filled_in_while_the_card_changed_elsewhere_says_what_it_replaced(
    tmp_path: Path,
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        session_on(path).perform("edit", Edit(person="A", name="Amélie R."))
        await pilot.press("end")
        await type_in(pilot, " II")
        await pilot.press("enter")
        await settle(pilot)
        assert "Amélie R." in lines(app)[-1]
        assert session_on(path).snapshot.people[PersonId("A")].name == "Amélie Roussel II"
        await pilot.press("u")
        await settle(pilot)
        assert session_on(path).snapshot.people[PersonId("A")].name == "Amélie R."
