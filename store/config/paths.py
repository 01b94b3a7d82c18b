"""Where things rest, by the XDG rules; nothing is made here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.unix import Unix

NAME = "arrosoir"
DATA_VARIABLE = "ARROSOIR_DATA"


def _folders() -> Unix:
    # The XDG folders on every system, so that what the manual says is true everywhere.
    from platformdirs.unix import Unix

    return Unix(NAME)


def config_file() -> Path:
    """The settings: `~/.config/arrosoir/config.toml`."""
    return Path(_folders().user_config_path) / "config.toml"


def data_file(environment: Mapping[str, str] | None = None) -> Path:
    """The data: ARROSOIR_DATA, else `~/.local/share/arrosoir/arrosoir.json`.

    Args:
        environment: where ARROSOIR_DATA is looked up; the process's own by default.
    """
    named = (os.environ if environment is None else environment).get(DATA_VARIABLE, "")
    if named:
        return Path(named).expanduser()
    return Path(_folders().user_data_path) / "arrosoir.json"


def state_dir() -> Path:
    """Logs, reports and the saved frame: `~/.local/state/arrosoir`."""
    return Path(_folders().user_state_path)
