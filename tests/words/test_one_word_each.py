"""One word for one thing, in every sentence."""

from __future__ import annotations

import re

import pytest

from store.records.kinds import Language
from store.words.catalogue import LOCALES

GIVEN_UP: dict[Language, str] = {
    "fr": r"\bcourriels?\b|\bauparavant\b|\b[Pp]eut offrir\b|\btous deux\b|dans Aujourd'hui",
    "en": r"\bCan offer\b|\bformerly at\b",
}
"""Words in the place of which another one stands."""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sentence_has_a_word_given_up(language: Language) -> None:
    path = LOCALES / language / "LC_MESSAGES" / "arrosoir.po"
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [
        line for line in lines if line.startswith("msgstr") and re.search(GIVEN_UP[language], line)
    ]
    assert found == []
