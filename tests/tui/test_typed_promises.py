from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from tui.typed.promise import read_promise

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("language", "text", "on", "why"),
    [
        ("en", "fri send her the contact", "2026-11-27", "send her the contact"),
        ("fr", "vendredi lui envoyer le contact", "2026-11-27", "lui envoyer le contact"),
        ("fr", "demain : rappeler", "2026-11-21", "rappeler"),
        ("en", "today send the plan", "2026-11-20", "send the plan"),
        ("en", "24 nov the plan", "2026-11-24", "the plan"),
        ("fr", "le 24 le plan", "2026-11-24", "le plan"),
        ("en", "2026-12-01 the plan", "2026-12-01", "the plan"),
        ("en", "3d the plan", "2026-11-23", "the plan"),
        ("fr", "3j le plan", "2026-11-23", "le plan"),
        ("en", "in two weeks the plan", "2026-12-04", "the plan"),
        ("fr", "dans deux semaines: le plan", "2026-12-04", "le plan"),
        ("fr", "fin du mois, le plan", "2026-11-30", "le plan"),
        ("fr", "la semaine prochaine le plan", "2026-11-27", "le plan"),
        ("fr", "friday", "2026-11-27", ""),
    ],
)
def test_a_day_at_the_beginning_is_read_in_both_languages(
    language: Language, text: str, on: str, why: str
) -> None:
    told = read_promise(text, FRIDAY, language)
    assert (told.on.isoformat(), told.why, told.dated) == (on, why, True)


@pytest.mark.parametrize("text", ["send her the plan", "in Lyon: find a flat", "la suite du plan"])
def test_without_a_day_it_is_in_a_week(text: str) -> None:
    told = read_promise(text, FRIDAY, "fr")
    assert (told.on, told.why, told.dated) == (date(2026, 11, 27), text, False)


def test_nothing_typed_is_nothing_promised() -> None:
    assert read_promise("", FRIDAY, "en").why == ""
