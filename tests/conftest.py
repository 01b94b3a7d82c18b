"""What all tests stand on: a home of their own, no network, no settings from outside."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "store" / "words" / "locale"

settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

FOREIGN = ("ARROSOIR_", "SSH_", "XDG_", "LC_", "TEXTUAL_")
FOREIGN_NAMES = (
    *("LANG", "LANGUAGE", "TMUX", "NO_COLOR", "COLORTERM", "VISUAL", "EDITOR"),
    # A width and height set outside count for more than those of a terminal that a test opens.
    *("COLUMNS", "LINES"),
)


def pytest_configure() -> None:
    """A checkout has no compiled catalogues: make those that are missing or not of the source."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        # The process that started the workers has done it.
        return
    stale = [
        source
        for source in LOCALES.glob("*/LC_MESSAGES/arrosoir.po")
        if not source.with_suffix(".mo").exists()
        or source.with_suffix(".mo").stat().st_mtime < source.stat().st_mtime
    ]
    if stale:
        from hatch_build import compile_catalogues

        compile_catalogues(ROOT)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's home and settings are read or written."""
    for name in list(os.environ):
        if name.startswith(FOREIGN) or name in FOREIGN_NAMES:
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    # Python processes started by a test find the packages wherever they are started.
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reaches for a network fails at once; sockets of this machine stay."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            _refused(address)
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _, address: _refused(address))


def _refused(address: object) -> NoReturn:
    raise AssertionError(f"a test reached for the network: {address}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data, from ARROSOIR_SHARED or `shared` beside the repository."""
    named = _SHARED or str(ROOT.parent / "shared")
    folder = Path(named)
    if not (folder / "data").is_dir():
        pytest.skip(f"no real data: {named} is not there (ARROSOIR_SHARED names another folder)")
    return folder


_SHARED = os.environ.get("ARROSOIR_SHARED", "")
