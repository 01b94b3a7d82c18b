"""Keys and commands are named in the user's language wherever they are shown."""

from __future__ import annotations

import pytest

from store.records.kinds import Language
from store.words.words import Words
from tui.phrasing.sorting_card import talk_question


@pytest.mark.parametrize(("language", "key"), [("en", "Enter"), ("fr", "Entrée")])
@pytest.mark.parametrize("compact", [True, False])
def test_the_answers_name_the_key_as_it_is_printed(
    language: Language, key: str, compact: bool
) -> None:
    paragraphs = talk_question(Words(language), compact)
    shown = "\n".join("".join(piece.text for piece in each.lead) + each.text for each in paragraphs)
    assert key in shown.replace("\N{NO-BREAK SPACE}", " ").split()
