"""Whoever stops a command while it is still being loaded sees no Python."""

from __future__ import annotations

import gc

import pytest

from tui import entry


def test_stopped_while_loading_is_an_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "_run", stopped)
    with pytest.raises(SystemExit) as left:
        entry.main()
    gc.enable()
    assert left.value.code == 130
    assert capsys.readouterr() == ("", "")
