from __future__ import annotations

from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file, let_pass, session_on
from stage import lines, network, person, settle, shows, type_in

from store.records.ids import PersonId
from store.records.kinds import Language


@pytest.mark.parametrize(
    ("language", "size", "said"),
    [("en", (80, 24), "There is no way back"), ("fr", (100, 30), "pas de retour")],
)
async def test_a_person_is_forgotten_once_the_name_is_typed(
    tmp_path: Path, language: Language, size: tuple[int, int], said: str
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path, language, state=tmp_path / "state")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "half a thought of Amélie Roussel")
        app.keep_drafts()
        await pilot.press("escape")
        await settle(pilot)
        app.drafts.keep("note:A", "half a thought")
        app.drafts.keep("add", "Amélie Roussel")
        await pilot.press("colon")
        await type_in(pilot, "forget")
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Amélie")
        await pilot.press("enter")
        await settle(pilot)
        assert PersonId("A") in session_on(path).snapshot.people
        await type_in(pilot, " roussel")
        await pilot.press("enter")
        await settle(pilot)
        assert said in lines(app)[-1]
        assert not shows(app, "Amélie")
        assert PersonId("A") not in session_on(path).snapshot.people
        assert app.drafts.get("note:A") == ""
        assert "Amélie" not in app.drafts.get("add")
        await pilot.press("u")
        await settle(pilot)
        assert PersonId("A") not in session_on(path).snapshot.people
    app.service.close()
    for each in tmp_path.rglob("*"):
        if each.is_file():
            assert "Amélie".encode() not in each.read_bytes(), each


async def test_another_session_lets_go_of_the_forgotten_and_of_what_it_was_typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path, state=tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.drafts.keep("note:A", "half a thought")
        session_on(path).forget("A", "00" * 32)
        let_pass(2, monkeypatch)
        await until(pilot, lambda: not shows(app, "Amélie"))
        assert app.drafts.get("note:A") == ""
        await pilot.press("x")
        await settle(pilot)
    app.service.close()
    assert "Amélie" not in path.read_text(encoding="utf-8")


async def test_leaving_the_question_forgets_nobody(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("colon")
        await type_in(pilot, "forget")
        await pilot.press("enter")
        await type_in(pilot, "Amélie Roussel")
        await pilot.press("escape")
        await settle(pilot)
    assert len(session_on(path).snapshot.people) == 5


async def test_who_may_still_speak_of_them_is_named(tmp_path: Path) -> None:
    path = data_file(tmp_path, network(person("Z", "Zoë Adler", notes="Amélie sends her love")))
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("colon")
        await type_in(pilot, "forget")
        await pilot.press("enter")
        await type_in(pilot, "Amélie Roussel")
        await pilot.press("enter")
        await settle(pilot)
        assert lines(app)[-1].strip().endswith("may stand with: Zoë Adler")
