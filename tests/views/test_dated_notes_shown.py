"""A note is stored with its day in ISO; wherever it is read the day is in the user's words."""

from __future__ import annotations

import pytest
from small_network import TODAY, Network

from store.records.kinds import Language
from store.views.brief import brief
from store.views.brief_text import Room, brief_text
from store.views.one_person import one_person
from store.views.preview import preview
from store.words.words import Words
from tui.cli.card_lines import card_lines
from tui.phrasing.glance_paragraphs import glance_paragraphs
from tui.phrasing.person_notes import notes_paragraphs

SAID: dict[Language, str] = {"en": "6 Nov 2026: Moves", "fr": "6 nov. 2026\u00a0: Moves"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_day_of_a_note_is_told_on_the_card_in_the_brief_and_in_the_preview(
    language: Language,
) -> None:
    net, words = Network(), Words(language)
    ada = net.person("Ada", 30, notes="2026-11-06: Moves")
    snapshot, ties = net.snapshot(), net.ties()
    one = one_person(snapshot, ties, ada)
    page = brief_text(brief(snapshot, ties, ada), words, TODAY, Room(100, 4))
    told = [
        " ".join(each.text for each in notes_paragraphs(one, words, TODAY, "n")),
        " ".join(piece.text for section in page for piece in section.told),
        "\n".join(card_lines(snapshot.people[ada], snapshot, ties, words, 80)),
        " ".join(
            each.text for each in glance_paragraphs(preview(snapshot, ties, ada), words, TODAY)
        ),
    ]
    assert [each for each in told if SAID[language] not in each or "2026-11-06" in each] == []
    assert snapshot.people[ada].notes == "2026-11-06: Moves"
