"""How one stands with a person, without saying a thing twice."""

from __future__ import annotations

import pytest
from small_network import TODAY, Network

from store.records.kinds import Language
from store.views.brief import brief
from store.views.brief_standing import standing_told
from store.views.phrases import reason_long
from store.views.why import why_view
from store.words.words import Words


def told(net: Network, *days: int, language: Language = "en") -> str:
    """Of somebody talked with so many days ago."""
    ada = net.person("Ada", *days)
    page = brief(net.snapshot(), net.ties(), ada)
    return " | ".join(standing_told(page, Words(language), TODAY))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "not talked yet"), ("fr", "pas encore parlé")]
)
def test_that_one_has_not_talked_yet_is_said_once(language: Language, said: str) -> None:
    line = told(Network(), language=language)
    assert line.count(said) == 1
    assert "not yet" not in line.replace("not talked yet", "")


@pytest.mark.parametrize("days", [1, 2, 6])
def test_a_silence_of_days_is_none(days: int) -> None:
    assert "silent" not in told(Network(), 90, days)


def test_a_week_is_a_silence() -> None:
    assert "silent 7 days" in told(Network(), 90, 7)


def test_today_is_said_as_such() -> None:
    assert "talked today" in told(Network(), 0)
    net = Network()
    ada = net.person("Ada", 0)
    reasons = why_view(net.snapshot(), net.ties(), ada).now
    for language, said in (("en", "today"), ("fr", "aujourd'hui")):
        words = Words(language)  # type: ignore[arg-type]
        lines = [reason_long(each, words, TODAY) for each in reasons]
        assert any(said in line for line in lines)
        assert not any("0 days" in line or "0 jour" in line for line in lines)
