"""The day of a last talk that is only roughly known is told by its date, never "vers le hier"."""

from __future__ import annotations

from datetime import date

import pytest

from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.person import Person
from store.records.snapshot import EMPTY
from store.views.ties import Ties
from store.views.why import why_view
from store.words.words import Words
from tui.phrasing.why_paragraphs import why_paragraphs

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("language", "approximate", "told"),
    [
        ("en", True, "about Thu 19 Nov"),
        ("fr", True, "vers le jeu. 19 nov."),
        ("en", False, "yesterday"),
        ("fr", False, "hier"),
    ],
)
def test_a_last_talk_of_yesterday(language: Language, approximate: bool, told: str) -> None:
    talk = Interaction(
        id=InteractionId("1"),
        people=(PersonId("A"),),
        kind="call",
        on=date(2026, 11, 19),
        approximate=approximate,
    )
    snapshot = EMPTY.apply(ChangeSet((make(Person(id="A", name="Ada")), make(talk))))
    why = why_view(snapshot, Ties.of(snapshot, TODAY, Settings()), PersonId("A"))
    texts = [each.text for each in why_paragraphs(why, Words(language), TODAY)]
    assert [text for text in texts if text.startswith(told)]
