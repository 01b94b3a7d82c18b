"""The compiled catalogue of one language."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from store.records.kinds import Language

LOCALES = Path(__file__).parent / "locale"


@cache
def catalogue(language: Language) -> gettext.GNUTranslations:
    """Open the sentences of a language; read once, as they never change while a program runs.

    Raises:
        OSError: where the catalogue was not compiled.
    """
    path = LOCALES / language / "LC_MESSAGES" / "arrosoir.mo"
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
