"""Which signs the standard output can show."""

from __future__ import annotations

import os
import sys

from store.words.glyphs import Glyphs, glyphs_for
from tui.cli.outlet import encoding_of
from tui.cli.session import Session


def glyph_set(session: Session) -> Glyphs:
    """As the settings ask for, else as terminal and locale allow."""
    return glyphs_for(session.service.settings.glyphs, os.environ, encoding_of(sys.stdout))
