from __future__ import annotations

import re
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.worker import WorkerFailed

from store.words.words import Words
from tui.calm_app import CalmApp
from tui.crash import report_text, write_report
from tui.stylesheets import stylesheets
from widgets.safe_input import SafeInput

SECRET = "Amélie is ill"


class Failing(CalmApp):
    """Fails on a key, with a note in a local, in an argument and in the message."""

    def __init__(self, state: Path | None) -> None:
        super().__init__(Words("en"), {}, stylesheets(), state)

    def compose(self) -> ComposeResult:
        yield SafeInput()

    def on_key(self) -> None:
        note = SECRET
        raise ValueError(f"cannot use {note}")


def raised() -> Exception:
    try:
        fail(SECRET)
    except RuntimeError as error:
        return error
    raise AssertionError


def fail(secret: str) -> None:
    try:
        dict[str, str]()[secret]
    except KeyError as first:
        raise RuntimeError(secret) from first


def test_a_report_holds_types_and_places_and_no_values() -> None:
    text = report_text(raised())
    assert SECRET not in text
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    assert "test_crash.py" in text


def test_the_error_of_a_worker_is_told_too() -> None:
    text = report_text(WorkerFailed(raised()))
    assert "builtins.RuntimeError" in text
    assert SECRET not in text


def test_only_the_user_may_read_a_report(tmp_path: Path) -> None:
    path = write_report(raised(), tmp_path / "state", datetime(2026, 11, 20, tzinfo=UTC))
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_report_that_cannot_be_written_is_no_second_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert write_report(raised(), blocked / "state", datetime(2026, 11, 20, tzinfo=UTC)) is None


@pytest.mark.parametrize("kept", [True, False])
async def test_a_secret_in_a_local_never_reaches_the_terminal(
    kept: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = Failing(tmp_path if kept else None)
    with pytest.raises(ValueError, match="cannot use"):
        async with app.run_test() as pilot:
            await pilot.press("f5")
    said = "".join(capfd.readouterr())
    assert SECRET not in said
    assert "Traceback" not in said
    assert app.return_code == 1
    reports = list(tmp_path.glob("crash-*.txt"))
    assert len(reports) == int(kept)
    assert all(SECRET not in report.read_text() for report in reports)
    lines = [line for line in said.splitlines() if line.strip()]
    assert len(lines) == 1
    assert re.match(r"Arrosoir has failed\.", lines[0])
