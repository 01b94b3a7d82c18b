"""All .tcss files, each beside what it dresses."""

from __future__ import annotations

from pathlib import Path

import widgets
from tui import screens


def stylesheets() -> list[Path]:
    """Those of widgets first, so that screens may say otherwise."""
    folders = [Path(package.__path__[0]) for package in (widgets, screens)]
    return [path for folder in folders for path in sorted(folder.glob("*.tcss"))]
