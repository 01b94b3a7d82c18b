"""Time set aside for somebody is told beside why they are there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from small_network import TODAY, Network

from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.time_entry import Slot
from store.views.why import why_view
from store.words.words import Words
from tui.phrasing.why_paragraphs import why_paragraphs


def slot(who: str, days: int, at: str, **more: object) -> Slot:
    on = TODAY + timedelta(days=days)
    fields = {"kind": "call", "minutes": 15, "person": PersonId(who), **more}
    # Booked before any of the talks.
    return Slot(id=f"A{who}{days}{at}", on=on, at=at, **fields)  # type: ignore[arg-type]


def told(
    net: Network, person: PersonId, language: Language = "en", *, curtain: bool = False
) -> str:
    why = why_view(net.snapshot(), net.ties(), person)
    paragraphs = why_paragraphs(why, Words(language), TODAY, curtain)
    return "\n".join("".join(piece.text for piece in each.lead) + each.text for each in paragraphs)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "slot  today 17:30, 15 min"), ("fr", "créneau  aujourd'hui 17:30, 15 min")],
)
def test_a_slot_of_today_is_told_with_its_hour_and_length(language: Language, line: str) -> None:
    net = Network()
    ada = net.person("Ada", 60, 90, layer=15)
    net.records.append(slot(ada, 0, "17:30"))
    assert line in told(net, ada, language).replace("\N{NO-BREAK SPACE}", " ").split("\n")
    assert "17:30" not in told(net, ada, language, curtain=True)


def test_those_to_come_follow_by_day_and_others_are_not_told() -> None:
    net = Network()
    ada, bo = net.person("Ada", 60, 90, layer=15), net.person("Bo", 60, 90, layer=15)
    net.records += [
        slot(ada, 3, "09:00"),
        slot(ada, 0, "17:30"),
        slot(ada, -1, "08:00"),
        slot(ada, 0, "18:00", state="missed"),
        slot(bo, 0, "11:00"),
    ]
    why = why_view(net.snapshot(), net.ties(), ada)
    assert [each.at for each in why.slots] == ["17:30", "09:00"]


def test_one_that_is_kept_by_a_talk_of_the_day_is_no_longer_ahead() -> None:
    net = Network()
    ada = net.person("Ada", 0, 90, layer=15)
    net.records.append(slot(ada, 0, "17:30"))
    assert why_view(net.snapshot(), net.ties(), ada).slots == ()
