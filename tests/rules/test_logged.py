from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, By, Kind
from store.records.person import Pause
from store.rules.contacts import YEAR, History, contacts_of, history_of
from store.rules.logged import logged
from store.rules.pauses import Spans, spans_of

TODAY = date(2026, 11, 20)
DAY = TODAY.toordinal()

Drawn = tuple[int, Kind, By | None]

TALKS = st.lists(
    st.tuples(st.integers(0, 900), st.sampled_from(KINDS), st.sampled_from([None, "me", "them"])),
    max_size=12,
)
PAUSES = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300)), max_size=3)


def talk(ago: int, kind: Kind = "call", by: By | None = None) -> Interaction:
    on = TODAY - timedelta(days=ago)
    return Interaction(id=f"{ago}{kind}{by}", people=(PersonId("P"),), kind=kind, on=on, by=by)


def pauses(drawn: list[tuple[int, int]]) -> Spans:
    return spans_of(
        Pause(start=TODAY - timedelta(days=ago), until=TODAY - timedelta(days=ago - length))
        for ago, length in drawn
    )


def same(one: History, other: History) -> None:
    """Alike to the last digit but one, and for every day to come."""
    for name in ("days", "last", "kind", "written", "unanswered", "silence_ended", "plan"):
        assert getattr(one, name) == getattr(other, name), name
    for rhythm, expected in ((one.rhythm, other.rhythm), (one.before, other.before)):
        if expected is None:
            assert rhythm is None
            continue
        assert rhythm is not None
        assert msgspec.structs.astuple(rhythm) == pytest.approx(msgspec.structs.astuple(expected))
    for ahead in (0, 1, 100, YEAR):
        assert one.recent(DAY + ahead) == other.recent(DAY + ahead)


@settings(max_examples=300)
@given(TALKS, PAUSES)
def test_adding_contacts_one_by_one_is_looking_at_all_of_them(
    drawn: list[Drawn], paused: list[tuple[int, int]]
) -> None:
    spans = pauses(paused)
    talks = [talk(*each) for each in sorted(drawn, key=lambda each: -each[0])]
    history = history_of(contacts_of(talks[:1], DAY), DAY, spans)
    for n in range(1, len(talks)):
        whole = history_of(contacts_of(talks[: n + 1], DAY), DAY, spans)
        added = logged(history, talks[n], DAY, spans)
        if added is not None:
            same(added, whole)
        history = added or whole


@given(st.integers(1, 60), st.sampled_from(KINDS), st.sampled_from([None, "me", "them"]))
def test_a_contact_on_a_later_day_is_always_added(gap: int, kind: Kind, by: By | None) -> None:
    history = history_of(contacts_of([talk(gap, "message"), talk(gap + 9)], DAY), DAY)
    assert logged(history, talk(0, kind, by), DAY) is not None


def test_a_chat_to_and_fro_is_added_and_the_answer_makes_what_i_wrote_whole() -> None:
    history = history_of(
        contacts_of([talk(40), talk(30, "message"), talk(20, "message")], DAY), DAY
    )
    assert (len(history.tail), history.unanswered) == (2, 2)
    answered = logged(history, talk(10, "message", "them"), DAY)
    assert answered is not None
    assert (answered.unanswered, answered.rhythm.contacts, len(answered.tail)) == (0, 4.0, 1)
    again = logged(answered, talk(10, "message", "me"), DAY)
    assert again == answered


@pytest.mark.parametrize(
    "new",
    [
        talk(41),
        talk(-1),
        msgspec.structs.replace(talk(0), planned=True),
        talk(20, "in_person"),
    ],
)
def test_what_is_no_mere_addition_is_left_to_a_new_look(new: Interaction) -> None:
    history = history_of(contacts_of([talk(40), talk(20, "message")], DAY), DAY)
    assert logged(history, new, DAY) is None


def test_once_a_plan_has_gone_by_a_new_look_is_needed() -> None:
    plan = msgspec.structs.replace(talk(-2), planned=True)
    history = history_of(contacts_of([talk(40), plan], DAY), DAY)
    assert history.holds == DAY + 2
    assert logged(history, talk(-2), DAY + 2) is not None
    assert logged(history, talk(-3), DAY + 3) is None
