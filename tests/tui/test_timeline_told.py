"""What happened with a person, in the words of the timeline."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from store.views.timeline import Entry, Year
from store.words.words import Words
from tui.phrasing.timeline_rows import timeline_items
from widgets.timeline import Happening

TODAY = date(2026, 11, 20)


def told(entry: Entry, language: Language = "en") -> str:
    """One thing on its line."""
    year = Year(year=entry.on.year, entries=(entry,))
    items = timeline_items((year,), "Ada", Words(language), TODAY)
    (item,) = (each for each in items if isinstance(each, Happening))
    return "".join(piece.text for piece in item.what).replace("\N{NO-BREAK SPACE}", " ").rstrip()


def gift(note: str) -> Entry:
    return Entry(id="E", what="given", on=TODAY, kind="article", note=note, open=True)


@pytest.mark.parametrize(
    ("language", "note", "said"),
    [
        ("fr", "un article sur les sols", "▲ à donner : un article sur les sols"),
        ("fr", "article sur les sols", "▲ à donner : article sur les sols"),
        ("fr", "les sols de l'Ain", "▲ à donner : un article  les sols de l'Ain"),
        ("en", "an article on soils", "▲ to give: an article on soils"),
        ("en", "soils of the Ain", "▲ to give: an article  soils of the Ain"),
        ("en", "", "▲ to give: an article"),
    ],
)
def test_what_is_to_be_given_is_said_once(language: Language, note: str, said: str) -> None:
    assert told(gift(note), language) == said


def test_a_plan_has_a_sign_of_its_own() -> None:
    plan = Entry(id="P", what="plan", on=date(2026, 11, 24), kind="call", open=True)
    assert told(plan).startswith("□ ")
    event = Entry(id="V", what="event", on=date(2026, 11, 24), name="Fair", open=True)
    assert told(event).startswith("□ ")
