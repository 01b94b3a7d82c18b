"""What is half typed when a session is killed is there in the next one."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from sessions import app_on, data_file, let_pass
from stage import network, settle, shows, type_in
from textual.pilot import Pilot

from tui.app import ArrosoirApp
from tui.drafts import DRAFTS, Drafts


def kept(folder: Path) -> str:
    """All that stands in the file."""
    path = folder / DRAFTS
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def wait_a_second(pilot: Pilot[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is typed for so long."""
    let_pass(ArrosoirApp.draft_seconds + 0.1, monkeypatch)
    await settle(pilot)


TYPED: dict[str, tuple[str, ...]] = {
    "note": ("n",),
    "talked": ("c",),
    "form": ("e", "end"),
    "notes of the form": ("e", *["up"] * 2, "enter"),
}


@pytest.mark.parametrize("where", TYPED)
async def test_a_second_after_the_last_key_it_is_on_the_disk(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file(tmp_path, network())
    state = tmp_path / "state"
    app = app_on(path, state=state)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in TYPED[where]:
            await pilot.press(key)
            await settle(pilot)
        await type_in(pilot, "zebra")
        assert "zebra" not in kept(state)
        await wait_a_second(pilot, monkeypatch)
        # Whoever kills it now asks nobody: what counts is what the file holds.
        assert "zebra" in kept(state)
        assert stat.S_IMODE((state / DRAFTS).stat().st_mode) == 0o600
        texts = Drafts(state / DRAFTS)
        assert any(texts.about(id) for id in "ATIBH")


async def test_what_is_accepted_after_all_is_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, state = data_file(tmp_path, network()), tmp_path / "state"
    app = app_on(path, state=state)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "zebra")
        await wait_a_second(pilot, monkeypatch)
        await pilot.press("enter")
        await settle(pilot)
        assert "zebra" not in kept(state)


async def test_of_the_invented_network_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(data_file(tmp_path, network()), state=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "zebra")
        await wait_a_second(pilot, monkeypatch)
        assert not list(tmp_path.rglob(DRAFTS))
        assert shows(app, "zebra")
