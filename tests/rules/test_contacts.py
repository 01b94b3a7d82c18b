from __future__ import annotations

from datetime import date, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, By, Kind
from store.rules.contacts import Contacts, contacts_of, history_of
from store.rules.weights import weights_of

TODAY = date(2026, 11, 20)
DAY = TODAY.toordinal()


def talk(
    ago: int, kind: Kind = "call", by: By | None = None, planned: bool = False, minutes: int = 20
) -> Interaction:
    return Interaction(
        id=f"{ago}{kind}{by}",
        people=(PersonId("P"),),
        kind=kind,
        on=TODAY - timedelta(days=ago),
        by=by,
        planned=planned,
        minutes=minutes,
    )


def weights(*talks: Interaction) -> list[tuple[int, float]]:
    return [(DAY - day, weight) for day, weight, *_ in contacts_of(talks, DAY).days]


@pytest.mark.parametrize(
    ("kind", "by", "weight"),
    [
        ("in_person", None, 1.0),
        ("video", "me", 1.0),
        ("call", None, 1.0),
        ("event", None, 1.0),
        ("message", None, 0.4),
        ("message", "me", 0.4),
        ("message", "them", 1.0),
        ("email", "me", 0.4),
        ("email", "them", 1.0),
        ("social", None, 0.1),
        ("social", "them", 0.1),
    ],
)
def test_each_kind_has_its_weight(kind: Kind, by: By | None, weight: float) -> None:
    assert weights(talk(3, kind, by)) == [(3, weight)]


def test_what_i_wrote_weighs_whole_once_they_answer() -> None:
    assert weights(talk(9, "message"), talk(5, "email"), talk(4, "message", "them")) == [
        (9, 1.0),
        (5, 1.0),
        (4, 1.0),
    ]
    assert weights(talk(9, "message", "them"), talk(5, "message")) == [(9, 1.0), (5, 0.4)]


def test_a_day_counts_once_with_its_largest_weight() -> None:
    assert weights(talk(3, "message"), talk(3, "call"), talk(3, "social")) == [(3, 1.0)]


def test_plans_and_days_to_come_move_nothing() -> None:
    found = contacts_of([talk(-4), talk(-2, planned=True), talk(2, planned=True)], DAY)
    assert found == Contacts([], DAY + 2, (talk(2, planned=True).id,), DAY + 2)
    assert history_of(found, DAY).last is None


def test_a_plan_for_today_is_still_a_plan() -> None:
    assert contacts_of([talk(0, planned=True)], DAY).plan == DAY


def test_the_ending_tells_the_last_kind_and_how_long_nobody_answered() -> None:
    history = history_of(
        contacts_of(
            [
                talk(50, "message", "them"),
                talk(40, "message"),
                talk(30, "email"),
                talk(20, "message"),
                talk(10, "social"),
            ],
            DAY,
        ),
        DAY,
    )
    assert (history.kind, history.written, history.unanswered) == ("message", 3, 3)


def test_a_talk_of_which_only_the_rough_day_is_known_is_no_kind_to_repeat() -> None:
    remembered = msgspec.structs.replace(talk(40), approximate=True)
    history = history_of(contacts_of([remembered], DAY), DAY)
    assert (history.kind, history.days, history.rhythm.contacts) == (None, 1, 1.0)
    later = history_of(contacts_of([talk(90, "video"), talk(60, "email"), remembered], DAY), DAY)
    assert (later.kind, later.written) == ("email", 0)


def test_of_two_contacts_on_a_day_the_nearer_gives_the_kind_in_any_order() -> None:
    both = [talk(5, "call"), talk(5, "in_person")]
    for talks in (both, both[::-1]):
        assert history_of(contacts_of(talks, DAY), DAY).kind == "in_person"


def test_a_sign_on_a_social_network_answers_nothing() -> None:
    assert weights(talk(9, "message"), talk(5, "social", "them")) == [(9, 0.4), (5, 0.1)]
    history = history_of(contacts_of([talk(9, "message"), talk(5, "social", "them")], DAY), DAY)
    assert history.unanswered == 1


def test_a_day_with_a_talk_waits_for_no_answer_whatever_the_weights() -> None:
    light = weights_of({"call": 0.3}, 0.4)
    for talks in ([talk(5), talk(5, "message")], [talk(5, "message"), talk(5)]):
        found = contacts_of(talks, DAY, light)
        assert [(each[1], each[3]) for each in found.days] == [(0.4, False)]
        assert history_of(found, DAY).unanswered == 0
    social = [talk(5, "social"), talk(5, "message"), talk(5, "social", "them")]
    assert history_of(contacts_of(social, DAY), DAY).unanswered == 1


def test_an_event_is_no_kind_to_repeat_but_ends_the_silence() -> None:
    history = history_of(
        contacts_of([talk(40, "video"), talk(30, "message"), talk(5, "event")], DAY), DAY
    )
    assert (history.kind, history.written, history.unanswered) == ("message", 0, 0)


def test_only_the_last_365_days_are_recent() -> None:
    history = history_of(contacts_of([talk(365), talk(364), talk(1)], DAY), DAY)
    assert (history.days, history.recent(DAY)) == (3, 2)
    assert history.recent(DAY + 363) == 1
    assert history.recent(DAY + 364) == 0


def test_a_silence_of_years_that_ended_is_remembered() -> None:
    history = history_of(contacts_of([talk(1000), talk(5)], DAY), DAY)
    assert history.silence_ended == 995
    assert history.before is not None
    assert history.before.contacts == 1.0


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from(KINDS), st.sampled_from([None, "me", "them"]))
    ),
    st.randoms(),
)
def test_the_order_of_records_does_not_matter(
    drawn: list[tuple[int, Kind, By | None]], random: Random
) -> None:
    talks = [talk(ago, kind, by) for ago, kind, by in drawn]
    shuffled = list(talks)
    random.shuffle(shuffled)
    one, other = contacts_of(talks, DAY), contacts_of(shuffled, DAY)
    assert [each[:2] for each in one.days] == [each[:2] for each in other.days]
    days = [each[0] for each in one.days]
    assert days == sorted(set(days))
