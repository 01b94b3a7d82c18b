"""What the tests of `doctor` look with."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from damaging_cli import Look, State, state

from tui.cli.main import CommandLine


@pytest.fixture
def look(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Look:
    """`doctor --json`: exit status and findings; fails where a byte or a time has changed."""
    monkeypatch.setenv("TERM", "xterm-256color")
    capsys.readouterr()

    def call(lang: str = "en") -> tuple[int, list[dict[str, object]]]:
        before: State = state(path)
        status = CommandLine(["--data", str(path), "--lang", lang, "doctor", "--json"]).run()
        assert state(path) == before
        assert isinstance(status, int)
        out = capsys.readouterr().out
        assert "Lovelace" not in out
        assert "Diallo" not in out
        return status, msgspec.json.decode(out, type=list[dict[str, object]])

    return call
